package tendril.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import tendril.layout.Growth;
import tendril.layout.LayoutGraph;
import tendril.layout.LayoutRun;
import tendril.layout.NodeBox;
import tendril.layout.OrganicLayout;
import tendril.layout.Placement;
import tendril.layout.Positions;

/**
 * Grows a case by forty expansions as pivots do, tidying the new nodes after each, and compares the grown picture with
 * one laid out afresh. Arguments: sizes or files of links (5000 without any), {@code --seeds N}.
 *
 * <p>Prints milliseconds of CPU of one placement (the first in this program, and the median of the others) and of one
 * tidying, how far an old node moved at most, boxes that overlap, and each measure as a ratio to the fresh picture.
 */
public final class GrowthBench {
    private static final int EXPANSIONS = 40;
    private static final int CHILDREN_MIN = 10;
    private static final int CHILDREN_MAX = 60;
    private static final int FRESH_SEEDS = 5;

    private final LayoutCase graph;
    private final int[][] neighbours;
    private final Random random;
    private final double[] x;
    private final double[] y;
    private final BitSet present = new BitSet();
    private final List<Double> placeMs = new ArrayList<>();
    private final List<Double> tidyMs = new ArrayList<>();
    private double movedMost;

    private GrowthBench(LayoutCase graph, long seed) {
        this.graph = graph;
        neighbours = LayoutQuality.neighboursOf(graph.size(), graph.from(), graph.to());
        random = new Random(seed);
        x = new double[graph.size()];
        y = new double[graph.size()];
        Arrays.fill(x, Double.NaN);
        Arrays.fill(y, Double.NaN);
    }

