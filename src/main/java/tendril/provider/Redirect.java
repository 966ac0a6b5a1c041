package tendril.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where a redirect leads, and whether it may be followed. Pure. */
final class Redirect {
    private static final int LOCATION_CHARS_MAX = 8_000;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private Redirect() {}

    /** The address that a {@code Location} names, seen from the page it stands on; empty when it names none. */
    static Optional<URI> target(URI from, String location) {
        if (location.isBlank() || location.length() > LOCATION_CHARS_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(from.resolve(new URI(location.strip())));
        } catch (URISyntaxException garbage) {
            return Optional.empty();
        }
    }

    /** Scheme, host and port are the same (RFC 6454), and no login stands in the address. */
    static boolean sameOrigin(URI from, URI to) {
        return to.getRawUserInfo() == null
                && !origin(to).isEmpty()
                && origin(from).equals(origin(to));
    }

    private static String origin(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        int standard = switch (scheme) {
            case "http" -> HTTP_PORT;
            case "https" -> HTTPS_PORT;
            default -> 0;
        };
        if (standard == 0 || uri.getHost() == null) {
            return "";
        }
        int port = uri.getPort() < 0 ? standard : uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
