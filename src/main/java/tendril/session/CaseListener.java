package tendril.session;

import java.util.Optional;
import tendril.graph.GraphDelta;

/** Hears what changes in a session. Called on the case thread. */
public interface CaseListener {
    /** Facts were written. */
    default void changed(GraphDelta delta) {}

    /** The queue changed: rows, their order, a pause, or the health of a provider. */
    default void queueChanged() {}

    /** What a person did at once, and what took its time, is done: see {@link CaseSession#isAtWork}. */
    default void workEnded() {}

    /**
     * Facts reached the disk, or could not.
     *
     * @param trouble why not, in one sentence; empty while all is well
     */
    default void savingChanged(Optional<String> trouble) {}

    /** Something a person should read, in one sentence. */
    default void told(String sentence) {}
}
