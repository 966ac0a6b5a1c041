package tendril.layout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The organic picture of a graph nothing of which is pinned: each connected part is drawn by itself, all are brought
 * to one scale, so that a link is as long here as there, and set side by side. Large parts are drawn one after the
 * other by all lanes, small ones at the same time by one lane each.
 *
 * <p>Confined to one run.
 */
final class OrganicParts {
    /** Free room between the boxes of two connected parts, in world units, at the least. */
    private static final double GAP_MIN = 60;

    /** Room around a part in steps of the picture: what is linked stands nearer than what is not. */
    private static final double GAP_STEPS = 2;

    /** How much larger than its boxes need a part may be drawn for the sake of one scale. */
    private static final double STRETCH_MAX = 2.5;

    /** Parts of so many nodes are drawn by all lanes together. */
    private static final int LARGE_PART = 1_000;

    /**
     * In a graph of fewer nodes sheaves of leaves are opened to fans: it is read node by node. In a larger one labels of
     * leaves are not painted from afar, and an open fan lies among what does not belong to it.
     */
    private static final int FANNED_NODES = 1_000;

    /** Times that progress is told while small parts are drawn. */
    private static final int BATCHES = 20;

    /** Parts of so many nodes are drawn several times: fewer have one picture, more would take long. */
    private static final int TRIED_NODES_MIN = 6;

    private static final int TRIED_NODES_MAX = 150;

    private static final int TRIES = 3;

    private final LayoutGraph graph;
    private final LayoutRun run;
    private final NodeBox[] boxes;
    private final double[] x;
    private final double[] y;
    private final Components parts;
    private final int[] local;
    private final double[] steps;
    private int nodesDone;

    OrganicParts(LayoutGraph graph, LayoutRun run) {
        this.graph = graph;
        this.run = run;
        boxes = graph.boxes();
        x = graph.start().xs();
        y = graph.start().ys();
        replaceUnplaced();
        parts = Components.of(graph.neighbours());
        local = new int[graph.size()];
        steps = new double[parts.count()];
        for (int part = 0; part < parts.count(); part++) {
            for (int i = parts.starts()[part]; i < parts.starts()[part + 1]; i++) {
                local[parts.members()[i]] = i - parts.starts()[part];
            }
        }
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

    /** The finished picture, or what there is of it when the run is stopped. */
    Positions solved() {
        int[] large = partsWhere(true);
        int[] small = partsWhere(false);
        for (int part : large) {
            draw(part, run.lanes(), (fraction, soFar) -> report(part, fraction, soFar));
            nodesDone += size(part);
        }
        drawAtTheSameTime(small);
        if (parts.count() > 1) {
            bringToOneScale();
        }
        if (graph.size() < FANNED_NODES) {
            fanLeaves();
        }
        run.lanes().each(parts.count(), this::pushApart);
        pack();
        return Positions.owning(x, y);
    }

    private int size(int part) {
        return parts.starts()[part + 1] - parts.starts()[part];
    }

    private int[] partsWhere(boolean large) {
        return IntStream.range(0, parts.count())
                .filter(part -> size(part) >= LARGE_PART == large)
                .toArray();
    }

    private void drawAtTheSameTime(int[] small) {
        int batches = Math.min(BATCHES, small.length);
        for (int batch = 0; batch < batches; batch++) {
            int from = (int) ((long) batch * small.length / batches);
            int to = (int) ((batch + 1L) * small.length / batches);
            run.lanes().each(to - from, i -> draw(small[from + i], Lanes.one(), Multilevel.Watcher.NONE));
            for (int i = from; i < to; i++) {
                nodesDone += size(small[i]);
            }
            run.progress().at((double) nodesDone / graph.size(), () -> Positions.of(x, y));
        }
    }

    private void report(int part, double fraction, Supplier<float[][]> soFar) {
        double done = nodesDone + fraction * size(part);
        run.progress().at(Math.min(1, done / graph.size()), () -> {
            float[][] places = soFar.get();
            int[] members = parts.membersOf(part);
            set(members, places[0], places[1], OrganicLayout.unitOf(boxes[members[0]]));
            return Positions.of(x, y);
        });
    }

    private void set(int[] members, float[] px, float[] py, double scale) {
        for (int i = 0; i < members.length; i++) {
            x[members[i]] = scale * px[i];
            y[members[i]] = scale * py[i];
        }
    }

    /** Draws one part around an origin of its own, large enough for most of its boxes. */
    private void draw(int part, Lanes lanes, Multilevel.Watcher watcher) {
        int[] members = parts.membersOf(part);
        float[] px = new float[members.length];
        float[] py = new float[members.length];
        if (members.length > 1) {
            Neighbours neighbours = parts.count() == 1 ? graph.neighbours() : within(members);
            solve(neighbours, run.seed() + part, lanes, watcher, px, py);
            new PartTurn(px, py, parts.count() == 1).turn();
            if (parts.count() > 1) {
                steps[part] = new PartMeasure(neighbours, px, py).stepLength();
            }
        }
        OverlapRemoval removal = removal(members, px, py);
        double scale = removal.scale(OrganicLayout.unitOf(boxes[members[0]]));
        steps[part] *= scale;
        set(members, px, py, scale);
    }

    /** The places of one part; a small one is drawn several times and the most legible picture counts. */
    private void solve(
            Neighbours neighbours, long seed, Lanes lanes, Multilevel.Watcher watcher, float[] px, float[] py) {
        ForceGraph forces = ForceGraph.of(neighbours, new boolean[px.length]);
        int tries = px.length >= TRIED_NODES_MIN && px.length <= TRIED_NODES_MAX ? TRIES : 1;
        double fewest = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < tries; attempt++) {
            float[] tx = tries == 1 ? px : new float[px.length];
            float[] ty = tries == 1 ? py : new float[px.length];
            SplittableRandom random = new SplittableRandom(seed + 31L * attempt);
            new Multilevel(forces, Multilevel.Plan.USUAL, random, lanes, run.stop()).solve(tx, ty, watcher);
            double flaws = tries == 1 ? 0 : new PartMeasure(neighbours, tx, ty).flaws();
            if (tries > 1 && flaws < fewest) {
                fewest = flaws;
                System.arraycopy(tx, 0, px, 0, px.length);
                System.arraycopy(ty, 0, py, 0, py.length);
            }
        }
    }

