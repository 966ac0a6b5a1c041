package tendril.corpus;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The number of every text in a corpus file. A text whose key is spelled differently is listed under the number of its
 * key, so that either finds the other. Guarded by the corpus's lock.
 */
final class SqliteDictionary implements AutoCloseable {
    private static final int REMEMBERED_TEXTS_MAX = 50_000;

    private final PreparedStatement find;
    private final PreparedStatement insert;
    private final PreparedStatement insertSpelling;
    private final PreparedStatement insertScanName;
    private final PreparedStatement findScanName;
    private long next;

    /** The texts used last; a source mostly repeats itself. */
    private final Map<String, Long> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED_TEXTS_MAX;
        }
    };

    SqliteDictionary(Connection connection) throws SQLException {
        find = connection.prepareStatement("SELECT id FROM value WHERE text = ?");
        insert = connection.prepareStatement("INSERT INTO value(id, text) VALUES(?, ?)");
        insertSpelling = connection.prepareStatement("INSERT OR IGNORE INTO spelling(key, value) VALUES(?, ?)");
        insertScanName = connection.prepareStatement("INSERT INTO scan_name(rowid, text) VALUES(?, ?)");
        findScanName = connection.prepareStatement("SELECT 1 FROM scan_name WHERE rowid = ?");
        next = nextId(connection);
    }

    private static long nextId(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT ifnull(max(id), 0) + 1 FROM value");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The number of a text, given to it now if it has none; a scan name is also made searchable. */
    long id(String text, boolean isScanName) throws SQLException {
        Long known = remembered.get(text);
        if (known != null && !isScanName) {
            return known;
        }
        long id = known != null ? known : findOrInsert(text);
        remembered.put(text, id);
        if (isScanName && !isSearchable(id)) {
            insertScanName.setLong(1, id);
            insertScanName.setString(2, Key.of(text));
            insertScanName.executeUpdate();
        }
        return id;
    }

    private long findOrInsert(String text) throws SQLException {
        find.setString(1, text);
        try (ResultSet rows = find.executeQuery()) {
            if (rows.next()) {
                return rows.getLong(1);
            }
        }
        long id = next++;
        insert.setLong(1, id);
        insert.setString(2, text);
        insert.executeUpdate();
        String key = Key.of(text);
        if (!key.equals(text) && !key.isEmpty()) {
            insertSpelling.setLong(1, findOrInsert(key));
            insertSpelling.setLong(2, id);
            insertSpelling.executeUpdate();
        }
        return id;
    }

    private boolean isSearchable(long id) throws SQLException {
        findScanName.setLong(1, id);
        try (ResultSet rows = findScanName.executeQuery()) {
            return rows.next();
        }
    }

    /** Forgets what a rolled back transaction may have numbered. The numbers themselves are not used again. */
    void forget() {
        remembered.clear();
    }

    @Override
    public void close() throws SQLException {
        find.close();
        insert.close();
        insertSpelling.close();
        insertScanName.close();
        findScanName.close();
    }
}
