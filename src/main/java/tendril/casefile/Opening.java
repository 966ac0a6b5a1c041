package tendril.casefile;

/** What came of opening or creating a case file. Every sentence says what happened, why, and what to do. */
public sealed interface Opening {
    /** The case is open and can be changed. */
    record Opened(CaseFile file) implements Opening {}

    /** The case is open and can be read, not changed. */
    record OpenedReadOnly(CaseFile file, ReadOnlyReason reason, String sentence) implements Opening {}

    /** The file is damaged and was left alone; what could be saved stands in a new file. */
    record Damaged(SalvageReport report, String sentence) implements Opening {}

    /** There is no case to open, or it must not be opened. */
    record Refused(RefusalReason reason, String sentence) implements Opening {}

    /** Why a case can only be read. */
    enum ReadOnlyReason {
        ASKED_FOR,
        IN_USE,
        NOT_WRITABLE,
        NEWER_VERSION
    }

    /** Why a file is not opened. */
    enum RefusalReason {
        MISSING,
        NOT_A_FILE,
        NOT_READABLE,
        NOT_WRITABLE,
        ALREADY_THERE,
        EMPTY,
        NOT_A_CASE,
        /** It is damaged or holds foreign code, and what is whole could not be copied out. */
        DAMAGED,
        DISK
    }
}
