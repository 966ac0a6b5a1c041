package tendril.ui.canvas;

import java.util.Arrays;
import tendril.graph.Moves;
import tendril.picture.scene.Scene;

/** Nodes on their way with the pointer: shown at once, written down when let go. Confined to the case thread. */
public final class NodeMove {
    private final CanvasViewModel canvas;
    private final int[] slots;
    private final double[] startX;
    private final double[] startY;
    private final double grabbedX;
    private final double grabbedY;
    private final Snapping snapping;

    /**
     * What helps the hand.
     *
     * @param guides whether to tell what the grabbed node is level with
     * @param grid   whether there is a grid to snap to
     * @param snaps  whether to snap now
     */
    record Help(boolean guides, boolean grid, boolean snaps) {
        static final Help NONE = new Help(false, false, false);
    }

    NodeMove(CanvasViewModel canvas, int[] slots, int grabbed) {
        this.canvas = canvas;
        this.slots = slots;
        Scene scene = canvas.scene().get();
        startX = new double[slots.length];
        startY = new double[slots.length];
        for (int i = 0; i < slots.length; i++) {
            startX[i] = scene.x(slots[i]);
            startY[i] = scene.y(slots[i]);
        }
        boolean held = scene.hasNode(grabbed);
        grabbedX = held ? scene.x(grabbed) : 0;
        grabbedY = held ? scene.y(grabbed) : 0;
        int[] sorted = slots.clone();
        Arrays.sort(sorted);
        snapping = Snapping.of(scene, canvas.camera().get().seen(), sorted);
    }

    /**
     * The pointer is that far from where it took hold, in view pixels.
     *
     * @return where that brings the grabbed node, and what it is level with there
     */
    Snapping.Spot by(double dx, double dy, Help help) {
        double zoom = canvas.camera().get().zoom();
        Snapping.Spot spot = snapping.at(
                grabbedX + dx / zoom, grabbedY + dy / zoom, Snapping.REACH_PX / zoom, help.grid(), help.snaps());
        canvas.preview(new Spots(slots, shifted(startX, spot.x() - grabbedX), shifted(startY, spot.y() - grabbedY)));
        return help.guides() || help.snaps() ? spot : spot.alone();
    }

    /** The pointer is that far from where it took hold, in view pixels, and nothing helps. */
    public void by(double dx, double dy) {
        by(dx, dy, Help.NONE);
    }

    /** Puts everything back. */
    public void cancel() {
        canvas.preview(new Spots(slots, startX, startY));
    }

    /** Where everything is now, to be written down. */
    public Moves moves() {
        return canvas.nodes().movesOf(slots, canvas.scene().get());
    }

    private static double[] shifted(double[] values, double by) {
        double[] next = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            next[i] = values[i] + by;
        }
        return next;
    }
}
