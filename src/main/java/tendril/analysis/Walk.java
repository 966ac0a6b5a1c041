package tendril.analysis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;

/** Breadth-first walks between two nodes that can be told where not to go. Confined to one thread. */
final class Walk {
    private static final int UNSEEN = -1;

    private final Skeleton skeleton;
    private final Rows rows;
    private final Direction direction;
    private final int[] cameFrom;
    private final int[] queue;

    Walk(Skeleton skeleton, Direction direction) {
        this.skeleton = skeleton;
        this.direction = direction;
        this.rows = direction == Direction.EITHER_WAY ? skeleton.neighbours() : skeleton.leaving();
        this.cameFrom = new int[skeleton.size()];
        this.queue = new int[skeleton.size()];
    }

    /**
     * The nodes of a shortest way, both ends included; empty if there is none.
     *
     * @param closed      nodes it must not pass
     * @param closedFirst nodes that must not be its first step
     */
    int[] shortest(int start, int end, BitSet closed, Set<Integer> closedFirst) {
        Arrays.fill(cameFrom, UNSEEN);
        cameFrom[start] = start;
        int filled = 0;
        queue[filled++] = start;
        for (int done = 0; done < filled && cameFrom[end] == UNSEEN; done++) {
            int node = queue[done];
            for (int i = rows.start()[node]; i < rows.start()[node + 1]; i++) {
                int next = direction == Direction.EITHER_WAY ? rows.items()[i] : skeleton.to(rows.items()[i]);
                boolean open = !closed.get(next) && !(node == start && closedFirst.contains(next));
                if (open && cameFrom[next] == UNSEEN) {
                    cameFrom[next] = node;
                    queue[filled++] = next;
                }
            }
        }
        return cameFrom[end] == UNSEEN ? new int[0] : wayBack(start, end);
    }

    private int[] wayBack(int start, int end) {
        int length = 1;
        for (int node = end; node != start; node = cameFrom[node]) {
            length++;
        }
        int[] way = new int[length];
        int node = end;
        for (int i = length - 1; i >= 0; i--) {
            way[i] = node;
            node = cameFrom[node];
        }
        return way;
    }
}
