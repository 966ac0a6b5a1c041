package tendril.pivot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came back from one pivot. Expected trouble is a value here, never an exception, and "nothing found" is never
 * confused with "failed". Immutable.
 */
public sealed interface PivotOutcome {
    /** The source knows something. */
    record Found(Answer answer, List<Finding> findings) implements PivotOutcome {
        public Found {
            findings = List.copyOf(findings);
        }
    }

    /** The source answered, and knows nothing. */
    record NothingFound(Answer answer) implements PivotOutcome {}

    /**
     * The answer is larger than the limit and none of it was taken.
     *
     * @param count how many results the answer really has
     */
    record TooMany(Answer answer, int count) implements PivotOutcome {}

    /**
     * The source asks us to wait.
     *
     * @param retryAfter how long it asked for, if it said so; already checked for sense
     * @param reason     one sentence
     */
    record Throttled(Optional<Duration> retryAfter, String reason) implements PivotOutcome {}

    /** No usable connection, or no whole answer in time; asking again later may help. */
    record Unreachable(String reason) implements PivotOutcome {}

    /**
     * The source will not answer us (401, 403, other 4xx), or we will not ask (policy).
     *
     * @param pauseProvider whether asking it anything else is pointless until a person has done something
     */
    record Refused(String reason, boolean pauseProvider) implements PivotOutcome {}

    /**
     * The answer is not what the source's contract says.
     *
     * @param answer the bytes, kept for a person to read, where there were any
     */
    record Malformed(Optional<Answer> answer, String reason) implements PivotOutcome {}

    /** A person called it off. */
    record Cancelled() implements PivotOutcome {}
}
