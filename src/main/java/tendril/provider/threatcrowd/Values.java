package tendril.provider.threatcrowd;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/** The values of a report as indicators in their canonical form. Pure. */
final class Values {
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*\\.[a-z][a-z0-9-]{1,62}");
    private static final Pattern QUAD = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private Values() {}

    /** The text as an indicator of this type; empty when it is none. */
    static Optional<Indicator> of(IndicatorType type, String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        boolean fits = switch (type) {
            case DOMAIN -> NAME.matcher(value).matches();
            case EMAIL ->
                value.matches("[^@\\s]{1,64}@[^@\\s]{1,253}")
                        && NAME.matcher(value.substring(value.indexOf('@') + 1)).matches();
            case MD5 -> value.matches("[0-9a-f]{32}");
            case SHA1 -> value.matches("[0-9a-f]{40}");
            case SHA256 -> value.matches("[0-9a-f]{64}");
            case IPV4 -> QUAD.matcher(value).matches() && literal(value);
            case IPV6 -> value.contains(":") && literal(value);
            case MALWARE -> !value.isEmpty();
            default -> false;
        };
        return fits
                ? Optional.of(new Indicator(type, type == IndicatorType.MALWARE ? text.strip() : value))
                : Optional.empty();
    }

    static Optional<Indicator> address(String text) {
        return of(IndicatorType.IPV4, text).or(() -> of(IndicatorType.IPV6, text));
    }

    static Optional<Indicator> hash(String text) {
        return of(IndicatorType.MD5, text)
                .or(() -> of(IndicatorType.SHA1, text))
                .or(() -> of(IndicatorType.SHA256, text));
    }

    private static boolean literal(String value) {
        try {
            InetAddress.ofLiteral(value);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
