package tendril.layout;

import java.util.Arrays;

/**
 * Boxes of nodes in a grid of square cells, to ask quickly whether a spot is free. A box stands in each cell it
 * touches. Mutable; confined to one thread.
 */
final class BoxGrid {
    /** Cells beyond this number from the origin share the last one; nothing but odd input lies there. */
    private static final int CELL_MAX = 1 << 28;

    /** A box over more cells than this stands in a list of its own. */
    private static final int CELLS_OF_ONE_BOX_MAX = 64;

    private final double cellSide;
    private int[] heads;
    private int[] nodes = new int[64];
    private int[] nexts = new int[64];
    private int entries;
    private int[] wide = new int[4];
    private int wides;
    private final double[] left;
    private final double[] right;
    private final double[] top;
    private final double[] bottom;

    /**
     * An empty grid.
     *
     * @param nodeCount the boxes' numbers run from 0 to this
     * @param cellSide  in world units; about the size of a usual box
     */
    BoxGrid(int nodeCount, double cellSide) {
        this.cellSide = cellSide;
        heads = new int[Math.max(64, Integer.highestOneBit(Math.max(1, nodeCount)) * 4)];
        Arrays.fill(heads, -1);
        left = new double[nodeCount];
        right = new double[nodeCount];
        top = new double[nodeCount];
        bottom = new double[nodeCount];
    }

    /** Stands the box of a node, widened by the gap on every side, at the given place. */
    void add(int node, double x, double y, NodeBox box, double gap) {
        left[node] = x - box.halfWidth() - gap;
        right[node] = x + box.halfWidth() + gap;
        top[node] = y - box.above() - gap;
        bottom[node] = y + box.below() + gap;
        int firstColumn = cell(left[node]);
        int lastColumn = cell(right[node]);
        int firstRow = cell(top[node]);
        int lastRow = cell(bottom[node]);
        if ((lastColumn - firstColumn + 1L) * (lastRow - firstRow + 1L) > CELLS_OF_ONE_BOX_MAX) {
            if (wides == wide.length) {
                wide = Arrays.copyOf(wide, 2 * wides);
            }
            wide[wides++] = node;
            return;
        }
        for (int column = firstColumn; column <= lastColumn; column++) {
            for (int row = firstRow; row <= lastRow; row++) {
                enter(column, row, node);
            }
        }
    }

    private int cell(double coordinate) {
        return (int) Math.max(-CELL_MAX, Math.min(CELL_MAX, Math.floor(coordinate / cellSide)));
    }

    private void enter(int column, int row, int node) {
        if (entries == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * entries);
            nexts = Arrays.copyOf(nexts, 2 * entries);
        }
        int bucket = bucket(column, row);
        nodes[entries] = node;
        nexts[entries] = heads[bucket];
        heads[bucket] = entries++;
    }

    private int bucket(int column, int row) {
        int hash = column * 0x9E3779B1 + row * 0x85EBCA77;
        return (hash ^ hash >>> 15) & heads.length - 1;
    }

    /** True if a box at the given place touches no other. */
    boolean isFree(double x, double y, NodeBox box) {
        double fromX = x - box.halfWidth();
        double toX = x + box.halfWidth();
        double fromY = y - box.above();
        double toY = y + box.below();
        for (int i = 0; i < wides; i++) {
            if (touches(wide[i], fromX, toX, fromY, toY)) {
                return false;
            }
        }
        int lastColumn = cell(toX);
        int lastRow = cell(toY);
        for (int column = cell(fromX); column <= lastColumn; column++) {
            for (int row = cell(fromY); row <= lastRow; row++) {
                for (int entry = heads[bucket(column, row)]; entry >= 0; entry = nexts[entry]) {
                    // other cells may share the bucket: what touches is in the way wherever it is listed
                    if (touches(nodes[entry], fromX, toX, fromY, toY)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean touches(int node, double fromX, double toX, double fromY, double toY) {
        return left[node] < toX && fromX < right[node] && top[node] < toY && fromY < bottom[node];
    }
}
