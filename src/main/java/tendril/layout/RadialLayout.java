package tendril.layout;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * One node in the middle and all others on rings by their distance in links from it. Each node owns a wedge in
 * proportion to the nodes that hang on it, within the wedge of the node it was reached from, so tree links never cross;
 * a ring of many nodes is a {@link RingBand} of circles.
 * Connected parts without the chosen node have their most linked node in the middle.
 */
public final class RadialLayout implements LayoutEngine {
    private static final double RING_GAP = 90;
    private static final double PART_GAP = 120;

    private final OptionalInt centre;

    private RadialLayout(OptionalInt centre) {
        this.centre = centre;
    }

    /** Rings around the most linked node of each connected part. */
    public static RadialLayout aroundMostLinked() {
        return new RadialLayout(OptionalInt.empty());
    }

    /** Rings around a node chosen by the person. */
    public static RadialLayout around(int node) {
        return new RadialLayout(OptionalInt.of(node));
    }

    @Override
    public Positions arrange(LayoutGraph graph, LayoutRun run) {
        Sheet sheet = new Sheet(graph);
        Components parts = Components.of(graph.neighbours());
        double[] widths = new double[parts.count()];
        double[] heights = new double[parts.count()];
        double[] middles = new double[parts.count()];
        Wheel wheel = new Wheel(graph, sheet);
        for (int part = 0; part < parts.count(); part++) {
            int[] members = parts.membersOf(part);
            double reach = wheel.draw(middleOf(graph, members, parts.partOf(), part));
            widths[part] = 2 * reach;
            heights[part] = 2 * reach;
            middles[part] = reach;
            run.progress().at((double) parts.starts()[part + 1] / graph.size(), sheet::positions);
        }
        double[][] corners = ComponentPacking.pack(widths, heights, PART_GAP);
        for (int node = 0; node < graph.size(); node++) {
            int part = parts.partOf()[node];
            sheet.move(node, corners[0][part] + middles[part], corners[1][part] + middles[part]);
        }
        return sheet.besidePinned();
    }

    private int middleOf(LayoutGraph graph, int[] members, int[] partOf, int part) {
        if (centre.isPresent() && centre.getAsInt() < graph.size() && partOf[centre.getAsInt()] == part) {
            return centre.getAsInt();
        }
        int best = members[0];
        for (int node : members) {
            if (graph.neighbours().degree(node) > graph.neighbours().degree(best)) {
                best = node;
            }
        }
        return best;
    }

    /** Draws connected parts, one after the other, each around its middle. */
    private static final class Wheel {
        private final LayoutGraph graph;
        private final Neighbours neighbours;
        private final Sheet sheet;
        private int[] order = new int[16];
        private int count;
        private final int[] parent;
        private final int[] depth;
        private final int[] leaves;
        private final double[] from;
        private final double[] next;
        private final double[] angle;
        private double halfDiagonal;

        Wheel(LayoutGraph graph, Sheet sheet) {
            this.graph = graph;
            this.sheet = sheet;
            neighbours = graph.neighbours();
            parent = new int[graph.size()];
            depth = new int[graph.size()];
            leaves = new int[graph.size()];
            from = new double[graph.size()];
            next = new double[graph.size()];
            angle = new double[graph.size()];
            Arrays.fill(depth, -1);
        }

        /** Draws the part around the origin and returns how far it reaches. */
        double draw(int middle) {
            count = 0;
            visit(middle);
            countLeaves();
            halfDiagonal = halfDiagonalOfLargest();
            sheet.set(middle, 0, 0);
            double reach = 0;
            for (int i = 1; i < count; i++) {
                direct(order[i], 2 * Math.PI * leaves[order[i]] / leaves[middle]);
            }
            for (int first = 1; first < count; ) {
                int end = first;
                while (end < count && depth[order[end]] == depth[order[first]]) {
                    end++;
                }
                reach = setRing(Arrays.copyOfRange(order, first, end), reach);
                first = end;
            }
            return reach + halfDiagonal;
        }

        /** Gives a node its wedge within the wedge of the node it was reached from. */
        private void direct(int node, double width) {
            int above = parent[node];
            from[node] = from[above] + next[above];
            next[above] += width;
            angle[node] = from[node] + width / 2;
        }

        /** Sets the nodes of one distance outside all nearer ones and returns how far they reach. */
        private double setRing(int[] nodes, double inner) {
            double size = 2 * halfDiagonal + Placement.GAP;
            double[] angles =
                    Arrays.stream(nodes).mapToDouble(node -> angle[node]).toArray();
            RingBand band = RingBand.of(angles, size, inner + size + RING_GAP);
            for (int i = 0; i < nodes.length; i++) {
                sheet.set(nodes[i], band.radius(i) * Math.cos(angles[i]), band.radius(i) * Math.sin(angles[i]));
            }
            return band.outer();
        }

        private void visit(int middle) {
            add(middle, middle, 0);
            for (int head = 0; head < count; head++) {
                int node = order[head];
                for (int i = neighbours.first(node); i < neighbours.end(node); i++) {
                    if (depth[neighbours.target(i)] < 0) {
                        add(neighbours.target(i), node, depth[node] + 1);
                    }
                }
            }
        }

        private void add(int node, int above, int ring) {
            if (count == order.length) {
                order = Arrays.copyOf(order, 2 * count);
            }
            order[count++] = node;
            parent[node] = above;
            depth[node] = ring;
        }

        /** The outer ends each node leads to, at least one: its own. */
        private void countLeaves() {
            for (int i = count - 1; i > 0; i--) {
                leaves[order[i]] = Math.max(1, leaves[order[i]]);
                leaves[parent[order[i]]] += leaves[order[i]];
            }
            leaves[order[0]] = Math.max(1, leaves[order[0]]);
        }

        private double halfDiagonalOfLargest() {
            NodeBox box = Sheet.largestBox(graph, Arrays.copyOf(order, count));
            return Math.hypot(2 * box.halfWidth(), 2 * Math.max(box.above(), box.below())) / 2;
        }
    }
}
