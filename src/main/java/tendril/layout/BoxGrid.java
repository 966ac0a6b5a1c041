package tendril.layout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Boxes of nodes in a grid of square cells, to ask quickly whether a spot is free, and who stands around it. A box
 * stands in each cell it touches. A grid may lie over another one: what stands there is in the way as well, and is
 * never written. Mutable; confined to one thread.
 */
final class BoxGrid {
    /** Cells beyond this number from the origin share the last one; nothing but odd input lies there. */
    private static final int CELL_MAX = 1 << 28;

    /** A box over more cells than this stands in a list of its own. */
    private static final int CELLS_OF_ONE_BOX_MAX = 64;

    /** No node, and no entry. */
    private static final int NONE = -1;

    private final double cellSide;
    private final Optional<BoxGrid> below;
    private final BitSet standing = new BitSet();
    private int[] heads;
    private int[] nodes = new int[64];
    private int[] nexts = new int[64];
    private int entries;
    /** The first of the entries that were given back. */
    private int spare = NONE;

    private int[] wide = new int[4];
    private int wides;
    private int boxes;
    private double[] left;
    private double[] right;
    private double[] top;
    private double[] bottom;
    private double[] atX;
    private double[] atY;

    /**
     * An empty grid.
     *
     * @param nodeCount the boxes' numbers run from 0 to this, or further once it has grown
     * @param cellSide  in world units; about the size of a usual box
     */
    BoxGrid(int nodeCount, double cellSide) {
        this(nodeCount, cellSide, Optional.empty());
    }

    private BoxGrid(int nodeCount, double cellSide, Optional<BoxGrid> below) {
        this.cellSide = cellSide;
        this.below = below;
        heads = new int[Math.max(64, Integer.highestOneBit(Math.max(1, nodeCount)) * 4)];
        Arrays.fill(heads, NONE);
        left = new double[nodeCount];
        right = new double[nodeCount];
        top = new double[nodeCount];
        bottom = new double[nodeCount];
        atX = new double[nodeCount];
        atY = new double[nodeCount];
    }

    /** An empty grid over this one, whose nodes have numbers of their own. */
    BoxGrid layer(int nodeCount) {
        return new BoxGrid(nodeCount, cellSide, Optional.of(this));
    }

    /** Hears where boxes stand. */
    @FunctionalInterface
    interface Standing {
        void at(double x, double y);
    }

    /** Stands the box of a node that is not in the grid, widened by the gap on every side, at the given place. */
    void add(int node, double x, double y, NodeBox box, double gap) {
        reach(node);
        atX[node] = x;
        atY[node] = y;
        left[node] = x - box.halfWidth() - gap;
        right[node] = x + box.halfWidth() + gap;
        top[node] = y - box.above() - gap;
        bottom[node] = y + box.below() + gap;
        standing.set(node);
        boxes++;
        if (boxes > heads.length / 2) {
            widen(node);
        }
        enter(node);
    }

    /** Takes the box of a node out that is in the grid. */
    void remove(int node) {
        standing.clear(node);
        boxes--;
        if (isWide(node)) {
            int place = 0;
            while (wide[place] != node) {
                place++;
            }
            wide[place] = wide[--wides];
            return;
        }
        for (int column = cell(left[node]); column <= cell(right[node]); column++) {
            for (int row = cell(top[node]); row <= cell(bottom[node]); row++) {
                leave(bucket(column, row), node);
            }
        }
    }

    private void reach(int node) {
        if (node < left.length) {
            return;
        }
        int capacity = Math.max(64, Math.max(node + 1, left.length * 2));
        left = Arrays.copyOf(left, capacity);
        right = Arrays.copyOf(right, capacity);
        top = Arrays.copyOf(top, capacity);
        bottom = Arrays.copyOf(bottom, capacity);
        atX = Arrays.copyOf(atX, capacity);
        atY = Arrays.copyOf(atY, capacity);
    }

    /** Stands what is in the grid, all but the newest, in more buckets. */
    private void widen(int newest) {
        heads = new int[heads.length * 4];
        Arrays.fill(heads, NONE);
        entries = 0;
        spare = NONE;
        wides = 0;
        for (int node = standing.nextSetBit(0); node >= 0; node = standing.nextSetBit(node + 1)) {
            if (node != newest) {
                enter(node);
            }
        }
    }

