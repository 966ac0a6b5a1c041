package tendril.layout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * The organic layout of a graph of which some nodes stand still: the free ones are placed around them, near what they
 * hang on, and then settle under the forces.
 */
final class PinnedLayout {
    private static final int STEPS = 120;

    /** A usual link in units of the forces, to find the scale of the picture that stands. */
    private static final double LINK_UNITS = 8;

    private final LayoutGraph graph;
    private final LayoutRun run;
    private final BitSet pinned;

    PinnedLayout(LayoutGraph graph, LayoutRun run) {
        this.graph = graph;
        this.run = run;
        pinned = graph.pinned();
    }

    /** Fills in the places of the free nodes. */
    void solve(double[] x, double[] y) {
        double[] middle = middleOf(x, y);
        Positions begin = Placement.placeNew(graph.withStart(withoutFree(x, y)), middle[0], middle[1]);
        double unit = unit(x, y);
        int size = graph.size();
        float[] px = new float[size];
        float[] py = new float[size];
        boolean[] still = new boolean[size];
        SplittableRandom random = new SplittableRandom(run.seed());
        for (int node = 0; node < size; node++) {
            still[node] = pinned.get(node) || graph.neighbours().degree(node) == 0;
            double jitter = still[node] ? 0 : random.nextDouble() * 1e-3;
            px[node] = (float) (Math.clamp((begin.x(node) - middle[0]) / unit, -1e7, 1e7) + jitter);
            py[node] = (float) (Math.clamp((begin.y(node) - middle[1]) / unit, -1e7, 1e7) - jitter);
        }
        ForceSolver solver = new ForceSolver(ForceGraph.of(graph.neighbours(), still), px, py, 0, run.lanes());
        for (int step = 0; step < STEPS && !run.stop().isStopped(); step++) {
            solver.step();
            run.progress().at((step + 1.0) / STEPS, graph::start);
        }
        for (int node = 0; node < size; node++) {
            if (!pinned.get(node)) {
                boolean keep = still[node] || !Float.isFinite(px[node]) || !Float.isFinite(py[node]);
                x[node] = keep ? begin.x(node) : px[node] * unit + middle[0];
                y[node] = keep ? begin.y(node) : py[node] * unit + middle[1];
            }
        }
        part(x, y);
    }

    private void part(double[] x, double[] y) {
        NodeBox[] boxes = new NodeBox[graph.size()];
        Arrays.setAll(boxes, graph::box);
        new OverlapRemoval(boxes, x, y, pinned, Placement.GAP).push(run.stop());
    }

    private Positions withoutFree(double[] x, double[] y) {
        double[] keptX = x.clone();
        double[] keptY = y.clone();
        for (int node = 0; node < graph.size(); node++) {
            if (!pinned.get(node)) {
                keptX[node] = Double.NaN;
                keptY[node] = Double.NaN;
            }
        }
        return Positions.owning(keptX, keptY);
    }

    private double[] middleOf(double[] x, double[] y) {
        double sumX = 0;
        double sumY = 0;
        int count = 0;
        for (int node = pinned.nextSetBit(0); node >= 0; node = pinned.nextSetBit(node + 1)) {
            if (Math.abs(x[node]) > Placement.WORLD_MAX || Math.abs(y[node]) > Placement.WORLD_MAX) {
                continue;
            }
            count++;
            sumX += (x[node] - sumX) / count;
            sumY += (y[node] - sumY) / count;
        }
        return new double[] {sumX, sumY};
    }

    /** World units for one unit of the forces: as the links between pinned nodes have it, or as boxes need it. */
    private double unit(double[] x, double[] y) {
        double[] lengths = new double[graph.linkCount()];
        int count = 0;
        for (int link = 0; link < graph.linkCount(); link++) {
            int a = graph.from(link);
            int b = graph.to(link);
            if (pinned.get(a) && pinned.get(b)) {
                double length = Math.hypot(x[a] - x[b], y[a] - y[b]);
                if (length > 0 && length < Placement.WORLD_MAX) {
                    lengths[count++] = length;
                }
            }
        }
        if (count < 8) {
            return Math.max(
                    1, 0.22 * Math.sqrt(graph.box(0).width() * graph.box(0).height()));
        }
        Arrays.sort(lengths, 0, count);
        return Math.max(1e-3, lengths[count / 2] / LINK_UNITS);
    }
}
