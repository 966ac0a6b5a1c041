package tendril.pivot;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * When each question of a lane is expected to go: the lane played ahead with its pace, what was sent already, and the
 * source's usual time to answer. Linear in the questions in line. Confined to the case thread.
 */
final class Forecast {
    private final Lane lane;
    private final long now;
    private final long[] times;
    private final long[] spans;
    private final int[] counts;
    private final long[] finishes;
    private int sent;
    private int slotsUsed;

    private Forecast(Lane lane, long[] history, long now) {
        this.lane = lane;
        this.now = now;
        int inLine = lane.ready().size() + lane.later().size();
        times = new long[history.length + inLine];
        System.arraycopy(history, 0, times, 0, history.length);
        sent = history.length;
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
    }

    /** Writes into each question when it is expected and how many go before it; returns when the last is answered. */
    static long play(Lane lane, long[] history, long now) {
        return new Forecast(lane, history, now).play();
    }

    private long play() {
        List<Send> ready = List.copyOf(lane.ready());
        List<Send> later = List.copyOf(lane.later());
        PriorityQueue<Send> matured = new PriorityQueue<>(Send.BY_RANK);
        long clock = Math.max(now, lane.health.notBefore());
        int nextReady = 0;
        int nextLater = 0;
        for (int before = 0; before < ready.size() + later.size(); before++) {
            clock = slot(clock);
            if (nextReady == ready.size() && matured.isEmpty()) {
                clock = Math.max(clock, later.get(nextLater).notBefore);
            }
            while (nextLater < later.size() && later.get(nextLater).notBefore <= clock) {
                matured.add(later.get(nextLater++));
            }
            boolean takeReady = nextReady < ready.size()
                    && (matured.isEmpty() || Send.BY_RANK.compare(ready.get(nextReady), matured.element()) < 0);
            Send next = takeReady ? ready.get(nextReady++) : matured.remove();
            next.expected = clock;
            next.before = before;
            times[sent++] = clock;
            occupy(clock + lane.health.latencyNanos());
        }
        return lastFinish();
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

    private long lastFinish() {
        return finishes[(slotsUsed + finishes.length - 1) % finishes.length];
    }
}
