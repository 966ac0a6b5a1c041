package tendril.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import tendril.graph.Placement;
import tendril.picture.Scene;

/** Nodes on their way with the pointer: shown at once, written down when let go. Confined to the case thread. */
public final class NodeMove {
    private final CanvasViewModel canvas;
    private final int[] slots;
    private final double[] startX;
    private final double[] startY;

    NodeMove(CanvasViewModel canvas, int[] slots) {
        this.canvas = canvas;
        this.slots = slots;
        Scene scene = canvas.scene().get();
        startX = new double[slots.length];
        startY = new double[slots.length];
        for (int i = 0; i < slots.length; i++) {
            startX[i] = scene.x(slots[i]);
            startY[i] = scene.y(slots[i]);
        }
    }

    /** The pointer is that far from where it took hold, in view pixels. */
    public void by(double dx, double dy) {
        double zoom = canvas.camera().get().zoom();
        canvas.preview(slots, shifted(startX, dx / zoom), shifted(startY, dy / zoom));
    }

    /** Puts everything back. */
    public void cancel() {
        canvas.preview(slots, startX, startY);
    }

    /** Where the entities are now, to be written down. */
    public List<Placement> places() {
        Scene scene = canvas.scene().get();
        List<Placement> places = new ArrayList<>();
        for (int slot : slots) {
            canvas.nodes().itemAt(slot).ifPresent(item -> {
                if (item instanceof CanvasItem.OfEntity of && scene.hasNode(slot)) {
                    places.add(new Placement(of.indicator(), scene.x(slot), scene.y(slot)));
                }
            });
        }
        return places;
    }

    private static double[] shifted(double[] values, double by) {
        double[] next = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            next[i] = values[i] + by;
        }
        return next;
    }
}
