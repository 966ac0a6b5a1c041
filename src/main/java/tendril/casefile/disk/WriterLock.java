package tendril.casefile.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * The right to be the one writer of a case file. Thread-safe.
 *
 * <p>It is a small SQLite file beside the case, in which a transaction stays open as long as the right is held. The
 * operating system ends that transaction when its program dies, so a killed program leaves a file but no lock. SQLite is
 * used rather than a Java file lock because on POSIX systems any closing of a file drops all the locks that the same
 * program has on it, which SQLite knows and Java does not; and because readers can still see who holds it.
 */
public final class WriterLock implements AutoCloseable {
    /** What came of asking for the right. */
    public sealed interface Attempt {
        record Held(WriterLock lock) implements Attempt {}

        record HeldElsewhere(String holder) implements Attempt {}

        /** The folder takes no file. */
        record Impossible(String why) implements Attempt {}
    }

    private static final String SUFFIX = "-lock";
    private static final long BROKEN_LOCK_BYTES_MAX = 64 * 1024;
    private static final int TRIES = 3;
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_NOTADB = 26;
    private static final int SQLITE_CORRUPT = 11;

    private final Path file;
    private final Connection connection;

    private WriterLock(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Asks for the right to write to a case file. */
    public static Attempt take(Path caseFile) {
        Path file = caseFile.resolveSibling(caseFile.getFileName() + SUFFIX);
        String why = "";
        for (int i = 0; i < TRIES; i++) {
            try {
                Connection connection = CaseDatabase.impatient(file);
                if (hold(connection, file)) {
                    return new Attempt.Held(new WriterLock(file, connection));
                }
                connection.close();
            } catch (SQLException failed) {
                int code = failed.getErrorCode() & 0xff;
                if (code == SQLITE_BUSY) {
                    return new Attempt.HeldElsewhere(holder(file));
                }
                if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) {
                    removeBroken(file);
                }
                why = CaseTrouble.why(failed);
            }
        }
        return new Attempt.Impossible(why);
    }

    /** Lets the right go. */
    @Override
    public void close() {
        // Deleted while still held, so that nobody's new lock is taken away. Windows cannot, and does it after.
        boolean deleted = delete(file);
        try (connection) {
            CaseDatabase.execute(connection, "ROLLBACK");
        } catch (SQLException ended) {
            // The lock ends with its connection in any case.
            deleted = deleted && !Files.exists(file);
        }
        if (!deleted) {
            delete(file);
        }
    }

    /** Whether the right is held now; false if the file went away under us, and another try is due. */
    private static boolean hold(Connection connection, Path file) throws SQLException {
        String nonce = UUID.randomUUID().toString();
        try {
            CaseDatabase.execute(connection, "PRAGMA synchronous = OFF");
            CaseDatabase.execute(connection, "BEGIN IMMEDIATE");
            CaseDatabase.execute(connection, "CREATE TABLE IF NOT EXISTS holder(who TEXT, nonce TEXT)");
            CaseDatabase.execute(connection, "DELETE FROM holder");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO holder VALUES (?, ?)")) {
                insert.setString(1, "process " + ProcessHandle.current().pid() + " on " + host());
                insert.setString(2, nonce);
                insert.executeUpdate();
            }
            CaseDatabase.execute(connection, "COMMIT");
            CaseDatabase.execute(connection, "BEGIN IMMEDIATE");
            return Files.exists(file) && read(file, "nonce").equals(nonce);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    private static String holder(Path file) {
        try {
            String who = read(file, "who");
            return who.isEmpty() ? "another program" : who;
        } catch (SQLException unreadable) {
            return "another program";
        }
    }

    private static String read(Path file, String column) throws SQLException {
        try (Connection reader = CaseDatabase.readOnly(file);
                Statement statement = reader.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + column + " FROM holder")) {
            return row.next() ? CaseDatabase.text(row, 1) : "";
        }
    }

    /** A power cut can leave half a lock file. Anything large is somebody else's and stays. */
    private static void removeBroken(Path file) {
        try {
            if (Files.size(file) <= BROKEN_LOCK_BYTES_MAX) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            // The next try says what is wrong with it.
            return;
        }
    }

    private static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException stays) {
            return false;
        }
    }

    /** The machine's name without asking the network for it. */
    private static String host() {
        String windows = System.getenv("COMPUTERNAME");
        if (windows != null) {
            return windows;
        }
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException none) {
            String shell = System.getenv("HOSTNAME");
            return shell == null ? "this computer" : shell;
        }
    }
}
