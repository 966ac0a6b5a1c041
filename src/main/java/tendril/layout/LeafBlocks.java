package tendril.layout;

import java.util.Arrays;

/**
 * The leaves of each hub gathered into blocks of rows and columns, one block for the leaves a hub points to and one for
 * those that point to it. A block stands for its leader; every other node leads itself alone.
 */
final class LeafBlocks {
    /** Leaves a hub must have in one direction before they are drawn as a block. */
    private static final int BLOCK_MIN = 5;

    /** Width of a block to its height. */
    private static final double PROPORTION = 2;

    private final LayoutGraph graph;
    private final int[] leader;
    private final int[][] members;

    private LeafBlocks(LayoutGraph graph) {
        this.graph = graph;
        leader = new int[graph.size()];
        Arrays.setAll(leader, node -> node);
        members = new int[graph.size()][];
    }

    static LeafBlocks of(LayoutGraph graph) {
        LeafBlocks blocks = new LeafBlocks(graph);
        boolean[] pointsAway = new boolean[graph.size()];
        for (int link = 0; link < graph.linkCount(); link++) {
            if (graph.from(link) != graph.to(link)) {
                pointsAway[graph.from(link)] = true;
            }
        }
        for (int hub = 0; hub < graph.size(); hub++) {
            if (graph.neighbours().degree(hub) > BLOCK_MIN) {
                blocks.gather(hub, pointsAway, true);
                blocks.gather(hub, pointsAway, false);
            }
        }
        return blocks;
    }

    private void gather(int hub, boolean[] pointsAway, boolean above) {
        Neighbours neighbours = graph.neighbours();
        int[] leaves = Arrays.stream(neighbours.targets(), neighbours.first(hub), neighbours.end(hub))
                .filter(node -> neighbours.degree(node) == 1 && pointsAway[node] == above)
                .toArray();
        if (leaves.length >= BLOCK_MIN) {
            members[leaves[0]] = leaves;
            for (int leaf : leaves) {
                leader[leaf] = leaves[0];
            }
        }
    }

    /** The node that stands for a node. */
    int leader(int node) {
        return leader[node];
    }

    private int[] membersOf(int node) {
        return members[node] == null ? new int[] {node} : members[node];
    }

    private int columns(int[] block, NodeBox cell) {
        double square = block.length * PROPORTION * cell.height() / Math.max(1, cell.width());
        return Math.clamp((int) Math.ceil(Math.sqrt(square)), 1, block.length);
    }

    /** The width of what a leader stands for, gap included. */
    double width(int node) {
        int[] block = membersOf(node);
        NodeBox cell = Sheet.largestBox(graph, block);
        return columns(block, cell) * (cell.width() + 2 * Placement.GAP);
    }

    /** The height of what a leader stands for, gap included. */
    double height(int node) {
        int[] block = membersOf(node);
        NodeBox cell = Sheet.largestBox(graph, block);
        int columns = columns(block, cell);
        return (block.length + columns - 1) / columns * (cell.height() + 2 * Placement.GAP);
    }

    /** Sets what a leader stands for in rows, centred on a middle, from a top downwards. */
    void set(int node, double middleX, double top, Sheet sheet) {
        int[] block = membersOf(node);
        NodeBox cell = Sheet.largestBox(graph, block);
        int columns = columns(block, cell);
        double stepX = cell.width() + 2 * Placement.GAP;
        double stepY = cell.height() + 2 * Placement.GAP;
        double left = middleX - columns * stepX / 2;
        for (int i = 0; i < block.length; i++) {
            sheet.set(
                    block[i],
                    left + (i % columns + 0.5) * stepX,
                    top + i / columns * stepY + cell.above() + Placement.GAP);
        }
    }
}
