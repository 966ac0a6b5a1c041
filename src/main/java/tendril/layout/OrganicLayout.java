package tendril.layout;

import java.util.BitSet;

/**
 * The organic picture: linked nodes attract, all nodes push each other away, so clusters, hubs and bridges show. Built
 * for cases of up to hundreds of thousands of nodes: each connected part is solved from coarse to fine by
 * {@link Multilevel}, enlarged and pushed until boxes have room, and the parts are packed side by side
 * ({@link OrganicParts}).
 *
 * <p>The answer depends on the links, boxes, locks and seed only, not on where free nodes stood, so running it again
 * on its own result changes nothing.
 */
public final class OrganicLayout implements LayoutEngine {
    /** World units for one unit of the forces, for boxes of one unit of area. */
    private static final double UNIT_OF_BOX = 0.22;

    /** Steps that bring a picture of its own in line with the few nodes that are pinned. */
    private static final int STEPS_AROUND_FEW = 30;

    /** Steps that settle a few nodes among many pinned ones. */
    private static final int STEPS_AROUND_MANY = 80;

    @Override
    public Positions arrange(LayoutGraph graph, LayoutRun run) {
        BitSet pinned = graph.pinned();
        if (pinned.isEmpty()) {
            return fresh(graph, run);
        }
        PinnedLayout around = new PinnedLayout(graph, run);
        if (2 * pinned.cardinality() < graph.size()) {
            Positions whole = new Fitting(fresh(graph, run), graph.start(), pinned).fitted();
            return around.settle(whole, unitOf(graph.box(0)), STEPS_AROUND_FEW);
        }
        LayoutGraph onlyPinned = graph.withStart(keptOf(graph.start(), pinned));
        Positions begin = Placement.placeNew(onlyPinned, around.middleX(), around.middleY());
        return around.settle(begin, PinnedLayout.unitOf(graph, pinned), STEPS_AROUND_MANY);
    }

    private static Positions fresh(LayoutGraph graph, LayoutRun run) {
        return new OrganicParts(graph, run).solved();
    }

    private static Positions keptOf(Positions start, BitSet nodes) {
        double[] x = start.xs();
        double[] y = start.ys();
        for (int node = nodes.nextClearBit(0); node < x.length; node = nodes.nextClearBit(node + 1)) {
            x[node] = Double.NaN;
            y[node] = Double.NaN;
        }
        return Positions.owning(x, y);
    }

    /** World units for one unit of the forces, at the least, for boxes of the given size. */
    static double unitOf(NodeBox box) {
        return Math.max(1, UNIT_OF_BOX * Math.sqrt(box.width() * box.height()));
    }
}
