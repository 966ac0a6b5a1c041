package tendril.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables of a corpus file, and how one tells such a file from any other.
 *
 * <p>Every text stands once, in {@code value}; everything else is integers, so that fifty million rows stay small.
 * {@code observation} is clustered by subject and has one index by object: a key's rows lie together on both sides, and
 * come out of the index in the order of {@code seq} without sorting. {@code batch} 0 in a row says that several batches
 * state it; {@code stated} then has what each of them said. A spelling that differs from its key is listed in
 * {@code spelling}. {@code scan_name} finds antivirus names by any three or more characters in them.
 */
final class SqliteSchema {
    /** "TdCo" in the file's header says: a Tendril corpus. */
    static final int APPLICATION_ID = 0x5464436F;

    static final int VERSION = 1;

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE batch(
              id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, source TEXT NOT NULL, licence TEXT NOT NULL)""",
            """
            CREATE TABLE position(
              batch TEXT NOT NULL, fingerprint TEXT NOT NULL, rows INTEGER NOT NULL,
              PRIMARY KEY(batch, fingerprint)) WITHOUT ROWID""",
            "CREATE TABLE value(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
            """
            CREATE TABLE spelling(
              key INTEGER NOT NULL, value INTEGER NOT NULL, PRIMARY KEY(key, value)) WITHOUT ROWID""",
            """
            CREATE TABLE observation(
              subject INTEGER NOT NULL, relation INTEGER NOT NULL, object INTEGER NOT NULL, nth INTEGER NOT NULL,
              seq INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, batch INTEGER NOT NULL,
              PRIMARY KEY(subject, relation, object, nth)) WITHOUT ROWID""",
            "CREATE INDEX observation_by_object ON observation(object, relation, seq)",
            """
            CREATE TABLE stated(
              subject INTEGER NOT NULL, relation INTEGER NOT NULL, object INTEGER NOT NULL, nth INTEGER NOT NULL,
              batch INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
              PRIMARY KEY(subject, relation, object, nth, batch)) WITHOUT ROWID""",
            "CREATE VIRTUAL TABLE scan_name USING fts5(text, content='', tokenize='trigram')",
            """
            CREATE TABLE vote(
              id INTEGER PRIMARY KEY, value TEXT NOT NULL, voter TEXT NOT NULL, verdict INTEGER NOT NULL,
              at_ms INTEGER NOT NULL)""",
            "CREATE INDEX vote_by_voter ON vote(value, voter)",
            """
            CREATE TABLE tally(
              value TEXT PRIMARY KEY, malicious INTEGER NOT NULL, harmless INTEGER NOT NULL) WITHOUT ROWID""",
            "CREATE TABLE counter(name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID",
            "INSERT INTO counter VALUES('seq', 1)");

    /** How every SQLite file begins, and where in it the application id stands: SQLite file format, section 1.3. */
    private static final String FILE_BEGINNING = "SQLite format 3\0";

    private static final int APPLICATION_ID_AT = 68;

    private SqliteSchema() {}

    /** Whether a file says of itself that it is a corpus. */
    static boolean isCorpus(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(APPLICATION_ID_AT + Integer.BYTES);
            return head.length == APPLICATION_ID_AT + Integer.BYTES
                    && new String(head, StandardCharsets.ISO_8859_1).startsWith(FILE_BEGINNING)
                    && ByteBuffer.wrap(head).getInt(APPLICATION_ID_AT) == APPLICATION_ID;
        }
    }

    /** Makes the tables in an empty file, or checks that the file is a corpus this version can read. */
    static void prepare(Connection connection, String file) throws SQLException, CorpusException {
        int applicationId = pragma(connection, "application_id");
        int version = pragma(connection, "user_version");
        if (applicationId == 0 && version == 0 && isEmpty(connection)) {
            create(connection);
            return;
        }
        if (applicationId != APPLICATION_ID) {
            throw new CorpusException(file + " is a database, but not a Tendril corpus. Choose a file that"
                    + " `tendril ingest` made, or a new name.");
        }
        if (version > VERSION) {
            throw new CorpusException(file + " was made by a newer Tendril (corpus version " + version
                    + "; this one reads up to " + VERSION + "). Install the newer version to open it.");
        }
    }

    private static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + VERSION);
            for (String table : TABLES) {
                statement.execute(table);
            }
            statement.execute("COMMIT");
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
            return rows.next() && rows.getInt(1) == 0;
        }
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
