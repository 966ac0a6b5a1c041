package tendril.analysis;

import java.util.Arrays;
import java.util.Optional;

/**
 * Brandes' algorithm over flat arrays: "A Faster Algorithm for Betweenness Centrality", Journal of Mathematical
 * Sociology 25 (2001). From each source one breadth-first walk counts the shortest paths, and one walk back adds up how
 * much each node lies between. Time: sources times links. Memory: five arrays of the number of nodes. Confined to one
 * thread; one object computes once or often.
 *
 * <p>The number of shortest paths doubles with each diamond of a chain, so it outgrows a {@code double} in graphs that
 * fit on a screen. Only the ratio of the counts of neighbouring levels matters, so a level whose counts grow huge is
 * scaled down, and its scale remembered.
 */
final class Betweenness {
    /** Path counts above this are scaled down: far enough from the largest double that one more level fits. */
    private static final double PATH_COUNT_MAX = 1e150;

    private final Rows neighbours;
    private final int[] level;
    private final int[] order;
    private final double[] paths;
    private final double[] dependency;
    private final double[] scaleOfLevel;

    Betweenness(Rows neighbours) {
        int size = neighbours.size();
        this.neighbours = neighbours;
        this.level = new int[size];
        this.order = new int[size];
        this.paths = new double[size];
        this.dependency = new double[size];
        this.scaleOfLevel = new double[size];
    }

    /** The value of each node from so many sources spread evenly, scaled to all; empty if the watch ended it. */
    Optional<double[]> compute(int sources, Watch watch) {
        int size = neighbours.size();
        double[] between = new double[size];
        Arrays.fill(level, -1);
        for (int i = 0; i < sources; i++) {
            if (!watch.goOn(i, sources)) {
                return Optional.empty();
            }
            int source = (int) ((long) i * size / sources);
            int reached = walkOut(source);
            walkBack(reached, between);
        }
        watch.goOn(sources, sources);
        // Each pair was met from both of its ends.
        double scale = sources == 0 ? 0 : 0.5 * size / sources;
        for (int node = 0; node < size; node++) {
            between[node] *= scale;
        }
        return Optional.of(between);
    }

    /** Fills order, level and paths; returns how many nodes were reached. */
    private int walkOut(int source) {
        int filled = 0;
        level[source] = 0;
        paths[source] = 1;
        order[filled++] = source;
        int done = 0;
        for (int current = 0; done < filled; current++) {
            int levelEnd = filled;
            scaleDown(current, done, levelEnd);
            for (; done < levelEnd; done++) {
                int node = order[done];
                for (int i = neighbours.start()[node]; i < neighbours.start()[node + 1]; i++) {
                    int next = neighbours.items()[i];
                    if (level[next] < 0) {
                        level[next] = current + 1;
                        paths[next] = 0;
                        order[filled++] = next;
                    }
                    if (level[next] == current + 1) {
                        paths[next] += paths[node];
                    }
                }
            }
        }
        return filled;
    }

    private void scaleDown(int current, int begin, int end) {
        double highest = 0;
        for (int i = begin; i < end; i++) {
            highest = Math.max(highest, paths[order[i]]);
        }
        scaleOfLevel[current] = highest > PATH_COUNT_MAX ? highest : 1;
        if (highest > PATH_COUNT_MAX) {
            for (int i = begin; i < end; i++) {
                paths[order[i]] /= highest;
            }
        }
    }

    /** Adds what lies between the source and the nodes reached, furthest first, and forgets them. */
    private void walkBack(int reached, double[] between) {
        for (int i = 0; i < reached; i++) {
            dependency[order[i]] = 0;
        }
        for (int k = reached - 1; k > 0; k--) {
            int node = order[k];
            double perPath = (1 + dependency[node]) / paths[node] / scaleOfLevel[level[node]];
            for (int i = neighbours.start()[node]; i < neighbours.start()[node + 1]; i++) {
                int before = neighbours.items()[i];
                if (level[before] == level[node] - 1) {
                    dependency[before] += paths[before] * perPath;
                }
            }
            between[node] += dependency[node];
        }
        for (int i = 0; i < reached; i++) {
            level[order[i]] = -1;
        }
    }
}
