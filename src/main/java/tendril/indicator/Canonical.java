package tendril.indicator;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one way to write a value of each type. Two spellings of one thing come out equal, and nothing else does; reading
 * a canonical form gives itself. Never throws, on any text, and takes time linear in its length. Pure and thread-safe.
 *
 * <table>
 * <caption>Canonical forms</caption>
 * <tr><td>domain</td><td>A-labels (UTS-46), lower case, no trailing dot: {@link Domains}</td></tr>
 * <tr><td>IPv4, IPv6, CIDR</td><td>strict dotted quad, RFC 5952, network address: {@link Addresses}</td></tr>
 * <tr><td>email</td><td>lower case throughout. RFC 5321 lets the owner of a domain tell {@code Bob} from {@code bob};
 * no large provider does, and feeds spell one mailbox both ways</td></tr>
 * <tr><td>URL</td><td>{@link Urls}</td></tr>
 * <tr><td>hashes</td><td>lower case</td></tr>
 * <tr><td>AS</td><td>{@code AS64496}; {@code AS1.10} (RFC 5396) becomes one number</td></tr>
 * <tr><td>malware name</td><td>lower case, single spaces: every engine capitalises as it likes, and {@code PlugX} and
 * {@code plugx} are one node; the spelling of a source belongs to the entity's properties</td></tr>
 * <tr><td>CVE</td><td>upper case</td></tr>
 * <tr><td>phrase</td><td>as given, without space around it</td></tr>
 * </table>
 */
public final class Canonical {
    /** Longest email address, in characters (RFC 5321, 4.5.3.1.3, as corrected by erratum 1690). */
    public static final int EMAIL_LENGTH_MAX = 254;

    /** Longest part of an email address before the at sign, in characters (RFC 5321, 4.5.3.1.1). */
    public static final int EMAIL_LOCAL_LENGTH_MAX = 64;

    /** Longest malware name, in UTF-16 units; the longest engine names have about half of it. */
    public static final int MALWARE_LENGTH_MAX = 200;

    /** Longest phrase, in UTF-16 units. */
    public static final int PHRASE_LENGTH_MAX = 10_000;

    private static final long AS_NUMBER_MAX = 4_294_967_295L;
    private static final int AS_HALF_MAX = 65_535;

    // Possessive throughout: each pattern reads its text once.
    private static final Pattern AS =
            Pattern.compile("(?:ASN?+[\\s:#-]{0,3}+)?+(\\d{1,12}+)(?:\\.(\\d{1,6}+))?+", Pattern.CASE_INSENSITIVE);
    private static final Pattern CVE =
            Pattern.compile("CVE[-\\s_\u2010-\u2014](\\d{4}+)[-_\u2010-\u2014](\\d{4,19}+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCAL_PART = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]++(?:\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]++)*+");
    private static final int CVE_YEAR_FIRST = 1999;
    private static final Pattern SPACES = Pattern.compile("\\s++");

    private Canonical() {}

    /**
     * Reads a value as the type says.
     *
     * @param type  what the value is meant to be
     * @param given the value, not defanged; space around it does not count
     */
    public static Reading parse(IndicatorType type, String given) {
        String value = given.strip();
        if (value.isEmpty()) {
            return new Reading.Refused("Nothing is written here. Type a value: " + example(type) + ".");
        }
        if (type == IndicatorType.PHRASE) {
            return phrase(value);
        }
        if (value.length() > Urls.LENGTH_MAX) {
            return new Reading.Refused("“" + Shown.quote(value) + "” has " + value.length()
                    + " characters, too many for " + withArticle(type) + ". Paste it to search it for indicators.");
        }
        OptionalInt unseen =
                Shown.firstUnseen(type == IndicatorType.MALWARE ? value.replaceAll("[\\t\\r\\n]", " ") : value);
        if (unseen.isPresent()) {
            return new Reading.Refused(Shown.unseenReason(value, unseen.getAsInt()));
        }
        return switch (type) {
            case DOMAIN -> Domains.parse(value);
            case IPV4 -> Addresses.parseIpv4(value);
            case IPV6 -> Addresses.parseIpv6(value);
            case CIDR -> Addresses.parseCidr(value);
            case EMAIL -> email(value);
            case URL -> Urls.parse(value);
            case MD5, SHA1, SHA256, SHA512 -> hash(type, value);
            case AS -> autonomousSystem(value);
            case MALWARE -> malware(value);
            case CVE -> cve(value);
            case PHRASE -> phrase(value);
        };
    }

    /** A value of the type, as an example for a person. */
    public static String example(IndicatorType type) {
        return switch (type) {
            case DOMAIN -> "evil.example";
            case IPV4 -> "192.0.2.1";
            case IPV6 -> "2001:db8::1";
            case CIDR -> "192.0.2.0/24";
            case EMAIL -> "someone@evil.example";
            case URL -> "http://evil.example/";
            case MD5, SHA1, SHA256, SHA512 -> hashDigits(type) + " hexadecimal digits";
            case AS -> "AS64496";
            case MALWARE -> "plugx";
            case CVE -> "CVE-2021-44228";
            case PHRASE -> "any words";
        };
    }

