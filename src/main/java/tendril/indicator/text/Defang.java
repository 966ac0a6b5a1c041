package tendril.indicator.text;

import java.util.List;
import tendril.indicator.Canonical;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Reading;

/**
 * Writes indicators so that nobody clicks them by mistake, and back: {@code hxxp://evil[.]example/a.php},
 * {@code someone[@]evil[.]example}, {@code 192[.]0[.]2[.]1}. Only the host is touched, because dots in a path lead
 * nowhere. Pure and thread-safe.
 */
public final class Defang {
    private Defang() {}

    /** The indicator as a report shows it; hashes, numbers and names are shown as they are. */
    public static String of(Indicator indicator) {
        String value = indicator.value();
        return switch (indicator.type()) {
            case DOMAIN, IPV4 -> dots(value);
            case CIDR, IPV6 -> value.indexOf('.') >= 0 ? dots(value) : value.replaceFirst(":", "[:]");
            case EMAIL -> email(value);
            case URL -> url(value);
            case MD5, SHA1, SHA256, SHA512, AS, MALWARE, CVE, PHRASE -> value;
        };
    }

    /** The text with every indicator in it defanged, and everything else as it was. */
    public static String text(String text) {
        List<Found> all = Extraction.find(text);
        var out = new StringBuilder(text.length() + 16);
        int done = 0;
        for (Found found : all) {
            out.append(text, done, found.start());
            out.append(isClickable(found.type()) ? of(found.indicator()) : text.substring(found.start(), found.end()));
            done = found.end();
        }
        return out.append(text, done, text.length()).toString();
    }

    /** The text with every defanged indicator in it written plainly, in canonical form, and everything else as it was. */
    public static String refangText(String text) {
        List<Found> all = Extraction.find(text);
        var out = new StringBuilder(text.length());
        int done = 0;
        for (Found found : all) {
            out.append(text, done, found.start());
            out.append(isClickable(found.type()) ? found.value() : text.substring(found.start(), found.end()));
            done = found.end();
        }
        return out.append(text, done, text.length()).toString();
    }

    /**
     * The plain value of what {@link #of} wrote, or of the same type in any disguise that {@link Detection} understands.
     */
    public static Reading refang(IndicatorType type, String defanged) {
        Reading plain = Canonical.parse(type, defanged);
        if (plain instanceof Reading.Accepted || !isClickable(type)) {
            return plain;
        }
        Reading own = Canonical.parse(type, undo(type, defanged.strip()));
        if (own instanceof Reading.Accepted) {
            return own;
        }
        return Detection.detect(defanged) instanceof Detection.Single single
                        && single.indicator().type() == type
                ? new Reading.Accepted(single.indicator())
                : plain;
    }

    private static boolean isClickable(IndicatorType type) {
        return switch (type) {
            case DOMAIN, IPV4, IPV6, CIDR, EMAIL, URL -> true;
            case MD5, SHA1, SHA256, SHA512, AS, MALWARE, CVE, PHRASE -> false;
        };
    }

    /** Exactly what {@link #of} does, backwards. */
    private static String undo(IndicatorType type, String defanged) {
        int hostEnd = type == IndicatorType.URL ? hostEnd(defanged) : defanged.length();
        String host = defanged.substring(0, hostEnd)
                .replace("[.]", ".")
                .replace("[:]", ":")
                .replace("[@]", "@");
        if (type == IndicatorType.URL) {
            host = host.replaceFirst("^hxxp", "http").replaceFirst("^fxp", "ftp");
        }
        return host + defanged.substring(hostEnd);
    }

    private static String email(String value) {
        int at = value.indexOf('@');
        return value.substring(0, Math.max(at, 0)) + "[@]" + dots(value.substring(at + 1));
    }

    private static String url(String value) {
        int end = hostEnd(value);
        int start = value.indexOf("://") + 3;
        String scheme = value.substring(0, start)
                .replaceFirst("^http", "hxxp")
                .replaceFirst("^ftp", "fxp")
                // Other schemes seldom open anything, but the colon costs nothing.
                .replaceFirst("^(?!hxxp|fxp)(.*)://$", "$1[:]//");
        return scheme + dots(value.substring(start, end)) + value.substring(end);
    }

    /** Where the host and port of a URL end, disguised or not. */
    private static int hostEnd(String url) {
        int end = url.indexOf("//") + 2;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String dots(String host) {
        return host.replace(".", "[.]");
    }
}
