package tendril.layout;

import java.util.List;

/**
 * Nodes in blocks, one block for each type: inside a block in rows, the most linked first. A block is as wide as it
 * is high on the screen, and the blocks are packed side by side, so a case reads like a shelf. Pinned nodes stay, and
 * the blocks are set beside them.
 */
public final class GridLayout implements LayoutEngine {
    private static final double BLOCK_GAP = 120;

    /** Width of a block to its height, near that of a window. */
    private static final double PROPORTION = 1.4;

    @Override
    public Positions arrange(LayoutGraph graph, LayoutRun run) {
        List<int[]> groups = TypeGroups.of(graph);
        Sheet sheet = new Sheet(graph);
        double[] widths = new double[groups.size()];
        double[] heights = new double[groups.size()];
        for (int block = 0; block < groups.size(); block++) {
            double[] size = fill(graph, groups.get(block), sheet);
            widths[block] = size[0];
            heights[block] = size[1];
        }
        double[][] corners = ComponentPacking.pack(widths, heights, BLOCK_GAP);
        for (int block = 0; block < groups.size(); block++) {
            for (int node : groups.get(block)) {
                sheet.move(node, corners[0][block], corners[1][block]);
            }
        }
        run.progress().at(1, sheet::positions);
        return sheet.besidePinned();
    }

    /** Sets one group in rows from the origin and returns the width and height of its block. */
    private static double[] fill(LayoutGraph graph, int[] nodes, Sheet sheet) {
        NodeBox cell = Sheet.largestBox(graph, nodes);
        double width = cell.width() + 2 * Placement.GAP;
        double height = cell.height() + 2 * Placement.GAP;
        int columns = Math.max(1, (int) Math.ceil(Math.sqrt(nodes.length * PROPORTION * height / Math.max(1, width))));
        columns = Math.min(columns, nodes.length);
        for (int i = 0; i < nodes.length; i++) {
            sheet.set(
                    nodes[i],
                    i % columns * width + cell.halfWidth() + Placement.GAP,
                    i / columns * height + cell.above() + Placement.GAP);
        }
        int rows = (nodes.length + columns - 1) / columns;
        return new double[] {Math.max(1, columns * width), Math.max(1, rows * height)};
    }
}
