package tendril.graph;

import java.util.List;
import tendril.indicator.Indicator;

/**
 * Finds places for entities that came into one case without one, near what they hang on; moves nothing else. It may
 * keep up with the case, so as not to look at all of it each time. Confined to the case thread.
 */
@FunctionalInterface
public interface Placing {
    /** Places for these entities, which are in the graph and have none. Called on the case thread, so it must be quick. */
    List<Placement> place(List<Indicator> added);

    /** Takes in what one batch of facts has changed; the graph is already as it is after the batch. */
    default void changed(GraphDelta delta) {}
}
