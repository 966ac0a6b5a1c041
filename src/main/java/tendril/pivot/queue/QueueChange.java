package tendril.pivot.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tendril.pivot.PivotRequest;
import tendril.pivot.Question;
import tendril.pivot.lane.RowState;

/**
 * One thing that happened to the queue. The changes of a queue, applied in order by {@link SavedQueue}, rebuild it, so
 * a session that keeps them loses no request. Immutable.
 */
public sealed interface QueueChange {
    /** A person asked it; {@code rank} is its place, smaller goes first. */
    record Asked(PivotRequest request, long rank) implements QueueChange {}

    /**
     * These requests are about to be sent as one question. Must be on disk before the question leaves, so that a killed
     * program never sends it twice.
     *
     * @param send     the number to settle it by, unique while the program runs
     * @param requests all that share the question
     * @param attempts how often it was sent before
     */
    record Started(long send, Question question, List<PivotRequest> requests, Instant at, int attempts)
            implements QueueChange {
        public Started {
            requests = List.copyOf(requests);
        }

        /** The ids of the requests. */
        public List<Long> ids() {
            return requests.stream().map(PivotRequest::id).toList();
        }
    }

    /** This request shares a question that is already under way and will settle with it; nothing is to be sent. */
    record Joined(long id, long send) implements QueueChange {}

    /** These were sent, and go back in line: the source asked for time or did not answer. */
    record PutBack(List<Long> ids, String reason, Instant notBefore, int attempts) implements QueueChange {
        public PutBack {
            ids = List.copyOf(ids);
        }
    }

    /**
     * This request is answered or failed.
     *
     * @param as    {@code DONE}, {@code NOTHING_FOUND} or {@code FAILED}
     * @param found how many findings
     * @param words why it failed or what is special; may be empty
     */
    record Settled(long id, RowState as, int found, String words, Instant at) implements QueueChange {}

    /**
     * These are called off.
     *
     * @param abandoned the sends under way that nobody waits for any more; {@link Lanes#cancel} ends them
     */
    record Cancelled(List<Long> ids, List<Long> abandoned) implements QueueChange {
        public Cancelled {
            ids = List.copyOf(ids);
            abandoned = List.copyOf(abandoned);
        }
    }

    /** A person asked for a failed, cancelled or interrupted request once more. */
    record Retried(long id, long rank) implements QueueChange {}

    /** These were running when the program died. */
    record Interrupted(List<Long> ids) implements QueueChange {
        public Interrupted {
            ids = List.copyOf(ids);
        }
    }

    /** These have a new place in line. */
    record Moved(List<Place> places) implements QueueChange {
        public Moved {
            places = List.copyOf(places);
        }
    }

    /** Where a request stands in its lane; smaller ranks go first. */
    record Place(long id, long rank) {}

    /** Kept back until released. */
    record Held(long id, String reason) implements QueueChange {}

    /** No longer kept back. */
    record Released(long id) implements QueueChange {}

    /**
     * Nothing is sent to this provider until it is resumed; to none at all when {@code provider} is empty.
     *
     * @param refusal what the source said when it refused us, or empty when a person paused it
     */
    record Paused(Optional<String> provider, Optional<String> refusal) implements QueueChange {}

    /** The pause is over. */
    record Resumed(Optional<String> provider) implements QueueChange {}

    /** Whether the case is in offline mode. */
    record Offline(boolean on) implements QueueChange {}

    /** These left the list; their answers stay in the case. */
    record Cleared(List<Long> ids) implements QueueChange {
        public Cleared {
            ids = List.copyOf(ids);
        }
    }
}
