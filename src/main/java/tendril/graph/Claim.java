package tendril.graph;

import java.util.SortedMap;
import java.util.SortedSet;
import tendril.indicator.Seen;

/**
 * What one fact says of one entity or link. The newest claim that counts wins; supports and properties add up.
 * Immutable.
 */
sealed interface Claim {
    long seq();

    long action();

    /** A reason to be in the graph. */
    record Supported(long seq, long action, Citation citation) implements Claim {}

    /** A reason for a link to be in the graph, with what is said of it. */
    record Related(long seq, long action, Citation citation, Seen seen, SortedMap<String, String> properties)
            implements Claim {}

    record Removed(long seq, long action) implements Claim {}

    record Stated(long seq, long action, String name, String value, Citation citation) implements Claim {}

    record Placed(long seq, long action, Entity.Place place) implements Claim {}

    record Pinned(long seq, long action, boolean pinned) implements Claim {}

    record Hidden(long seq, long action, boolean hidden) implements Claim {}

    record Flagged(long seq, long action, Flag flag) implements Claim {}

    record Noted(long seq, long action, String text) implements Claim {}

    record Tagged(long seq, long action, SortedSet<String> tags) implements Claim {}

    record Handled(long seq, long action, Handling handling) implements Claim {}

    /** Folded into that collection; 0 takes it out of any. */
    record Collected(long seq, long action, long collection) implements Claim {}
}
