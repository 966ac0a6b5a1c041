package tendril.pivot.lane;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import tendril.pivot.Pace;
import tendril.pivot.pace.SendLog;

/**
 * When the next questions of a lane are expected to go: the lane played ahead with its pace, what was sent already, and
 * the source's usual time to answer. It tells the time of a place in line, not of a question, so that nothing is played
 * again when questions are moved, called off or put behind; it is played only as far as somebody looks. Confined to the
 * case thread.
 */
public final class Forecast {
    private static final int ROOM_AT_START = 64;

    private final Lane lane;
    private final long[] spans;
    private final int[] counts;
    private final long[] finishes;
    private final int history;
    // What backs off: it comes back when its time is over, at the place its rank gives it.
    private final List<Send> later;
    private final PriorityQueue<Send> matured = new PriorityQueue<>(Send.BY_RANK);
    // At which turn each of those that back off goes, rising.
    private int[] laterTurns = {};
    private long[] times;
    private long clock;
    private int sent;
    private int slotsUsed;
    private int nextReady;
    private int nextLater;

    /**
     * A forecast that nothing of is played yet.
     *
     * @param sends when the source was asked lately, oldest first
     */
    Forecast(Lane lane, long[] sends, long now) {
        this.lane = lane;
        history = sends.length;
        sent = history;
        times = Arrays.copyOf(sends, history + ROOM_AT_START);
        var windows = lane.pace().windows();
        spans = windows.stream().mapToLong(SendLog::spanNanos).toArray();
        counts = windows.stream().mapToInt(Pace.Window::requests).toArray();
        // A ring of when the last sends end: the next may go when the one a full round before has ended.
        finishes = new long[lane.pace().concurrency()];
        Arrays.fill(finishes, Long.MIN_VALUE);
        lane.running().stream()
                .mapToLong(send -> Math.max(now, send.startedAt + lane.health.latencyNanos()))
                .sorted()
                .forEach(this::occupy);
        clock = Math.max(now, lane.health.notBefore());
        later = List.copyOf(lane.later());
    }

    /** Which turn a question in line has: how many go before it. */
    public int turnOf(Send send) {
        if (later.isEmpty()) {
            return lane.ready().placeOf(send);
        }
        playAll();
        if (lane.later().contains(send)) {
            return send.turn;
        }
        int turn = lane.ready().placeOf(send);
        for (int taken : laterTurns) {
            if (taken > turn) {
                break;
            }
            turn++;
        }
        return turn;
    }

    /** What backs off, by the turns it goes at. */
    List<Send> laterByTurn() {
        if (later.isEmpty()) {
            return later;
        }
        playAll();
        return later.stream().sorted(Comparator.comparingInt(send -> send.turn)).toList();
    }

    /** The steady time at which a turn comes. */
    public long timeOf(int turn) {
        while (played() <= turn) {
            playOne();
        }
        return times[history + turn];
    }

    /** When the last question in line, or under way, is expected to be answered. */
    public long lastFinish() {
        int inLine = lane.inLineCount();
        if (inLine == 0) {
            return Arrays.stream(finishes).max().orElse(clock);
        }
        return timeOf(inLine - 1) + lane.health.latencyNanos();
    }

    /** How many turns were played: the work done, for those who bound it. */
    int played() {
        return sent - history;
    }

    private void playAll() {
        while (played() < lane.inLineCount()) {
            playOne();
        }
    }

    private void playOne() {
        clock = slot(clock);
        boolean readyLeft = nextReady < lane.ready().size();
        if (!readyLeft && matured.isEmpty() && nextLater < later.size()) {
            clock = Math.max(clock, later.get(nextLater).notBefore);
        }
        while (nextLater < later.size() && later.get(nextLater).notBefore <= clock) {
            matured.add(later.get(nextLater++));
        }
        if (!matured.isEmpty() && (!readyLeft || lane.ready().placeOf(matured.element()) <= nextReady)) {
            matured.remove().turn = played();
            laterTurns = Arrays.copyOf(laterTurns, laterTurns.length + 1);
            laterTurns[laterTurns.length - 1] = played();
        } else {
            nextReady++;
        }
        if (sent == times.length) {
            times = Arrays.copyOf(times, sent * 2);
        }
        times[sent++] = clock;
        occupy(clock + lane.health.latencyNanos());
    }

    private long slot(long from) {
        long time = Math.max(from, finishes[slotsUsed % finishes.length]);
        for (int i = 0; i < spans.length; i++) {
            if (sent >= counts[i]) {
                time = Math.max(time, times[sent - counts[i]] + spans[i]);
            }
        }
        return time;
    }

    private void occupy(long until) {
        finishes[slotsUsed++ % finishes.length] = until;
    }
}
