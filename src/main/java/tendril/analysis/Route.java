package tendril.analysis;

import java.util.List;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;

/**
 * One way from an entity to another, or the sentence why there is none. Immutable.
 *
 * @param entities what it passes, both ends included; empty if there is none
 * @param steps    for each step all links that make it, one fewer than the entities
 * @param sentence what a person reads
 */
public record Route(List<Indicator> entities, List<List<LinkKey>> steps, String sentence) {
    public Route {
        entities = List.copyOf(entities);
        steps = steps.stream().map(List::copyOf).toList();
    }

    static Route none(String sentence) {
        return new Route(List.of(), List.of(), sentence);
    }

    /** Whether there is no way. */
    public boolean isEmpty() {
        return entities.isEmpty();
    }

    /** Every link of every step, in order. */
    public List<LinkKey> links() {
        return steps.stream().flatMap(List::stream).toList();
    }
}
