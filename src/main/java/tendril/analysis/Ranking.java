package tendril.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tendril.indicator.Indicator;

/**
 * What a measure gave for each entity, and the entities in its order. Immutable.
 *
 * <p>Values that agree as {@code float} tie: sums over the same links taken in another order differ in their last bits,
 * and that must not shuffle a list. Tied entities share a rank and stand in the order of their indicators.
 */
public final class Ranking {
    /**
     * One line of a ranked list.
     *
     * @param rank      1 for the highest; tied entities have the same, and the ranks after them are skipped
     * @param indicator the entity
     * @param value     what the measure gave
     */
    public record Line(int rank, Indicator indicator, double value) {}

    private static final Comparator<Map.Entry<Indicator, Double>> HIGHEST_FIRST = Comparator.comparingDouble(
                    (Map.Entry<Indicator, Double> entry) -> entry.getValue().floatValue())
            .reversed()
            .thenComparing(Map.Entry::getKey);

    private final Map<Indicator, Double> values;
    private final List<Line> lines;

    private Ranking(Map<Indicator, Double> values) {
        this.values = Collections.unmodifiableMap(values);
        this.lines = Collections.unmodifiableList(ranked(values));
    }

    static Ranking of(Map<Indicator, Double> values) {
        return new Ranking(new HashMap<>(values));
    }

    /** The values of a skeleton's entities by their numbers. */
    static Ranking of(Skeleton skeleton, double[] valueOf) {
        Map<Indicator, Double> values = HashMap.newHashMap(valueOf.length);
        for (int node = 0; node < valueOf.length; node++) {
            values.put(skeleton.indicator(node), valueOf[node]);
        }
        return new Ranking(values);
    }

    /** The value of every entity the measure looked at. */
    public Map<Indicator, Double> values() {
        return values;
    }

    /** The value of one entity; 0 for one the measure did not look at. */
    public double valueOf(Indicator indicator) {
        return values.getOrDefault(indicator, 0.0);
    }

    /** Every entity, highest value first. */
    public List<Line> lines() {
        return lines;
    }

    /** The first {@code count} lines, or all if there are fewer. */
    public List<Line> top(int count) {
        return lines.subList(0, Math.min(count, lines.size()));
    }

    private static List<Line> ranked(Map<Indicator, Double> values) {
        List<Map.Entry<Indicator, Double>> sorted = new ArrayList<>(values.entrySet());
        sorted.sort(HIGHEST_FIRST);
        List<Line> lines = new ArrayList<>(sorted.size());
        for (Map.Entry<Indicator, Double> entry : sorted) {
            double value = entry.getValue();
            boolean ties = !lines.isEmpty() && (float) lines.getLast().value() == (float) value;
            int rank = ties ? lines.getLast().rank() : lines.size() + 1;
            lines.add(new Line(rank, entry.getKey(), value));
        }
        return lines;
    }
}
