package tendril.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * The start of a layout from nothing: the graph is made smaller and smaller, the smallest one is laid out at leisure,
 * and each finer one starts where the coarser one has brought it (the multilevel scheme of Walshaw 2000). A handful of
 * steps on the full graph then remain.
 */
final class Multilevel {
    private static final int COARSEST_BODIES = 40;
    /**
     * Share of the repulsion that the field towards the middle balances in the finished picture. It spreads the bodies
     * more evenly, which makes distances truer; too much of it presses the clusters into each other.
     */
    static final double CONFINEMENT = 0.55;

    /** The same while the graph is still small: less of it lets the clusters find their places among each other. */
    private static final double COARSE_CONFINEMENT = 0.25;

    /** The steps of a level grow with this power of how many times smaller it is than the first without leaves. */
    private static final double STEPS_GROWTH = 0.35;

    private static final double STEPS_GROWTH_MAX = 8;

    /** Bodies below which a graph gets more steps: they cost little, and a small picture is looked at closely. */
    private static final double SMALL_KERNEL = 3_000;

    private static final double LEISURE_GROWTH = 0.8;
    private static final double LEISURE_MAX = 4;

    /** A level is settled when a step moves its bodies by this share of the room each has, on average. */
    private static final double SETTLED = 5e-3;

    private static final double SHRINK_MIN = 0.9;

    /** How far a group of bodies of mass 1 reaches when its springs and its repulsion balance. */
    private static final double FAN_REACH = 1.2;

    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    /**
     * How much work each level gets.
     *
     * @param coarse steps of the smallest graph
     * @param middle steps of the largest graph whose leaves are gathered; smaller ones get more
     * @param fine   steps of the full graph
     */
    record Plan(int coarse, int middle, int fine) {
        static final Plan USUAL = new Plan(100, 36, 4);
    }

    private final Plan plan;
    private final SplittableRandom random;
    private final StopToken stop;
    private final List<Coarsening> coarsenings = new ArrayList<>();
    private final ForceGraph finest;
    private final ForceSolver solver;
    private boolean leavesGathered;
    private int[] stepsOf = new int[0];
    private double workAhead;
    private double workDone;

    Multilevel(ForceGraph finest, Plan plan, SplittableRandom random, Lanes lanes, StopToken stop) {
        this.plan = plan;
        this.finest = finest;
        this.random = random;
        this.stop = stop;
        solver = new ForceSolver(finest.size(), lanes);
    }

    /** Sees how far the work is. */
    @FunctionalInterface
    interface Watcher {
        Watcher NONE = (fraction, soFar) -> {};

        /**
         * Called after every step.
         *
         * @param fraction of the work done, above 0, up to 1
         * @param soFar    makes the x and the y of all bodies as they are now
         */
        void at(double fraction, Supplier<float[][]> soFar);
    }

    /** Fills in the places of all bodies. */
    void solve(float[] x, float[] y, Watcher watcher) {
        coarsen();
        int top = coarsenings.size();
        float[] cx = top == 0 ? x : new float[graph(top).size()];
        float[] cy = top == 0 ? y : new float[graph(top).size()];
        scatter(graph(top), cx, cy);
        relax(top, cx, cy, watcher);
        for (int level = top - 1; level >= 0; level--) {
            float[] fx = level == 0 ? x : new float[graph(level).size()];
            float[] fy = level == 0 ? y : new float[graph(level).size()];
            spread(coarsenings.get(level), graph(level), cx, cy, fx, fy);
            // the coarser level has done its work, and its memory is needed now
            coarsenings.removeLast();
            relax(level, fx, fy, watcher);
            cx = fx;
            cy = fy;
        }
    }

    /** The graph of a level, 0 being the full one. */
    private ForceGraph graph(int level) {
        return level == 0 ? finest : coarsenings.get(level - 1).coarse();
    }

    private int steps(int level) {
        if (level == coarsenings.size()) {
            return level <= kernel() ? 2 * plan.coarse() : plan.coarse();
        }
        if (level < kernel()) {
            return (int) Math.round(plan.fine() * leisure());
        }
        double share = (double) graph(level).size() / graph(kernel()).size();
        return (int) Math.round(plan.middle() * leisure() * Math.min(STEPS_GROWTH_MAX, Math.pow(share, -STEPS_GROWTH)));
    }

