package tendril.pivot.pace;

import java.time.Instant;

/**
 * Where the queue reads the time: a wall clock to talk to people and to outlive the program, and a steady one to
 * measure by. Implementations are thread-safe.
 */
public interface Ticker {
    /** What the clock on the wall says; a person or a time server may set it forward or back at any moment. */
    Instant instant();

    /** Nanoseconds since a moment of its own that stays the same while the program runs; never goes back. */
    long nanos();

    /** The clocks of this machine. */
    static Ticker system() {
        return new SystemTicker();
    }
}
