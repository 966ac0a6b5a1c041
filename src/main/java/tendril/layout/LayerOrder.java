package tendril.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The order of nodes within layers, with few crossings: sweeps down and up set each node at the mean place of its
 * neighbours in the layers already passed (barycentre), and the best order seen is kept. Links over several layers
 * pull like others; they get no bends, since links are drawn straight.
 */
final class LayerOrder {
    private static final int SWEEPS = 12;

    private final Neighbours neighbours;
    private final LeafBlocks blocks;
    private final int[] rowOf;
    private final double[] place;

    private LayerOrder(LayoutGraph graph, LeafBlocks blocks) {
        neighbours = graph.neighbours();
        this.blocks = blocks;
        rowOf = new int[graph.size()];
        place = new double[graph.size()];
    }

    /** The leaders among the members by layer, empty layers left out, from left to right. */
    static int[][] of(LayoutGraph graph, LeafBlocks blocks, int[] leaders, int[] layerOf, StopToken stop) {
        Map<Integer, IntStream.Builder> byLayer = new TreeMap<>();
        for (int node : leaders) {
            byLayer.computeIfAbsent(layerOf[node], layer -> IntStream.builder()).add(node);
        }
        int[][] rows =
                byLayer.values().stream().map(row -> row.build().toArray()).toArray(int[][]::new);
        return new LayerOrder(graph, blocks).sweep(rows, stop);
    }

    private int[][] sweep(int[][] rows, StopToken stop) {
        for (int row = 0; row < rows.length; row++) {
            for (int node : rows[row]) {
                rowOf[node] = row;
            }
            number(rows[row]);
        }
        int[][] best = copy(rows);
        long fewest = crossings(rows);
        for (int sweep = 0; sweep < SWEEPS && fewest > 0 && !stop.isStopped(); sweep++) {
            for (int i = 1; i < rows.length; i++) {
                boolean down = sweep % 2 == 0;
                sort(rows[down ? i : rows.length - 1 - i], down);
            }
            long crossings = crossings(rows);
            if (crossings < fewest) {
                fewest = crossings;
                best = copy(rows);
            }
        }
        return best;
    }

    private static int[][] copy(int[][] rows) {
        return Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
    }

    /** Gives the nodes of a row the places 0 to 1 from left to right. */
    private void number(int[] row) {
        for (int i = 0; i < row.length; i++) {
            place[row[i]] = (i + 0.5) / row.length;
        }
    }

    private void sort(int[] row, boolean fromAbove) {
        double[] wishes =
                IntStream.of(row).mapToDouble(node -> wish(node, fromAbove)).toArray();
        int[] sorted = IntStream.range(0, row.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> wishes[i]))
                .mapToInt(i -> row[i])
                .toArray();
        System.arraycopy(sorted, 0, row, 0, row.length);
        number(row);
    }

    private double wish(int node, boolean fromAbove) {
        double sum = 0;
        int count = 0;
        for (int i = neighbours.first(node); i < neighbours.end(node); i++) {
            int other = neighbours.target(i);
            if (fromAbove ? rowOf[other] < rowOf[node] : rowOf[other] > rowOf[node]) {
                sum += place[other];
                count++;
            }
        }
        return count == 0 ? place[node] : sum / count;
    }

    /** The crossings between each row and the next. */
    private long crossings(int[][] rows) {
        long crossings = 0;
        for (int row = 0; row + 1 < rows.length; row++) {
            crossings += crossings(rows[row], rows[row + 1]);
        }
        return crossings;
    }

    /** Counts pairs of links in opposite order at their lower ends, with a tree of sums (Barth, Jünger, Mutzel 2002). */
    private long crossings(int[] upper, int[] lower) {
        long[] sums = new long[lower.length + 1];
        long crossings = 0;
        long links = 0;
        for (int node : upper) {
            int[] ends = lowerEnds(node, lower.length);
            for (int end : ends) {
                crossings += links - sumUpTo(sums, end);
            }
            for (int end : ends) {
                for (int i = end + 1; i < sums.length; i += i & -i) {
                    sums[i]++;
                }
            }
            links += ends.length;
        }
        return crossings;
    }

    private int[] lowerEnds(int node, int lowerLength) {
        return IntStream.range(neighbours.first(node), neighbours.end(node))
                .map(neighbours::target)
                .filter(other -> rowOf[other] == rowOf[node] + 1 && blocks.leader(other) == other)
                .map(other -> (int) (place[other] * lowerLength))
                .toArray();
    }

    private static long sumUpTo(long[] sums, int end) {
        long sum = 0;
        for (int i = end + 1; i > 0; i -= i & -i) {
            sum += sums[i];
        }
        return sum;
    }
}
