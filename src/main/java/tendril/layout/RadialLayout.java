package tendril.layout;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * One node in the middle and all others on rings by their distance in links from it. Each node owns a wedge in
 * proportion to the nodes that hang on it, within the wedge of the node it was reached from, so tree links never cross.
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

        Wheel(LayoutGraph graph, Sheet sheet) {
            this.graph = graph;
            this.sheet = sheet;
            neighbours = graph.neighbours();
            parent = new int[graph.size()];
            depth = new int[graph.size()];
            leaves = new int[graph.size()];
            from = new double[graph.size()];
            next = new double[graph.size()];
            Arrays.fill(depth, -1);
        }

        /** Draws the part around the origin and returns how far it reaches. */
        double draw(int middle) {
            count = 0;
            visit(middle);
            countLeaves();
            double[] radii = radii();
            sheet.set(middle, 0, 0);
            for (int i = 1; i < count; i++) {
                int node = order[i];
                int above = parent[node];
                from[node] = from[above] + next[above];
                double width = 2 * Math.PI * leaves[node] / leaves[middle];
                next[above] += width;
                double angle = from[node] + width / 2;
                double radius = radii[depth[node]];
                sheet.set(node, radius * Math.cos(angle), radius * Math.sin(angle));
            }
            return radii[depth[order[count - 1]]] + halfDiagonal();
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

        /** The radius of each ring: clear of the ring within, and wide enough for its narrowest wedge. */
        private double[] radii() {
            double size = 2 * halfDiagonal() + Placement.GAP;
            double[] radii = new double[depth[order[count - 1]] + 1];
            for (int i = 1; i < count; i++) {
                double wedge = 2 * Math.PI * leaves[order[i]] / leaves[order[0]];
                double needed = wedge >= Math.PI ? size : size / (2 * Math.sin(wedge / 2));
                radii[depth[order[i]]] = Math.max(radii[depth[order[i]]], needed);
            }
            for (int ring = 1; ring < radii.length; ring++) {
                radii[ring] = Math.max(radii[ring], radii[ring - 1] + size + RING_GAP);
            }
            return radii;
        }

        private double halfDiagonal() {
            NodeBox box = Sheet.largestBox(graph, Arrays.copyOf(order, count));
            return Math.hypot(2 * box.halfWidth(), 2 * Math.max(box.above(), box.below())) / 2;
        }
    }
}
