package tendril.bench;

import java.util.List;
import java.util.concurrent.Executor;
import tendril.layout.LayoutKind;
import tendril.layout.LayoutRun;
import tendril.layout.Lanes;
import tendril.layout.Positions;

/** Everybody who takes part. All start from the same seeded random square where they take a start. */
final class LayoutPeers {
    static final String OURS = "Tendril organic";

    private LayoutPeers() {}

    static List<LayoutPeer> all(Executor helpers, int lanes) {
        List<LayoutPeer> peers = List.of(
                new Ours(new Lanes(helpers, lanes)),
                new GephiPeer(GephiPeer.FORCE_ATLAS, Integer.MAX_VALUE),
                new GephiPeer(GephiPeer.YIFAN_HU, 20_000),
                new SfdpPeer(30_000),
                new GraphStreamPeer(5_000),
                new JGraphTPeer(2_000));
        return peers.stream().filter(LayoutPeer::isPresent).toList();
    }

    private record Ours(Lanes lanes) implements LayoutPeer {
        @Override
        public String name() {
            return OURS;
        }

        @Override
        public int nodesMax() {
            return Integer.MAX_VALUE;
        }

        @Override
        public void arrange(LayoutCase graph, long seed, Trail trail) {
            var links = graph.graph();
            trail.begin();
            Positions done = LayoutKind.ORGANIC.engine().arrange(links, LayoutRun.quiet(seed, lanes));
            trail.end(() -> new double[][] {done.xs(), done.ys()});
        }
    }
}
