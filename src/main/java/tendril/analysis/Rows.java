package tendril.analysis;

import java.util.Arrays;

/**
 * Numbers in rows, one row a node, in two flat arrays: row {@code r} is {@code items[start[r]] … items[start[r + 1] - 1]}.
 * Nobody writes to them once they are made.
 *
 * @param start where each row begins, and where the last one ends
 * @param items all rows, one after the other
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; the arrays are the point.
record Rows(int[] start, int[] items) {
    /** Puts item {@code i} into row {@code rowOf[i]}; within a row the items ascend. */
    static Rows grouped(int rows, int[] rowOf) {
        int[] start = new int[rows + 1];
        for (int row : rowOf) {
            start[row + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = Arrays.copyOf(start, rows);
        int[] items = new int[rowOf.length];
        for (int item = 0; item < rowOf.length; item++) {
            items[next[rowOf[item]]++] = item;
        }
        return new Rows(start, items);
    }

    /** For each node the nodes at the other ends of its links, each once, without itself. */
    static Rows neighbours(int[] from, int[] to, Rows leaving, Rows entering) {
        int size = leaving.size();
        int[] start = new int[size + 1];
        int[] items = new int[from.length * 2];
        int[] seenBy = new int[size];
        Arrays.fill(seenBy, -1);
        int filled = 0;
        for (int node = 0; node < size; node++) {
            seenBy[node] = node;
            filled = addUnseen(leaving, to, node, seenBy, items, filled);
            filled = addUnseen(entering, from, node, seenBy, items, filled);
            start[node + 1] = filled;
        }
        return new Rows(start, Arrays.copyOf(items, filled));
    }

    private static int addUnseen(Rows links, int[] ends, int node, int[] seenBy, int[] items, int filled) {
        for (int i = links.start[node]; i < links.start[node + 1]; i++) {
            int end = ends[links.items[i]];
            if (seenBy[end] != node) {
                seenBy[end] = node;
                items[filled++] = end;
            }
        }
        return filled;
    }

    int size() {
        return start.length - 1;
    }

    int length(int row) {
        return start[row + 1] - start[row];
    }
}
