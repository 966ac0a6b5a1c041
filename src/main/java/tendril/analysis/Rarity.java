package tendril.analysis;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/**
 * How rare and connecting each entity of a skeleton looks: a guess, from the shape of the graph alone, at which pivots
 * are worth a slot. Thread-safe, for it only reads what it worked out at the start, in time proportional to the links.
 *
 * <p><b>The formula</b> is our own.
 *
 * <pre>
 * score    = calm × (single + 2 × joining) / 3
 *
 * single   = 1 / (1 + log2(alike))             alike:  among how many entities of its own type it stands at the
 *                                                      neighbour where these are fewest, itself included; 1 without
 *                                                      neighbours
 * joining  = 1 − 1 / max(1, parts)             parts:  the parts of two or more entities that only it joins
 * calm     = 1 / (1 + excess / 8)              excess: its neighbours beyond one for each part, at least 0
 * </pre>
 *
 * <p>So an address that ties two clusters together comes first, then the one e-mail address at a domain, then one of its
 * many host names, and a sinkhole with 4,000 domains last: what everybody shares says nothing about anybody. What is one
 * among many loses with the logarithm, as its surprise does; a hub loses faster, for its answer costs a slot and buries
 * the canvas.
 */
public final class Rarity {
    /** Joining parts weighs so many times what being the single one does. */
    private static final double JOINING_WEIGHT = 2;
    /** So many neighbours more than parts halve the score. */
    private static final double EXCESS_AT_HALF = 8;
    /** From so many neighbours on, the reason speaks of a hub. */
    private static final int HUB_NEIGHBOURS_MIN = 20;
    /** Up to so many neighbours, the reason says how few share it. */
    private static final int FEW_NEIGHBOURS_MAX = 5;

    private static final Comparator<RarityScore> BEST_FIRST =
            Comparator.comparingDouble(RarityScore::score).reversed().thenComparing(RarityScore::indicator);

    private final Skeleton skeleton;
    private final int[] parts;
    private final int[] alike;

    public Rarity(Skeleton skeleton) {
        this.skeleton = skeleton;
        this.parts = JoinedParts.countedFor(skeleton.neighbours());
        this.alike = alike(skeleton);
    }

    /** The score of one entity, if it is in the graph. */
    public Optional<RarityScore> of(Indicator indicator) {
        return skeleton.number(indicator).stream().mapToObj(this::score).findFirst();
    }

    /**
     * Those that promise most, best first; equal ones in the order of their indicators.
     *
     * @param candidates whom to rank, such as the entities not asked about yet; who is not in the graph is passed over
     * @param count      how many at most
     */
    public List<RarityScore> best(Collection<Indicator> candidates, int count) {
        return skeleton.numbers(candidates).stream()
                .mapToObj(this::score)
                .sorted(BEST_FIRST)
                .limit(count)
                .toList();
    }

    private RarityScore score(int node) {
        double single = 1 / (1 + log2(alike[node]));
        double joining = 1 - 1.0 / Math.max(1, parts[node]);
        int excess = Math.max(0, skeleton.neighbours().length(node) - Math.max(1, parts[node]));
        double calm = 1 / (1 + excess / EXCESS_AT_HALF);
        double score = calm * (single + JOINING_WEIGHT * joining) / (1 + JOINING_WEIGHT);
        return new RarityScore(skeleton.indicator(node), score, reason(node));
    }

    private String reason(int node) {
        int neighbours = skeleton.neighbours().length(node);
        String type = skeleton.indicator(node).type().label();
        if (parts[node] > 1) {
            String hub = neighbours >= HUB_NEIGHBOURS_MIN ? ", but is a hub with " + neighbours + " neighbours" : "";
            return "links " + parts[node] + " parts of the graph that nothing else joins" + hub;
        }
        if (neighbours == 0) {
            return "stands alone: nothing is linked to it yet";
        }
        if (neighbours >= HUB_NEIGHBOURS_MIN) {
            return "is a hub: " + neighbours + " entities share it, so more of them would say little";
        }
        if (neighbours > 1) {
            return "is shared by " + (neighbours <= FEW_NEIGHBOURS_MAX ? "only " : "") + neighbours + " entities";
        }
        return alike[node] == 1
                ? "is the only one of its type (" + type + ") at its neighbour"
                : "is one of " + alike[node] + " of its type (" + type + ") at its neighbour";
    }

    private static int[] alike(Skeleton skeleton) {
        int types = IndicatorType.values().length;
        int[] ofTypeAt = new int[skeleton.size() * types];
        Rows neighbours = skeleton.neighbours();
        for (int node = 0; node < skeleton.size(); node++) {
            for (int i = neighbours.start()[node]; i < neighbours.start()[node + 1]; i++) {
                ofTypeAt[
                        node * types
                                + skeleton.indicator(neighbours.items()[i])
                                        .type()
                                        .ordinal()]++;
            }
        }
        int[] alike = new int[skeleton.size()];
        for (int node = 0; node < alike.length; node++) {
            int type = skeleton.indicator(node).type().ordinal();
            alike[node] = IntStream.range(neighbours.start()[node], neighbours.start()[node + 1])
                    .map(i -> ofTypeAt[neighbours.items()[i] * types + type])
                    .min()
                    .orElse(1);
        }
        return alike;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
