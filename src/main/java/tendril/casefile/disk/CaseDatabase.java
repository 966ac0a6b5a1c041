package tendril.casefile.disk;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.sqlite.SQLiteConfig;

/** How SQLite files are opened here: by exact path, trusting nothing that stands in them. */
public final class CaseDatabase {
    static final int BUSY_MS_MAX = 2_000;

    private CaseDatabase() {}

    public static Connection inMemory() throws SQLException {
        return harden(config(BUSY_MS_MAX).createConnection("jdbc:sqlite::memory:"));
    }

    /** Opens to read and write; makes the file if it is missing. */
    public static Connection readWrite(Path file) throws SQLException {
        return harden(config(BUSY_MS_MAX).createConnection("jdbc:sqlite:" + uri(file)));
    }

    /** As {@link #readWrite}, but says at once when another holds the file. */
    static Connection impatient(Path file) throws SQLException {
        return harden(config(0).createConnection("jdbc:sqlite:" + uri(file)));
    }

    /** Opens so that SQLite itself refuses every write to the file. */
    public static Connection readOnly(Path file) throws SQLException {
        return harden(config(BUSY_MS_MAX).createConnection("jdbc:sqlite:" + uri(file) + "?mode=ro"));
    }

    /**
     * The file as a URI with every unusual byte escaped, since in a plain name both the driver and SQLite give meaning to
     * {@code ?}, {@code %} and a leading {@code file:} or {@code :}.
     */
    public static String uri(Path file) {
        String name = file.toAbsolutePath().toString().replace(File.separatorChar, '/');
        StringBuilder uri = new StringBuilder(name.startsWith("/") ? "file://" : "file:///");
        for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xff);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (plain || c == '/' || c == '.' || c == '-' || c == '_') {
                uri.append(c);
            } else {
                uri.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        return uri.toString();
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, or nothing at all. */
    public static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? text(row, 1) : "";
        }
    }

    static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static SQLiteConfig config(int busyMs) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(busyMs);
        config.enableLoadExtension(false);
        return config;
    }

    private static Connection harden(Connection connection) throws SQLException {
        try {
            execute(connection, "PRAGMA trusted_schema = OFF");
            execute(connection, "PRAGMA cell_size_check = ON");
            execute(connection, "PRAGMA temp_store = MEMORY");
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }
}
