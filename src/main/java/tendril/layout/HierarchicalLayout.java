package tendril.layout;

import java.util.Arrays;

/**
 * Layers from top to bottom, so that as many links as can be point downwards: what a pivot was asked of stands above
 * what it answered. The method of Sugiyama, Tagawa and Toda (1981): links that close a cycle are turned, layers follow
 * from the longest way down, the order within a layer from sweeps of {@link LayerOrder}, and the places from
 * {@link LayerPlaces}. Leaves that hang on one node alone are drawn as a block under it rather than as an endless row.
 */
public final class HierarchicalLayout implements LayoutEngine {
    private static final double PART_GAP = 120;

    @Override
    public Positions arrange(LayoutGraph graph, LayoutRun run) {
        Sheet sheet = new Sheet(graph);
        LeafBlocks blocks = LeafBlocks.of(graph);
        int[] layerOf = Layers.of(graph);
        Components parts = Components.of(graph.neighbours());
        double[] widths = new double[parts.count()];
        double[] heights = new double[parts.count()];
        for (int part = 0; part < parts.count(); part++) {
            int[] members = Arrays.stream(parts.membersOf(part))
                    .filter(node -> blocks.leader(node) == node)
                    .toArray();
            int[][] layers = LayerOrder.of(graph, blocks, members, layerOf, run.stop());
            double[] size = LayerPlaces.place(graph, blocks, layers, sheet);
            widths[part] = size[0];
            heights[part] = size[1];
            run.progress().at((double) parts.starts()[part + 1] / graph.size(), sheet::positions);
        }
        double[][] corners = ComponentPacking.pack(widths, heights, PART_GAP);
        for (int node = 0; node < graph.size(); node++) {
            int part = parts.partOf()[node];
            sheet.move(node, corners[0][part], corners[1][part]);
        }
        return sheet.besidePinned();
    }
}
