package tendril.layout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What a person may ask for after a graph has grown, beside {@link Placement}: tidy the new nodes only, or make room
 * around a node. Both are pure functions from positions to positions and run on the calling thread.
 */
public final class Growth {
    private static final int TIDY_STEPS = 60;

    /** World units around the moving nodes within which standing nodes are felt. */
    private static final double RIM = 1500;

    private Growth() {}

    /**
     * Settles only some nodes, usually the new ones, against everything around them, which stands still. What lies
     * further off is not looked at, so the time depends on the neighbourhood, not on the case.
     *
     * @param graph  every node of which has a place, or gets one as by {@link Placement}
     * @param moving who may move; a node that is locked does not
     */
    public static Positions tidy(LayoutGraph graph, BitSet moving, LayoutRun run) {
        Positions begin = Placement.placeNew(graph, 0, 0);
        BitSet free = (BitSet) moving.clone();
        free.andNot(graph.pinned());
        for (int node = 0; node < graph.size(); node++) {
            if (!graph.start().isPlaced(node)) {
                free.set(node);
            }
        }
        int[] members = neighbourhood(graph, begin, free);
        if (members.length == 0) {
            return begin;
        }
        LayoutGraph part = graph.withStart(begin).part(members);
        BitSet standing = new BitSet();
        for (int i = 0; i < members.length; i++) {
            standing.set(i, !free.get(members[i]));
        }
        PinnedLayout pinned = new PinnedLayout(part.withLocked(standing), run);
        BitSet frame = begin.placed();
        frame.andNot(free);
        double unit = PinnedLayout.unitOf(graph.withStart(begin), frame);
        FarField far = FarField.of(graph, begin, frame, pinned.middleX(), pinned.middleY(), unit);
        Positions settled = pinned.move(part.start(), unit, TIDY_STEPS, far);
        double[] x = begin.xs();
        double[] y = begin.ys();
        for (int i = 0; i < members.length; i++) {
            if (free.get(members[i])) {
                x[members[i]] = settled.x(i);
                y[members[i]] = settled.y(i);
            }
        }
        settleBoxes(graph, free, x, y, run.stop());
        return Positions.owning(x, y);
    }

    /** Takes the boxes of the free nodes off each other and off what stands around them. */
    private static void settleBoxes(LayoutGraph graph, BitSet free, double[] x, double[] y, StopToken stop) {
        int[] members = neighbourhood(graph, Positions.of(x, y), free);
        double[] partX = Arrays.stream(members).mapToDouble(node -> x[node]).toArray();
        double[] partY = Arrays.stream(members).mapToDouble(node -> y[node]).toArray();
        BitSet still = new BitSet();
        for (int i = 0; i < members.length; i++) {
            still.set(i, !free.get(members[i]));
        }
        NodeBox[] boxes = Arrays.stream(members).mapToObj(graph::box).toArray(NodeBox[]::new);
        new OverlapRemoval(boxes, partX, partY, still).settle(stop);
        for (int i = 0; i < members.length; i++) {
            x[members[i]] = partX[i];
            y[members[i]] = partY[i];
        }
    }

    /** The free nodes, what they are linked to, and what stands near them. */
    private static int[] neighbourhood(LayoutGraph graph, Positions begin, BitSet free) {
        BitSet near = (BitSet) free.clone();
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        Neighbours neighbours = graph.neighbours();
        for (int node = free.nextSetBit(0); node >= 0; node = free.nextSetBit(node + 1)) {
            left = Math.min(left, begin.x(node));
            right = Math.max(right, begin.x(node));
            top = Math.min(top, begin.y(node));
            bottom = Math.max(bottom, begin.y(node));
            for (int i = neighbours.first(node); i < neighbours.end(node); i++) {
                near.set(neighbours.target(i));
            }
        }
        for (int node = 0; node < graph.size(); node++) {
            boolean inX = begin.x(node) > left - RIM && begin.x(node) < right + RIM;
            if (inX && begin.y(node) > top - RIM && begin.y(node) < bottom + RIM) {
                near.set(node);
            }
        }
        return near.stream().toArray();
    }

    /**
     * Shifts nodes away from one, straight outwards, so that new nodes will have room around it. Everything beyond
     * moves by the same distance, so the picture keeps its shape; locked nodes stay, and boxes that come to touch are
     * pushed apart.
     *
     * @param around   a node that has a place; it stays
     * @param newNodes for how many nodes of usual size room is wanted
     */
    public static Positions makeRoom(LayoutGraph graph, int around, int newNodes, StopToken stop) {
        Positions start = graph.start();
        NodeBox box = Sheet.largestBox(graph, new int[] {around});
        double area = newNodes * (box.width() + 2 * Placement.GAP) * (box.height() + 2 * Placement.GAP);
        double shift = Math.sqrt(area / Math.PI) + box.width();
        double[] x = start.xs();
        double[] y = start.ys();
        BitSet still = graph.pinned();
        still.set(around);
        for (int node = 0; node < x.length; node++) {
            double dx = x[node] - x[around];
            double dy = y[node] - y[around];
            double distance = Math.hypot(dx, dy);
            if (!start.isPlaced(node)) {
                still.set(node);
            } else if (!still.get(node) && distance > 0 && distance <= Placement.WORLD_MAX) {
                x[node] += dx / distance * shift;
                y[node] += dy / distance * shift;
            }
        }
        int[] placed = IntStream.range(0, x.length).filter(start::isPlaced).toArray();
        return pushedApart(graph, placed, x, y, still, stop);
    }

    private static Positions pushedApart(
            LayoutGraph graph, int[] placed, double[] x, double[] y, BitSet still, StopToken stop) {
        double[] partX = Arrays.stream(placed).mapToDouble(node -> x[node]).toArray();
        double[] partY = Arrays.stream(placed).mapToDouble(node -> y[node]).toArray();
        BitSet partStill = new BitSet();
        for (int i = 0; i < placed.length; i++) {
            partStill.set(i, still.get(placed[i]));
        }
        new OverlapRemoval(Arrays.stream(placed).mapToObj(graph::box).toArray(NodeBox[]::new), partX, partY, partStill)
                .push(stop);
        for (int i = 0; i < placed.length; i++) {
            x[placed[i]] = partX[i];
            y[placed[i]] = partY[i];
        }
        return Positions.owning(x, y);
    }
}
