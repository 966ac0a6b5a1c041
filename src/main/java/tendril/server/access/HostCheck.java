package tendril.server.access;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which hosts a request may name. A web page from elsewhere can make a browser ask this server under the page's own name
 * (DNS rebinding); such a request is told by its host, and refused. Immutable.
 */
public final class HostCheck {
    /** The names the original had; clients that still use them reach this server by a hosts file or a proxy. */
    private static final Set<String> ORIGINAL_NAMES =
            Set.of("www.threatcrowd.org", "ci-www.threatcrowd.org", "threatcrowd.org");

    private final Set<String> names = new HashSet<>(ORIGINAL_NAMES);
    private final boolean anyAddress;

    /**
     * @param bound   the address the server listens on
     * @param further names it may be asked by beside its own
     */
    public HostCheck(InetAddress bound, Set<String> further) {
        names.add("localhost");
        further.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        names.add(literal(bound));
        // Listening on more than loopback, the server has addresses it cannot know; rebinding needs a name, though.
        anyAddress = !bound.isLoopbackAddress();
    }

    /** Whether a request for this host, lower case and without port, is answered. */
    public boolean allows(String host) {
        if (host.isEmpty() || names.contains(host)) {
            return true;
        }
        if (isLoopback(host)) {
            return true;
        }
        return anyAddress && isAddress(host);
    }

    /** Whether the host is one the original had. */
    public static boolean isOriginal(String host) {
        return ORIGINAL_NAMES.contains(host);
    }

    private static boolean isLoopback(String host) {
        return host.equals("[::1]") || (host.startsWith("127.") && isAddress(host));
    }

    private static boolean isAddress(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            return host.chars().skip(1).limit(host.length() - 2L).allMatch(c -> isHex(c) || c == ':' || c == '.');
        }
        String[] parts = host.split("\\.", -1);
        return parts.length == 4 && allNumbers(parts);
    }

    private static boolean allNumbers(String[] parts) {
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(int c) {
        return Character.digit(c, 16) >= 0;
    }

    /** An address as it stands in a URL. */
    public static String literal(InetAddress address) {
        String text = address.getHostAddress();
        return text.indexOf(':') >= 0 ? "[" + text + "]" : text;
    }
}
