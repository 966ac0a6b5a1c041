package tendril.picture.scene;

import java.util.Optional;
import tendril.picture.scene.Scene.NodeColumns;

/** The shown nodes by place: a uniform grid of cells, each a run of one flat array. Immutable once made. */
public final class NodeGrid {
    private static final int NODES_PER_CELL = 4;
    private static final int CELLS_PER_SIDE_MAX = 512;

    private final NodeColumns nodes;
    private final Optional<Bounds> bounds;
    private final GridPlane plane;
    /** Where each cell's run starts in {@link #slots}; one more entry than cells. */
    private final int[] start;

    private final int[] slots;
    private final double radiusMax;

    private NodeGrid(NodeColumns nodes, Extent extent) {
        this.nodes = nodes;
        bounds = extent.bounds();
        radiusMax = extent.radiusMax();
        plane = GridPlane.over(
                bounds.orElse(new Bounds(0, 0, 0, 0)), extent.shown() / NODES_PER_CELL, CELLS_PER_SIDE_MAX);
        start = new int[plane.cells() + 1];
        slots = new int[extent.shown()];
        fill();
    }

    static NodeGrid of(NodeColumns nodes, Extent extent) {
        return new NodeGrid(nodes, extent);
    }

    /**
     * How far the shown nodes reach: known in a fraction of the time that a grid takes, for those who want no more.
     *
     * @param bounds    the rectangle they lie in, radius included; empty when nothing is shown
     * @param radiusMax the largest radius of one, world units
     * @param shown     how many there are
     */
    record Extent(Optional<Bounds> bounds, double radiusMax, int shown) {
        static Extent of(NodeColumns nodes) {
            float left = Float.POSITIVE_INFINITY;
            float top = Float.POSITIVE_INFINITY;
            float right = Float.NEGATIVE_INFINITY;
            float bottom = Float.NEGATIVE_INFINITY;
            float widest = 0;
            int shown = 0;
            for (int i = 0; i < nodes.size(); i++) {
                if (shows(nodes, i)) {
                    float r = nodes.radius()[i];
                    left = Math.min(left, nodes.x()[i] - r);
                    top = Math.min(top, nodes.y()[i] - r);
                    right = Math.max(right, nodes.x()[i] + r);
                    bottom = Math.max(bottom, nodes.y()[i] + r);
                    widest = Math.max(widest, r);
                    shown++;
                }
            }
            return new Extent(
                    shown == 0 ? Optional.empty() : Optional.of(new Bounds(left, top, right, bottom)), widest, shown);
        }
    }

    /** Whether a node is there, not hidden, and has a place. */
    public static boolean shows(NodeColumns nodes, int slot) {
        return nodes.kind()[slot] >= 0
                && (nodes.marks()[slot] & Marks.HIDDEN) == 0
                && Float.isFinite(nodes.x()[slot] + nodes.y()[slot]);
    }

    Optional<Bounds> bounds() {
        return bounds;
    }

    int shown() {
        return slots.length;
    }

    double radiusMax() {
        return radiusMax;
    }

    /** Adds every shown node whose disc may touch the rectangle, in no order; a few beside it come along. */
    public void collect(Bounds world, Slots into) {
        if (bounds.isEmpty() || !world.intersects(bounds.get())) {
            return;
        }
        var reach = world.grown(radiusMax);
        int c0 = plane.column(reach.left());
        int c1 = plane.column(reach.right());
        int r0 = plane.row(reach.top());
        int r1 = plane.row(reach.bottom());
        float[] x = nodes.x();
        float[] y = nodes.y();
        for (int row = r0; row <= r1; row++) {
            int from = start[row * plane.columns() + c0];
            int to = start[row * plane.columns() + c1 + 1];
            for (int i = from; i < to; i++) {
                int slot = slots[i];
                if (reach.contains(x[slot], y[slot])) {
                    into.add(slot);
                }
            }
        }
    }

    private void fill() {
        for (int i = 0; i < nodes.size(); i++) {
            if (shows(nodes, i)) {
                start[cellOf(i) + 1]++;
            }
        }
        for (int c = 0; c < plane.cells(); c++) {
            start[c + 1] += start[c];
        }
        int[] at = start.clone();
        for (int i = 0; i < nodes.size(); i++) {
            if (shows(nodes, i)) {
                slots[at[cellOf(i)]++] = i;
            }
        }
    }

    private int cellOf(int slot) {
        return plane.row(nodes.y()[slot]) * plane.columns() + plane.column(nodes.x()[slot]);
    }
}
