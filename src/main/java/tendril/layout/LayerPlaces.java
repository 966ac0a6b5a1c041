package tendril.layout;

/**
 * Places for the nodes of ordered layers: each layer under the one before, and within a layer each node as near to the
 * middle of its neighbours as order and widths allow. That is least squares with kept order, solved exactly by pooling
 * neighbours that want to pass each other (isotonic regression), layer by layer, a few times over.
 */
final class LayerPlaces {
    private static final double LAYER_GAP = 90;
    private static final int ROUNDS = 8;

    private final Neighbours neighbours;
    private final LeafBlocks blocks;
    private final int[][] layers;
    private final double[] x;
    private final double[] width;

    private LayerPlaces(LayoutGraph graph, LeafBlocks blocks, int[][] layers) {
        neighbours = graph.neighbours();
        this.blocks = blocks;
        this.layers = layers;
        x = new double[graph.size()];
        width = new double[graph.size()];
    }

    /** Sets all nodes of the layers from 0, 0 to the right and down and returns the width and height of the whole. */
    static double[] place(LayoutGraph graph, LeafBlocks blocks, int[][] layers, Sheet sheet) {
        LayerPlaces places = new LayerPlaces(graph, blocks, layers);
        places.settle();
        return places.set(sheet);
    }

    private void settle() {
        for (int[] layer : layers) {
            double next = 0;
            for (int node : layer) {
                width[node] = blocks.width(node);
                x[node] = next + width[node] / 2;
                next += width[node];
            }
            for (int node : layer) {
                x[node] -= next / 2;
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < layers.length; i++) {
                pool(layers[round % 2 == 0 ? i : layers.length - 1 - i]);
            }
        }
    }

    /** Moves the nodes of a layer to where they wish to be, without changing their order or letting them touch. */
    private void pool(int[] layer) {
        int count = layer.length;
        double[] offset = new double[count];
        double[] mean = new double[count];
        int[] length = new int[count];
        int pools = 0;
        for (int i = 0; i < count; i++) {
            offset[i] = i == 0 ? 0 : offset[i - 1] + (width[layer[i - 1]] + width[layer[i]]) / 2;
            mean[pools] = wish(layer[i]) - offset[i];
            length[pools++] = 1;
            while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
                int joined = length[pools - 2] + length[pools - 1];
                mean[pools - 2] = (mean[pools - 2] * length[pools - 2] + mean[pools - 1] * length[pools - 1]) / joined;
                length[pools - 2] = joined;
                pools--;
            }
        }
        int node = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (int i = 0; i < length[pool]; i++, node++) {
                x[layer[node]] = mean[pool] + offset[node];
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
        for (int[] layer : layers) {
            for (int node : layer) {
                left = Math.min(left, x[node] - width[node] / 2);
                right = Math.max(right, x[node] + width[node] / 2);
            }
        }
        double top = 0;
        for (int[] layer : layers) {
            double height = 0;
            for (int node : layer) {
                height = Math.max(height, blocks.height(node));
                blocks.set(node, x[node] - left, top, sheet);
            }
            top += height + LAYER_GAP;
        }
        return new double[] {right - left, top - LAYER_GAP};
    }
}
