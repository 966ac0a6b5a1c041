package tendril.provider;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tendril.pivot.Audience;

/**
 * The address under which a source answers: http or https, a host, no secret in it, no slash at the end. Immutable.
 */
public final class BaseUrl {
    /** What became of an address that a person typed. */
    public sealed interface Reading {
        record Usable(BaseUrl url) implements Reading {}

        /** @param reason one sentence that says what to do */
        record Unusable(String reason) implements Reading {}
    }

    private static final int LENGTH_MAX = 2_000;
    private static final int PORT_MAX = 65_535;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final Set<String> OWN_SUFFIXES = Set.of(".local", ".lan", ".internal", ".intranet", ".home.arpa");

    private final URI uri;

    private BaseUrl(URI uri) {
        this.uri = uri;
    }

    /** Reads an address as a person types it. Pure: nothing is looked up. */
    public static Reading read(String text) {
        String typed = text.strip();
        if (typed.isEmpty() || typed.length() > LENGTH_MAX) {
            return new Reading.Unusable(
                    "The address of the server is empty or too long; it looks like https://host.example.");
        }
        URI uri;
        try {
            uri = new URI(typed);
        } catch (URISyntaxException malformed) {
            return unusable(typed, "is not a web address; it looks like https://host.example");
        }
        return problem(uri)
                .map(reason -> unusable(uri.getRawUserInfo() == null ? typed : "you gave", reason))
                .orElseGet(() -> new Reading.Usable(new BaseUrl(tidied(uri))));
    }

    /** An address that the program itself made, such as that of the embedded server. */
    public static BaseUrl of(URI uri) {
        return switch (read(uri.toString())) {
            case Reading.Usable usable -> usable.url();
            case Reading.Unusable unusable -> throw new IllegalArgumentException(unusable.reason());
        };
    }

    /** The address, without a slash at its end. */
    public URI uri() {
        return uri;
    }

    /** The address cut before this path, however it is capitalised, where its path holds it. */
    public BaseUrl cutBefore(String path) {
        String own = uri.getRawPath();
        int start = own.toLowerCase(Locale.ROOT).indexOf(path.toLowerCase(Locale.ROOT));
        return start < 0 ? this : new BaseUrl(withPath(uri, own.substring(0, start)));
    }

    /** The host and, where one is given, the port, as people are shown them. */
    public String host() {
        return uri.getRawAuthority();
    }

    /** The host and the port, whether it is given or usual: equal for all addresses of one server. */
    public String server() {
        int usual = uri.getScheme().equals("https") ? HTTPS_PORT : HTTP_PORT;
        return uri.getHost() + ":" + (uri.getPort() < 0 ? usual : uri.getPort());
    }

    /** Who sees what is asked here, as far as the address itself tells. Looks nothing up. */
    public Audience audience() {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return Audience.THIS_MACHINE;
        }
        Optional<InetAddress> address = literal(host);
        if (address.isPresent()) {
            return audienceOf(address.get());
        }
        boolean own = !host.contains(".") || OWN_SUFFIXES.stream().anyMatch(host::endsWith);
        return own ? Audience.OWN_SERVER : Audience.THIRD_PARTY;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BaseUrl that && uri.equals(that.uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    @Override
    public String toString() {
        return uri.toString();
    }

    private static Optional<String> problem(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("does not begin with https:// or http://");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > PORT_MAX) {
            return Optional.of("names no host that could be asked; it looks like https://host.example");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("holds a user name or password; leave them out of the address");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return Optional.of("holds a question mark or a hash sign; give only what stands before it");
        }
        return Optional.empty();
    }

    private static Reading unusable(String typed, String reason) {
        return new Reading.Unusable("The address " + Words.quoted(typed) + " " + reason + ".");
    }

    private static URI tidied(URI uri) {
        return withPath(uri, uri.getRawPath());
    }

    private static URI withPath(URI uri, String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String authority = uri.getRawAuthority().toLowerCase(Locale.ROOT);
        return URI.create(scheme + "://" + authority + path.substring(0, end));
    }

    private static Optional<InetAddress> literal(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        try {
            return Optional.of(InetAddress.ofLiteral(bracketed ? host.substring(1, host.length() - 1) : host));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    private static Audience audienceOf(InetAddress address) {
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return Audience.THIS_MACHINE;
        }
        boolean own = address.isSiteLocalAddress() || address.isLinkLocalAddress() || isUniqueLocal(address);
        return own ? Audience.OWN_SERVER : Audience.THIRD_PARTY;
    }

    /** fc00::/7, RFC 4193. */
    private static boolean isUniqueLocal(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    }
}
