package tendril.server.access;

import java.time.Duration;

/**
 * How often one client may ask. Immutable.
 *
 * @param interval        one request each so long, in the long run
 * @param burst           how many may come at once after a pause
 * @param likeTheOriginal whether a client that asks too often is told as the original did, with status 200 and the text
 *                        {@code Too many connections}, instead of 429
 */
public record ClientPace(Duration interval, int burst, boolean likeTheOriginal) {
    /** No limit, as befits a server that only its own machine reaches. */
    public static final ClientPace UNLIMITED = new ClientPace(Duration.ZERO, 1, false);

    /** What the original asked of its clients: one request every ten seconds, short bursts allowed. */
    public static final ClientPace ORIGINAL = new ClientPace(Duration.ofSeconds(10), 10, false);

    public ClientPace {
        if (interval.isNegative() || burst < 1) {
            throw new IllegalArgumentException("A pace has an interval of 0 or more and a burst of 1 or more.");
        }
    }
}
