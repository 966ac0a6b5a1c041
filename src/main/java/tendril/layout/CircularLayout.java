package tendril.layout;

import java.util.List;

/**
 * Nodes on circles by type: the smallest group innermost, each group on a ring of its own, and on a ring each node as
 * near as its place in line allows to the direction of what it is linked to further in, so that links cross less.
 */
public final class CircularLayout implements LayoutEngine {
    private static final double RING_GAP = 160;

    @Override
    public Positions arrange(LayoutGraph graph, LayoutRun run) {
        List<int[]> groups = TypeGroups.of(graph).stream()
                .sorted((a, b) -> a.length - b.length)
                .toList();
        Rings rings = new Rings(graph);
        for (int[] group : groups) {
            rings.add(group, RING_GAP);
        }
        run.progress().at(1, rings.sheet()::positions);
        return rings.sheet().besidePinned();
    }
}
