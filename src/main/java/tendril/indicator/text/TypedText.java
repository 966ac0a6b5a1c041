package tendril.indicator.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tendril.indicator.Canonical;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Reading;
import tendril.indicator.Shown;
import tendril.indicator.Urls;
import tendril.indicator.word.Prose;
import tendril.indicator.word.Script;

/** One field as a person typed it: see {@link Detection}. */
final class TypedText {
    /** Shortest run of hexadecimal digits that was meant as a hash. */
    private static final int HASH_ATTEMPT_MIN = 20;

    /** Longest text read as one value; longer text is only searched. */
    private static final int VALUE_LENGTH_MAX = Urls.LENGTH_MAX;

    private static final int SPACED_LENGTH_MAX = 300;

    private static final List<String> WRAPPERS = List.of("<>", "\"\"", "''", "``", "()", "[]", "{}", "“”", "‘’", "«»");
    private static final List<String> PREFIXES = List.of(
            "mailto:", "*.", "@", "//", ".", "www:", "ip:", "url:", "domain:", "md5:", "sha1:", "sha256:", "sha512:");
    private static final Pattern LOOSE_END = Pattern.compile("(?::\\d{1,5}+)?+[/.,;:!?]*+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_+-]{1,63}+");
    private static final Pattern SPACE = Pattern.compile("\\s");
    private static final Pattern SPACE_BY_SIGN =
            Pattern.compile("\\s{1,3}+(?=[.@\\[(\\])])|(?<=[.@\\[(\\])])\\s{1,3}+");
    private static final Pattern NUMBERS = Pattern.compile("[0-9.xX]++|0[xX][0-9a-fA-F.xX]++");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]++");
    private static final Pattern COLONS = Pattern.compile("\\[?+[0-9a-fA-F:.]++(?:%\\S*+)?+\\]?+");

    private TypedText() {}

    static Detection detect(String typed) {
        String text = unwrapped(trimmed(typed));
        if (text.isEmpty()) {
            return new Detection.Nothing("Nothing was typed. Type one value, such as "
                    + Canonical.example(IndicatorType.DOMAIN) + ", an address, a hash or an email address.");
        }
        if (text.length() > VALUE_LENGTH_MAX) {
            return several(text, Extraction.find(text));
        }
        boolean engine = Prose.isEngineName(text) && !SPACE.matcher(text).find();
        if (engine && (hasCapitalPart(text) || !isDomain(text))) {
            return single(IndicatorType.MALWARE, text, text);
        }
        OptionalInt unseen = Shown.firstUnseen(text);
        if (unseen.isPresent() && !SPACE.matcher(text).find()) {
            return new Detection.Nothing(Shown.unseenReason(text, unseen.getAsInt()));
        }
        var found = scan(text);
        return whole(text, found)
                .or(() -> direct(text))
                .or(() -> withoutSpaces(text))
                .orElseGet(() -> found.isEmpty() || !SPACE.matcher(text).find() && isFaulty(text)
                        ? single(text)
                        : several(text, found));
    }

    private static ArrayList<Found> scan(String text) {
        var found = new ArrayList<Found>();
        new TextScan(new Script(text), found::add, true).run();
        return found;
    }

    /** The one thing found, if nothing that matters stands around it. */
    private static Optional<Detection> whole(String text, List<Found> found) {
        if (found.size() != 1) {
            return Optional.empty();
        }
        Found one = found.getFirst();
        String before = text.substring(0, one.start()).toLowerCase(Locale.ROOT).strip();
        boolean alone = before.isEmpty() || PREFIXES.contains(before);
        boolean bracketed = before.equals("[") && one.type() == IndicatorType.IPV6;
        String after = text.substring(one.end());
        boolean loose = LOOSE_END
                .matcher(bracketed && after.startsWith("]") ? after.substring(1) : after)
                .matches();
        if (!(alone || bracketed) || !loose) {
            return Optional.empty();
        }
        return Optional.of(new Detection.Single(one.indicator(), !isPlain(one.indicator(), text)));
    }

    /** What only counts as an indicator because it stands alone. */
    private static Optional<Detection> direct(String text) {
        for (IndicatorType type : IndicatorType.values()) {
            boolean tried = switch (type) {
                case DOMAIN, IPV4, IPV6, CIDR, EMAIL, URL, MD5, SHA1, SHA256, SHA512, CVE -> true;
                case AS -> text.charAt(0) == 'A' || text.charAt(0) == 'a';
                case MALWARE, PHRASE -> false;
            };
            if (tried && Canonical.parse(type, text) instanceof Reading.Accepted accepted) {
                return Optional.of(new Detection.Single(accepted.value(), false));
            }
        }
        return Optional.empty();
    }

    /** {@code evil . example}, which prose forbids and a field allows. */
    private static Optional<Detection> withoutSpaces(String text) {
        if (text.length() > SPACED_LENGTH_MAX || !SPACE.matcher(text).find()) {
            return Optional.empty();
        }
        String joined = SPACE_BY_SIGN.matcher(text).replaceAll("");
        if (joined.equals(text) || SPACE.matcher(joined).find() || joined.indexOf('.') < 0) {
            return Optional.empty();
        }
        return whole(joined, scan(joined)).map(detection -> switch (detection) {
            case Detection.Single single -> new Detection.Single(single.indicator(), true);
            case Detection.Several several -> several;
            case Detection.Nothing nothing -> nothing;
        });
    }

    /** Text that holds no indicator, or only as part of a broken one. */
    private static Detection single(String text) {
        if (SPACE.matcher(text).find()) {
            return new Detection.Nothing("“" + Shown.quote(text)
                    + "” is several words, and none of them is an indicator. Type one value, such as "
                    + Canonical.example(IndicatorType.DOMAIN) + ", or keep the words as a phrase.");
        }
        Optional<IndicatorType> meant = meant(text);
        if (meant.isPresent()) {
            return single(meant.get(), text, text);
        }
        boolean hexadecimal = HEXADECIMAL.matcher(text).matches();
        if (hexadecimal && text.length() >= HASH_ATTEMPT_MIN) {
            return new Detection.Nothing("“" + Shown.quote(text) + "” is not a hash we know: it has " + text.length()
                    + " hexadecimal digits, and MD5 has 32, SHA-1 40, SHA-256 64, SHA-512 128. Copy the whole hash.");
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Detection.Nothing(
                    "“" + Shown.quote(text) + "” is only a number. For an autonomous system write AS"
                            + Shown.quote(text) + "; an IPv4 address has four numbers with dots.");
        }
        if (WORD.matcher(text).matches() || Prose.isEngineName(text)) {
            return single(IndicatorType.MALWARE, text, text);
        }
        return new Detection.Nothing(
                "“" + Shown.quote(text) + "” is no indicator we know. Type a domain, an address, a URL,"
                        + " an email address, a hash, an AS or CVE number, or the name of a malware.");
    }

    private static boolean isFaulty(String text) {
        return meant(text).filter(type -> type != IndicatorType.DOMAIN).isPresent();
    }

    /** What a broken value was meant to be, by the signs in it. */
    private static Optional<IndicatorType> meant(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.contains("://")) {
            return Optional.of(IndicatorType.URL);
        }
        if (text.indexOf('@') > 0) {
            return Optional.of(IndicatorType.EMAIL);
        }
        int slash = text.indexOf('/');
        if (slash > 0 && (NUMBERS.matcher(text.substring(0, slash)).matches() || text.indexOf(':') >= 0)) {
            return Optional.of(IndicatorType.CIDR);
        }
        if (NUMBERS.matcher(text).matches() && text.indexOf('.') >= 0) {
            return Optional.of(IndicatorType.IPV4);
        }
        if (text.indexOf(':') >= 0 && COLONS.matcher(text).matches()) {
            return Optional.of(IndicatorType.IPV6);
        }
        if (lower.startsWith("cve-")) {
            return Optional.of(IndicatorType.CVE);
        }
        if (lower.startsWith("as")
                && lower.length() > 2
                && lower.substring(2).chars().allMatch(Character::isDigit)) {
            return Optional.of(IndicatorType.AS);
        }
        return text.indexOf('.') >= 0 && !Prose.isEngineName(text)
                ? Optional.of(IndicatorType.DOMAIN)
                : Optional.empty();
    }

    private static Detection single(IndicatorType type, String value, String text) {
        return switch (Canonical.parse(type, value)) {
            case Reading.Accepted accepted -> new Detection.Single(accepted.value(), !isPlain(accepted.value(), text));
            case Reading.Refused refused -> new Detection.Nothing(refused.reason());
        };
    }

    private static Detection several(String text, List<Found> found) {
        int count = Extraction.distinct(found).size();
        if (count == 0) {
            return new Detection.Nothing("“" + Shown.quote(text)
                    + "” is a long text, and it holds no indicator. Type one value, such as "
                    + Canonical.example(IndicatorType.DOMAIN) + ".");
        }
        return new Detection.Several(
                count,
                "This is not one value but a text that holds " + count
                        + (count == 1 ? " indicator" : " indicators") + ". Extract " + (count == 1 ? "it" : "them")
                        + " to choose what to add, or type one value.");
    }

    private static boolean isPlain(Indicator indicator, String text) {
        return Canonical.parse(indicator.type(), text)
                .indicator()
                .filter(indicator::equals)
                .isPresent();
    }

    private static boolean isDomain(String text) {
        return Canonical.parse(IndicatorType.DOMAIN, text) instanceof Reading.Accepted;
    }

    private static boolean hasCapitalPart(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (".:/!_".indexOf(text.charAt(i - 1)) >= 0 && Script.isUpper(text.charAt(i))) {
                return !text.equals(text.toUpperCase(Locale.ROOT));
            }
        }
        return false;
    }

    /** Without the space and the unseen characters that come along when one copies. */
    private static String trimmed(String typed) {
        int start = 0;
        int end = typed.length();
        while (start < end && isPadding(typed.charAt(start))) {
            start++;
        }
        while (end > start && isPadding(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(start, end);
    }

    private static boolean isPadding(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Shown.isInvisible(c);
    }

    /** Without quotation marks or brackets around the whole. */
    private static String unwrapped(String text) {
        for (String wrapper : WRAPPERS) {
            boolean wrapped = text.length() > 2
                    && text.charAt(0) == wrapper.charAt(0)
                    && text.charAt(text.length() - 1) == wrapper.charAt(1)
                    && text.indexOf(wrapper.charAt(1), 1) == text.length() - 1;
            if (wrapped) {
                return trimmed(text.substring(1, text.length() - 1));
            }
        }
        return text;
    }
}
