package tendril.layout;

import java.util.Arrays;

/**
 * How true and how legible the picture of one connected part is, measured on the way: distances drawn against distances
 * in the graph from some of its nodes, and links that cross.
 */
final class PartMeasure {
    /** Nodes from which distances are taken: all of a small part. */
    private static final int SOURCES_MAX = 60;

    /** In a part of more nodes than this a few sources tell enough. */
    private static final int SMALL_PART = 200;

    private static final int SOURCES_OF_LARGE = 8;

    private final Neighbours neighbours;
    private final float[] x;
    private final float[] y;
    private double sum;
    private double sumSquares;
    private long pairs;

    /** Measures a part of at least two nodes. */
    PartMeasure(Neighbours neighbours, float[] x, float[] y) {
        this.neighbours = neighbours;
        this.x = x;
        this.y = y;
        int sources = Math.min(x.length, x.length <= SMALL_PART ? SOURCES_MAX : SOURCES_OF_LARGE);
        int[] far = new int[x.length];
        int[] queue = new int[x.length];
        for (int i = 0; i < sources; i++) {
            addDistances((int) ((long) i * x.length / sources), far, queue);
        }
    }

    private void addDistances(int source, int[] far, int[] queue) {
        Arrays.fill(far, -1);
        far[source] = 0;
        queue[0] = source;
        int tail = 1;
        for (int head = 0; head < tail; head++) {
            int node = queue[head];
            for (int i = neighbours.first(node); i < neighbours.end(node); i++) {
                int other = neighbours.target(i);
                if (far[other] < 0) {
                    far[other] = far[node] + 1;
                    queue[tail++] = other;
                    double ratio = Math.hypot(x[other] - x[source], y[other] - y[source]) / far[other];
                    sum += ratio;
                    sumSquares += ratio * ratio;
                    pairs++;
                }
            }
        }
    }

    /** The drawn length of one step in the graph that fits the picture best; 0 if all stands on one spot. */
    double stepLength() {
        return sum > 0 ? sumSquares / sum : 0;
    }

    /** Crossings for each link and stress at the best scale: the fewer the better. Time grows with links squared. */
    double flaws() {
        double stress = sumSquares > 0 ? 1 - sum * sum / (sumSquares * pairs) : 1;
        return stress + 2.0 * crossings() / neighbours.targets().length;
    }

    private int crossings() {
        int[] from = new int[neighbours.targets().length / 2];
        int[] to = new int[from.length];
        int links = 0;
        for (int node = 0; node < x.length; node++) {
            for (int i = neighbours.first(node); i < neighbours.end(node); i++) {
                if (neighbours.target(i) > node) {
                    from[links] = node;
                    to[links++] = neighbours.target(i);
                }
            }
        }
        int crossings = 0;
        for (int a = 0; a < links; a++) {
            for (int b = 0; b < a; b++) {
                crossings += cross(from[a], to[a], from[b], to[b]) ? 1 : 0;
            }
        }
        return crossings;
    }

    private boolean cross(int a, int b, int c, int d) {
        boolean joined = a == c || a == d || b == c || b == d;
        return !joined && side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    private double side(int a, int b, int p) {
        return ((double) x[b] - x[a]) * ((double) y[p] - y[a]) - ((double) y[b] - y[a]) * ((double) x[p] - x[a]);
    }
}
