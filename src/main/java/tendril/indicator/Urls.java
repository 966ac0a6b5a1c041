package tendril.indicator;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * URLs: their canonical form and the host inside. Pure and thread-safe.
 *
 * <p>Canonical are the scheme and the host (lower case, A-labels, RFC 5952 in brackets) and the port (left out where it
 * is the scheme's own); an empty path becomes {@code /}. User name, path, query and fragment stay as they were written,
 * to the letter: malware answers on one spelling and not on the other.
 */
public final class Urls {
    /** Longest URL, in UTF-16 units. */
    public static final int LENGTH_MAX = 8192;

    private static final int PORT_MAX = 65535;

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of(
            "http", 80, "https", 443, "ftp", 21, "ftps", 990, "ws", 80, "wss", 443, "ssh", 22, "sftp", 22, "telnet", 23,
            "ldap", 389);

    /** Schemes that lead to a host. What runs code or reads the own disk ({@code javascript}, {@code file}) is not here. */
    private static final Set<String> SCHEMES = Set.of(
            "http",
            "https",
            "ftp",
            "ftps",
            "sftp",
            "tcp",
            "udp",
            "ws",
            "wss",
            "ssh",
            "telnet",
            "ldap",
            "ldaps",
            "smb",
            "rtsp",
            "rtmp",
            "irc",
            "ircs",
            "git",
            "svn",
            "rdp",
            "vnc",
            "socks",
            "socks4",
            "socks5",
            "rmi",
            "dns",
            "tls",
            "ssl",
            "redis",
            "mysql",
            "mongodb",
            "amqp",
            "mqtt",
            "gopher",
            "tftp",
            "imap",
            "pop3",
            "smtp",
            "quic",
            "stratum+tcp",
            "stratum+ssl",
            "git+ssh",
            "svn+ssh");

    private Urls() {}

    /** The domain or address that the URL leads to; empty if its host is a name outside the public DNS. */
    public static Optional<Indicator> host(Indicator url) {
        if (url.type() != IndicatorType.URL) {
            return Optional.empty();
        }
        String host = Authority.of(url.value(), url.value().indexOf("://") + 3).host();
        if (host.startsWith("[")) {
            return Canonical.parse(IndicatorType.IPV6, host).indicator();
        }
        return Canonical.parse(IndicatorType.IPV4, host)
                .indicator()
                .or(() -> Canonical.parse(IndicatorType.DOMAIN, host).indicator());
    }

    public static boolean isScheme(String lowerCase) {
        return SCHEMES.contains(lowerCase);
    }

    static Reading parse(String given) {
        if (given.length() > LENGTH_MAX) {
            return refused(given, "is too long for a URL: at most " + LENGTH_MAX + " characters are kept. Shorten it.");
        }
        int colon = given.indexOf("://");
        if (colon <= 0) {
            return refused(given, "is not a URL: no scheme stands before it. Write http:// or https:// in front.");
        }
        String scheme = given.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            return refused(
                    given,
                    "is not a URL to look into: “" + Shown.quote(scheme)
                            + "” is not a scheme that leads to a host. Use one such as http, https or ftp.");
        }
        if (given.chars().anyMatch(Character::isWhitespace)) {
            return refused(given, "is not a URL: it holds a space. Remove it or write %20.");
        }
        Authority authority = Authority.of(given, colon + 3);
        if (authority.user().indexOf('[') >= 0 || authority.user().indexOf(']') >= 0) {
            return refused(given, "is not a URL: its user name holds a bracket. Remove it or write %5B and %5D.");
        }
        Reading host = canonicalHost(authority.host());
        if (!(host instanceof Reading.Accepted accepted)) {
            return refused(given, "is not a URL because of its host. " + host.reason());
        }
        Optional<String> port = canonicalPort(scheme, authority.port());
        if (port.isEmpty()) {
            return refused(
                    given,
                    "is not a URL: its port, “" + Shown.quote(authority.port()) + "”, is not a number from 1 to "
                            + PORT_MAX + ". Correct or remove it.");
        }
        String name = accepted.value().value();
        String rest = given.substring(authority.end());
        String canonical = scheme + "://" + authority.user()
                + (accepted.value().type() == IndicatorType.IPV6 ? "[" + name + "]" : name)
                + port.get() + (rest.startsWith("/") ? "" : "/") + rest;
        return canonical.length() > LENGTH_MAX
                ? refused(given, "is too long for a URL: at most " + LENGTH_MAX + " characters are kept. Shorten it.")
                : Reading.accepted(IndicatorType.URL, canonical);
    }

    private static Reading refused(String given, String why) {
        return new Reading.Refused("“" + Shown.quote(given) + "” " + why);
    }

    private static Reading canonicalHost(String host) {
        if (host.isEmpty()) {
            return new Reading.Refused("It has none: write a domain or an address after the slashes.");
        }
        if (host.startsWith("[")) {
            return Addresses.parseIpv6(host);
        }
        boolean numeric = host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
        return numeric ? Addresses.parseIpv4(host) : Domains.parseHost(host);
    }

    /** The port with its colon, nothing where it goes without saying; empty if it is no port. */
    private static Optional<String> canonicalPort(String scheme, String port) {
        if (port.isEmpty()) {
            return Optional.of("");
        }
        if (port.length() > 9 || !port.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int number = Integer.parseInt(port);
        if (number < 1 || number > PORT_MAX) {
            return Optional.empty();
        }
        boolean unsaid = Integer.valueOf(number).equals(DEFAULT_PORTS.get(scheme));
        return Optional.of(unsaid ? "" : ":" + number);
    }

    /**
     * What stands between the slashes and the path (RFC 3986, 3.2).
     *
     * @param user user name and password with the at sign, or empty text
     * @param host the host as written, IPv6 in brackets
     * @param port the digits, or empty text
     * @param end  where the path begins
     */
    private record Authority(String user, String host, String port, int end) {
        static Authority of(String url, int start) {
            int end = start;
            while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
                end++;
            }
            String whole = url.substring(start, end);
            int at = whole.lastIndexOf('@');
            String user = whole.substring(0, at + 1);
            String place = whole.substring(at + 1);
            int bracket = place.lastIndexOf(']');
            int colon = place.indexOf(':', place.startsWith("[") ? Math.max(bracket, 0) : 0);
            return colon < 0
                    ? new Authority(user, place, "", end)
                    : new Authority(user, place.substring(0, colon), place.substring(colon + 1), end);
        }
    }
}
