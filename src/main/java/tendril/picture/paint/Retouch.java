package tendril.picture.paint;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tendril.picture.paint.LabelPlacer.Label;
import tendril.picture.scene.Scene;
import tendril.picture.scene.Scene.NodeColumns;
import tendril.picture.scene.Topology;

/**
 * Which rows of a painted picture are to be painted anew because some nodes wear something else than before: those of the
 * nodes, of their links, and of every label that came, went or moved. All other rows would come out the same. Confined to
 * one thread.
 */
final class Retouch {
    /** With more nodes than this the whole picture is as quick. */
    static final int NODES_MAX = 500;

    /** From this part of the rows on the whole picture is as quick. */
    private static final double PART_MAX = 0.6;

    private static final int STRIP_PX = 8;

    /** Strips as near as this are painted in one go: each run looks at every link in view. */
    private static final int GAP_STRIPS = 8;

    private final BitSet nodes = new BitSet();
    private final BitSet strips = new BitSet();
    private final Set<Label> labels = new HashSet<>();
    private int height;

    /** Looks for the nodes that differ; false if there are too many. */
    boolean findNodes(Scene before, Scene now) {
        nodes.clear();
        NodeColumns old = before.nodes;
        NodeColumns next = now.nodes;
        int count = 0;
        for (int node = 0; node < next.size(); node++) {
            if (old.marks()[node] != next.marks()[node]
                    || old.collected()[node] != next.collected()[node]
                    || !old.shown()[node].equals(next.shown()[node])) {
                nodes.set(node);
                if (++count > NODES_MAX) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Works out the rows that those nodes touch; false if they are most of the picture. */
    boolean findRows(PicturePlan plan, List<Label> before, List<Label> now) {
        strips.clear();
        height = plan.height;
        for (int i = 0; i < plan.nodes.size; i++) {
            int node = plan.nodes.at[i];
            if (nodes.get(node)) {
                double reach = NodePainter.reach(plan.paintedRadius(node), plan.dpr);
                rows(plan.y(node) - reach, plan.y(node) + reach);
            }
        }
        return links(plan) && labels(before, now) && strips.cardinality() * STRIP_PX <= PART_MAX * height;
    }

    /** The first row of the next run at or after a row; -1 when there is none. */
    int top(int from) {
        int strip = strips.nextSetBit(from / STRIP_PX);
        return strip < 0 ? -1 : strip * STRIP_PX;
    }

    /** The row after the last one of the run that begins at a row. */
    int bottom(int top) {
        int strip = strips.nextClearBit(top / STRIP_PX);
        int next = strips.nextSetBit(strip);
        while (next >= 0 && next - strip <= GAP_STRIPS) {
            strip = strips.nextClearBit(next);
            next = strips.nextSetBit(strip);
        }
        return Math.min(height, strip * STRIP_PX);
    }

    /** False when a link is no straight line: how far a curve bends is not worth knowing here. */
    private boolean links(PicturePlan plan) {
        Topology topology = plan.scene.topology();
        for (int i = 0; i < plan.bundles.size; i++) {
            int bundle = plan.bundles.at[i];
            int a = topology.a[bundle];
            int b = topology.b[bundle];
            if (nodes.get(a) || nodes.get(b)) {
                if (a == b || LinkShape.isFanned(topology, bundle)) {
                    return false;
                }
                double reach = LinkPainter.reach(plan.dpr);
                rows(Math.min(plan.y(a), plan.y(b)) - reach, Math.max(plan.y(a), plan.y(b)) + reach);
            }
        }
        return true;
    }

    private boolean labels(List<Label> before, List<Label> now) {
        labels.clear();
        labels.addAll(before);
        for (Label label : now) {
            if (!labels.remove(label) || isOfOne(label)) {
                rows(label.y(), label.y() + label.height());
            }
        }
        labels.forEach(gone -> rows(gone.y(), gone.y() + gone.height()));
        return true;
    }

    private boolean isOfOne(Label label) {
        return !label.onLink() && nodes.get(label.owner());
    }

    private void rows(double from, double to) {
        int first = (int) Math.clamp(Math.floor(from / STRIP_PX), 0, (height + STRIP_PX - 1) / STRIP_PX);
        int end = (int) Math.clamp(Math.floor(to / STRIP_PX) + 1, first, (height + STRIP_PX - 1) / STRIP_PX);
        strips.set(first, end);
    }
}
