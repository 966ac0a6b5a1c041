package tendril.corpus;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A reading with a connection of its own, whose statements stay prepared while it rests. Confined to one thread. */
final class SqliteReading implements CorpusReading {
    private final Connection connection;
    private final Rest rest;
    /** Lookups that mostly find nothing: finding a key tells at once which of them would, so that they need not be run. */
    private static final List<Lookup> RARE = List.of(
            Lookup.SUBDOMAINS_OF_DOMAIN,
            Lookup.EMAILS_OF_DOMAIN,
            Lookup.SAMPLES_OF_DOMAIN,
            Lookup.SAMPLES_OF_ADDRESS,
            Lookup.REFERENCES_OF_ANY);

    private static final int HAS_SPELLINGS = 1;
    private static final int HAS_TALLY = 2;
    private static final int FLAGS_RARE_SHIFT = 2;
    private static final int FLAGS_BITS = FLAGS_RARE_SHIFT + RARE.size();

    private final PreparedStatement findKey;
    private final PreparedStatement findTally;
    private final Map<Lookup, PreparedStatement> bySingleSpelling = new EnumMap<>(Lookup.class);
    private final Map<Lookup, PreparedStatement> byAnySpelling = new EnumMap<>(Lookup.class);

    /** The key asked last: an answer asks several lookups of the same one. */
    private String lastKey = "";

    /** The number of that key; 0 when it has none. */
    private long lastId;

    private int lastFlags;

    /** The finding of that key, left open: the file is locked for reading once an answer, not once a lookup. */
    private Optional<ResultSet> snapshot = Optional.empty();

    SqliteReading(Connection connection, Rest rest) throws SQLException {
        this.connection = connection;
        this.rest = rest;
        findKey = connection.prepareStatement(findKeySql());
        findTally = connection.prepareStatement("SELECT malicious, harmless FROM tally WHERE value = ?");
    }

    /** One number: that of the key, with a bit for each thing there is about it. */
    private static String findKeySql() {
        var sql = new StringBuilder("SELECT (id << " + FLAGS_BITS + ") | EXISTS(SELECT 1 FROM spelling WHERE key = id)"
                + " | (EXISTS(SELECT 1 FROM tally t WHERE t.value = text) << 1)");
        for (int i = 0; i < RARE.size(); i++) {
            Lookup lookup = RARE.get(i);
            sql.append(" | (EXISTS(SELECT 1 FROM observation WHERE "
                    + (lookup.side() == Lookup.Side.SUBJECT ? "subject" : "object") + " = id AND relation = "
                    + lookup.relation().code() + ") << " + (FLAGS_RARE_SHIFT + i) + ")");
        }
        return sql + " FROM value WHERE text = ?";
    }

    @Override
    public void rows(Lookup lookup, String key, RowSink sink) throws IOException {
        try {
            if (lookup == Lookup.SAMPLES_OF_SCAN_NAME) {
                searchScanNames(key, sink);
            } else if (!key.isEmpty() && find(key) && mayHaveRows(lookup)) {
                PreparedStatement statement = statement(lookup, has(HAS_SPELLINGS));
                statement.setLong(1, lastId);
                pass(statement, sink);
            }
        } catch (SQLException e) {
            throw new CorpusException("The corpus could not be read: " + e.getMessage(), e);
        }
    }

    /** Whether a key has a number; what there is about it is then known. */
    private boolean find(String key) throws SQLException {
        if (!key.equals(lastKey)) {
            letGo();
            findKey.setString(1, key);
            ResultSet rows = findKey.executeQuery();
            snapshot = Optional.of(rows);
            long found = rows.next() ? rows.getLong(1) : 0;
            lastId = found >> FLAGS_BITS;
            lastFlags = (int) found & (1 << FLAGS_BITS) - 1;
            lastKey = key;
        }
        return lastId != 0;
    }

    private void letGo() throws SQLException {
        lastKey = "";
        if (snapshot.isPresent()) {
            snapshot.get().close();
            snapshot = Optional.empty();
        }
    }

    private boolean mayHaveRows(Lookup lookup) {
        int rare = RARE.indexOf(lookup);
        return rare < 0 || has(HAS_SPELLINGS) || has(1 << (FLAGS_RARE_SHIFT + rare));
    }

    private boolean has(int flag) {
        return (lastFlags & flag) != 0;
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
        if (key.equals(lastKey) && lastId != 0 && !has(HAS_TALLY)) {
            return Tally.NONE;
        }
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
        try {
            letGo();
        } catch (SQLException e) {
            throw new CorpusException("A reading of the corpus could not be ended: " + e.getMessage(), e);
        }
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
