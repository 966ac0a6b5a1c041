package tendril.server.engine;

import java.time.Duration;

/**
 * How much a client may send, and how long it may take. Immutable.
 *
 * @param headBytesMax   request line and header fields together
 * @param headersMax     header fields of one request
 * @param bodyBytesMax   the body of one request
 * @param requestTimeMax from the first byte of a request to its last
 * @param idleTimeMax    from one request to the next on the same connection
 * @param writeTimeMax   how long one write may wait for a client that does not read
 * @param graceTimeMax   how long running answers may take to end when the server stops
 * @param connectionsMax connections at the same time
 */
public record HttpLimits(
        int headBytesMax,
        int headersMax,
        int bodyBytesMax,
        Duration requestTimeMax,
        Duration idleTimeMax,
        Duration writeTimeMax,
        Duration graceTimeMax,
        int connectionsMax) {
    public static final HttpLimits USUAL = new HttpLimits(
            16_384,
            100,
            1 << 20,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            1000);
}
