package tendril.session;

import java.util.List;
import tendril.graph.CaseGraph;
import tendril.graph.Placement;
import tendril.indicator.Indicator;

/** Finds places for entities that came without one, near what they hang on; moves nothing else. */
@FunctionalInterface
public interface Growth {
    /**
     * Places for these entities, which are in the graph and have none. Called on the case thread, so it must be quick.
     */
    List<Placement> place(CaseGraph graph, List<Indicator> added);
}
