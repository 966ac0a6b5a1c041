package tendril.pivot.lane;

/** Where a request stands. Each request is in exactly one of these at any time. */
public enum RowState {
    /** Waits for its turn. */
    QUEUED,
    /** Was tried and put back: the source asked for time, or did not answer. */
    WAITING,
    /** Sent, and not yet answered. */
    RUNNING,
    /** Answered. */
    DONE,
    /** Answered: the source knows nothing. */
    NOTHING_FOUND,
    /** Not answered, and not tried again unless a person asks. */
    FAILED,
    /** Called off by a person. */
    CANCELLED,
    /** Kept back until a person releases it, with the reason. */
    HELD,
    /** Was running when the program died; may have been sent, so it is never sent again by itself. */
    INTERRUPTED;

    /** Whether it will be sent without anybody doing anything. */
    public boolean isInLine() {
        return this == QUEUED || this == WAITING;
    }

    /** Whether nothing more happens to it by itself, and clearing the list removes it. */
    public boolean isOver() {
        return this == DONE || this == NOTHING_FOUND || this == CANCELLED;
    }

    /** Whether a person may ask for it once more. */
    public boolean mayBeRetried() {
        return this == FAILED || this == CANCELLED || this == INTERRUPTED;
    }
}