    /** The number of hexadecimal digits of a hash. */
    static int hashDigits(IndicatorType type) {
        return switch (type) {
            case MD5 -> 32;
            case SHA1 -> 40;
            case SHA256 -> 64;
            case SHA512 -> 128;
            case DOMAIN, IPV4, IPV6, CIDR, EMAIL, URL, AS, MALWARE, CVE, PHRASE -> 0;
        };
    }

    private static Reading email(String value) {
        int at = value.indexOf('@');
        if (at < 0 || at != value.lastIndexOf('@')) {
            return refused(
                    value,
                    "is not an email address: it has " + (at < 0 ? "no at sign" : "more than one at sign")
                            + ". Write it like someone@evil.example.");
        }
        String local = value.substring(0, at);
        if (local.length() > EMAIL_LOCAL_LENGTH_MAX
                || !LOCAL_PART.matcher(local).matches()) {
            return refused(
                    value,
                    "is not an email address: before the at sign there must be 1 to "
                            + EMAIL_LOCAL_LENGTH_MAX
                            + " letters, digits or signs, and single dots between them. Correct that"
                            + " part.");
        }
        Reading domain = parse(IndicatorType.DOMAIN, value.substring(at + 1));
        if (!(domain instanceof Reading.Accepted accepted)) {
            return refused(value, "is not an email address because of its domain. " + domain.reason());
        }
        String canonical =
                local.toLowerCase(Locale.ROOT) + "@" + accepted.value().value();
        return canonical.length() > EMAIL_LENGTH_MAX
                ? refused(
                        value,
                        "is too long for an email address: " + EMAIL_LENGTH_MAX
                                + " characters are the most. Check where it ends.")
                : Reading.accepted(IndicatorType.EMAIL, canonical);
    }

    private static Reading hash(IndicatorType type, String value) {
        int digits = hashDigits(type);
        if (value.length() != digits || !value.chars().allMatch(Canonical::isHexDigit)) {
            return refused(
                    value,
                    "is not " + withArticle(type) + ": that has exactly " + digits
                            + " hexadecimal digits, and this has "
                            + (value.length() == digits ? "other characters" : value.length() + " characters")
                            + ". Copy the whole hash.");
        }
        return Reading.accepted(type, value.toLowerCase(Locale.ROOT));
    }

    private static Reading autonomousSystem(String value) {
        Matcher number = AS.matcher(value);
        if (!number.matches()) {
            return refused(value, "is not an autonomous system. Write it like AS64496.");
        }
        long high = number.group(2) == null ? 0 : Long.parseLong(number.group(1));
        long low = Long.parseLong(number.group(2) == null ? number.group(1) : number.group(2));
        boolean dotted = number.group(2) != null;
        if (dotted && (high > AS_HALF_MAX || low > AS_HALF_MAX)) {
            return refused(value, "is not an autonomous system: each half is at most " + AS_HALF_MAX + ".");
        }
        long whole = dotted ? (high << 16) + low : low;
        return whole > AS_NUMBER_MAX
                ? refused(
                        value,
                        "is not an autonomous system: the highest number is " + AS_NUMBER_MAX + ". Check the number.")
                : Reading.accepted(IndicatorType.AS, "AS" + whole);
    }

    private static Reading malware(String value) {
        String name =
                SPACES.matcher(value.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        if (name.length() > MALWARE_LENGTH_MAX) {
            return refused(
                    value,
                    "is too long for a malware name: " + MALWARE_LENGTH_MAX
                            + " characters are the most. Shorten it or keep it as a phrase.");
        }
        return Reading.accepted(IndicatorType.MALWARE, name);
    }

    private static Reading cve(String value) {
        Matcher parts = CVE.matcher(value);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) < CVE_YEAR_FIRST) {
            return refused(
                    value,
                    "is not a CVE number: that is CVE, a year from " + CVE_YEAR_FIRST
                            + ", and four digits or more. Write it like CVE-2021-44228.");
        }
        return Reading.accepted(IndicatorType.CVE, "CVE-" + parts.group(1) + "-" + parts.group(2));
    }

    private static Reading phrase(String value) {
        if (value.length() > PHRASE_LENGTH_MAX) {
            return refused(
                    value,
                    "is too long for a phrase: " + PHRASE_LENGTH_MAX
                            + " characters are the most. Paste it to search it for indicators.");
        }
        for (int i = 0; i < value.length(); ) {
            int point = value.codePointAt(i);
            if (point == 0 || Character.getType(point) == Character.SURROGATE) {
                return new Reading.Refused("The phrase holds a NUL or half a character at place " + (i + 1)
                        + ", which no file can keep. Type it again without it.");
            }
            i += Character.charCount(point);
        }
        return Reading.accepted(IndicatorType.PHRASE, value);
    }

    private static Reading refused(String value, String why) {
        return new Reading.Refused("“" + Shown.quote(value) + "” " + why);
    }

    public static boolean isHexDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static String withArticle(IndicatorType type) {
        return switch (type) {
            case DOMAIN -> "a domain";
            case IPV4, IPV6 -> "an " + type.label();
            case CIDR -> "an address block";
            case EMAIL -> "an email address";
            case URL, CVE -> "a " + type.label();
            case MD5 -> "an MD5 hash";
            case SHA1 -> "a SHA-1 hash";
            case SHA256 -> "a SHA-256 hash";
            case SHA512 -> "a SHA-512 hash";
            case AS -> "an autonomous system";
            case MALWARE -> "a malware name";
            case PHRASE -> "a phrase";
        };
    }
}
