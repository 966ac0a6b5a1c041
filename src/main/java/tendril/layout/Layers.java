package tendril.layout;

/** Gives each node a layer such that links lead from a smaller to a larger number, except those that close a cycle. */
final class Layers {
    private final int size;
    private final int[] offsets;
    private final int[] targets;
    private final boolean[] turned;

    private Layers(LayoutGraph graph) {
        size = graph.size();
        offsets = new int[size + 1];
        for (int link = 0; link < graph.linkCount(); link++) {
            if (graph.from(link) != graph.to(link)) {
                offsets[graph.from(link) + 1]++;
            }
        }
        for (int node = 0; node < size; node++) {
            offsets[node + 1] += offsets[node];
        }
        targets = new int[offsets[size]];
        int[] next = offsets.clone();
        for (int link = 0; link < graph.linkCount(); link++) {
            if (graph.from(link) != graph.to(link)) {
                targets[next[graph.from(link)]++] = graph.to(link);
            }
        }
        turned = new boolean[targets.length];
    }

    static int[] of(LayoutGraph graph) {
        Layers layers = new Layers(graph);
        int[] order = layers.downwards();
        return layers.pulledDown(layers.longestWays(order), order);
    }

    /**
     * All nodes so that links lead from earlier to later, by searching in depth; links back into the path of the search
     * close a cycle and are turned. Nodes that nothing points to come first as starts.
     */
    private int[] downwards() {
        boolean[] pointedTo = new boolean[size];
        for (int target : targets) {
            pointedTo[target] = true;
        }
        int[] order = new int[size];
        Search search = new Search(order);
        for (int node = 0; node < size; node++) {
            if (!pointedTo[node]) {
                search.from(node);
            }
        }
        for (int node = 0; node < size; node++) {
            search.from(node);
        }
        return order;
    }

    /** A search in depth with a stack of its own, for chains as long as the graph. */
    private final class Search {
        private static final byte UNSEEN = 0;
        private static final byte ON_PATH = 1;
        private static final byte DONE = 2;

        private final int[] order;
        private final byte[] state = new byte[size];
        private final int[] stack = new int[size];
        private final int[] next = offsets.clone();
        private int free = size;

        Search(int[] order) {
            this.order = order;
        }

        void from(int start) {
            if (state[start] != UNSEEN) {
                return;
            }
            int top = 0;
            stack[top] = start;
            state[start] = ON_PATH;
            while (top >= 0) {
                int node = stack[top];
                if (next[node] == offsets[node + 1]) {
                    state[node] = DONE;
                    order[--free] = node;
                    top--;
                    continue;
                }
                int link = next[node]++;
                int target = targets[link];
                if (state[target] == ON_PATH) {
                    turned[link] = true;
                } else if (state[target] == UNSEEN) {
                    state[target] = ON_PATH;
                    stack[++top] = target;
                }
            }
        }
    }

    private int[] longestWays(int[] order) {
        int[] layer = new int[size];
        for (int node : order) {
            for (int link = offsets[node]; link < offsets[node + 1]; link++) {
                if (!turned[link]) {
                    layer[targets[link]] = Math.max(layer[targets[link]], layer[node] + 1);
                }
            }
        }
        return layer;
    }

    /** Pulls nodes that nothing holds from above down to what they point to. */
    private int[] pulledDown(int[] layer, int[] order) {
        boolean[] held = new boolean[size];
        for (int link = 0; link < targets.length; link++) {
            if (!turned[link]) {
                held[targets[link]] = true;
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            int node = order[i];
            int nearest = Integer.MAX_VALUE;
            for (int link = offsets[node]; link < offsets[node + 1]; link++) {
                nearest = turned[link] ? nearest : Math.min(nearest, layer[targets[link]]);
            }
            if (!held[node] && nearest < Integer.MAX_VALUE) {
                layer[node] = nearest - 1;
            }
        }
        return layer;
    }
}