    public static void main(String[] arguments) throws IOException {
        List<LayoutCase> cases = new ArrayList<>();
        int seeds = 1;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--seeds")) {
                seeds = Integer.parseInt(arguments[++i]);
            } else if (arguments[i].matches("\\d+")) {
                cases.add(LayoutShapes.investigation(Integer.parseInt(arguments[i])));
            } else {
                cases.add(LayoutCase.read(Path.of(arguments[i])));
            }
        }
        if (cases.isEmpty()) {
            cases.add(LayoutShapes.investigation(5_000));
        }
        StringBuilder table = new StringBuilder("""
                | graph | seed | new nodes | first placement ms | placement ms | tidying ms | old moved | overlaps \
                | stress of fresh | NP2 of fresh | crossings of fresh |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        for (LayoutCase graph : cases) {
            for (int seed = 1; seed <= seeds; seed++) {
                table.append(new GrowthBench(graph, seed).run(seed));
            }
        }
        System.out.print(table);
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(folder.resolve("growth.md"), table);
    }

    private String run(int seed) {
        List<int[]> waves = takeAway();
        arrangeTheRest(seed);
        int grown = 0;
        for (int[] wave : waves) {
            grown += wave.length;
            expand(wave);
        }
        LayoutQuality quality = new LayoutQuality(graph);
        LayoutQuality.Score now = quality.score(x, y);
        LayoutQuality.Score fresh = usualFresh(quality);
        double first = placeMs.removeFirst();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.1f | %.2f | %.1f | %s | %d | %.2f | %.2f | %.2f |%n",
                graph.name(),
                seed,
                grown,
                first,
                median(placeMs),
                median(tidyMs),
                movedMost == 0 ? "0" : Double.toString(movedMost),
                overlaps(),
                now.stress() / fresh.stress(),
                now.np2() / fresh.np2(),
                now.crossings() / fresh.crossings());
    }

    /** The median of each measure over fresh layouts with several seeds: single ones differ by a few in a hundred. */
    private LayoutQuality.Score usualFresh(LayoutQuality quality) {
        List<LayoutQuality.Score> scores = IntStream.range(0, FRESH_SEEDS)
                .mapToObj(seed -> new OrganicLayout().arrange(graph.graph(), LayoutRun.quiet(seed)))
                .map(again -> quality.score(again.xs(), again.ys()))
                .toList();
        return new LayoutQuality.Score(
                median(scores.stream().map(LayoutQuality.Score::stress).toList()),
                median(scores.stream().map(LayoutQuality.Score::np2).toList()),
                median(scores.stream().map(LayoutQuality.Score::crossings).toList()));
    }

    /** Takes the small neighbours of forty nodes out of the graph; they come back one node after the other. */
    private List<int[]> takeAway() {
        List<Integer> parents = new ArrayList<>();
        for (int node = 0; node < graph.size(); node++) {
            int small = smallNeighbours(node).cardinality();
            if (small >= CHILDREN_MIN && small <= CHILDREN_MAX) {
                parents.add(node);
            }
        }
        Collections.shuffle(parents, random);
        parents = parents.subList(0, Math.min(EXPANSIONS, parents.size()));
        present.set(0, graph.size());
        List<int[]> waves = new ArrayList<>();
        for (int parent : parents) {
            BitSet wave = smallNeighbours(parent);
            parents.forEach(wave::clear);
            wave.and(present);
            present.andNot(wave);
            waves.add(wave.stream().toArray());
        }
        return waves;
    }

    private BitSet smallNeighbours(int node) {
        BitSet small = new BitSet();
        for (int other : neighbours[node]) {
            small.set(other, neighbours[other].length <= 2);
        }
        return small;
    }

    /** The graph of some nodes only, numbered as they are listed, where they stand. */
    private LayoutGraph part(int[] members) {
        int[] numbers = new int[graph.size()];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < members.length; i++) {
            numbers[members[i]] = i;
        }
        int[] links = IntStream.range(0, graph.from().length)
                .filter(link -> numbers[graph.from()[link]] >= 0 && numbers[graph.to()[link]] >= 0)
                .toArray();
        return LayoutGraph.of(
                        members.length,
                        Arrays.stream(links).map(link -> numbers[graph.from()[link]]).toArray(),
                        Arrays.stream(links).map(link -> numbers[graph.to()[link]]).toArray())
                .withStart(Positions.of(
                        Arrays.stream(members).mapToDouble(node -> x[node]).toArray(),
                        Arrays.stream(members).mapToDouble(node -> y[node]).toArray()));
    }

    private void arrangeTheRest(int seed) {
        int[] members = present.stream().toArray();
        Positions arranged = new OrganicLayout().arrange(part(members), LayoutRun.quiet(seed));
        for (int i = 0; i < members.length; i++) {
            x[members[i]] = arranged.x(i);
            y[members[i]] = arranged.y(i);
        }
    }

    private void expand(int[] wave) {
        double[] oldX = x.clone();
        double[] oldY = y.clone();
        for (int node : wave) {
            present.set(node);
        }
        int[] members = present.stream().toArray();
        LayoutGraph part = part(members);
        long start = cpuNs();
        Positions placed = Placement.placeNew(part, 0, 0);
        placeMs.add((cpuNs() - start) / 1e6);
        BitSet fresh = new BitSet();
        for (int i = 0; i < members.length; i++) {
            fresh.set(i, !part.start().isPlaced(i));
        }
        start = cpuNs();
        Positions tidy = Growth.tidy(part.withStart(placed), fresh, LayoutRun.quiet(1));
        tidyMs.add((cpuNs() - start) / 1e6);
        for (int i = 0; i < members.length; i++) {
            x[members[i]] = tidy.x(i);
            y[members[i]] = tidy.y(i);
            if (!fresh.get(i)) {
                movedMost = Math.max(movedMost, Math.hypot(x[members[i]] - oldX[members[i]], y[members[i]] - oldY[members[i]]));
            }
        }
    }

    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }

    private int overlaps() {
        Integer[] byX = new Integer[graph.size()];
        Arrays.setAll(byX, node -> node);
        Arrays.sort(byX, (a, b) -> Double.compare(x[a], x[b]));
        NodeBox box = NodeBox.STANDARD;
        int overlaps = 0;
        for (int i = 0; i < byX.length; i++) {
            for (int j = i + 1; j < byX.length && x[byX[j]] - x[byX[i]] < box.width(); j++) {
                overlaps += Math.abs(y[byX[j]] - y[byX[i]]) < box.height() ? 1 : 0;
            }
        }
        return overlaps;
    }
}
