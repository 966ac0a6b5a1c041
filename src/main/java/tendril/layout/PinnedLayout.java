package tendril.layout;

import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Settles some nodes of a graph under the organic forces while the pinned ones stand still, from places that are
 * given to begin with. The pinned nodes say how large the picture is.
 */
final class PinnedLayout {
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

    /**
     * World units for one unit of the forces in a picture that stands. In a settled picture the springs do as much work
     * as the part of the repulsion that {@link Multilevel} leaves to them: Σ d² over the links is that part of R·M²/2,
     * M being the mass of all nodes. A picture made by hand is taken as if it were settled.
     */
    static double unitOf(LayoutGraph graph, BitSet standing) {
        double squares = 0;
        double mass = 0;
        int links = 0;
        for (int node = standing.nextSetBit(0); node >= 0; node = standing.nextSetBit(node + 1)) {
            mass++;
            for (int i = graph.neighbours().first(node); i < graph.neighbours().end(node); i++) {
                int other = graph.neighbours().target(i);
                double length = Math.hypot(
                        graph.start().x(node) - graph.start().x(other),
                        graph.start().y(node) - graph.start().y(other));
                if (standing.get(other) && length < Placement.WORLD_MAX) {
                    mass++;
                    links++;
                    squares += length * length / 2;
                }
            }
        }
        double least = OrganicLayout.unitOf(graph.box(0));
        if (links < 2 * LINKS_TRUSTED) {
            return least;
        }
        double work = (1 - Multilevel.CONFINEMENT) * ForceSolver.REPULSION * mass * mass / 2;
        return Math.max(least, Math.sqrt(squares / work));
    }

    /**
     * Settles the nodes that are not pinned and have links; the others stay where they begin.
     *
     * @param begin a place for every node
     * @param unit  world units for one unit of the forces
     */
    Positions settle(Positions begin, double unit, int steps) {
        Positions settled = move(begin, unit, steps, FarField.NONE);
        double[] x = settled.xs();
        double[] y = settled.ys();
        new OverlapRemoval(graph.boxes(), x, y, pinned).settle(run.stop());
        return Positions.owning(x, y);
    }

    /**
     * The same in a larger picture, the far parts of which push too, with no look at boxes.
     *
     * @param far measured from {@link #middleX} and {@link #middleY}
     */
    Positions move(Positions begin, double unit, int steps, FarField far) {
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
        LocalForces forces = new LocalForces(graph.neighbours(), still, px, py, far);
        for (int step = 0; step < steps && !run.stop().isStopped(); step++) {
            forces.step((double) step / steps, run.lanes());
            run.progress().at((step + 1.0) / steps, () -> toWorld(begin, px, py, still, unit));
        }
        return toWorld(begin, px, py, still, unit);
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
