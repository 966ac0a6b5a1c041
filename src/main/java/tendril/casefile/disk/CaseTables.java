package tendril.casefile.disk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tendril.casefile.record.EvidenceBody;
import tendril.casefile.record.FactRow;
import tendril.casefile.record.KeptBody;
import tendril.casefile.record.Packed;

/** Rows in and out of the tables of one connection. Knows no transactions. */
public final class CaseTables {
    private static final long ALL_FACTS = -1;

    private final Connection connection;

    public CaseTables(Connection connection) {
        this.connection = connection;
    }

    public void insertFacts(Collection<FactRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO fact(seq, at, action, kind, body, sum) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (FactRow row : rows) {
                insert.setLong(1, row.seq());
                insert.setLong(2, row.at());
                insert.setLong(3, row.action());
                insert.setString(4, row.kind());
                insert.setString(5, row.body());
                insert.setLong(6, row.sum());
                insert.executeUpdate();
            }
        }
    }

    /** Gives every row in order of seq. */
    public void forEachFact(Consumer<FactRow> each) throws SQLException {
        forEachFact(ALL_FACTS, each);
    }

    /**
     * Reads facts in order.
     *
     * @param count how many at most, negative for all
     */
    public void forEachFact(long count, Consumer<FactRow> each) throws SQLException {
        whileFacts(count, row -> {
            each.accept(row);
            return true;
        });
    }

    /**
     * Reads facts in order until it is told that it was enough.
     *
     * @param count how many at most, negative for all
     * @return whether none was left out because of {@code more}
     */
    public boolean whileFacts(long count, Predicate<FactRow> more) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT seq, at, action, kind, body, sum FROM fact ORDER BY seq LIMIT ?")) {
            statement.setLong(1, count);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    var fact = new FactRow(
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            CaseDatabase.text(row, 4),
                            CaseDatabase.text(row, 5),
                            row.getLong(6));
                    if (!more.test(fact)) {
                        return false;
                    }
                }
                return true;
            }
        }
    }

    public void deleteFactsFrom(long seq) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM fact WHERE seq >= ?")) {
            delete.setLong(1, seq);
            delete.executeUpdate();
        }
    }

    public long lastSeq() throws SQLException {
        return number("SELECT coalesce(max(seq), 0) FROM fact");
    }

    /** Keeps a body once. */
    public void insertEvidence(EvidenceBody body) throws SQLException {
        if (hasEvidence(body.sha256())) {
            return;
        }
        Packed packed = Packed.of(body.raw());
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO evidence(sha256, size, encoding, body) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, body.sha256());
            insert.setLong(2, body.sizeBytes());
            insert.setString(3, packed.encoding());
            insert.setBytes(4, packed.bytes());
            insert.executeUpdate();
        }
    }

    public boolean hasEvidence(String sha256) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM evidence WHERE sha256 = ?")) {
            select.setString(1, sha256);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Reads a body and recomputes its hash. */
    public KeptBody evidence(String sha256) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT size, encoding, body FROM evidence WHERE sha256 = ?")) {
            select.setString(1, sha256);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return new KeptBody.Missing(
                            "The case file does not hold this answer (" + sha256 + "); ask the source again.");
                }
                byte[] bytes = row.getBytes(3);
                Optional<EvidenceBody> body = bytes == null
                        ? Optional.empty()
                        : Packed.unpack(CaseDatabase.text(row, 2), bytes, row.getLong(1))
                                .map(EvidenceBody::owning)
                                .filter(whole -> whole.sha256().equals(sha256));
                return body.<KeptBody>map(KeptBody.Whole::new)
                        .orElseGet(() -> new KeptBody.Damaged("The kept bytes of this answer (" + sha256
                                + ") are damaged: their hash is no longer the one they were kept under."));
            }
        }
    }

    public void forEachEvidenceName(Consumer<String> each) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sha256 FROM evidence")) {
            while (row.next()) {
                each.accept(CaseDatabase.text(row, 1));
            }
        }
    }

    public Optional<String> meta(String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT value FROM meta WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(CaseDatabase.text(row, 1)) : Optional.empty();
            }
        }
    }

    public void putMeta(String name, String value) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT OR REPLACE INTO meta(name, value) VALUES (?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, value);
            insert.executeUpdate();
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
