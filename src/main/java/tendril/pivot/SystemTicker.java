package tendril.pivot;

import java.time.Instant;

/** The clocks of this machine. Thread-safe. */
final class SystemTicker implements Ticker {
    // Counted from here, so that plain comparisons of two times are safe: System.nanoTime may start anywhere.
    private final long origin = System.nanoTime();

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime() - origin;
    }
}
