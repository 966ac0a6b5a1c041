package tendril.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The start of a layout from nothing: the graph is made smaller and smaller, the smallest one is laid out at leisure,
 * and each finer one starts where the coarser one has brought it (the multilevel scheme of Walshaw 2000). A handful of
 * steps on the full graph then remain.
 */
final class Multilevel {
    private static final int COARSEST_BODIES = 40;
    /**
     * Share of the repulsion that the field towards the middle balances. It spreads the bodies more evenly over the
     * picture, which makes distances on it truer; too much of it presses the clusters into each other.
     */
    private static final double CONFINEMENT = 0.4;

    private static final double SHRINK_MIN = 0.9;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    /**
     * How much work each level gets.
     *
     * @param coarse steps of the smallest graph
     * @param middle steps of each graph between
     * @param fine   steps of the full graph
     */
    record Plan(int coarse, int middle, int fine) {
        static final Plan USUAL = new Plan(100, 15, 4);
    }

    private final Plan plan;
    private final Lanes lanes;
    private final SplittableRandom random;
    private final StopToken stop;
    private final List<Coarsening> coarsenings = new ArrayList<>();
    private final ForceGraph finest;

    Multilevel(ForceGraph finest, Plan plan, SplittableRandom random, Lanes lanes, StopToken stop) {
        this.plan = plan;
        this.finest = finest;
        this.random = random;
        this.lanes = lanes;
        this.stop = stop;
    }

    /** Sees the places of the full graph after each of its steps. */
    @FunctionalInterface
    interface Watcher {
        Watcher NONE = (x, y) -> {};

        void step(float[] x, float[] y);
    }

    /** Fills in the places of all bodies. */
    void solve(float[] x, float[] y, Watcher watcher) {
        ForceGraph coarsest = coarsen();
        float[] cx = new float[coarsest.size()];
        float[] cy = new float[coarsest.size()];
        double radius = Math.sqrt(totalMass(coarsest));
        for (int body = 0; body < cx.length; body++) {
            cx[body] = (float) ((random.nextDouble() - 0.5) * radius);
            cy[body] = (float) ((random.nextDouble() - 0.5) * radius);
        }
        relax(coarsest, cx, cy, plan.coarse(), Watcher.NONE);
        for (int level = coarsenings.size() - 1; level >= 0; level--) {
            Coarsening step = coarsenings.get(level);
            ForceGraph fine = level == 0 ? finest : coarsenings.get(level - 1).coarse();
            float[] fx = level == 0 ? x : new float[fine.size()];
            float[] fy = level == 0 ? y : new float[fine.size()];
            spread(step, fine, cx, cy, fx, fy);
            relax(fine, fx, fy, level == 0 ? plan.fine() : plan.middle(), level == 0 ? watcher : Watcher.NONE);
            cx = fx;
            cy = fy;
        }
        if (coarsenings.isEmpty()) {
            System.arraycopy(cx, 0, x, 0, x.length);
            System.arraycopy(cy, 0, y, 0, y.length);
        }
    }

    private ForceGraph coarsen() {
        ForceGraph graph = finest;
        Coarsening leaves = Coarsening.ofLeaves(graph);
        if (leaves.coarse().size() < SHRINK_MIN * graph.size()) {
            coarsenings.add(leaves);
            graph = leaves.coarse();
        }
        while (graph.size() > COARSEST_BODIES) {
            Coarsening next = Coarsening.ofPairs(graph, random);
            if (next.coarse().size() > SHRINK_MIN * graph.size()) {
                break;
            }
            coarsenings.add(next);
            graph = next.coarse();
        }
        return graph;
    }

    private static double totalMass(ForceGraph graph) {
        double total = 0;
        for (float mass : graph.masses()) {
            total += mass;
        }
        return total;
    }

    private void spread(Coarsening step, ForceGraph fine, float[] cx, float[] cy, float[] fx, float[] fy) {
        int groups = cx.length;
        int[] members = new int[groups];
        int[] heart = new int[groups];
        Arrays.fill(heart, -1);
        for (int body = 0; body < fx.length; body++) {
            int group = step.group()[body];
            members[group]++;
            if (heart[group] < 0 || fine.masses()[body] > fine.masses()[heart[group]]) {
                heart[group] = body;
            }
        }
        int[] seen = new int[groups];
        for (int body = 0; body < fx.length; body++) {
            int group = step.group()[body];
            if (heart[group] == body) {
                fx[body] = cx[group];
                fy[body] = cy[group];
                continue;
            }
            int rank = seen[group]++;
            double reach = 1.2
                    * Math.sqrt(step.coarse().masses()[group])
                    * Math.sqrt((rank + 0.5) / Math.max(1, members[group] - 1));
            double angle = rank * GOLDEN_ANGLE + group;
            fx[body] = (float) (cx[group] + reach * Math.cos(angle));
            fy[body] = (float) (cy[group] + reach * Math.sin(angle));
        }
    }

    private void relax(ForceGraph graph, float[] x, float[] y, int steps, Watcher watcher) {
        watcher.step(x, y);
        ForceSolver solver = new ForceSolver(graph, x, y, CONFINEMENT, lanes);
        for (int i = 0; i < steps && !stop.isStopped(); i++) {
            solver.step();
            watcher.step(x, y);
        }
    }
}
