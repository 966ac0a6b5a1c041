package tendril.ui.canvas;

import java.util.Arrays;

/**
 * Places of nodes on the canvas, by slot. Handed over, changed by nobody.
 *
 * @param slots of nodes
 * @param xs    world units
 * @param ys    world units
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, compared by nobody
public record Spots(int[] slots, double[] xs, double[] ys) {
    /** Room for so many. */
    public static Spots of(int size) {
        return new Spots(new int[size], new double[size], new double[size]);
    }

    public int size() {
        return slots.length;
    }

    public void set(int index, int slot, double x, double y) {
        slots[index] = slot;
        xs[index] = x;
        ys[index] = y;
    }

    /** The first so many of these. */
    public Spots first(int count) {
        return new Spots(Arrays.copyOf(slots, count), Arrays.copyOf(xs, count), Arrays.copyOf(ys, count));
    }
}
