package tendril.layout;

import java.util.Arrays;

/**
 * A range of directions around a point in which nothing stands.
 *
 * @param middle the direction in the middle of the gap, in radians
 * @param width  of the gap in radians, 2π if nothing stands anywhere
 */
record AngularGap(double middle, double width) {
    static final double FULL = 2 * Math.PI;

    /** Downwards and open all around: the fan of a node that stands alone begins below it. */
    static final AngularGap ALL_AROUND = new AngularGap(Math.PI / 2, FULL);

    /** Collects the directions in which something stands. */
    static final class Directions {
        private double[] angles = new double[16];
        private int count;

        void add(double dx, double dy) {
            if (dx == 0 && dy == 0) {
                return;
            }
            if (count == angles.length) {
                angles = Arrays.copyOf(angles, 2 * count);
            }
            angles[count++] = Math.atan2(dy, dx);
        }

        AngularGap widestGap() {
            if (count == 0) {
                return ALL_AROUND;
            }
            Arrays.sort(angles, 0, count);
            double last = angles[count - 1] - FULL;
            AngularGap widest = new AngularGap(0, -1);
            for (int i = 0; i < count; i++) {
                double width = angles[i] - last;
                if (width > widest.width) {
                    widest = new AngularGap(last + width / 2, width);
                }
                last = angles[i];
            }
            return widest;
        }
    }
}
