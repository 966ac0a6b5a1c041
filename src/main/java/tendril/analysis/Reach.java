package tendril.analysis;

import java.util.BitSet;

/** How far one gets from some entities by walking links, whatever their direction. */
final class Reach {
    private Reach() {}

    /** The nodes at most so many links away from the given ones, these included. */
    static BitSet within(Skeleton skeleton, BitSet from, int hops) {
        Rows neighbours = skeleton.neighbours();
        BitSet seen = (BitSet) from.clone();
        int[] queue = new int[skeleton.size()];
        int filled = 0;
        for (int node = from.nextSetBit(0); node >= 0; node = from.nextSetBit(node + 1)) {
            queue[filled++] = node;
        }
        int done = 0;
        for (int hop = 0; hop < hops && done < filled; hop++) {
            for (int ringEnd = filled; done < ringEnd; done++) {
                int node = queue[done];
                for (int i = neighbours.start()[node]; i < neighbours.start()[node + 1]; i++) {
                    int next = neighbours.items()[i];
                    if (!seen.get(next)) {
                        seen.set(next);
                        queue[filled++] = next;
                    }
                }
            }
        }
        return seen;
    }

    /** All nodes that links lead to from the given ones, these included. */
    static BitSet everything(Skeleton skeleton, BitSet from) {
        return within(skeleton, from, Integer.MAX_VALUE);
    }
}
