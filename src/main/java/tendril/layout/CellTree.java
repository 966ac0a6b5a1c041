package tendril.layout;

import java.util.Arrays;

/**
 * A quadtree over bodies, rebuilt every few steps, in flat arrays. Bodies are sorted along the Morton curve, so each cell is
 * a range of them and the cells lie in preorder: the first child of cell {@code c} is {@code c + 1} and what follows
 * its whole subtree is {@code next[c]}. A cell knows its mass, centre of mass, radius around it and quadrupole moment,
 * which is what a distant cell feels of it.
 *
 * <p>Confined to one layout run: one thread builds it with the help of its lanes, then several may read it.
 */
final class CellTree {
    /** Bodies a cell may hold before it is divided. */
    static final int LEAF_BODIES = 16;

    /** So few bodies are one leaf: all pairs cost less than a tree. */
    static final int WHOLE_BODIES_MAX = 64;

    /** Up to so many bodies are sorted by comparing: counting digits would cost more than all the rest. */
    private static final int COMPARED_BODIES_MAX = 512;

    /** Cells of one work part: enough to be worth handing over. */
    private static final int CELLS_OF_PART = 400;

    /** Bodies for each cell to begin with: most trees have fewer cells than that, others grow. */
    private static final int CELLS_SHARE = 4;

    private static final int AXIS_BITS = 16;
    private static final int KEY_BITS = 2 * AXIS_BITS;
    private static final int AXIS_STEPS = (1 << AXIS_BITS) - 1;
    private static final int RADIX_BITS = 11;
    private static final int RADIX = 1 << RADIX_BITS;

    /** The bodies in curve order: their numbers, places and masses. */
    final int[] order;

    final float[] px;
    final float[] py;
    final float[] pm;

    int cells;
    int[] next;
    int[] firstBody;
    int[] endBody;
    boolean[] leaf;
    float[] mass;
    float[] cx;
    float[] cy;
    float[] radius;
    float[] quadRe;
    float[] quadIm;

    private final int[] counts;
    private int size;
    private long[] keys;
    private long[] spare;

    /** A tree with room for so many bodies. */
    CellTree(int bodiesMax) {
        order = new int[bodiesMax];
        px = new float[bodiesMax];
        py = new float[bodiesMax];
        pm = new float[bodiesMax];
        keys = new long[bodiesMax];
        spare = new long[bodiesMax];
        counts = new int[bodiesMax <= COMPARED_BODIES_MAX ? 0 : RADIX + 1];
        allocate(Math.clamp(bodiesMax, 16, Math.max(64, bodiesMax / CELLS_SHARE)));
    }

    private void allocate(int capacity) {
        next = new int[capacity];
        firstBody = new int[capacity];
        endBody = new int[capacity];
        leaf = new boolean[capacity];
        mass = new float[capacity];
        cx = new float[capacity];
        cy = new float[capacity];
        radius = new float[capacity];
        quadRe = new float[capacity];
        quadIm = new float[capacity];
    }

    private void grow() {
        int capacity = 2 * next.length;
        next = Arrays.copyOf(next, capacity);
        firstBody = Arrays.copyOf(firstBody, capacity);
        endBody = Arrays.copyOf(endBody, capacity);
        leaf = Arrays.copyOf(leaf, capacity);
        mass = Arrays.copyOf(mass, capacity);
        cx = Arrays.copyOf(cx, capacity);
        cy = Arrays.copyOf(cy, capacity);
        radius = Arrays.copyOf(radius, capacity);
        quadRe = Arrays.copyOf(quadRe, capacity);
        quadIm = Arrays.copyOf(quadIm, capacity);
    }

    /** Builds the tree of the bodies as they are now. There must be at least one. */
    void build(float[] x, float[] y, float[] bodyMass, Lanes lanes) {
        size = x.length;
        boolean whole = size <= WHOLE_BODIES_MAX;
        if (!whole) {
            sortAlongCurve(x, y);
        }
        for (int i = 0; i < size; i++) {
            order[i] = whole ? i : (int) keys[i];
            pm[i] = bodyMass[order[i]];
        }
        cells = 0;
        if (whole) {
            leaf[0] = true;
            endBody[0] = size;
            cells = 1;
            next[0] = 1;
        } else {
            divide(0, size, KEY_BITS - 2);
        }
        refresh(x, y, lanes);
    }

    /**
     * Keeps the cells and who is in them, and looks again where all that is. After a few steps cells overlap a little,
     * which their radius tells.
     */
    void refresh(float[] x, float[] y, Lanes lanes) {
        int parts = 1 + cells / CELLS_OF_PART;
        lanes.each(parts, part -> {
            int end = (int) ((part + 1L) * cells / parts);
            for (int cell = (int) ((long) part * cells / parts); cell < end; cell++) {
                if (leaf[cell]) {
                    place(cell, x, y);
                }
            }
        });
        for (int cell = cells - 1; cell >= 0 && cells > 1; cell--) {
            if (!leaf[cell]) {
                sumChildren(cell);
            }
        }
    }

