package tendril.analysis;

import java.util.Arrays;

/**
 * For each node, how many parts of its component only it holds together: the parts that would be left, and would not
 * touch, if it were taken out. A part of fewer than {@link #PART_SIZE_MIN} nodes does not count, or the centre of every
 * burst of leaves would join hundreds.
 *
 * <p>One depth-first walk (Hopcroft, Tarjan, "Efficient Algorithms for Graph Manipulation", Communications of the ACM 16,
 * 1973): the nodes below a child are a part of their own when none of them is linked to a node above its parent. The
 * walk keeps its own stack, for a chain of 50,000 nodes would overflow the thread's. Time: nodes and links. Confined to
 * one thread.
 */
final class JoinedParts {
    /** A part is more than a single leaf. */
    static final int PART_SIZE_MIN = 2;

    private static final int UNSEEN = -1;

    private final Rows neighbours;
    private final int[] seenAt;
    private final int[] highest;
    private final int[] parent;
    private final int[] sizeBelow;
    private final int[] cutOff;
    private final int[] parts;
    private final int[] next;

    private JoinedParts(Rows neighbours) {
        int size = neighbours.size();
        this.neighbours = neighbours;
        this.seenAt = new int[size];
        this.highest = new int[size];
        this.parent = new int[size];
        this.sizeBelow = new int[size];
        this.cutOff = new int[size];
        this.parts = new int[size];
        this.next = Arrays.copyOf(neighbours.start(), size);
    }

    /** The count for each node: 1 where it holds nothing together, 0 where it has no part worth counting beside it. */
    static int[] countedFor(Rows neighbours) {
        var walk = new JoinedParts(neighbours);
        walk.run();
        return walk.parts;
    }

    private void run() {
        int size = neighbours.size();
        Arrays.fill(seenAt, UNSEEN);
        int[] order = new int[size];
        int seen = 0;
        for (int root = 0; root < size; root++) {
            if (seenAt[root] == UNSEEN) {
                int begin = seen;
                seen = walkFrom(root, seen, order);
                countRest(order, begin, seen);
            }
        }
    }

    private int walkFrom(int root, int alreadySeen, int[] order) {
        int seen = alreadySeen;
        int node = root;
        parent[root] = UNSEEN;
        enter(root, seen, order);
        seen++;
        while (node != UNSEEN) {
            if (next[node] == neighbours.start()[node + 1]) {
                leave(node);
                node = parent[node];
                continue;
            }
            int other = neighbours.items()[next[node]++];
            if (seenAt[other] == UNSEEN) {
                parent[other] = node;
                enter(other, seen, order);
                seen++;
                node = other;
            } else if (other != parent[node]) {
                highest[node] = Math.min(highest[node], seenAt[other]);
            }
        }
        return seen;
    }

    private void enter(int node, int at, int[] order) {
        seenAt[node] = at;
        highest[node] = at;
        sizeBelow[node] = 1;
        order[at] = node;
    }

    private void leave(int node) {
        int above = parent[node];
        if (above == UNSEEN) {
            return;
        }
        highest[above] = Math.min(highest[above], highest[node]);
        sizeBelow[above] += sizeBelow[node];
        if (highest[node] >= seenAt[above]) {
            cutOff[above] += sizeBelow[node];
            parts[above] += sizeBelow[node] >= PART_SIZE_MIN ? 1 : 0;
        }
    }

    /** What is neither a node nor cut off by it is one part more. */
    private void countRest(int[] order, int begin, int end) {
        for (int i = begin; i < end; i++) {
            int rest = end - begin - 1 - cutOff[order[i]];
            parts[order[i]] += rest >= PART_SIZE_MIN ? 1 : 0;
        }
    }
}
