package tendril.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sets rectangles side by side without overlap, the highest first, each as far up as the ones before leave room, so that
 * small ones fill the gaps beside large ones (the skyline heuristic). Of several widths the one is taken whose picture
 * fits best into a window.
 */
final class ComponentPacking {
    /** Width to height of the packed picture, near that of a window. */
    private static final double PROPORTION = 1.6;

    /** Widths tried, in shares of the one that would do without any gap. */
    private static final double[] WIDTHS = {1.0, 1.06, 1.12, 1.2, 1.3};

    private ComponentPacking() {}

    /**
     * Where the top left corner of each rectangle goes.
     *
     * @return x and y of each corner
     */
    static double[][] pack(double[] widths, double[] heights, double gap) {
        double area = 0;
        double widest = 0;
        Integer[] order = new Integer[widths.length];
        for (int i = 0; i < widths.length; i++) {
            order[i] = i;
            area += (widths[i] + gap) * (heights[i] + gap);
            widest = Math.max(widest, widths[i] + gap);
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> -heights[i]));
        double[][] best = new double[2][widths.length];
        double least = Double.POSITIVE_INFINITY;
        for (double share : WIDTHS) {
            Skyline skyline = new Skyline(Math.max(widest, share * Math.sqrt(area * PROPORTION)));
            double[][] corners = new double[2][widths.length];
            for (int i : order) {
                double[] corner = skyline.add(widths[i] + gap, heights[i] + gap);
                corners[0][i] = corner[0];
                corners[1][i] = corner[1];
            }
            double room = Math.max(skyline.right / PROPORTION, skyline.bottom);
            if (room < least) {
                least = room;
                best = corners;
            }
        }
        return best;
    }

    /** The lower edge of all that is packed so far: steps from left to right, which together span the width. */
    private static final class Skyline {
        private final List<Step> steps = new ArrayList<>();
        private double right;
        private double bottom;

        private record Step(double left, double right, double y) {}

        Skyline(double width) {
            steps.add(new Step(0, width, 0));
        }

        /** The corner of a rectangle, as far up as it fits, then as far left. */
        double[] add(double width, double height) {
            double end = steps.getLast().right();
            double bestX = 0;
            double bestY = Double.POSITIVE_INFINITY;
            for (int i = 0; i < steps.size() && (i == 0 || steps.get(i).left() + width <= end); i++) {
                if (steps.get(i).y() < bestY) {
                    double y = lowest(i, steps.get(i).left() + width, bestY);
                    if (y < bestY) {
                        bestY = y;
                        bestX = steps.get(i).left();
                    }
                }
            }
            cover(bestX, Math.min(end, bestX + width), bestY + height);
            right = Math.max(right, bestX + width);
            bottom = Math.max(bottom, bestY + height);
            return new double[] {bestX, bestY};
        }

        /** The lowest edge from a step to a right end; looked for no further than below a limit. */
        private double lowest(int first, double toX, double limit) {
            double y = 0;
            for (int i = first; i < steps.size() && steps.get(i).left() < toX && y < limit; i++) {
                y = Math.max(y, steps.get(i).y());
            }
            return y;
        }

        private void cover(double from, double to, double y) {
            int first = 0;
            while (steps.get(first).left() < from) {
                first++;
            }
            while (first < steps.size() && steps.get(first).right() <= to) {
                steps.remove(first);
            }
            if (first < steps.size() && steps.get(first).left() < to) {
                steps.set(
                        first,
                        new Step(to, steps.get(first).right(), steps.get(first).y()));
            }
            boolean level = first > 0 && steps.get(first - 1).y() == y;
            if (level) {
                steps.set(first - 1, new Step(steps.get(first - 1).left(), to, y));
            } else {
                steps.add(first, new Step(from, to, y));
            }
        }
    }
}
