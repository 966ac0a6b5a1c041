package tendril.graph;

import java.util.List;
import tendril.indicator.Indicator;

/**
 * Entities folded into one node. Immutable.
 *
 * @param id      the action that folded them
 * @param anchor  the node they hang on
 * @param label   what a person reads
 * @param members what is inside now, in order
 */
public record Collection(long id, Indicator anchor, String label, List<Indicator> members) {
    public Collection {
        members = List.copyOf(members);
    }
}
