package tendril.picture.scene;

import java.util.Arrays;
import java.util.Optional;
import tendril.picture.scene.Scene.NodeColumns;

/**
 * The bundles of links by place: every cell that a bundle's line crosses names it. Immutable once made. A line stands
 * in every row of cells it crosses with the run of columns it takes there, so no cell is missed.
 */
public final class LinkGrid {
    private static final int BUNDLES_PER_CELL = 10;
    private static final int CELLS_PER_SIDE_MAX = 160;

    private final GridPlane plane;
    private final boolean empty;
    private final int[] start;
    private int[] bundles = new int[0];

    private LinkGrid(NodeColumns nodes, Topology topology, Optional<Bounds> bounds) {
        empty = bounds.isEmpty() || topology.bundles == 0;
        plane = GridPlane.over(
                bounds.orElse(new Bounds(0, 0, 0, 0)), topology.bundles / BUNDLES_PER_CELL, CELLS_PER_SIDE_MAX);
        start = new int[plane.cells() + 1];
        if (!empty) {
            walkAll(nodes, topology, (cell, bundle) -> start[cell + 1]++);
            for (int c = 0; c < plane.cells(); c++) {
                start[c + 1] += start[c];
            }
            bundles = new int[start[plane.cells()]];
            int[] at = start.clone();
            walkAll(nodes, topology, (cell, bundle) -> bundles[at[cell]++] = bundle);
        }
    }

    static LinkGrid of(NodeColumns nodes, Topology topology, Optional<Bounds> bounds) {
        return new LinkGrid(nodes, topology, bounds);
    }

    public static boolean shows(NodeColumns nodes, Topology topology, int bundle) {
        return NodeGrid.shows(nodes, topology.a[bundle]) && NodeGrid.shows(nodes, topology.b[bundle]);
    }

    /** Adds every shown bundle whose straight line may cross the rectangle, each once. */
    public void collect(Bounds world, Seen seen, Slots into) {
        if (empty || !world.intersects(plane.bounds())) {
            return;
        }
        int c0 = plane.column(world.left());
        int c1 = plane.column(world.right());
        int r0 = plane.row(world.top());
        int r1 = plane.row(world.bottom());
        for (int row = r0; row <= r1; row++) {
            int to = start[row * plane.columns() + c1 + 1];
            for (int i = start[row * plane.columns() + c0]; i < to; i++) {
                if (seen.first(bundles[i])) {
                    into.add(bundles[i]);
                }
            }
        }
    }

    private void walkAll(NodeColumns nodes, Topology topology, CellVisitor visitor) {
        float[] x = nodes.x();
        float[] y = nodes.y();
        for (int i = 0; i < topology.bundles; i++) {
            if (shows(nodes, topology, i)) {
                int a = topology.a[i];
                int b = topology.b[i];
                boolean down = y[a] <= y[b];
                walk(down ? x[a] : x[b], down ? y[a] : y[b], down ? x[b] : x[a], down ? y[b] : y[a], i, visitor);
            }
        }
    }

    /** Visits the cells of a line that runs downwards. */
    private void walk(double x0, double y0, double x1, double y1, int bundle, CellVisitor visitor) {
        int r0 = plane.row(y0);
        int r1 = plane.row(y1);
        double slope = y1 > y0 ? (x1 - x0) / (y1 - y0) : 0;
        for (int row = r0; row <= r1; row++) {
            double top = plane.bounds().top() + row / plane.perY();
            double bottom = plane.bounds().top() + (row + 1) / plane.perY();
            double enter = row == r0 ? x0 : x0 + (top - y0) * slope;
            double leave = row == r1 ? x1 : x0 + (bottom - y0) * slope;
            int c0 = plane.column(Math.min(enter, leave));
            int c1 = plane.column(Math.max(enter, leave));
            for (int column = c0; column <= c1; column++) {
                visitor.visit(row * plane.columns() + column, bundle);
            }
        }
    }

    private interface CellVisitor {
        void visit(int cell, int bundle);
    }

    /** Tells the first sight of a number from later ones, without clearing between rounds. Confined to one thread. */
    public static final class Seen {
        private int[] round = new int[0];
        private int current;

        public void begin(int numbers) {
            if (round.length < numbers) {
                round = Arrays.copyOf(round, Math.max(numbers, round.length * 2));
            }
            if (++current == Integer.MAX_VALUE) {
                Arrays.fill(round, 0);
                current = 1;
            }
        }

        public boolean first(int number) {
            if (round[number] == current) {
                return false;
            }
            round[number] = current;
            return true;
        }
    }
}
