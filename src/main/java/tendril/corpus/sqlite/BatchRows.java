package tendril.corpus.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import tendril.corpus.Day;
import tendril.corpus.Observation;
import tendril.corpus.ObservationSink;
import tendril.corpus.segment.Entry;
import tendril.corpus.segment.MergedWalk;
import tendril.corpus.segment.SegmentWalk;
import tendril.corpus.sqlite.table.Codes;
import tendril.corpus.sqlite.table.Sql;

/**
 * Everything that one batch states, in the order it came. Segments have another order, so the rows go through a
 * temporary table, which SQLite keeps on disk when it gets long. Confined to one thread.
 */
final class BatchRows implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 2_000;

    private final Connection connection;
    private final Sql sql;

    /** Made before the file is read, as a table cannot be cleared for good while it is. */
    BatchRows(Connection connection) throws SQLException {
        this.connection = connection;
        sql = new Sql(connection);
        sql.execute(
                "CREATE TEMP TABLE IF NOT EXISTS said(seq INTEGER PRIMARY KEY, code INTEGER, subject TEXT, object TEXT,"
                        + " first INTEGER, last INTEGER, nth INTEGER)");
        sql.execute("DELETE FROM said");
    }

    void pass(String batchName, List<SegmentWalk> walks, ObservationSink sink) throws SQLException, IOException {
        collect(batch(batchName), MergedWalk.all(walks));
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT code, subject, object, first, last, nth FROM said ORDER BY seq");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                sink.observation(new Observation(
                        Codes.relation(rows.getInt(1)),
                        Objects.requireNonNull(rows.getString(2)),
                        Objects.requireNonNull(rows.getString(3)),
                        new Day(rows.getInt(4)),
                        new Day(rows.getInt(5)),
                        rows.getInt(6)));
            }
        }
    }

    private int batch(String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM batch WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    private void collect(int batch, MergedWalk entries) throws SQLException, IOException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO said VALUES(?, ?, ?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (Entry entry = entries.next(); batch > 0 && !entry.isEnd(); entry = entries.next()) {
                if (!entry.isSubject() || entry.batch() != batch) {
                    continue;
                }
                insert.setLong(1, entry.seq());
                insert.setInt(2, entry.code());
                insert.setString(3, new String(entry.written(), StandardCharsets.UTF_8));
                insert.setString(4, new String(entry.value(), StandardCharsets.UTF_8));
                insert.setInt(5, entry.first());
                insert.setInt(6, entry.last());
                insert.setInt(7, entry.nth());
                insert.addBatch();
                if (++waiting % ROWS_AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        sql.execute("DELETE FROM said");
    }
}
