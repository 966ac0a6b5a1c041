package tendril.corpus;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Everything that changes a corpus file, on the one connection that writes. Guarded by the corpus's lock. */
final class SqliteWriter implements AutoCloseable {
    private final Connection connection;
    private final SqliteDictionary dictionary;
    private final SqliteMerge merge;
    private final SqliteVotes votes;

    SqliteWriter(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(true);
        this.dictionary = new SqliteDictionary(connection);
        this.merge = new SqliteMerge(connection);
        this.votes = new SqliteVotes(connection);
    }

    /** Runs all of the work or, when it throws, leaves nothing of it. */
    <T> T inTransaction(SqliteCorpus.Work<T> work) throws SQLException {
        execute("BEGIN IMMEDIATE");
        boolean committed = false;
        try {
            T result = work.run();
            execute("COMMIT");
            committed = true;
            return result;
        } finally {
            if (!committed) {
                dictionary.forget();
                execute("ROLLBACK");
            }
        }
    }

    Merged add(Batch batch, List<Observation> observations) throws SQLException {
        int batchId = batchId(batch);
        return merge.rows(batchId, observations, dictionary.numbers(observations));
    }

    private int batchId(Batch batch) throws SQLException {
        Optional<Integer> known = batchId(batch.name());
        if (known.isPresent()) {
            return known.get();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO batch(name, source, licence) VALUES(?, ?, ?)")) {
            insert.setString(1, batch.name());
            insert.setString(2, batch.source());
            insert.setString(3, batch.licence());
            insert.executeUpdate();
        }
        return batchId(batch.name()).orElseThrow();
    }

    private Optional<Integer> batchId(String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM batch WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
            }
        }
    }

    void setPosition(String batchName, String fingerprint, long position) throws SQLException {
        String sql = position == Corpus.POSITION_NONE
                ? "DELETE FROM position WHERE batch = ?1 AND fingerprint = ?2 AND ?3 = 0"
                : "INSERT OR REPLACE INTO position(batch, fingerprint, rows) VALUES(?1, ?2, ?3)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, batchName);
            statement.setString(2, fingerprint);
            statement.setLong(3, position);
            statement.executeUpdate();
        }
    }

    long position(String batchName, String fingerprint) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT rows FROM position WHERE batch = ? AND fingerprint = ?")) {
            select.setString(1, batchName);
            select.setString(2, fingerprint);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : Corpus.POSITION_NONE;
            }
        }
    }

    SequencedMap<Batch, Long> batches() throws SQLException {
        String sql = """
                SELECT name, source, licence,
                  (SELECT count(*) FROM observation o WHERE o.batch = b.id)
                  + (SELECT count(*) FROM stated s WHERE s.batch = b.id)
                FROM batch b ORDER BY id""";
        SequencedMap<Batch, Long> batches = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                batches.put(new Batch(rows.getString(1), rows.getString(2), rows.getString(3)), rows.getLong(4));
            }
        }
        return batches;
    }

    boolean remove(String batchName) throws SQLException {
        Optional<Integer> batchId = batchId(batchName);
        if (batchId.isEmpty()) {
            return false;
        }
        new SqliteRemoval(connection, batchId.get()).run();
        try (PreparedStatement forget = connection.prepareStatement("DELETE FROM position WHERE batch = ?")) {
            forget.setString(1, batchName);
            forget.executeUpdate();
        }
        return true;
    }

    void vote(List<Vote> cast) throws SQLException {
        votes.cast(cast);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        dictionary.close();
        merge.close();
        execute("PRAGMA optimize");
        connection.close();
    }
}
