package tendril.pivot;

/** What came of sending a question: an answer to read, or the trouble there was. */
public sealed interface Fetch {
    /** The source answered; {@link Provider#read} says what it means. */
    record Got(Answer answer) implements Fetch {}

    /**
     * There is nothing to read.
     *
     * @param trouble one of {@code Throttled}, {@code Unreachable}, {@code Refused}, {@code Malformed}, {@code Cancelled}
     */
    record Failed(PivotOutcome trouble) implements Fetch {}
}