    private void place(int cell, float[] x, float[] y) {
        for (int i = firstBody[cell]; i < endBody[cell]; i++) {
            px[i] = x[order[i]];
            py[i] = y[order[i]];
        }
        if (cells > 1) {
            sumBodies(cell);
        }
    }

    private void sortAlongCurve(float[] x, float[] y) {
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
            top = Math.min(top, y[i]);
            bottom = Math.max(bottom, y[i]);
        }
        float side = Math.max(Math.max(right - left, bottom - top), Float.MIN_NORMAL);
        float steps = AXIS_STEPS / side;
        for (int i = 0; i < size; i++) {
            long column = spread((int) ((x[i] - left) * steps));
            long row = spread((int) ((y[i] - top) * steps));
            keys[i] = (column | row << 1) << 32 | i;
        }
        if (size <= COMPARED_BODIES_MAX) {
            Arrays.sort(keys, 0, size);
            return;
        }
        for (int shift = 32; shift < 32 + KEY_BITS; shift += RADIX_BITS) {
            sortByDigit(shift);
        }
    }

    /** Puts a zero bit between the 16 bits of {@code value}. */
    private static long spread(int value) {
        long v = Math.min(value, AXIS_STEPS);
        v = (v | v << 8) & 0x00ff00ffL;
        v = (v | v << 4) & 0x0f0f0f0fL;
        v = (v | v << 2) & 0x33333333L;
        return (v | v << 1) & 0x55555555L;
    }

    private void sortByDigit(int shift) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < size; i++) {
            counts[digit(keys[i], shift) + 1]++;
        }
        for (int i = 0; i < RADIX; i++) {
            counts[i + 1] += counts[i];
        }
        for (int i = 0; i < size; i++) {
            spare[counts[digit(keys[i], shift)]++] = keys[i];
        }
        long[] sorted = spare;
        spare = keys;
        keys = sorted;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & RADIX - 1;
    }

    private void divide(int first, int end, int shift) {
        if (cells == next.length) {
            grow();
        }
        int cell = cells++;
        firstBody[cell] = first;
        endBody[cell] = end;
        leaf[cell] = end - first <= LEAF_BODIES || shift < 0;
        if (!leaf[cell]) {
            int from = first;
            while (from < end) {
                int to = endOfQuadrant(from, end, shift + 32);
                divide(from, to, shift - 2);
                from = to;
            }
        }
        next[cell] = cells;
    }

    private int endOfQuadrant(int from, int end, int shift) {
        long quadrant = keys[from] >>> shift;
        int low = from;
        int high = end;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (keys[middle] >>> shift == quadrant) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private void sumBodies(int cell) {
        double total = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = firstBody[cell]; i < endBody[cell]; i++) {
            total += pm[i];
            sumX += px[i] * (double) pm[i];
            sumY += py[i] * (double) pm[i];
        }
        double x = sumX / total;
        double y = sumY / total;
        double far = 0;
        double re = 0;
        double im = 0;
        for (int i = firstBody[cell]; i < endBody[cell]; i++) {
            double dx = px[i] - x;
            double dy = py[i] - y;
            far = Math.max(far, dx * dx + dy * dy);
            re += pm[i] * (dx * dx - dy * dy);
            im += pm[i] * 2 * dx * dy;
        }
        set(cell, total, x, y, Math.sqrt(far), re, im);
    }

    private void sumChildren(int cell) {
        double total = 0;
        double sumX = 0;
        double sumY = 0;
        for (int child = cell + 1; child < next[cell]; child = next[child]) {
            total += mass[child];
            sumX += cx[child] * mass[child];
            sumY += cy[child] * mass[child];
        }
        double x = sumX / total;
        double y = sumY / total;
        double far = 0;
        double re = 0;
        double im = 0;
        for (int child = cell + 1; child < next[cell]; child = next[child]) {
            double dx = cx[child] - x;
            double dy = cy[child] - y;
            far = Math.max(far, Math.sqrt(dx * dx + dy * dy) + radius[child]);
            re += quadRe[child] + mass[child] * (dx * dx - dy * dy);
            im += quadIm[child] + mass[child] * 2 * dx * dy;
        }
        set(cell, total, x, y, far, re, im);
    }

    private void set(int cell, double total, double x, double y, double far, double re, double im) {
        mass[cell] = (float) total;
        cx[cell] = (float) x;
        cy[cell] = (float) y;
        radius[cell] = (float) far;
        quadRe[cell] = (float) re;
        quadIm[cell] = (float) im;
    }
}
