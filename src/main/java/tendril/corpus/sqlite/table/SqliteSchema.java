package tendril.corpus.sqlite.table;

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
import tendril.corpus.CorpusException;

/**
 * The tables of a corpus file, and how one tells such a file from any other.
 *
 * <p>Observations lie in {@code block}, {@code fence} and the two filters: the parts of the segments that {@code segment}
 * lists, see {@code tendril.corpus.segment}. {@code state} has one row: {@code generation} changes whenever segments or
 * batches do, {@code seq} and {@code segment} are the next numbers, and {@code merger} is who merges segments, until
 * when. A batch that is no longer listed does not count, whatever segments hold of it; {@code removing} names such
 * batches until no segment holds anything of them. {@code scan} and
 * {@code scan_name} find antivirus names by any three or more characters in them.
 */
public final class SqliteSchema {
    /** "TdCo" in the file's header says: a Tendril corpus. */
    static final int APPLICATION_ID = 0x5464436F;

    static final int VERSION = 2;

    /** One block of a segment fits into a page of so many bytes. */
    public static final int PAGE_BYTES = 8_192;

    /** Files that an earlier Tendril began do not have it. */
    public static final String REMOVING = "CREATE TABLE IF NOT EXISTS removing(batch TEXT PRIMARY KEY) WITHOUT ROWID";

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE batch(
              id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, source TEXT NOT NULL,
              licence TEXT NOT NULL, rows INTEGER NOT NULL)""",
            """
            CREATE TABLE position(
              batch TEXT NOT NULL, fingerprint TEXT NOT NULL, rows INTEGER NOT NULL,
              PRIMARY KEY(batch, fingerprint)) WITHOUT ROWID""",
            """
            CREATE TABLE state(
              id INTEGER PRIMARY KEY CHECK(id = 1), generation INTEGER NOT NULL, seq INTEGER NOT NULL,
              segment INTEGER NOT NULL, merger TEXT NOT NULL, merging_until INTEGER NOT NULL)""",
            "INSERT INTO state VALUES(1, 0, 1, 1, '', 0)",
            """
            CREATE TABLE segment(
              id INTEGER PRIMARY KEY, rows INTEGER NOT NULL, rows_max INTEGER NOT NULL, keys INTEGER NOT NULL,
              keys_max INTEGER NOT NULL, batches TEXT NOT NULL)""",
            "CREATE TABLE block(id INTEGER PRIMARY KEY, data BLOB NOT NULL)",
            "CREATE TABLE fence(id INTEGER PRIMARY KEY, data BLOB NOT NULL)",
            "CREATE TABLE row_filter(id INTEGER PRIMARY KEY, data BLOB NOT NULL)",
            "CREATE TABLE key_filter(id INTEGER PRIMARY KEY, data BLOB NOT NULL)",
            "CREATE TABLE scan(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
            "CREATE VIRTUAL TABLE scan_name USING fts5(text, content='', tokenize='trigram')",
            """
            CREATE TABLE vote(
              id INTEGER PRIMARY KEY, value TEXT NOT NULL, voter TEXT NOT NULL, verdict INTEGER NOT NULL,
              at_ms INTEGER NOT NULL)""",
            "CREATE INDEX vote_by_voter ON vote(value, voter)",
            """
            CREATE TABLE tally(
              value TEXT PRIMARY KEY, malicious INTEGER NOT NULL, harmless INTEGER NOT NULL) WITHOUT ROWID""");

    /** How every SQLite file begins, and where in it version and application id stand: SQLite file format, section 1.3. */
    private static final String FILE_BEGINNING = "SQLite format 3\0";

    private static final int APPLICATION_ID_AT = 68;
    private static final int VERSION_AT = 60;

    private SqliteSchema() {}

    /** Whether a file says of itself that it is a corpus. */
    public static boolean isCorpus(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(APPLICATION_ID_AT + Integer.BYTES);
            return head.length == APPLICATION_ID_AT + Integer.BYTES
                    && new String(head, StandardCharsets.ISO_8859_1).startsWith(FILE_BEGINNING)
                    && ByteBuffer.wrap(head).getInt(APPLICATION_ID_AT) == APPLICATION_ID;
        }
    }

    /** The version a corpus file says it has; 0 when it is no corpus. */
    public static int version(Path file) throws IOException {
        if (!isCorpus(file)) {
            return 0;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return ByteBuffer.wrap(in.readNBytes(APPLICATION_ID_AT)).getInt(VERSION_AT);
        }
    }

    /** Makes the tables in an empty file, or checks that the file is a corpus this version can read. */
    public static void prepare(Connection connection, String file) throws SQLException, CorpusException {
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
        if (version < VERSION) {
            throw new CorpusException(
                    file + " was made by an earlier Tendril, in a form that this one does not read (corpus"
                            + " version " + version
                            + "). It stays as it is. Give what it was filled from to `tendril ingest --corpus` with a new name.");
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
