package tendril.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The layers of a hierarchical picture cut into stacks: a layer much wider than the picture should be has several of its
 * nodes above each other, next ones in the order together, so that the whole keeps a shape that can be looked at.
 */
final class LayerStacks {
    /** Width to height that a picture of layers may have before its widest layers are stacked. */
    private static final double PROPORTION = 2.5;

    private final LeafBlocks blocks;
    private final double layerGap;

    LayerStacks(LeafBlocks blocks, double layerGap) {
        this.blocks = blocks;
        this.layerGap = layerGap;
    }

    /** For each layer its stacks from left to right, each with its nodes from top to bottom. */
    int[][][] of(int[][] layers) {
        double[] widths = new double[layers.length];
        double[] heights = new double[layers.length];
        for (int layer = 0; layer < layers.length; layer++) {
            for (int node : layers[layer]) {
                widths[layer] += blocks.width(node);
                heights[layer] = Math.max(heights[layer], blocks.height(node));
            }
        }
        double width = widest(widths, heights);
        int[][][] stacks = new int[layers.length][][];
        for (int layer = 0; layer < layers.length; layer++) {
            int folds = (int) Math.ceil(widths[layer] / width);
            stacks[layer] = stacked(layers[layer], folds <= 1 ? 0 : folds * heights[layer]);
        }
        return stacks;
    }

    /** The width at which the layers, those beyond it folded, have the proportion. */
    private double widest(double[] widths, double[] heights) {
        double width = Arrays.stream(widths).max().orElse(1);
        while (width > PROPORTION * heightAt(width, widths, heights)) {
            width *= 0.9;
        }
        return width;
    }

    private double heightAt(double width, double[] widths, double[] heights) {
        double height = -layerGap;
        for (int layer = 0; layer < widths.length; layer++) {
            height += layerGap + Math.max(1, widths[layer] / width) * heights[layer];
        }
        return Math.max(1, height);
    }

    private int[][] stacked(int[] layer, double heightMax) {
        List<int[]> stacks = new ArrayList<>();
        int first = 0;
        double height = 0;
        for (int i = 0; i < layer.length; i++) {
            if (i > first && height + blocks.height(layer[i]) > heightMax) {
                stacks.add(Arrays.copyOfRange(layer, first, i));
                first = i;
                height = 0;
            }
            height += blocks.height(layer[i]);
        }
        stacks.add(Arrays.copyOfRange(layer, first, layer.length));
        return stacks.toArray(int[][]::new);
    }
}
