package tendril.indicator;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which a source says something was first and last seen; either may be unknown. Immutable.
 *
 * @param first the earliest day, if a source gave one
 * @param last  the latest day, if a source gave one
 */
public record Seen(Optional<LocalDate> first, Optional<LocalDate> last) {
    public static final Seen UNKNOWN = new Seen(Optional.empty(), Optional.empty());

    /** Only the last day is known, as in ThreatCrowd's {@code last_resolved}. */
    public static Seen lastOn(LocalDate day) {
        return new Seen(Optional.empty(), Optional.of(day));
    }

    /** The widest span that both allow. Commutative, associative, idempotent. */
    public Seen widen(Seen other) {
        return new Seen(earlier(first, other.first), later(last, other.last));
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> a, Optional<LocalDate> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.or(() -> b);
        }
        return a.get().isBefore(b.get()) ? a : b;
    }

    private static Optional<LocalDate> later(Optional<LocalDate> a, Optional<LocalDate> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.or(() -> b);
        }
        return a.get().isAfter(b.get()) ? a : b;
    }
}
