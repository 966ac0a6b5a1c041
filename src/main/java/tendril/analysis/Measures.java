package tendril.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import tendril.indicator.Indicator;

/**
 * How the entities of one skeleton stand among the others. Thread-safe, for it only reads; each call computes anew on the
 * thread that calls it, so all but the degrees belong on a background thread in a large case.
 */
public final class Measures {
    /** The share of its rank that an entity hands on along its links; the rest goes to all alike. */
    static final double PAGE_RANK_DAMPING = 0.85;
    /** PageRank is done when one more round moves no more than this much rank in all, of 1; GraphStream takes no less. */
    static final double PAGE_RANK_PRECISION = 1e-7;
    /** What is left after so many rounds is far below the precision: the error shrinks by the damping each round. */
    private static final int PAGE_RANK_ROUNDS_MAX = 200;

    private final Skeleton skeleton;

    public Measures(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    /** The number of link ends at each entity: parallel links count each, a link to itself counts twice. */
    public Ranking degree() {
        return each(node ->
                skeleton.leaving().length(node) + (double) skeleton.entering().length(node));
    }

    /** The number of links that end at each entity. */
    public Ranking inDegree() {
        return each(node -> skeleton.entering().length(node));
    }

    /** The number of links that start at each entity. */
    public Ranking outDegree() {
        return each(node -> skeleton.leaving().length(node));
    }

    /** The parts of the graph that no link joins. */
    public Components components() {
        Rows neighbours = skeleton.neighbours();
        List<List<Indicator>> parts = new ArrayList<>();
        BitSet seen = new BitSet(skeleton.size());
        int[] queue = new int[skeleton.size()];
        int filled = 0;
        for (int node = 0; node < skeleton.size(); node = seen.nextClearBit(node)) {
            int begin = filled;
            seen.set(node);
            queue[filled++] = node;
            for (int done = begin; done < filled; done++) {
                int reached = queue[done];
                for (int i = neighbours.start()[reached]; i < neighbours.start()[reached + 1]; i++) {
                    int next = neighbours.items()[i];
                    if (!seen.get(next)) {
                        seen.set(next);
                        queue[filled++] = next;
                    }
                }
            }
            parts.add(Arrays.stream(queue, begin, filled)
                    .mapToObj(skeleton::indicator)
                    .toList());
        }
        return Components.of(parts);
    }

    /**
     * PageRank (Page, Brin, Motwani, Winograd 1999) along the links: where somebody ends up who follows links at random
     * and now and then starts again anywhere. The values add up to 1. Parallel links count each; an entity that no link
     * leaves hands its rank to all alike.
     */
    public Ranking pageRank() {
        int size = skeleton.size();
        double[] rank = new double[size];
        Arrays.fill(rank, 1.0 / size);
        for (int round = 0; round < PAGE_RANK_ROUNDS_MAX; round++) {
            double[] next = nextRank(rank);
            double moved = 0;
            for (int node = 0; node < size; node++) {
                moved += Math.abs(next[node] - rank[node]);
            }
            rank = next;
            if (moved <= PAGE_RANK_PRECISION) {
                break;
            }
        }
        return Ranking.of(skeleton, rank);
    }

    private double[] nextRank(double[] rank) {
        int size = rank.length;
        double dangling = 0;
        double[] share = new double[size];
        for (int node = 0; node < size; node++) {
            int leaving = skeleton.leaving().length(node);
            if (leaving == 0) {
                dangling += rank[node];
            } else {
                share[node] = rank[node] / leaving;
            }
        }
        double toAll = (1 - PAGE_RANK_DAMPING + PAGE_RANK_DAMPING * dangling) / size;
        double[] next = new double[size];
        Rows entering = skeleton.entering();
        for (int node = 0; node < size; node++) {
            double handed = 0;
            for (int i = entering.start()[node]; i < entering.start()[node + 1]; i++) {
                handed += share[skeleton.from(entering.items()[i])];
            }
            next[node] = toAll + PAGE_RANK_DAMPING * handed;
        }
        return next;
    }

    /**
     * Betweenness: on how many shortest paths between two others each entity lies, where a pair with several shortest
     * paths gives each its part. Direction is ignored, parallel links count once, each pair counts once.
     *
     * @return empty if the watch ended it
     */
    public Optional<Ranking> betweenness(Watch watch) {
        return betweenness(skeleton.size(), watch);
    }

    /**
     * Betweenness estimated from the paths that start at {@code sources} entities spread evenly over the case, scaled up
     * to all (Brandes, Pich 2007): for cases so large that the exact one takes minutes. With as many sources as entities
     * it is exact.
     *
     * @param sources how many entities to start from, at least 1; the time is proportional to it
     * @return empty if the watch ended it
     */
    public Optional<Ranking> betweenness(int sources, Watch watch) {
        if (sources < 1 && skeleton.size() > 0) {
            throw new IllegalArgumentException(
                    "Betweenness needs at least one entity to start from, not " + sources + ".");
        }
        return new Betweenness(skeleton.neighbours())
                .compute(Math.min(sources, skeleton.size()), watch)
                .map(values -> Ranking.of(skeleton, values));
    }

    private Ranking each(IntToDoubleFunction valueOf) {
        double[] values = new double[skeleton.size()];
        Arrays.setAll(values, valueOf);
        return Ranking.of(skeleton, values);
    }
}
