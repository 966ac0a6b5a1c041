package tendril.graph;

/**
 * One reason why an entity or link is in the graph. Immutable.
 *
 * @param action   the action that brought it
 * @param citation what it stands on
 */
public record Support(long action, Citation citation) implements Comparable<Support> {
    @Override
    public int compareTo(Support other) {
        int byAction = Long.compare(action, other.action);
        return byAction != 0 ? byAction : citation.compareTo(other.citation);
    }
}
