package tendril.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The way of one layout run: where the nodes stood after some of its steps, and the seconds until then. The clocks
 * stand still while places are copied. Confined to one thread.
 */
final class Trail {
    private static final double NANOS = 1e9;
    private static final double MARK_GROWTH = 1.35;

    /** Wall seconds for each CPU second of the budget, so that a busy machine ends too. */
    private static final double WALL_SHARE_MAX = 4;

    private final double cpuSecondsMax;
    private final List<Mark> marks = new ArrayList<>();
    private Budget budget = new Budget(0);
    private long wallStart;
    private double wall;
    private double cpu;
    private int steps;
    private double nextMark = 1;
    private final Runnable atBegin;
    private boolean begun;

    /** Where the nodes stood after a step, and the seconds, of the clock and of all processors, until then. */
    record Mark(int step, double wall, double cpu, double[] x, double[] y) {}

    Trail(double cpuSecondsMax) {
        this(cpuSecondsMax, () -> {});
    }

    private Trail(double cpuSecondsMax, Runnable atBegin) {
        this.cpuSecondsMax = cpuSecondsMax;
        this.atBegin = atBegin;
    }

    /** A trail that keeps no places, and tells when the engine has its graph and is about to lay it out. */
    static Trail withoutMarks(double cpuSecondsMax, Runnable atBegin) {
        Trail trail = new Trail(cpuSecondsMax, atBegin);
        trail.nextMark = Double.POSITIVE_INFINITY;
        return trail;
    }

    /** The measured part begins. */
    void begin() {
        if (!begun) {
            begun = true;
            atBegin.run();
        }
        wallStart = System.nanoTime();
        budget = new Budget(cpuSecondsMax);
    }

    private void pause() {
        wall += (System.nanoTime() - wallStart) / NANOS;
        cpu += budget.secondsUsed();
    }

    /** A step was made; true if there may be another. */
    boolean step(Supplier<double[][]> places) {
        steps++;
        if (steps >= nextMark) {
            nextMark = Math.max(nextMark + 1, nextMark * MARK_GROWTH);
            mark(places);
        }
        return cpu + budget.secondsUsed() < cpuSecondsMax
                && wall + (System.nanoTime() - wallStart) / NANOS < WALL_SHARE_MAX * cpuSecondsMax;
    }

    /** The run is over. */
    void end(Supplier<double[][]> places) {
        if (nextMark < Double.POSITIVE_INFINITY && (marks.isEmpty() || marks.getLast().step() != steps)) {
            mark(places);
        }
    }

    /** The run was made elsewhere, in so many seconds. */
    void end(double wallSeconds, double cpuSeconds, double[][] places) {
        marks.add(new Mark(1, wallSeconds, cpuSeconds, places[0], places[1]));
    }

    private void mark(Supplier<double[][]> places) {
        pause();
        double[][] now = places.get();
        marks.add(new Mark(steps, wall, cpu, now[0], now[1]));
        begin();
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }
}
