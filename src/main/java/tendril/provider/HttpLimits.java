package tendril.provider;

import java.time.Duration;

/**
 * How much one HTTP exchange may take. Immutable.
 *
 * @param connect   the longest wait for a connection, TLS included
 * @param whole     the longest time from the first look-up of the name to the last byte of the body, redirects included
 * @param bodyBytes the largest body, both as it travels and after decompression, in bytes
 * @param redirects how many redirects are followed
 */
public record HttpLimits(Duration connect, Duration whole, int bodyBytes, int redirects) {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration WHOLE_MAX = Duration.ofSeconds(60);
    private static final int BODY_BYTES_MAX = 32 * 1024 * 1024;
    private static final int REDIRECTS_MAX = 3;

    public static final HttpLimits DEFAULT = new HttpLimits(CONNECT_MAX, WHOLE_MAX, BODY_BYTES_MAX, REDIRECTS_MAX);

    public HttpLimits {
        if (!connect.isPositive() || !whole.isPositive() || bodyBytes < 1 || redirects < 0) {
            throw new IllegalArgumentException("Limits of an exchange must be longer and larger than zero.");
        }
    }
}
