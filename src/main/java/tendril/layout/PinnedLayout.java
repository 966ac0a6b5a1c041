package tendril.layout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Settles some nodes of a graph under the organic forces while the pinned ones stand still, from places that are
 * given to begin with. The pinned nodes say how large the picture is.
 */
final class PinnedLayout {
    /** A usual link in units of the forces, to find the scale of a picture that stands. */
    private static final double LINK_UNITS = 10;

    /** Links between pinned nodes it takes to trust their length. */
    private static final int LINKS_TRUSTED = 8;

    /** Coordinates in units of the forces stay below this, where float still tells neighbours apart. */
    private static final double FORCE_WORLD_MAX = 1e6;

    private final LayoutGraph graph;
    private final LayoutRun run;
    private final BitSet pinned;
    private final double middleX;
    private final double middleY;

    PinnedLayout(LayoutGraph graph, LayoutRun run) {
        this.graph = graph;
        this.run = run;
        pinned = graph.pinned();
        middleX = mean(graph.start().xs());
        middleY = mean(graph.start().ys());
    }

    private double mean(double[] coordinates) {
        double mean = 0;
        int count = 0;
        for (int node = pinned.nextSetBit(0); node >= 0; node = pinned.nextSetBit(node + 1)) {
            if (Math.abs(coordinates[node]) <= Placement.WORLD_MAX) {
                mean += (coordinates[node] - mean) / ++count;
            }
        }
        return mean;
    }

    /** The middle of what is pinned. */
    double middleX() {
        return middleX;
    }

    double middleY() {
        return middleY;
    }

    /** World units for one unit of the forces: as the links between pinned nodes have it, or as boxes need it. */
    double unit() {
        Positions start = graph.start();
        double[] lengths = new double[graph.linkCount()];
        int count = 0;
        for (int link = 0; link < graph.linkCount(); link++) {
            int a = graph.from(link);
            int b = graph.to(link);
            if (pinned.get(a) && pinned.get(b)) {
                double length = Math.hypot(start.x(a) - start.x(b), start.y(a) - start.y(b));
                if (length > 0 && length < Placement.WORLD_MAX) {
                    lengths[count++] = length;
                }
            }
        }
        double ofBoxes = OrganicLayout.unitOf(graph.box(0));
        if (count < LINKS_TRUSTED) {
            return ofBoxes;
        }
        Arrays.sort(lengths, 0, count);
        return Math.max(ofBoxes, lengths[count / 2] / LINK_UNITS);
    }

    /**
     * Settles the nodes that are not pinned and have links; the others stay where they begin.
     *
     * @param begin a place for every node
     * @param unit  world units for one unit of the forces
     */
    Positions settle(Positions begin, double unit, int steps) {
        int size = graph.size();
        float[] px = new float[size];
        float[] py = new float[size];
        boolean[] still = new boolean[size];
        SplittableRandom random = new SplittableRandom(run.seed());
        for (int node = 0; node < size; node++) {
            still[node] = pinned.get(node) || graph.neighbours().degree(node) == 0;
            double jitter = still[node] ? 0 : random.nextDouble() * 1e-3;
            px[node] = toForces(begin.x(node) - middleX, unit, jitter);
            py[node] = toForces(begin.y(node) - middleY, unit, -jitter);
        }
        ForceSolver solver = new ForceSolver(ForceGraph.of(graph.neighbours(), still), px, py, 0, run.lanes());
        for (int step = 0; step < steps && !run.stop().isStopped(); step++) {
            solver.step();
            run.progress().at((step + 1.0) / steps, () -> toWorld(begin, px, py, still, unit));
        }
        Positions settled = toWorld(begin, px, py, still, unit);
        double[] x = settled.xs();
        double[] y = settled.ys();
        new OverlapRemoval(graph.boxes(), x, y, pinned).settle(run.stop());
        return Positions.owning(x, y);
    }

    private static float toForces(double distance, double unit, double jitter) {
        return (float) (Math.clamp(distance / unit, -FORCE_WORLD_MAX, FORCE_WORLD_MAX) + jitter);
    }

    private Positions toWorld(Positions begin, float[] px, float[] py, boolean[] still, double unit) {
        double[] x = begin.xs();
        double[] y = begin.ys();
        for (int node = 0; node < x.length; node++) {
            if (!still[node] && Float.isFinite(px[node]) && Float.isFinite(py[node])) {
                x[node] = px[node] * unit + middleX;
                y[node] = py[node] * unit + middleY;
            }
            if (pinned.get(node)) {
                x[node] = graph.start().x(node);
                y[node] = graph.start().y(node);
            }
        }
        return Positions.owning(x, y);
    }
}
