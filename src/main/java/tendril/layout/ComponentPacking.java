package tendril.layout;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Sets rectangles side by side without overlap, the largest first, in rows that together come near a given proportion
 * of width to height.
 */
final class ComponentPacking {
    /** Width to height of the packed picture, near that of a window. */
    private static final double PROPORTION = 1.6;

    private ComponentPacking() {}

    /**
     * Where the top left corner of each rectangle goes.
     *
     * @return x and y of each corner
     */
    static double[][] pack(double[] widths, double[] heights, double gap) {
        int count = widths.length;
        Integer[] order = new Integer[count];
        double area = 0;
        double widest = 0;
        for (int i = 0; i < count; i++) {
            order[i] = i;
            area += (widths[i] + gap) * (heights[i] + gap);
            widest = Math.max(widest, widths[i]);
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> -heights[i]));
        double rowWidth = Math.max(widest, Math.sqrt(area * PROPORTION));
        double[] xs = new double[count];
        double[] ys = new double[count];
        double x = 0;
        double y = 0;
        double rowHeight = 0;
        for (int i : order) {
            if (x > 0 && x + widths[i] > rowWidth) {
                x = 0;
                y += rowHeight + gap;
                rowHeight = 0;
            }
            xs[i] = x;
            ys[i] = y;
            x += widths[i] + gap;
            rowHeight = Math.max(rowHeight, heights[i]);
        }
        return new double[][] {xs, ys};
    }
}
