package tendril.pivot.pace;

import java.time.Duration;
import java.time.Instant;

/** Both clocks read at once, so that a steady time can be told as a clock time. Immutable. */
public record Moment(Instant wall, long nanos) {
    public static Moment of(Ticker ticker) {
        return new Moment(ticker.instant(), ticker.nanos());
    }

    /** The clock time of a steady time, no earlier than now. */
    public Instant at(long time) {
        return time <= nanos ? wall : wall.plusNanos(time - nanos);
    }

    /** The steady time of a clock time, no earlier than now and no later than {@code most} from now. */
    public long steady(Instant time, Duration most) {
        if (!time.isAfter(wall)) {
            return nanos;
        }
        Duration ahead = Duration.between(wall, time);
        return nanos + (ahead.compareTo(most) > 0 ? most : ahead).toNanos();
    }
}
