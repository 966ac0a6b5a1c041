package tendril.corpus;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A reading with a connection of its own, whose statements stay prepared while it rests. Confined to one thread. */
final class SqliteReading implements CorpusReading {
    private final Connection connection;
    private final Rest rest;
    private final PreparedStatement findKey;
    private final PreparedStatement findTally;
    private final Map<Lookup, PreparedStatement> bySingleSpelling = new EnumMap<>(Lookup.class);
    private final Map<Lookup, PreparedStatement> byAnySpelling = new EnumMap<>(Lookup.class);

    /** The key found last: an answer asks several lookups of the same one. */
    private String lastKey = "";

    private long lastId;
    private boolean lastHasSpellings;

    SqliteReading(Connection connection, Rest rest) throws SQLException {
        this.connection = connection;
        this.rest = rest;
        findKey = connection.prepareStatement(
                "SELECT id, EXISTS(SELECT 1 FROM spelling WHERE key = id) FROM value WHERE text = ?");
        findTally = connection.prepareStatement("SELECT malicious, harmless FROM tally WHERE value = ?");
    }

    @Override
    public void rows(Lookup lookup, String key, RowSink sink) throws IOException {
        try {
            if (lookup == Lookup.SAMPLES_OF_SCAN_NAME) {
                searchScanNames(key, sink);
            } else if (!key.isEmpty() && find(key)) {
                PreparedStatement statement = statement(lookup, lastHasSpellings);
                statement.setLong(1, lastId);
                pass(statement, sink);
            }
        } catch (SQLException e) {
            throw new CorpusException("The corpus could not be read: " + e.getMessage(), e);
        }
    }

    private boolean find(String key) throws SQLException {
        if (key.equals(lastKey)) {
            return true;
        }
        findKey.setString(1, key);
        try (ResultSet rows = findKey.executeQuery()) {
            if (!rows.next()) {
                return false;
            }
            lastKey = key;
            lastId = rows.getLong(1);
            lastHasSpellings = rows.getBoolean(2);
            return true;
        }
    }

    private void searchScanNames(String key, RowSink sink) throws SQLException, IOException {
        if (key.codePointCount(0, key.length()) < Lookup.SCAN_NAME_LENGTH_MIN) {
            return;
        }
        PreparedStatement statement = statement(Lookup.SAMPLES_OF_SCAN_NAME, false);
        statement.setString(1, '"' + key.replace("\"", "\"\"") + '"');
        pass(statement, sink);
    }

    private static void pass(PreparedStatement statement, RowSink sink) throws SQLException, IOException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sink.row(Objects.requireNonNull(rows.getString(1)), new Day(rows.getInt(2)));
            }
        }
    }

    private PreparedStatement statement(Lookup lookup, boolean anySpelling) throws SQLException {
        var statements = anySpelling ? byAnySpelling : bySingleSpelling;
        PreparedStatement prepared = statements.get(lookup);
        if (prepared == null) {
            prepared = connection.prepareStatement(sql(lookup, anySpelling));
            statements.put(lookup, prepared);
        }
        return prepared;
    }

    private static String sql(Lookup lookup, boolean anySpelling) {
        int relation = lookup.relation().code();
        if (lookup == Lookup.SAMPLES_OF_SCAN_NAME) {
            return "SELECT v.text, max(o.last) FROM scan_name n CROSS JOIN observation o"
                    + " ON o.object = n.rowid AND o.relation = " + relation
                    + " JOIN value v ON v.id = o.subject WHERE n.text MATCH ?"
                    + " GROUP BY o.subject, o.nth ORDER BY min(o.seq)";
        }
        String side = lookup.side() == Lookup.Side.SUBJECT ? "subject" : "object";
        String other = lookup.side() == Lookup.Side.SUBJECT ? "object" : "subject";
        String isKey = anySpelling ? " IN (SELECT ?1 UNION ALL SELECT value FROM spelling WHERE key = ?1)" : " = ?1";
        String order = lookup.order() == Lookup.Order.BY_VALUE ? "v.text, o.seq" : "o.seq";
        return "SELECT v.text, o.last FROM observation o CROSS JOIN value v ON v.id = o." + other + " WHERE o." + side
                + isKey + " AND o.relation = " + relation + " ORDER BY " + order;
    }

    @Override
    public Tally tally(String key) throws CorpusException {
        try {
            findTally.setString(1, key);
            try (ResultSet rows = findTally.executeQuery()) {
                return rows.next() ? new Tally(rows.getInt(1), rows.getInt(2)) : Tally.NONE;
            }
        } catch (SQLException e) {
            throw new CorpusException("The votes could not be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void blamed(ValueSink sink) throws IOException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT value FROM tally WHERE malicious > harmless ORDER BY value")) {
            passValues(select, sink);
        } catch (SQLException e) {
            throw new CorpusException("The votes could not be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void addresses(String beginning, int max, ValueSink sink) throws IOException {
        try (PreparedStatement select = connection.prepareStatement("SELECT text FROM value v"
                + " WHERE text >= ?1 AND text < ?1 || char(0x10FFFF) AND EXISTS(SELECT 1 FROM observation o"
                + " WHERE o.object = v.id AND o.relation = " + Relation.RESOLVES.code() + ") ORDER BY text LIMIT ?2")) {
            select.setString(1, beginning);
            select.setInt(2, max);
            passValues(select, sink);
        } catch (SQLException e) {
            throw new CorpusException("The addresses could not be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void observations(String batchName, ObservationSink sink) throws IOException {
        try {
            SqliteBatchReading.read(connection, batchName, sink);
        } catch (SQLException e) {
            throw new CorpusException("The batch " + batchName + " could not be read: " + e.getMessage(), e);
        }
    }

    private static void passValues(PreparedStatement statement, ValueSink sink) throws SQLException, IOException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sink.value(Objects.requireNonNull(rows.getString(1)));
            }
        }
    }

    @Override
    public void close() throws CorpusException {
        lastKey = "";
        rest.rest(this);
    }

    /** Closes the connection for good. */
    void disconnect() throws CorpusException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CorpusException("A connection to the corpus could not be closed: " + e.getMessage(), e);
        }
    }

    /** Where a reading goes when it is closed. */
    @FunctionalInterface
    interface Rest {
        void rest(SqliteReading reading) throws CorpusException;
    }
}