    private boolean isWide(int node) {
        long columns = cell(right[node]) - cell(left[node]) + 1L;
        long rows = cell(bottom[node]) - cell(top[node]) + 1L;
        return columns * rows > CELLS_OF_ONE_BOX_MAX;
    }

    private void enter(int node) {
        if (isWide(node)) {
            if (wides == wide.length) {
                wide = Arrays.copyOf(wide, 2 * wides);
            }
            wide[wides++] = node;
            return;
        }
        int lastColumn = cell(right[node]);
        int lastRow = cell(bottom[node]);
        for (int column = cell(left[node]); column <= lastColumn; column++) {
            for (int row = cell(top[node]); row <= lastRow; row++) {
                enter(bucket(column, row), node);
            }
        }
    }

    private int cell(double coordinate) {
        return (int) Math.max(-CELL_MAX, Math.min(CELL_MAX, Math.floor(coordinate / cellSide)));
    }

    private void enter(int bucket, int node) {
        int entry = spare;
        if (entry == NONE) {
            if (entries == nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * entries);
                nexts = Arrays.copyOf(nexts, 2 * entries);
            }
            entry = entries++;
        } else {
            spare = nexts[entry];
        }
        nodes[entry] = node;
        nexts[entry] = heads[bucket];
        heads[bucket] = entry;
    }

    private void leave(int bucket, int node) {
        int before = NONE;
        int entry = heads[bucket];
        while (nodes[entry] != node) {
            before = entry;
            entry = nexts[entry];
        }
        if (before == NONE) {
            heads[bucket] = nexts[entry];
        } else {
            nexts[before] = nexts[entry];
        }
        nexts[entry] = spare;
        spare = entry;
    }

    private int bucket(int column, int row) {
        int hash = column * 0x9E3779B1 + row * 0x85EBCA77;
        return (hash ^ hash >>> 15) & heads.length - 1;
    }

    /** True if a box at the given place touches no other, here or below. */
    boolean isFree(double x, double y, NodeBox box) {
        double fromX = x - box.halfWidth();
        double toX = x + box.halfWidth();
        double fromY = y - box.above();
        double toY = y + box.below();
        if (below.isPresent() && !below.get().isFree(x, y, box)) {
            return false;
        }
        for (int i = 0; i < wides; i++) {
            if (touches(wide[i], fromX, toX, fromY, toY)) {
                return false;
            }
        }
        int lastColumn = cell(toX);
        int lastRow = cell(toY);
        for (int column = cell(fromX); column <= lastColumn; column++) {
            for (int row = cell(fromY); row <= lastRow; row++) {
                for (int entry = heads[bucket(column, row)]; entry != NONE; entry = nexts[entry]) {
                    // other cells may share the bucket: what touches is in the way wherever it is listed
                    if (touches(nodes[entry], fromX, toX, fromY, toY)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /**
     * Tells of all that stand less than a distance away, across and down, here and below, in no order; of some perhaps twice.
     */
    void around(double x, double y, double distance, Standing each) {
        below.ifPresent(lower -> lower.around(x, y, distance, each));
        int firstColumn = cell(x - distance);
        int lastColumn = cell(x + distance);
        int firstRow = cell(y - distance);
        int lastRow = cell(y + distance);
        if ((lastColumn - firstColumn + 1L) * (lastRow - firstRow + 1L) > boxes) {
            for (int node = standing.nextSetBit(0); node >= 0; node = standing.nextSetBit(node + 1)) {
                tell(node, x, y, distance, each);
            }
            return;
        }
        for (int i = 0; i < wides; i++) {
            tell(wide[i], x, y, distance, each);
        }
        for (int column = firstColumn; column <= lastColumn; column++) {
            for (int row = firstRow; row <= lastRow; row++) {
                for (int entry = heads[bucket(column, row)]; entry != NONE; entry = nexts[entry]) {
                    int node = nodes[entry];
                    // from one of its cells only: that which its place is in
                    if (cell(atX[node]) == column && cell(atY[node]) == row) {
                        tell(node, x, y, distance, each);
                    }
                }
            }
        }
    }

    private void tell(int node, double x, double y, double distance, Standing each) {
        if (Math.abs(atX[node] - x) < distance && Math.abs(atY[node] - y) < distance) {
            each.at(atX[node], atY[node]);
        }
    }

    private boolean touches(int node, double fromX, double toX, double fromY, double toY) {
        return left[node] < toX && fromX < right[node] && top[node] < toY && fromY < bottom[node];
    }
}
