package tendril.indicator;

import com.google.common.net.InternetDomainName;
import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Domain and host names: their canonical form, and what the public suffix list says about them. Pure and thread-safe.
 *
 * <p>The canonical form is the A-label form of UTS-46, non-transitional processing (so {@code faß.de} stays apart from
 * {@code fass.de}, as browsers do), in lower case, without the trailing dot. Underscores are allowed because DNS has
 * them ({@code _dmarc.evil.example}).
 */
public final class Domains {
    /** Longest name, in characters of its A-label form without the trailing dot (RFC 1035, 255 octets on the wire). */
    public static final int NAME_LENGTH_MAX = 253;

    /** Longest label, in characters of its A-label form (RFC 1035). */
    public static final int LABEL_LENGTH_MAX = 63;

    /**
     * Last labels that no registry sells but that cases hold: reserved ones (RFC 2606, 6761, 6762, 7686, 8375, 9476,
     * ICANN's {@code internal}), those of private networks, and those of other name systems.
     */
    private static final Set<String> SPECIAL_TLDS = Set.of(
            "example",
            "test",
            "invalid",
            "localhost",
            "local",
            "internal",
            "onion",
            "alt",
            "arpa",
            "lan",
            "home",
            "corp",
            "intranet",
            "private",
            "localdomain",
            "domain",
            "workgroup",
            "mshome",
            "i2p",
            "bit",
            "bazar",
            "lib",
            "emc",
            "coin",
            "loki",
            "exit",
            "zil",
            "eth",
            "gnu",
            "zkey");

    /** A hyphen in third and fourth place is common in generated host names and harms nothing. */
    private static final Set<IDNA.Error> TOLERATED = EnumSet.of(
            IDNA.Error.HYPHEN_3_4,
            IDNA.Error.EMPTY_LABEL,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG,
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN);

    private Domains() {}

    /**
     * The part of the name that somebody registered: {@code evil.co.uk} of {@code a.b.evil.co.uk}. Empty for a bare
     * public suffix and for names outside the public DNS.
     *
     * @param domain a name in any form that {@link Canonical} accepts
     */
    public static Optional<String> registrable(String domain) {
        Optional<InternetDomainName> publicName = isPlain(domain)
                ? publicName(domain)
                : Canonical.parse(IndicatorType.DOMAIN, domain).indicator().flatMap(name -> publicName(name.value()));
        return publicName
                .filter(InternetDomainName::isUnderRegistrySuffix)
                .map(name -> name.topDomainUnderRegistrySuffix().toString());
    }

    /**
     * The public suffix of the name, as the registries' part of the list has it: {@code co.uk} of
     * {@code a.b.evil.co.uk}.
     *
     * @param domain a name in any form that {@link Canonical} accepts
     */
    public static Optional<String> suffix(String domain) {
        return Canonical.parse(IndicatorType.DOMAIN, domain)
                .indicator()
                .flatMap(name -> publicName(name.value()))
                .filter(InternetDomainName::hasRegistrySuffix)
                .map(name -> String.valueOf(name.registrySuffix()));
    }

    /** Whether a name is its own canonical form at first sight, as those in bulk data mostly are. */
    private static boolean isPlain(String domain) {
        int labelFrom = 0;
        for (int i = 0; i <= domain.length(); i++) {
            char c = i < domain.length() ? domain.charAt(i) : '.';
            if (c == '.') {
                if (i == labelFrom || i - labelFrom > LABEL_LENGTH_MAX || domain.charAt(i - 1) == '-') {
                    return false;
                }
                labelFrom = i + 1;
            } else if (c == '-') {
                // Two hyphens may begin a label that stands for another one.
                if (i == labelFrom || domain.charAt(i - 1) == '-') {
                    return false;
                }
            } else if ((c < 'a' || c > 'z') && !isDigit(c)) {
                return false;
            }
        }
        return domain.length() <= NAME_LENGTH_MAX;
    }

    /** Whether names may end so: a top-level domain of the public suffix list or a reserved, special one. */
    public static boolean isKnownTld(String tld) {
        if (SPECIAL_TLDS.contains(tld)) {
            return true;
        }
        // Some countries sell only third-level names, and the list then has "*.ck" but no "ck".
        return InternetDomainName.isValid(tld)
                && (InternetDomainName.from(tld).isRegistrySuffix()
                        || InternetDomainName.from("a." + tld).isRegistrySuffix());
    }

    /** Whether the last label is one that no registry sells. */
    static boolean isSpecialTld(String tld) {
        return SPECIAL_TLDS.contains(tld);
    }

