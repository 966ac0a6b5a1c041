package tendril.layout;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.graphstream.stream.SinkAdapter;
import org.graphstream.ui.layout.springbox.implementations.SpringBox;

/**
 * GraphStream's SpringBox, for those who know its pictures. Its time grows steeply with the graph, so it takes no more
 * than {@link #NODES_MAX} nodes; and nodes may overlap in its pictures until they are pushed apart at the end.
 */
public final class SpringBoxLayout implements LayoutEngine {
    /** Nodes it takes; a larger graph would keep one step busy for many seconds, with no way to stop it. */
    public static final int NODES_MAX = 5_000;

    private static final int STEPS_MAX = 400;
    private static final double STABLE = 0.9;
    private static final double LINK_LENGTH_BOXES = 1.6;
    private static final String SOURCE = "tendril";

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the graph has more than {@link #NODES_MAX} nodes
     */
    @Override
    public Positions arrange(LayoutGraph graph, LayoutRun run) {
        if (graph.size() > NODES_MAX) {
            throw new IllegalArgumentException("SpringBox takes up to " + NODES_MAX + " nodes, but there are "
                    + graph.size() + ". Choose the organic layout, or a selection.");
        }
        return new Springs(graph, run).settle();
    }

    private static final class Springs extends SinkAdapter {
        private final LayoutGraph graph;
        private final LayoutRun run;
        private final BitSet pinned;
        private final Positions begin;
        private final SpringBox box;
        private final double[] x;
        private final double[] y;
        private final double unit;

        Springs(LayoutGraph graph, LayoutRun run) {
            this.graph = graph;
            this.run = run;
            pinned = graph.pinned();
            begin = Placement.placeNew(graph, 0, 0);
            box = new SpringBox(false, new Random(run.seed()));
            x = begin.xs();
            y = begin.ys();
            NodeBox largest =
                    Sheet.largestBox(graph, IntStream.range(0, graph.size()).toArray());
            unit = Math.max(1, LINK_LENGTH_BOXES * largest.width());
        }

        Positions settle() {
            feed();
            for (int step = 0; step < STEPS_MAX && !run.stop().isStopped(); step++) {
                box.compute();
                run.progress().at((step + 1.0) / STEPS_MAX, this::positions);
                if (box.getStabilization() >= STABLE) {
                    break;
                }
            }
            keepPinned();
            new OverlapRemoval(graph.boxes(), x, y, pinned).settle(run.stop());
            return Positions.owning(x, y);
        }

        private void feed() {
            box.addSink(this);
            long time = 0;
            for (int node = 0; node < graph.size(); node++) {
                String id = Integer.toString(node);
                box.nodeAdded(SOURCE, time++, id);
                if (graph.start().isPlaced(node) && isWithinWorld(node)) {
                    box.moveNode(id, begin.x(node) / unit, begin.y(node) / unit, 0);
                    box.freezeNode(id, pinned.get(node));
                }
            }
            for (int node = 0; node < graph.size(); node++) {
                for (int i = graph.neighbours().first(node);
                        i < graph.neighbours().end(node);
                        i++) {
                    int other = graph.neighbours().target(i);
                    if (node < other) {
                        box.edgeAdded(
                                SOURCE,
                                time++,
                                node + "-" + other,
                                Integer.toString(node),
                                Integer.toString(other),
                                false);
                    }
                }
            }
        }

        private boolean isWithinWorld(int node) {
            return Math.abs(begin.x(node)) <= Placement.WORLD_MAX && Math.abs(begin.y(node)) <= Placement.WORLD_MAX;
        }

        private void keepPinned() {
            pinned.stream().forEach(node -> {
                x[node] = graph.start().x(node);
                y[node] = graph.start().y(node);
            });
        }

        private Positions positions() {
            keepPinned();
            return Positions.of(x, y);
        }

        @Override
        public void nodeAttributeChanged(
                String sourceId, long timeId, String nodeId, String attribute, Object oldValue, Object newValue) {
            if (attribute.equals("xyz")
                    && newValue instanceof Object[] place
                    && place[0] instanceof Number px
                    && place[1] instanceof Number py
                    && Double.isFinite(px.doubleValue())
                    && Double.isFinite(py.doubleValue())) {
                int node = Integer.parseInt(nodeId);
                x[node] = px.doubleValue() * unit;
                y[node] = py.doubleValue() * unit;
            }
        }
    }
}
