package tendril.bench;

import java.util.Random;
import org.jgrapht.Graph;
import org.jgrapht.alg.drawing.FRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/** JGraphT's Fruchterman-Reingold, as many rounds as it does by itself. */
record JGraphTPeer(int nodesMax) implements LayoutPeer {
    private static final double SIDE = 1000;

    @Override
    public String name() {
        return "JGraphT FR";
    }

    @Override
    public void arrange(LayoutCase graph, long seed, Trail trail) {
        Graph<Integer, DefaultEdge> into = new SimpleGraph<>(DefaultEdge.class);
        for (int node = 0; node < graph.size(); node++) {
            into.addVertex(node);
        }
        for (int link = 0; link < graph.from().length; link++) {
            into.addEdge(graph.from()[link], graph.to()[link]);
        }
        var model = new MapLayoutModel2D<Integer>(Box2D.of(-SIDE / 2, -SIDE / 2, SIDE, SIDE));
        trail.begin();
        new FRLayoutAlgorithm2D<Integer, DefaultEdge>(
                        FRLayoutAlgorithm2D.DEFAULT_ITERATIONS,
                        FRLayoutAlgorithm2D.DEFAULT_NORMALIZATION_FACTOR,
                        new Random(seed))
                .layout(into, model);
        trail.end(() -> {
            double[][] places = new double[2][graph.size()];
            for (int node = 0; node < graph.size(); node++) {
                places[0][node] = model.get(node).getX();
                places[1][node] = model.get(node).getY();
            }
            return places;
        });
    }
}