    /** How many times the usual steps a small graph gets. */
    private double leisure() {
        return Math.clamp(Math.pow(SMALL_KERNEL / graph(kernel()).size(), LEISURE_GROWTH), 1, LEISURE_MAX);
    }

    /** The first level without leaves. */
    private int kernel() {
        return leavesGathered ? 1 : 0;
    }

    private void scatter(ForceGraph graph, float[] x, float[] y) {
        double side = Math.sqrt(totalMass(graph));
        for (int body = 0; body < x.length; body++) {
            x[body] = (float) ((random.nextDouble() - 0.5) * side);
            y[body] = (float) ((random.nextDouble() - 0.5) * side);
        }
    }

    private void coarsen() {
        ForceGraph graph = finest;
        Coarsening leaves = Coarsening.ofLeaves(graph);
        if (leaves.coarse().size() < SHRINK_MIN * graph.size()) {
            coarsenings.add(leaves);
            graph = leaves.coarse();
            leavesGathered = true;
        }
        while (graph.size() > COARSEST_BODIES) {
            Coarsening next = Coarsening.ofPairs(graph, random);
            if (next.coarse().size() > SHRINK_MIN * graph.size()) {
                break;
            }
            coarsenings.add(next);
            graph = next.coarse();
        }
        stepsOf = new int[coarsenings.size() + 1];
        for (int level = 0; level < stepsOf.length; level++) {
            stepsOf[level] = steps(level);
            workAhead += (double) graph(level).size() * stepsOf[level];
        }
    }

    private static double totalMass(ForceGraph graph) {
        double total = 0;
        for (float mass : graph.masses()) {
            total += mass;
        }
        return total;
    }

    /**
     * Sets each body of a finer graph where its group stands: the heaviest on the spot, the others around it like the
     * seeds of a sunflower, as far out as springs would let them.
     */
    private static void spread(Coarsening step, ForceGraph fine, float[] cx, float[] cy, float[] fx, float[] fy) {
        int[] members = new int[cx.length];
        int[] heart = hearts(step, fine, members);
        int[] seen = new int[cx.length];
        for (int body = 0; body < fx.length; body++) {
            int group = step.group()[body];
            double reach = 0;
            double angle = 0;
            if (heart[group] != body) {
                int rank = seen[group]++;
                double share = (rank + 0.5) / (members[group] - 1);
                reach = FAN_REACH * Math.sqrt(step.coarse().masses()[group] * share);
                angle = rank * GOLDEN_ANGLE + group;
            }
            fx[body] = (float) (cx[group] + reach * Math.cos(angle));
            fy[body] = (float) (cy[group] + reach * Math.sin(angle));
        }
    }

    /** The heaviest body of each group; fills in how many each has. */
    private static int[] hearts(Coarsening step, ForceGraph fine, int[] members) {
        int[] heart = new int[members.length];
        Arrays.fill(heart, -1);
        for (int body = 0; body < fine.size(); body++) {
            int group = step.group()[body];
            members[group]++;
            if (heart[group] < 0 || fine.masses()[body] > fine.masses()[heart[group]]) {
                heart[group] = body;
            }
        }
        return heart;
    }

    private void relax(int level, float[] x, float[] y, Watcher watcher) {
        double confinement = level <= kernel() ? CONFINEMENT : COARSE_CONFINEMENT;
        solver.begin(graph(level), x, y, confinement);
        int steps = stepsOf[level];
        double way = 1;
        double done = workDone + (double) steps * x.length;
        for (int step = 0; step < steps && way > SETTLED && !stop.isStopped(); step++) {
            way = solver.step();
            workDone += x.length;
            watcher.at(Math.min(1, workDone / workAhead), () -> onFullGraph(level, x, y));
        }
        workDone = done;
    }

    /** The places of a level's bodies, given to all the bodies of the full graph that they stand for. */
    private float[][] onFullGraph(int level, float[] x, float[] y) {
        float[][] full = {new float[finest.size()], new float[finest.size()]};
        for (int body = 0; body < finest.size(); body++) {
            int group = body;
            for (int below = 0; below < level; below++) {
                group = coarsenings.get(below).group()[group];
            }
            full[0][body] = x[group];
            full[1][body] = y[group];
        }
        return full;
    }
}
