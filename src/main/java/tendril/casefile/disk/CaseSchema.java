package tendril.casefile.disk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of a case file.
 *
 * <p>{@code at} is nanoseconds since 1970 UTC. {@code sum} is a checksum over the rest of its row ({@link tendril.casefile.record.FactRow}), so
 * that a flipped bit is noticed, and a row found in the ruins of a file proves itself. Both tables are plain rowid tables
 * because {@link PageScan} reads their pages without SQLite's help.
 */
public final class CaseSchema {
    /** {@code Tndr}, at byte 68 of the file, by which tools such as {@code file} tell what it is. */
    public static final int APPLICATION_ID = 0x546E6472;

    public static final int VERSION = 1;

    static final int PAGE_BYTES = 4096;

    private static final Map<String, String> TABLES = tables();

    private CaseSchema() {}

    /** Makes the tables in an empty database, in one transaction. */
    public static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = " + PAGE_BYTES);
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + VERSION);
            for (String table : TABLES.values()) {
                statement.execute(table);
            }
            statement.execute("COMMIT");
        }
    }

    /** What the database holds beside our tables, or lacks; empty when it is exactly ours. Runs nothing of it. */
    public static Optional<String> strangeness(Connection connection) throws SQLException {
        Map<String, String> missing = new LinkedHashMap<>(TABLES);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT type, name, sql FROM sqlite_master")) {
            while (row.next()) {
                String type = CaseDatabase.text(row, 1);
                String name = CaseDatabase.text(row, 2);
                String sql = CaseDatabase.text(row, 3);
                boolean ours = type.equals("table") && sql.equals(TABLES.get(name));
                boolean automatic = name.startsWith("sqlite_") && !type.equals("trigger") && !type.equals("view");
                if (!ours && !automatic) {
                    return Optional.of("a " + type + " that Tendril did not make");
                }
                missing.remove(name);
            }
        }
        return missing.keySet().stream().findFirst().map(name -> "no sound table of its " + name + "s");
    }

    /** A trigger, view or computed table that the schema holds; a newer version may have more plain tables than this. */
    public static Optional<String> foreignCode(Connection connection) throws SQLException {
        boolean code = !CaseDatabase.ask(
                        connection,
                        "SELECT 1 FROM sqlite_master WHERE type IN ('trigger', 'view')"
                                + " OR sql LIKE 'CREATE VIRTUAL%' OR sql LIKE '%GENERATED ALWAYS%' OR sql LIKE '% AS (%'")
                .isEmpty();
        return code ? Optional.of("it holds code that Tendril did not write") : Optional.empty();
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("fact", """
                CREATE TABLE fact(
                  seq INTEGER PRIMARY KEY,
                  at INTEGER NOT NULL,
                  action INTEGER NOT NULL,
                  kind TEXT NOT NULL,
                  body TEXT NOT NULL,
                  sum INTEGER NOT NULL)""");
        tables.put("evidence", """
                CREATE TABLE evidence(
                  sha256 TEXT NOT NULL PRIMARY KEY,
                  size INTEGER NOT NULL,
                  encoding TEXT NOT NULL,
                  body BLOB NOT NULL)""");
        tables.put("meta", """
                CREATE TABLE meta(
                  name TEXT NOT NULL PRIMARY KEY,
                  value TEXT NOT NULL)""");
        return tables;
    }
}
