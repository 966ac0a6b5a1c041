package tendril.layout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * The organic picture: linked nodes attract, all nodes push each other away, so clusters, hubs and bridges show. Built
 * for cases of up to hundreds of thousands of nodes: each connected part is solved from coarse to fine by
 * {@link Multilevel}, enlarged and pushed until boxes have room, and the parts are packed side by side.
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

    /** Free room between the boxes of two connected parts, in world units. */
    private static final double PART_GAP = 60;

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
        Picture picture = new Picture(graph, run);
        picture.solveEach();
        return picture.positions();
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

    private static final class Picture {
        private final LayoutGraph graph;
        private final LayoutRun run;
        private final double[] x;
        private final double[] y;
        private final NodeBox[] boxes;
        private final int[] local;
        private final Components parts;

        Picture(LayoutGraph graph, LayoutRun run) {
            this.graph = graph;
            this.run = run;
            x = graph.start().xs();
            y = graph.start().ys();
            replaceUnplaced();
            boxes = graph.boxes();
            local = new int[graph.size()];
            parts = Components.of(graph.neighbours());
        }

        /** Nodes without a place stand on the origin in pictures of the work so far. */
        private void replaceUnplaced() {
            for (int node = 0; node < x.length; node++) {
                if (!graph.start().isPlaced(node)) {
                    x[node] = 0;
                    y[node] = 0;
                }
            }
        }

        Positions positions() {
            return Positions.owning(x, y);
        }

        void solveEach() {
            double[] widths = new double[parts.count()];
            double[] heights = new double[parts.count()];
            for (int part = 0; part < parts.count(); part++) {
                int[] members = parts.membersOf(part);
                solve(members, part);
                double[] size = moveToCorner(members);
                widths[part] = size[0];
                heights[part] = size[1];
            }
            double[][] corners = ComponentPacking.pack(widths, heights, PART_GAP);
            for (int node = 0; node < x.length; node++) {
                x[node] += corners[0][parts.partOf()[node]];
                y[node] += corners[1][parts.partOf()[node]];
            }
        }

        private void report(int[] members, int part, double fraction, Supplier<float[][]> soFar) {
            double nodesDone = parts.starts()[part] + fraction * members.length;
            run.progress().at(Math.min(1, nodesDone / graph.size()), () -> {
                float[][] places = soFar.get();
                double unit = unitOf(boxes[members[0]]);
                for (int i = 0; i < members.length; i++) {
                    x[members[i]] = unit * places[0][i];
                    y[members[i]] = unit * places[1][i];
                }
                return Positions.of(x, y);
            });
        }

        private void solve(int[] members, int part) {
            if (members.length == 1) {
                x[members[0]] = 0;
                y[members[0]] = 0;
                return;
            }
            float[] px = new float[members.length];
            float[] py = new float[members.length];
            Neighbours neighbours = parts.count() == 1 ? graph.neighbours() : within(members);
            ForceGraph forces = ForceGraph.of(neighbours, new boolean[members.length]);
            new Multilevel(
                            forces,
                            Multilevel.Plan.USUAL,
                            new SplittableRandom(run.seed() + part),
                            run.lanes(),
                            run.stop())
                    .solve(px, py, (fraction, soFar) -> report(members, part, fraction, soFar));
            double[] wx = new double[members.length];
            double[] wy = new double[members.length];
            for (int i = 0; i < members.length; i++) {
                wx[i] = px[i];
                wy[i] = py[i];
            }
            NodeBox[] own = Arrays.stream(members).mapToObj(graph::box).toArray(NodeBox[]::new);
            makeRoom(own, wx, wy);
            for (int i = 0; i < members.length; i++) {
                x[members[i]] = wx[i];
                y[members[i]] = wy[i];
            }
        }

        private void makeRoom(NodeBox[] own, double[] wx, double[] wy) {
            OverlapRemoval removal = new OverlapRemoval(own, wx, wy, new BitSet());
            double scale = Math.max(removal.scale(), unitOf(own[0]));
            for (int i = 0; i < wx.length; i++) {
                wx[i] *= scale;
                wy[i] *= scale;
            }
            removal.settle(run.stop());
        }

        private Neighbours within(int[] members) {
            for (int i = 0; i < members.length; i++) {
                local[members[i]] = i;
            }
            int[] offsets = new int[members.length + 1];
            int[] targets = new int[Math.toIntExact(linkEnds(members))];
            int end = 0;
            for (int i = 0; i < members.length; i++) {
                for (int k = graph.neighbours().first(members[i]);
                        k < graph.neighbours().end(members[i]);
                        k++) {
                    targets[end++] = local[graph.neighbours().target(k)];
                }
                offsets[i + 1] = end;
            }
            return new Neighbours(offsets, targets);
        }

        private long linkEnds(int[] members) {
            return Arrays.stream(members)
                    .mapToLong(node -> graph.neighbours().degree(node))
                    .sum();
        }

        /** Moves a part so that its boxes begin at 0, 0, and returns its width and height. */
        private double[] moveToCorner(int[] members) {
            double left = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double top = Double.POSITIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            for (int node : members) {
                left = Math.min(left, x[node] - boxes[node].halfWidth());
                right = Math.max(right, x[node] + boxes[node].halfWidth());
                top = Math.min(top, y[node] - boxes[node].above());
                bottom = Math.max(bottom, y[node] + boxes[node].below());
            }
            for (int node : members) {
                x[node] -= left;
                y[node] -= top;
            }
            return new double[] {right - left, bottom - top};
        }
    }
}
