package tendril.layout;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rings of nodes around the origin, added from the inside out. Each ring is wide enough that no boxes on it touch and
 * that it clears the ring within; its nodes are ordered by the direction of their neighbours further in. Many nodes make
 * a {@link RingBand} of circles.
 */
final class Rings {
    private final LayoutGraph graph;
    private final Sheet sheet;
    private final double[] angles;
    private final boolean[] set;
    private double reach;

    Rings(LayoutGraph graph) {
        this.graph = graph;
        sheet = new Sheet(graph);
        angles = new double[graph.size()];
        set = new boolean[graph.size()];
    }

    Sheet sheet() {
        return sheet;
    }

    /** Adds a ring outside all others; a single node in the middle of nothing becomes the centre. */
    void add(int[] nodes, double gap) {
        if (nodes.length == 0) {
            return;
        }
        NodeBox box = Sheet.largestBox(graph, nodes);
        double diagonal = Math.hypot(box.width(), box.height());
        if (nodes.length == 1 && reach == 0) {
            set[nodes[0]] = true;
            reach = diagonal / 2;
            return;
        }
        double chord = diagonal + 2 * Placement.GAP;
        RingBand band = RingBand.of(evenAngles(nodes.length), chord, reach + gap + diagonal / 2);
        int[] ordered = byDirection(nodes);
        double begin = startAngle(ordered);
        for (int i = 0; i < ordered.length; i++) {
            int node = ordered[i];
            angles[node] = begin + 2 * Math.PI * i / ordered.length;
            sheet.set(node, band.radius(i) * Math.cos(angles[node]), band.radius(i) * Math.sin(angles[node]));
        }
        for (int node : nodes) {
            set[node] = true;
        }
        reach = band.outer() + diagonal / 2;
    }

    private static double[] evenAngles(int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> 2 * Math.PI * i / count)
                .toArray();
    }

    private int[] byDirection(int[] nodes) {
        double[] wishes =
                IntStream.of(nodes).mapToDouble(this::directionInwards).toArray();
        return IntStream.range(0, nodes.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> wishes[i]))
                .mapToInt(i -> nodes[i])
                .toArray();
    }

    /** The mean direction of the neighbours on inner rings, -π to π; 0 if there are none. */
    private double directionInwards(int node) {
        double sumX = 0;
        double sumY = 0;
        for (int i = graph.neighbours().first(node); i < graph.neighbours().end(node); i++) {
            int other = graph.neighbours().target(i);
            if (set[other]) {
                sumX += Math.cos(angles[other]);
                sumY += Math.sin(angles[other]);
            }
        }
        return Math.atan2(sumY, sumX);
    }

    /** Turns a ring so that its nodes are on the whole as near as can be to where they wish to be. */
    private double startAngle(int[] ordered) {
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < ordered.length; i++) {
            double turn = directionInwards(ordered[i]) - 2 * Math.PI * i / ordered.length;
            sumX += Math.cos(turn);
            sumY += Math.sin(turn);
        }
        return Math.atan2(sumY, sumX);
    }
}