    private OverlapRemoval removal(int[] members, float[] px, float[] py) {
        double[] wx = new double[members.length];
        double[] wy = new double[members.length];
        for (int i = 0; i < members.length; i++) {
            wx[i] = px[i];
            wy[i] = py[i];
        }
        NodeBox[] own = Arrays.stream(members).mapToObj(graph::box).toArray(NodeBox[]::new);
        return new OverlapRemoval(own, wx, wy, new BitSet());
    }

    private Neighbours within(int[] members) {
        int[] offsets = new int[members.length + 1];
        for (int i = 0; i < members.length; i++) {
            offsets[i + 1] = offsets[i] + graph.neighbours().degree(members[i]);
        }
        int[] targets = new int[offsets[members.length]];
        int end = 0;
        for (int member : members) {
            for (int k = graph.neighbours().first(member);
                    k < graph.neighbours().end(member);
                    k++) {
                targets[end++] = local[graph.neighbours().target(k)];
            }
        }
        return new Neighbours(offsets, targets);
    }

    /** Enlarges parts whose links are shorter than those of most nodes. */
    private void bringToOneScale() {
        double usual = usualStep();
        for (int part = 0; part < parts.count(); part++) {
            double factor = steps[part] > 0 ? Math.clamp(usual / steps[part], 1, STRETCH_MAX) : 1;
            steps[part] *= factor;
            for (int i = parts.starts()[part]; i < parts.starts()[part + 1]; i++) {
                x[parts.members()[i]] *= factor;
                y[parts.members()[i]] *= factor;
            }
        }
    }

    /** The step of the part in which the middle one of all linked nodes stands, parts ordered by their steps. */
    private double usualStep() {
        int[] linked = IntStream.range(0, parts.count())
                .filter(part -> size(part) > 1)
                .boxed()
                .sorted((a, b) -> Double.compare(steps[a], steps[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        long half = Arrays.stream(linked).mapToLong(this::size).sum() / 2;
        for (int part : linked) {
            half -= size(part);
            if (half <= 0) {
                return steps[part];
            }
        }
        return 0;
    }

    private void fanLeaves() {
        LeafFan fan = new LeafFan(graph.neighbours(), x, y);
        for (int node = 0; node < x.length; node++) {
            fan.open(node);
        }
    }

    private void pushApart(int part) {
        int[] members = parts.membersOf(part);
        double[] wx = Arrays.stream(members).mapToDouble(node -> x[node]).toArray();
        double[] wy = Arrays.stream(members).mapToDouble(node -> y[node]).toArray();
        NodeBox[] own = Arrays.stream(members).mapToObj(graph::box).toArray(NodeBox[]::new);
        new OverlapRemoval(own, wx, wy, new BitSet()).settle(run.stop());
        for (int i = 0; i < members.length; i++) {
            x[members[i]] = wx[i];
            y[members[i]] = wy[i];
        }
    }

    private void pack() {
        double[] widths = new double[parts.count()];
        double[] heights = new double[parts.count()];
        for (int part = 0; part < parts.count(); part++) {
            double gap = gap(part);
            double[] size = moveToCorner(parts.membersOf(part), gap / 2);
            widths[part] = size[0] + gap;
            heights[part] = size[1] + gap;
        }
        double[][] corners = ComponentPacking.pack(widths, heights, 0);
        for (int node = 0; node < x.length; node++) {
            x[node] += corners[0][parts.partOf()[node]];
            y[node] += corners[1][parts.partOf()[node]];
        }
    }

    private double gap(int part) {
        return Math.max(GAP_MIN, GAP_STEPS * steps[part]);
    }

    /** Moves a part so that its boxes begin at a margin from 0, 0, and returns its width and height without margins. */
    private double[] moveToCorner(int[] members, double margin) {
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
            x[node] += margin - left;
            y[node] += margin - top;
        }
        return new double[] {right - left, bottom - top};
    }
}
