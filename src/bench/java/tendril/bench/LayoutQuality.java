package tendril.bench;

import java.util.Arrays;
import java.util.Random;

/**
 * How good a picture of a graph is, by three figures that only together mean something: stress (are distances on the
 * picture like distances in the graph), neighbourhood preservation (do two-step neighbours stand near) and crossings.
 * Pairs, nodes and links are sampled with a fixed seed, so all pictures of one graph are judged alike.
 */
final class LayoutQuality {
    private static final int STRESS_SOURCES = 150;
    private static final int STRESS_TARGETS = 1000;
    private static final int CROSSING_PAIRS = 1_000_000;
    private static final int NEIGHBOURHOODS = 300;

    /**
     * The figures of one picture.
     *
     * @param stress    mean of (scale · distance on the picture / distance in the graph − 1)², at the best scale; a
     *                  mean over 1/d² weighted pairs as in Gansner, Koren, North 2004; lower is better
     * @param np2       mean Jaccard index of a node's two-step neighbours and as many nearest nodes; higher is better
     * @param crossings of a million random pairs of links without a common end; lower is better
     */
    record Score(double stress, double np2, double crossings) {}

    private final int size;
    private final int[] from;
    private final int[] to;
    private final int[][] neighbours;

    LayoutQuality(int size, int[] from, int[] to) {
        this.size = size;
        this.from = from;
        this.to = to;
        neighbours = neighboursOf(size, from, to);
    }

    private static int[][] neighboursOf(int size, int[] from, int[] to) {
        int[] degree = new int[size];
        for (int link = 0; link < from.length; link++) {
            degree[from[link]]++;
            degree[to[link]]++;
        }
        int[][] rows = new int[size][];
        Arrays.setAll(rows, node -> new int[degree[node]]);
        for (int link = 0; link < from.length; link++) {
            rows[from[link]][--degree[from[link]]] = to[link];
            rows[to[link]][--degree[to[link]]] = from[link];
        }
        return rows;
    }

    Score score(double[] x, double[] y) {
        return new Score(stress(x, y), np2(x, y), crossings(x, y));
    }

    private double stress(double[] x, double[] y) {
        Random random = new Random(11);
        double sum = 0;
        double sumSquares = 0;
        long pairs = 0;
        for (int i = 0; i < Math.min(size, STRESS_SOURCES); i++) {
            int source = random.nextInt(size);
            int[] steps = stepsFrom(source, Integer.MAX_VALUE);
            for (int k = 0; k < Math.min(size - 1, STRESS_TARGETS); k++) {
                int target = random.nextInt(size);
                if (steps[target] > 0) {
                    double ratio = Math.hypot(x[source] - x[target], y[source] - y[target]) / steps[target];
                    sum += ratio;
                    sumSquares += ratio * ratio;
                    pairs++;
                }
            }
        }
        return sumSquares > 0 ? 1 - sum * sum / (sumSquares * pairs) : Double.NaN;
    }

    /** Steps from a node to each other, -1 where there is no way or it is longer than the limit. */
    private int[] stepsFrom(int source, int limit) {
        int[] steps = new int[size];
        Arrays.fill(steps, -1);
        int[] queue = new int[size];
        int tail = 0;
        queue[tail++] = source;
        steps[source] = 0;
        for (int head = 0; head < tail && steps[queue[head]] < limit; head++) {
            for (int other : neighbours[queue[head]]) {
                if (steps[other] < 0) {
                    steps[other] = steps[queue[head]] + 1;
                    queue[tail++] = other;
                }
            }
        }
        return steps;
    }

    private double np2(double[] x, double[] y) {
        Random random = new Random(12);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < Math.min(size, NEIGHBOURHOODS); i++) {
            int node = random.nextInt(size);
            int[] steps = stepsFrom(node, 2);
            int wanted = (int) Arrays.stream(steps).filter(step -> step > 0).count();
            if (wanted == 0 || wanted > size / 4) {
                continue;
            }
            double[] distances = new double[size];
            for (int other = 0; other < size; other++) {
                distances[other] = other == node
                        ? Double.MAX_VALUE
                        : Math.hypot(x[node] - x[other], y[node] - y[other]);
            }
            double[] sorted = distances.clone();
            Arrays.sort(sorted);
            int hits = 0;
            for (int other = 0; other < size; other++) {
                hits += steps[other] > 0 && distances[other] <= sorted[wanted - 1] ? 1 : 0;
            }
            hits = Math.min(hits, wanted);
            sum += hits / (2.0 * wanted - hits);
            count++;
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private double crossings(double[] x, double[] y) {
        Random random = new Random(13);
        int crossings = 0;
        int pairs = 0;
        for (int tries = 0; tries < 2 * CROSSING_PAIRS && pairs < CROSSING_PAIRS && from.length > 1; tries++) {
            int a = random.nextInt(from.length);
            int b = random.nextInt(from.length);
            if (from[a] == from[b] || from[a] == to[b] || to[a] == from[b] || to[a] == to[b]) {
                continue;
            }
            pairs++;
            boolean parted = side(x, y, from[a], to[a], from[b]) * side(x, y, from[a], to[a], to[b]) < 0
                    && side(x, y, from[b], to[b], from[a]) * side(x, y, from[b], to[b], to[a]) < 0;
            crossings += parted ? 1 : 0;
        }
        return pairs == 0 ? 0 : 1e6 * crossings / pairs;
    }

    private static double side(double[] x, double[] y, int a, int b, int p) {
        return (x[b] - x[a]) * (y[p] - y[a]) - (y[b] - y[a]) * (x[p] - x[a]);
    }
}
