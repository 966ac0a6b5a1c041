package tendril.casefile.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import tendril.casefile.disk.CaseFileException.Reason;

/** Puts what SQLite and the file system say into words. Codes: sqlite.org/rescode.html. */
public final class CaseTrouble {
    private static final int PERM = 3;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READONLY = 8;
    private static final int IOERR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int NOTADB = 26;

    private CaseTrouble() {}

    public static CaseFileException whileWriting(String name, SQLException cause) {
        Reason reason = reason(cause);
        return new CaseFileException(
                reason, "Could not write to \"" + name + "\": " + why(cause) + ". " + advice(reason), cause);
    }

    public static CaseFileException whileReading(String name, SQLException cause) {
        return new CaseFileException(reason(cause), "Could not read \"" + name + "\": " + why(cause) + ".", cause);
    }

    public static CaseFileException whileWriting(String name, IOException cause) {
        Reason reason = cause instanceof AccessDeniedException ? Reason.READ_ONLY : Reason.DISK_FAILED;
        return new CaseFileException(
                reason, "Could not write \"" + name + "\": " + why(cause) + ". " + advice(reason), cause);
    }

    public static Reason reason(SQLException cause) {
        return switch (cause.getErrorCode() & 0xff) {
            case FULL -> Reason.DISK_FULL;
            case PERM, READONLY -> Reason.READ_ONLY;
            case BUSY, LOCKED -> Reason.IN_USE;
            case CORRUPT, NOTADB -> Reason.DAMAGED;
            default -> Reason.DISK_FAILED;
        };
    }

    public static String why(SQLException cause) {
        return switch (cause.getErrorCode() & 0xff) {
            case FULL -> "the disk is full";
            case PERM, READONLY -> "it may not be written";
            case BUSY, LOCKED -> "another program is using it";
            case CORRUPT, NOTADB -> "its content is damaged";
            case IOERR -> "the disk reports an error";
            case CANTOPEN -> "the file or its folder cannot be opened, or the name is too long";
            default -> "SQLite says: " + cause.getMessage();
        };
    }

    public static String why(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission is missing";
        }
        if (cause instanceof NoSuchFileException) {
            return "the folder does not exist";
        }
        return cause instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(cause.getMessage());
    }

    private static String advice(Reason reason) {
        return switch (reason) {
            case DISK_FULL -> "Free some space and try again; nothing is lost meanwhile.";
            case DISK_FAILED -> "Save the case in another place; nothing is lost meanwhile.";
            case READ_ONLY -> "Save the case in another place.";
            case IN_USE -> "Close it there, or save the case in another place.";
            case REPLACED, DAMAGED -> "Save the case in another place.";
            case CLOSED -> "Open it again.";
        };
    }
}
