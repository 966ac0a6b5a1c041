package tendril.casefile.disk;

import java.io.Serial;

/** Why a case file could not be read or written. The message is one sentence for a person. */
public final class CaseFileException extends Exception {
    /** What went wrong, for a program to decide what to offer. */
    public enum Reason {
        /** The disk, or the quota on it, is full. */
        DISK_FULL,
        /** The disk failed to read or write. */
        DISK_FAILED,
        /** The file or its folder may not be written, or the case was opened to be read only. */
        READ_ONLY,
        /** Another program holds the file. */
        IN_USE,
        /** Another program replaced, moved or deleted the file while it was open. */
        REPLACED,
        /** The content is not what it should be. */
        DAMAGED,
        /** The file was closed. */
        CLOSED
    }

    @Serial
    private static final long serialVersionUID = 1;

    private final Reason reason;

    public CaseFileException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public CaseFileException(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** One sentence for a person: what happened, why, what to do. */
    public String sentence() {
        String message = getMessage();
        return message == null ? reason.name() : message;
    }
}
