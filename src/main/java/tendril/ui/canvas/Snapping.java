package tendril.ui.canvas;

import java.util.Arrays;
import java.util.OptionalDouble;
import tendril.picture.scene.Bounds;
import tendril.picture.scene.Scene;

/**
 * What dragged nodes stand level with: the middles of nodes that stay, and the lines of the grid. Works on the places
 * that nodes had when the drag began. Confined to the case thread.
 */
final class Snapping {
    /** World units between lines of the grid. */
    static final double GRID_STEP = 40;

    /** So near a guide shows, and a snap catches, in view pixels. */
    static final double REACH_PX = 7;

    /** With more nodes in view than this there is always something level with anything. */
    private static final int NODES_MAX = 1500;

    private final double[] columns;
    private final double[] rows;

    private Snapping(double[] columns, double[] rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * The middles of the nodes in view that are not dragged.
     *
     * @param dragged slots, in ascending order
     */
    static Snapping of(Scene scene, Bounds seen, int[] dragged) {
        double[] xs = new double[NODES_MAX];
        double[] ys = new double[NODES_MAX];
        int count = 0;
        for (int slot = 0; slot < scene.nodeSlots(); slot++) {
            boolean stays = scene.showsNode(slot) && Arrays.binarySearch(dragged, slot) < 0;
            if (stays && seen.contains(scene.x(slot), scene.y(slot))) {
                if (count == NODES_MAX) {
                    return new Snapping(new double[0], new double[0]);
                }
                xs[count] = scene.x(slot);
                ys[count] = scene.y(slot);
                count++;
            }
        }
        return new Snapping(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count));
    }

    /**
     * Where a dragged node stands, and what it is level with.
     *
     * @param x      its middle, caught by a guide or the grid if it snaps
     * @param y      likewise
     * @param column the x of the column it stands in, if any
     * @param row    the y of the row it stands in, if any
     */
    record Spot(double x, double y, OptionalDouble column, OptionalDouble row) {
        /** The same place, level with nothing. */
        Spot alone() {
            return new Spot(x, y, OptionalDouble.empty(), OptionalDouble.empty());
        }
    }

    /**
     * Looks what a place is level with.
     *
     * @param reach world units within which something is level
     * @param grid  whether to snap to the grid rather than to other nodes
     * @param snaps whether to move the place there
     */
    Spot at(double x, double y, double reach, boolean grid, boolean snaps) {
        if (grid && snaps) {
            return new Spot(
                    Math.round(x / GRID_STEP) * GRID_STEP,
                    Math.round(y / GRID_STEP) * GRID_STEP,
                    OptionalDouble.empty(),
                    OptionalDouble.empty());
        }
        OptionalDouble column = nearest(columns, x, reach);
        OptionalDouble row = nearest(rows, y, reach);
        return snaps ? new Spot(column.orElse(x), row.orElse(y), column, row) : new Spot(x, y, column, row);
    }

    private static OptionalDouble nearest(double[] lines, double at, double reach) {
        double best = reach;
        OptionalDouble found = OptionalDouble.empty();
        for (double line : lines) {
            double away = Math.abs(line - at);
            if (away <= best) {
                best = away;
                found = OptionalDouble.of(line);
            }
        }
        return found;
    }
}
