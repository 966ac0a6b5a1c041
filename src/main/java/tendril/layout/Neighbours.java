package tendril.layout;

import java.util.Arrays;

/**
 * Who is linked to whom, without direction, self loops and repeats, in compressed rows: the neighbours of node
 * {@code v} are {@code targets[offsets[v]]} up to but not including {@code targets[offsets[v + 1]]}, ascending.
 * The arrays are shared within the package and never written after construction.
 */
record Neighbours(int[] offsets, int[] targets) {

    static Neighbours of(int size, int[] from, int[] to) {
        if (from.length != to.length) {
            throw new IllegalArgumentException(
                    "Each link needs two ends, but there are " + from.length + " and " + to.length + ".");
        }
        int[] offsets = new int[size + 1];
        for (int link = 0; link < from.length; link++) {
            requireNode(from[link], size);
            requireNode(to[link], size);
            if (from[link] != to[link]) {
                offsets[from[link] + 1]++;
                offsets[to[link] + 1]++;
            }
        }
        for (int node = 0; node < size; node++) {
            offsets[node + 1] += offsets[node];
        }
        int[] targets = new int[offsets[size]];
        int[] next = offsets.clone();
        for (int link = 0; link < from.length; link++) {
            if (from[link] != to[link]) {
                targets[next[from[link]]++] = to[link];
                targets[next[to[link]]++] = from[link];
            }
        }
        return withoutRepeats(size, offsets, targets);
    }

    private static void requireNode(int node, int size) {
        if (node < 0 || node >= size) {
            throw new IllegalArgumentException(
                    "A link names node " + node + ", but the nodes are numbered 0 to " + (size - 1) + ".");
        }
    }

    private static Neighbours withoutRepeats(int size, int[] offsets, int[] targets) {
        int[] kept = new int[size + 1];
        int end = 0;
        for (int node = 0; node < size; node++) {
            int first = offsets[node];
            int last = offsets[node + 1];
            Arrays.sort(targets, first, last);
            for (int i = first; i < last; i++) {
                if (i == first || targets[i] != targets[i - 1]) {
                    targets[end++] = targets[i];
                }
            }
            kept[node + 1] = end;
        }
        return new Neighbours(kept, Arrays.copyOf(targets, end));
    }

    int size() {
        return offsets.length - 1;
    }

    int degree(int node) {
        return offsets[node + 1] - offsets[node];
    }

    int first(int node) {
        return offsets[node];
    }

    int end(int node) {
        return offsets[node + 1];
    }

    int target(int place) {
        return targets[place];
    }
}
