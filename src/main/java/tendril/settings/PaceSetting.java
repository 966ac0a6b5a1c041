package tendril.settings;

import java.time.Duration;

/**
 * How often the person lets a provider be asked. Immutable.
 *
 * @param interval between two requests on average; zero for as fast as it answers
 * @param burst    how many may go at once after a rest, at least 1
 */
public record PaceSetting(Duration interval, int burst) {
    /** The longest interval that makes sense. */
    public static final Duration INTERVAL_MAX = Duration.ofDays(1);

    /** The largest burst that makes sense, in requests. */
    public static final int BURST_MAX = 1000;

    public PaceSetting {
        if (interval.isNegative() || interval.compareTo(INTERVAL_MAX) > 0 || burst < 1 || burst > BURST_MAX) {
            throw new IllegalArgumentException("A pace is up to one day between requests and a burst of 1 to 1000.");
        }
    }
}
