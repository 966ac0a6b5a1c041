package tendril.graph;

import java.time.Instant;
import java.util.Optional;
import tendril.indicator.Indicator;

/**
 * One asked pivot as the journal knows it. Immutable.
 *
 * @param id        unique in the case
 * @param action    the action that asked it
 * @param provider  the provider's id
 * @param pivot     the pivot's id
 * @param indicator what it is asked about
 * @param key       the question's key
 * @param click     whether a person waits for this very one
 * @param depth     how many more hops to ask from what it brings
 * @param rank      its place in line; smaller goes first
 * @param asked     when it was asked
 * @param state     where it stands
 * @param notBefore the earliest instant to send it, where it was put back
 * @param attempts  how often it was sent without getting an answer
 * @param cleared   whether it left the list of the queue
 * @param evidence  the answer it stands on, 0 for none
 * @param found     how many results the answer has
 * @param held      how many of them were put into the tray
 * @param message   one sentence for a person, may be empty
 */
public record Request(
        long id,
        long action,
        String provider,
        String pivot,
        Indicator indicator,
        String key,
        boolean click,
        int depth,
        long rank,
        Instant asked,
        State state,
        Optional<Instant> notBefore,
        int attempts,
        boolean cleared,
        long evidence,
        int found,
        int held,
        String message) {
    /** Where a request stands in the journal. */
    public enum State {
        QUEUED,
        /** Sent, or about to be; after a crash nobody knows which. */
        STARTED,
        HELD,
        FOUND,
        NOTHING_FOUND,
        TOO_MANY,
        FAILED,
        CANCELLED;

        /** Whether nothing more will come of it by itself. */
        public boolean isOver() {
            return this != QUEUED && this != STARTED && this != HELD;
        }
    }
}
