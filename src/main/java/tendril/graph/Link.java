package tendril.graph;

import java.util.List;
import tendril.indicator.Seen;

/**
 * A labelled, directed relation between two entities, as it stands now: one link, many pieces of evidence. Immutable.
 *
 * @param key        its ends and relation
 * @param seen       when it held, over all that supports it
 * @param properties what is stated of the relation, in order
 * @param supports   why it is in the graph, in order, at least one
 */
public record Link(LinkKey key, Seen seen, List<Property> properties, List<Support> supports) {
    /** Whether only the analyst says so. */
    public boolean isDrawnByAnalyst() {
        return supports.stream().allMatch(support -> support.citation().isAnalyst());
    }
}
