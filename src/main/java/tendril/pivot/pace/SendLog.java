package tendril.pivot.pace;

import java.time.Duration;
import java.util.Arrays;
import tendril.pivot.Pace;

/**
 * When one provider was asked, oldest first, and when a pace allows the next time. The exact log of a sliding window:
 * the next request may go when the n-th last is older than the window. Confined to its owner's thread.
 */
public final class SendLog {
    // A request that left later than planned must not arrive closer to the next than the source allows.
    private static final int GUARD_SHARE = 200;
    private static final long GUARD_NANOS_MAX = Duration.ofMillis(250).toNanos();
    private static final long KEPT_NANOS = Duration.ofDays(1).toNanos();
    private static final int KEPT_MAX = 20_000;
    private static final int ROOM_AT_START = 16;

    private long[] times = new long[ROOM_AT_START];
    private int from;
    private int to;
    private long waitUntil = Long.MIN_VALUE;

    /** The window with the guard: what lies between a request and the n-th after it. */
    public static long spanNanos(Pace.Window window) {
        long per = nanos(window.per());
        return per + Math.min(per / GUARD_SHARE, GUARD_NANOS_MAX);
    }

    /** By how much a request may leave late without a word: what the shortest window keeps for that. */
    static long guardNanos(Pace pace) {
        return pace.windows().stream()
                .mapToLong(window -> spanNanos(window) - nanos(window.per()))
                .min()
                .orElse(0);
    }

    /** The longest of the pace's windows, 0 if it has none. */
    static long longestNanos(Pace pace) {
        return pace.windows().stream().mapToLong(SendLog::spanNanos).max().orElse(0);
    }

    // A window of centuries is meant as "for ever"; it must not overflow a sum with the time of day.
    private static long nanos(Duration span) {
        return span.compareTo(Duration.ofDays(36_500)) > 0
                ? Duration.ofDays(36_500).toNanos()
                : span.toNanos();
    }

    void add(long time) {
        makeRoom();
        int at = to++;
        while (at > from && times[at - 1] > time) {
            times[at] = times[at - 1];
            at--;
        }
        times[at] = time;
    }

    /** What was taken to be sent at one time was sent at a later one; if nothing was, nothing changes. */
    void move(long before, long time) {
        for (int at = to - 1; at >= from && times[at] >= before; at--) {
            if (times[at] == before) {
                System.arraycopy(times, at + 1, times, at, to - at - 1);
                to--;
                add(time);
                return;
            }
        }
    }

    private void makeRoom() {
        if (to < times.length) {
            return;
        }
        int size = to - from;
        times = Arrays.copyOfRange(times, from, from + Math.max(ROOM_AT_START, size * 2));
        from = 0;
        to = size;
    }

    /** Forgets what no window of this pace needs, but not the last day, in case a setting makes a window longer. */
    void trim(Pace pace, long now) {
        long needed = now - longestNanos(pace);
        long kept = Math.min(needed, now - KEPT_NANOS);
        while (from < to && (times[from] < kept || (size() > KEPT_MAX && times[from] < needed))) {
            from++;
        }
    }

    void waitUntil(long time) {
        waitUntil = time;
    }

    long waitUntil() {
        return waitUntil;
    }

    /** The first moment at which one more request exceeds no window; may lie in the past. */
    long earliest(Pace pace) {
        long earliest = waitUntil;
        for (Pace.Window window : pace.windows()) {
            if (to - from >= window.requests()) {
                earliest = Math.max(earliest, times[to - window.requests()] + spanNanos(window));
            }
        }
        return earliest;
    }

    long[] toArray() {
        return Arrays.copyOfRange(times, from, to);
    }

    int size() {
        return to - from;
    }
}
