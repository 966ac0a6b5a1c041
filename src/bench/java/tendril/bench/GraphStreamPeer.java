package tendril.bench;

import java.util.Random;
import org.graphstream.stream.SinkAdapter;
import org.graphstream.ui.layout.springbox.implementations.SpringBox;

/** GraphStream's own layout, driven as its viewer drives it, until it calls itself stable. */
record GraphStreamPeer(int nodesMax) implements LayoutPeer {
    private static final double STABLE = 0.9;

    @Override
    public String name() {
        return "GraphStream SpringBox";
    }

    @Override
    public void arrange(LayoutCase graph, long seed, Trail trail) {
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
        trail.begin();
        for (int node = 0; node < graph.size(); node++) {
            box.nodeAdded("bench", time++, Integer.toString(node));
        }
        for (int link = 0; link < graph.from().length; link++) {
            String from = Integer.toString(graph.from()[link]);
            String to = Integer.toString(graph.to()[link]);
            box.edgeAdded("bench", time++, from + "-" + to, from, to, false);
        }
        do {
            box.compute();
        } while (trail.step(() -> new double[][] {places[0].clone(), places[1].clone()})
                && box.getStabilization() < STABLE);
        trail.end(() -> places);
    }
}
