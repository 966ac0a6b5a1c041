package tendril.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.UndirectedGraph;
import org.gephi.layout.plugin.force.StepDisplacement;
import org.gephi.layout.plugin.force.yifanHu.YifanHuLayout;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2;
import org.gephi.layout.spi.Layout;
import org.gephi.project.api.ProjectController;
import org.graphstream.stream.SinkAdapter;
import org.graphstream.ui.layout.springbox.implementations.SpringBox;
import org.jgrapht.Graph;
import org.jgrapht.alg.drawing.FRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.openide.util.Lookup;
import tendril.layout.LayoutKind;
import tendril.layout.LayoutRun;
import tendril.layout.Lanes;
import tendril.layout.Positions;

/** Everybody who takes part. All start from the same seeded random square where they take a start. */
final class LayoutPeers {
    private LayoutPeers() {}

    static List<LayoutPeer> all(Executor helpers, int lanes) {
        return List.of(
                new Ours(new Lanes(helpers, lanes)),
                new Gephi("Gephi ForceAtlas2"),
                new Gephi("Gephi Yifan Hu"),
                new GraphStream(),
                new JGraphT());
    }

    private static double[][] randomSquare(int size, long seed) {
        Random random = new Random(seed);
        double side = 10 * Math.sqrt(size);
        double[][] places = new double[2][size];
        for (int node = 0; node < size; node++) {
            places[0][node] = (random.nextDouble() - 0.5) * side;
            places[1][node] = (random.nextDouble() - 0.5) * side;
        }
        return places;
    }

    private record Ours(Lanes lanes) implements LayoutPeer {
        @Override
        public String name() {
            return "Tendril organic";
        }

        @Override
        public int nodesMax() {
            return Integer.MAX_VALUE;
        }

        @Override
        public double[][] arrange(LayoutCase graph, long seed, double cpuSecondsMax) {
            Positions done = LayoutKind.ORGANIC.engine().arrange(graph.graph(), LayoutRun.quiet(seed, lanes));
            return new double[][] {done.xs(), done.ys()};
        }
    }

    private record Gephi(String name) implements LayoutPeer {
        @Override
        public int nodesMax() {
            return 100_000;
        }

        @Override
        public double[][] arrange(LayoutCase graph, long seed, double cpuSecondsMax) {
            ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
            projects.newProject();
            GraphModel model =
                    Lookup.getDefault().lookup(GraphController.class).getGraphModel(projects.getCurrentWorkspace());
            Node[] nodes = fill(graph, model, seed);
            Layout layout = name.endsWith("2")
                    ? new ForceAtlas2(null)
                    : new YifanHuLayout(null, new StepDisplacement(1f));
            layout.setGraphModel(model);
            layout.resetPropertiesValues();
            if (layout instanceof ForceAtlas2 atlas) {
                atlas.setThreadsCount(2);
            }
            layout.initAlgo();
            Budget budget = new Budget(cpuSecondsMax);
            while (layout.canAlgo() && !budget.isSpent()) {
                layout.goAlgo();
            }
            layout.endAlgo();
            projects.closeCurrentProject();
            return new double[][] {
                Arrays.stream(nodes).mapToDouble(Node::x).toArray(),
                Arrays.stream(nodes).mapToDouble(Node::y).toArray()
            };
        }

        private static Node[] fill(LayoutCase graph, GraphModel model, long seed) {
            UndirectedGraph into = model.getUndirectedGraph();
            double[][] start = randomSquare(graph.size(), seed);
            Node[] nodes = new Node[graph.size()];
            for (int node = 0; node < nodes.length; node++) {
                nodes[node] = model.factory().newNode(Integer.toString(node));
                nodes[node].setPosition((float) start[0][node], (float) start[1][node]);
                nodes[node].setSize(1);
                into.addNode(nodes[node]);
            }
            for (int link = 0; link < graph.from().length; link++) {
                into.addEdge(model.factory().newEdge(nodes[graph.from()[link]], nodes[graph.to()[link]], false));
            }
            return nodes;
        }
    }

    private record GraphStream() implements LayoutPeer {
        @Override
        public String name() {
            return "GraphStream SpringBox";
        }

        @Override
        public int nodesMax() {
            return 5_000;
        }

        @Override
        public double[][] arrange(LayoutCase graph, long seed, double cpuSecondsMax) {
            SpringBox box = new SpringBox(false, new Random(seed));
            double[][] places = new double[2][graph.size()];
            box.addSink(new SinkAdapter() {
                @Override
                public void nodeAttributeChanged(
                        String source, long time, String node, String attribute, Object before, Object now) {
                    if (now instanceof Object[] place && attribute.equals("xyz")) {
                        places[0][Integer.parseInt(node)] = ((Number) place[0]).doubleValue();
                        places[1][Integer.parseInt(node)] = ((Number) place[1]).doubleValue();
                    }
                }
            });
            long time = 0;
            for (int node = 0; node < graph.size(); node++) {
                box.nodeAdded("bench", time++, Integer.toString(node));
            }
            for (int link = 0; link < graph.from().length; link++) {
                String from = Integer.toString(graph.from()[link]);
                String to = Integer.toString(graph.to()[link]);
                box.edgeAdded("bench", time++, from + "-" + to, from, to, false);
            }
            Budget budget = new Budget(cpuSecondsMax);
            do {
                box.compute();
            } while (!budget.isSpent() && box.getStabilization() < 0.9);
            return places;
        }
    }

    private record JGraphT() implements LayoutPeer {
        @Override
        public String name() {
            return "JGraphT FR (20 rounds)";
        }

        @Override
        public int nodesMax() {
            return 2_000;
        }

        @Override
        public double[][] arrange(LayoutCase graph, long seed, double cpuSecondsMax) {
            Graph<Integer, DefaultEdge> into = new SimpleGraph<>(DefaultEdge.class);
            for (int node = 0; node < graph.size(); node++) {
                into.addVertex(node);
            }
            for (int link = 0; link < graph.from().length; link++) {
                into.addEdge(graph.from()[link], graph.to()[link]);
            }
            var model = new MapLayoutModel2D<Integer>(Box2D.of(-500, -500, 1000, 1000));
            new FRLayoutAlgorithm2D<Integer, DefaultEdge>(20, 0.5, new Random(seed)).layout(into, model);
            double[][] places = new double[2][graph.size()];
            for (int node = 0; node < graph.size(); node++) {
                places[0][node] = model.get(node).getX();
                places[1][node] = model.get(node).getY();
            }
            return places;
        }
    }
}
