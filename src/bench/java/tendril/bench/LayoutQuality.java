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
    private static final int CROSSING_PAIRS = 2_000_000;
    private static final int NEIGHBOURHOODS = 400;

    /** Neighbourhoods of more than this share of all nodes say nothing about places. */
    private static final int NEIGHBOURHOOD_PART_MIN = 4;

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
    private final int[] sources;
    private final int[] targets;
    private final int[] steps;
    private final int[] centres;
    private final int[][] aroundCentre;
    private int pairs;

    LayoutQuality(LayoutCase graph) {
        size = graph.size();
        from = graph.from();
        to = graph.to();
        neighbours = neighboursOf(size, from, to);
        int sourceCount = Math.min(size, STRESS_SOURCES);
        int targetCount = Math.min(size - 1, STRESS_TARGETS);
        sources = new int[sourceCount * targetCount];
        targets = new int[sources.length];
        steps = new int[sources.length];
        samplePairs(sourceCount, targetCount);
        Random random = new Random(12);
        centres = random.ints(Math.min(size, NEIGHBOURHOODS), 0, size).toArray();
        aroundCentre = Arrays.stream(centres).mapToObj(this::twoSteps).toArray(int[][]::new);
    }

    /** The neighbours of each node. */
    static int[][] neighboursOf(int size, int[] from, int[] to) {
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

    private void samplePairs(int sourceCount, int targetCount) {
        Random random = new Random(11);
        for (int i = 0; i < sourceCount; i++) {
            int source = random.nextInt(size);
            int[] far = stepsFrom(source, Integer.MAX_VALUE);
            for (int k = 0; k < targetCount; k++) {
                int target = random.nextInt(size);
                if (far[target] > 0) {
                    sources[pairs] = source;
                    targets[pairs] = target;
                    steps[pairs++] = far[target];
                }
            }
        }
    }

    private int[] twoSteps(int centre) {
        int[] far = stepsFrom(centre, 2);
        int[] near = new int[size];
        int count = 0;
        for (int node = 0; node < size; node++) {
            if (far[node] > 0) {
                near[count++] = node;
            }
        }
        return Arrays.copyOf(near, count);
    }

    Score score(double[] x, double[] y) {
        return new Score(stress(x, y), np2(x, y), crossings(x, y));
    }

    private double stress(double[] x, double[] y) {
        double sum = 0;
        double sumSquares = 0;
        for (int i = 0; i < pairs; i++) {
            double ratio = Math.hypot(x[sources[i]] - x[targets[i]], y[sources[i]] - y[targets[i]]) / steps[i];
            sum += ratio;
            sumSquares += ratio * ratio;
        }
        return sumSquares > 0 ? 1 - sum * sum / (sumSquares * pairs) : Double.NaN;
    }

    /** Steps from a node to each other, -1 where there is no way or it is longer than the limit. */
    private int[] stepsFrom(int source, int limit) {
        int[] far = new int[size];
        Arrays.fill(far, -1);
        int[] queue = new int[size];
        int tail = 0;
        queue[tail++] = source;
        far[source] = 0;
        for (int head = 0; head < tail && far[queue[head]] < limit; head++) {
            for (int other : neighbours[queue[head]]) {
                if (far[other] < 0) {
                    far[other] = far[queue[head]] + 1;
                    queue[tail++] = other;
                }
            }
        }
        return far;
    }

    private double np2(double[] x, double[] y) {
        double sum = 0;
        int count = 0;
        double[] distances = new double[size];
        for (int i = 0; i < centres.length; i++) {
            int node = centres[i];
            int wanted = aroundCentre[i].length;
            if (wanted == 0 || wanted > size / NEIGHBOURHOOD_PART_MIN) {
                continue;
            }
            for (int other = 0; other < size; other++) {
                double dx = x[node] - x[other];
                double dy = y[node] - y[other];
                distances[other] = other == node ? Double.MAX_VALUE : dx * dx + dy * dy;
            }
            double reach = smallest(distances.clone(), wanted - 1);
            int hits = 0;
            for (int other : aroundCentre[i]) {
                hits += distances[other] <= reach ? 1 : 0;
            }
            hits = Math.min(hits, wanted);
            sum += hits / (2.0 * wanted - hits);
            count++;
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** The value that would stand at a rank if they were sorted (Hoare's selection). */
    private static double smallest(double[] values, int rank) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            double pivot = values[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                return values[rank];
            }
        }
        return values[rank];
    }

    private double crossings(double[] x, double[] y) {
        Random random = new Random(13);
        int crossings = 0;
        int tested = 0;
        for (int tries = 0; tries < 2 * CROSSING_PAIRS && tested < CROSSING_PAIRS && from.length > 1; tries++) {
            int a = random.nextInt(from.length);
            int b = random.nextInt(from.length);
            if (from[a] == from[b] || from[a] == to[b] || to[a] == from[b] || to[a] == to[b]) {
                continue;
            }
            tested++;
            boolean parted = side(x, y, from[a], to[a], from[b]) * side(x, y, from[a], to[a], to[b]) < 0
                    && side(x, y, from[b], to[b], from[a]) * side(x, y, from[b], to[b], to[a]) < 0;
            crossings += parted ? 1 : 0;
        }
        return tested == 0 ? 0 : 1e6 * crossings / tested;
    }

    private static double side(double[] x, double[] y, int a, int b, int p) {
        return (x[b] - x[a]) * (y[p] - y[a]) - (y[b] - y[a]) * (x[p] - x[a]);
    }
}