    /** A whole domain name as people know it: known ending, no all-numeric ending. */
    static Reading parse(String given) {
        Reading host = parseHost(given);
        if (!(host instanceof Reading.Accepted accepted)) {
            return host;
        }
        String name = accepted.value().value();
        String tld = name.substring(name.lastIndexOf('.') + 1);
        if (name.indexOf('.') < 0 && !tld.equals("localhost")) {
            return new Reading.Refused("“" + Shown.quote(given)
                    + "” is a single word, not a domain. Write the whole name with its ending, such as evil.example.");
        }
        if (!isKnownTld(tld)) {
            return new Reading.Refused("“" + Shown.quote(given) + "” is not a domain: no domain ends in ."
                    + Shown.quote(tld) + ". Check the ending.");
        }
        return accepted;
    }

    /** A host name whose ending nobody vouches for, as a URL may carry it. */
    public static Reading parseHost(String given) {
        if (given.length() > 4 * NAME_LENGTH_MAX) {
            return tooLong(given);
        }
        String ascii = isPlainAscii(given) ? given.toLowerCase(Locale.ROOT) : idnaToAscii(given);
        if (ascii.isEmpty()) {
            return new Reading.Refused("“" + Shown.quote(given)
                    + "” is not a domain: it holds characters or an xn-- label that IDNA does not allow."
                    + " Check the spelling.");
        }
        if (ascii.endsWith(".") && ascii.length() > 1) {
            ascii = ascii.substring(0, ascii.length() - 1);
        }
        if (ascii.length() > NAME_LENGTH_MAX) {
            return tooLong(given);
        }
        for (String label : ascii.split("\\.", -1)) {
            String fault = faultOf(label);
            if (!fault.isEmpty()) {
                return new Reading.Refused("“" + Shown.quote(given) + "” is not a domain: " + fault);
            }
        }
        String tld = ascii.substring(ascii.lastIndexOf('.') + 1);
        if (tld.chars().allMatch(Domains::isDigit)) {
            return new Reading.Refused("“" + Shown.quote(given)
                    + "” is not a domain: a domain never ends in a number. If it is an IPv4 address, write four"
                    + " numbers from 0 to 255.");
        }
        return Reading.accepted(IndicatorType.DOMAIN, ascii);
    }

    private static Reading tooLong(String given) {
        return new Reading.Refused("“" + Shown.quote(given) + "” is too long for a domain: a name has at most "
                + NAME_LENGTH_MAX + " characters. Check where it ends.");
    }

    private static String faultOf(String label) {
        if (label.isEmpty()) {
            return "between two of its dots, or before the first, nothing stands. Remove the extra dot.";
        }
        if (label.length() > LABEL_LENGTH_MAX) {
            return "one part has " + label.length() + " characters, and " + LABEL_LENGTH_MAX
                    + " are allowed. Check where it ends.";
        }
        if (label.startsWith("-") || label.endsWith("-")) {
            return "its part “" + Shown.quote(label) + "” begins or ends with a hyphen. Remove the hyphen.";
        }
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (!(isDigit(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '_')) {
                return "it holds “" + Shown.quote(label.substring(i, i + 1))
                        + "”, which no domain may. Remove it or paste the text to search it for indicators.";
            }
        }
        return "";
    }

    /** Empty when IDNA refuses the name. */
    private static String idnaToAscii(String given) {
        var info = new IDNA.Info();
        var ascii = new StringBuilder();
        IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
                        | IDNA.NONTRANSITIONAL_TO_UNICODE
                        | IDNA.CHECK_BIDI
                        | IDNA.CHECK_CONTEXTJ)
                .nameToASCII(given, ascii, info);
        boolean refused = info.getErrors().stream().anyMatch(error -> !TOLERATED.contains(error));
        return refused ? "" : ascii.toString().toLowerCase(Locale.ROOT);
    }

    /** ASCII without an xn-- label needs no IDNA, and nearly every name is so. */
    private static boolean isPlainAscii(String given) {
        for (int i = 0; i < given.length(); i++) {
            if (given.charAt(i) > 0x7e || given.regionMatches(true, i, "xn--", 0, 4)) {
                return false;
            }
        }
        return true;
    }

    /** The name for the public suffix list, which knows no labels that begin or end with an underscore. */
    private static Optional<InternetDomainName> publicName(String canonical) {
        String rest = canonical;
        while (!InternetDomainName.isValid(rest)) {
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            rest = rest.substring(dot + 1);
        }
        return Optional.of(InternetDomainName.from(rest));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
