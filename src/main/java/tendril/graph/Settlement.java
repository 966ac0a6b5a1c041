package tendril.graph;

/** How a request ended. */
public enum Settlement {
    FOUND,
    NOTHING_FOUND,
    /** The answer was larger than the limit; none of it was taken. */
    TOO_MANY,
    FAILED,
    CANCELLED
}
