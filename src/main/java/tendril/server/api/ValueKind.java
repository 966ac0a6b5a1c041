package tendril.server.api;

import java.util.regex.Pattern;

/** What kind of value a key looks like, as far as links between pages and feeds need to know. */
public enum ValueKind {
    DOMAIN,
    ADDRESS,
    EMAIL,
    HASH,
    /** A malware name, or anything else. */
    NAME;

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f]*:[0-9a-f:]*:[0-9a-f:.]*");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern HOST = Pattern.compile("[^\\s/:@()!*]+\\.[^\\s/:@()!*\\d.][^\\s/:@()!*.]+");

    public static ValueKind of(String key) {
        if (IPV4.matcher(key).matches() || IPV6.matcher(key).matches()) {
            return ADDRESS;
        }
        if (HEX.matcher(key).matches()) {
            return HASH;
        }
        int at = key.indexOf('@');
        if (at > 0 && HOST.matcher(key.substring(at + 1)).matches()) {
            return EMAIL;
        }
        return HOST.matcher(key).matches() ? DOMAIN : NAME;
    }
}
