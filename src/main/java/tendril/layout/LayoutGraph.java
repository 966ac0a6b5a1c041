package tendril.layout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A graph as the engines see it: nodes are numbers from 0, links are two arrays of node numbers, and each node has a
 * box, a group, maybe a place, maybe a lock. Immutable; the {@code with…} methods return changed copies that share what
 * did not change, so variants of one graph are cheap.
 *
 * <p>Self loops and repeated links may be given and are ignored; direction matters to the hierarchical engine only.
 */
public final class LayoutGraph {
    private final int[] from;
    private final int[] to;
    private final Neighbours neighbours;
    private final Positions start;
    private final BitSet locked;
    private final NodeBox[] boxes;
    private final int[] groups;

    private LayoutGraph(
            int[] from,
            int[] to,
            Neighbours neighbours,
            Positions start,
            BitSet locked,
            NodeBox[] boxes,
            int[] groups) {
        this.from = from;
        this.to = to;
        this.neighbours = neighbours;
        this.start = start;
        this.locked = locked;
        this.boxes = boxes;
        this.groups = groups;
    }

    /**
     * A graph whose link {@code i} goes from {@code from[i]} to {@code to[i]}: nothing placed, nothing locked, all boxes
     * {@link NodeBox#STANDARD}, all nodes in group 0.
     *
     * @throws IllegalArgumentException if a link names a node that does not exist
     */
    public static LayoutGraph of(int size, int[] from, int[] to) {
        Neighbours neighbours = Neighbours.of(size, from, to);
        NodeBox[] boxes = new NodeBox[size];
        Arrays.fill(boxes, NodeBox.STANDARD);
        return new LayoutGraph(
                from.clone(), to.clone(), neighbours, Positions.unplaced(size), new BitSet(), boxes, new int[size]);
    }

    /** This graph with the nodes standing there before the layout. */
    public LayoutGraph withStart(Positions places) {
        requireSize(places.size());
        return new LayoutGraph(from, to, neighbours, places, locked, boxes, groups);
    }

    /** This graph with exactly these nodes locked. A locked node that has a place never leaves it. */
    public LayoutGraph withLocked(BitSet nodes) {
        return new LayoutGraph(from, to, neighbours, start, (BitSet) nodes.clone(), boxes, groups);
    }

    /** This graph with only these nodes free to move: layout of a selection. */
    public LayoutGraph withOnlyFree(BitSet nodes) {
        BitSet others = new BitSet(size());
        others.set(0, size());
        others.andNot(nodes);
        return withLocked(others);
    }

    /** This graph with the box that the function gives for each node. */
    public LayoutGraph withBoxes(IntFunction<NodeBox> boxOf) {
        NodeBox[] changed = new NodeBox[size()];
        Arrays.setAll(changed, boxOf);
        return new LayoutGraph(from, to, neighbours, start, locked, changed, groups);
    }

    /** This graph with each node in the group of the given number: its type, for the engines that arrange by type. */
    public LayoutGraph withGroups(IntUnaryOperator groupOf) {
        int[] changed = new int[size()];
        Arrays.setAll(changed, groupOf);
        return new LayoutGraph(from, to, neighbours, start, locked, boxes, changed);
    }

    /**
     * The graph of some of the nodes and the links between them; node {@code i} of it is {@code members[i]} of this one.
     *
     * @param members ascending, each once
     */
    LayoutGraph part(int[] members) {
        int[] local = new int[size()];
        Arrays.fill(local, -1);
        for (int i = 0; i < members.length; i++) {
            local[members[i]] = i;
        }
        int[] inner = IntStream.range(0, from.length)
                .filter(link -> local[from[link]] >= 0 && local[to[link]] >= 0)
                .toArray();
        BitSet lockedInner = new BitSet();
        for (int i = 0; i < members.length; i++) {
            lockedInner.set(i, locked.get(members[i]));
        }
        return of(
                        members.length,
                        IntStream.of(inner).map(link -> local[from[link]]).toArray(),
                        IntStream.of(inner).map(link -> local[to[link]]).toArray())
                .withStart(Positions.of(
                        IntStream.of(members).mapToDouble(start::x).toArray(),
                        IntStream.of(members).mapToDouble(start::y).toArray()))
                .withLocked(lockedInner)
                .withBoxes(i -> boxes[members[i]])
                .withGroups(i -> groups[members[i]]);
    }

    private void requireSize(int given) {
        if (given != size()) {
            throw new IllegalArgumentException(
                    "The graph has " + size() + " nodes, but there are " + given + " positions.");
        }
    }

    public int size() {
        return boxes.length;
    }

    /** The number of links as given, self loops and repeats included. */
    public int linkCount() {
        return from.length;
    }

    public int from(int link) {
        return from[link];
    }

    public int to(int link) {
        return to[link];
    }

    /** Where the nodes stood before the layout. */
    public Positions start() {
        return start;
    }

    public NodeBox box(int node) {
        return boxes[node];
    }

    public int group(int node) {
        return groups[node];
    }

    /** True if the node is locked and has a place to be locked to. */
    public boolean isPinned(int node) {
        return locked.get(node) && start.isPlaced(node);
    }

    /** The nodes that are locked and have a place. */
    public BitSet pinned() {
        BitSet pinned = start.placed();
        pinned.and(locked);
        return pinned;
    }

    /** The boxes of all nodes; shared, never written. */
    NodeBox[] boxes() {
        return boxes;
    }

    Neighbours neighbours() {
        return neighbours;
    }
}
