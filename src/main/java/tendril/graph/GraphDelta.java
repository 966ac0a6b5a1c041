package tendril.graph;

import java.util.List;
import java.util.Set;
import tendril.indicator.Indicator;

/**
 * Exactly what one batch of facts changed. An element is in at most one of added, removed and changed. Immutable.
 *
 * @param entitiesAdded   now in the graph
 * @param entitiesRemoved no longer in the graph
 * @param entitiesChanged in the graph before and after, and different in more than its place (which may differ too)
 * @param entitiesMoved   in the graph before and after, and different only in its place
 * @param linksAdded      now in the graph
 * @param linksRemoved    no longer in the graph
 * @param linksChanged    in the graph before and after, and different
 * @param collections     collections that came, went or changed
 * @param requests        requests that came or changed
 * @param actions         history entries that came or changed
 * @param evidence        evidence that came
 * @param caseChanged     whether the case's name, handling, pauses or offline mode changed
 */
public record GraphDelta(
        List<Indicator> entitiesAdded,
        List<Indicator> entitiesRemoved,
        List<Indicator> entitiesChanged,
        List<Indicator> entitiesMoved,
        List<LinkKey> linksAdded,
        List<LinkKey> linksRemoved,
        List<LinkKey> linksChanged,
        Set<Long> collections,
        Set<Long> requests,
        Set<Long> actions,
        Set<Long> evidence,
        boolean caseChanged) {
    public GraphDelta {
        entitiesAdded = List.copyOf(entitiesAdded);
        entitiesRemoved = List.copyOf(entitiesRemoved);
        entitiesChanged = List.copyOf(entitiesChanged);
        entitiesMoved = List.copyOf(entitiesMoved);
        linksAdded = List.copyOf(linksAdded);
        linksRemoved = List.copyOf(linksRemoved);
        linksChanged = List.copyOf(linksChanged);
        collections = Set.copyOf(collections);
        requests = Set.copyOf(requests);
        actions = Set.copyOf(actions);
        evidence = Set.copyOf(evidence);
    }

    /** Whether what is drawn, or could be, differs. */
    public boolean touchesGraph() {
        return !(entitiesAdded.isEmpty()
                && entitiesRemoved.isEmpty()
                && entitiesChanged.isEmpty()
                && entitiesMoved.isEmpty()
                && linksAdded.isEmpty()
                && linksRemoved.isEmpty()
                && linksChanged.isEmpty()
                && collections.isEmpty());
    }
}
