package tendril.layout;

import java.util.Arrays;

/**
 * Places for the nodes of ordered layers: each layer under the one before, and within a layer each node as near to the
 * middle of its neighbours as order and widths allow. That is least squares with kept order, solved exactly by pooling
 * neighbours that want to pass each other (isotonic regression), layer by layer, a few times over. Layers that are too
 * wide for the picture are cut into {@link LayerStacks}.
 */
final class LayerPlaces {
    private static final double LAYER_GAP = 90;
    private static final int ROUNDS = 8;

    private final Neighbours neighbours;
    private final LeafBlocks blocks;
    /** The layers, each as its stacks; a stack is one thing to place. */
    private final int[][][] layers;

    private final double[] x;

    private LayerPlaces(LayoutGraph graph, LeafBlocks blocks, int[][] layers) {
        neighbours = graph.neighbours();
        this.blocks = blocks;
        this.layers = new LayerStacks(blocks, LAYER_GAP).of(layers);
        x = new double[graph.size()];
    }

    /** Sets all nodes of the layers from 0, 0 to the right and down and returns the width and height of the whole. */
    static double[] place(LayoutGraph graph, LeafBlocks blocks, int[][] layers, Sheet sheet) {
        LayerPlaces places = new LayerPlaces(graph, blocks, layers);
        places.settle();
        return places.set(sheet);
    }

    private void settle() {
        double[][] widths = new double[layers.length][];
        for (int i = 0; i < layers.length; i++) {
            widths[i] = Arrays.stream(layers[i]).mapToDouble(this::width).toArray();
            double next = -Arrays.stream(widths[i]).sum() / 2;
            for (int stack = 0; stack < widths[i].length; stack++) {
                move(layers[i][stack], next + widths[i][stack] / 2);
                next += widths[i][stack];
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < layers.length; i++) {
                int layer = round % 2 == 0 ? i : layers.length - 1 - i;
                pool(layers[layer], widths[layer]);
            }
        }
    }

    private double width(int[] stack) {
        return Arrays.stream(stack).mapToDouble(blocks::width).max().orElse(0);
    }

    private void move(int[] stack, double toX) {
        for (int node : stack) {
            x[node] = toX;
        }
    }

    /** Moves the stacks of a layer to where they wish to be, without changing their order or letting them touch. */
    private void pool(int[][] layer, double[] width) {
        int count = layer.length;
        double[] offset = new double[count];
        double[] mean = new double[count];
        int[] length = new int[count];
        int pools = 0;
        for (int i = 0; i < count; i++) {
            offset[i] = i == 0 ? 0 : offset[i - 1] + (width[i - 1] + width[i]) / 2;
            mean[pools] =
                    Arrays.stream(layer[i]).mapToDouble(this::wish).average().orElse(0) - offset[i];
            length[pools++] = 1;
            while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
                int joined = length[pools - 2] + length[pools - 1];
                mean[pools - 2] = (mean[pools - 2] * length[pools - 2] + mean[pools - 1] * length[pools - 1]) / joined;
                length[pools - 2] = joined;
                pools--;
            }
        }
        int stack = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (int i = 0; i < length[pool]; i++, stack++) {
                move(layer[stack], mean[pool] + offset[stack]);
            }
        }
    }

    private double wish(int node) {
        double sum = 0;
        int count = 0;
        for (int i = neighbours.first(node); i < neighbours.end(node); i++) {
            int other = neighbours.target(i);
            if (blocks.leader(other) == other) {
                sum += x[other];
                count++;
            }
        }
        return count == 0 ? x[node] : sum / count;
    }

    private double[] set(Sheet sheet) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        for (int[][] layer : layers) {
            for (int[] stack : layer) {
                left = Math.min(left, x[stack[0]] - width(stack) / 2);
                right = Math.max(right, x[stack[0]] + width(stack) / 2);
            }
        }
        double top = 0;
        for (int[][] layer : layers) {
            double height = 0;
            for (int[] stack : layer) {
                height = Math.max(height, setStack(stack, left, top, sheet));
            }
            top += height + LAYER_GAP;
        }
        return new double[] {right - left, top - LAYER_GAP};
    }

    private double setStack(int[] stack, double left, double top, Sheet sheet) {
        double height = 0;
        for (int node : stack) {
            blocks.set(node, x[node] - left, top + height, sheet);
            height += blocks.height(node);
        }
        return height;
    }
}
