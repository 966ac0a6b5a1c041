package tendril.corpus.sqlite.table;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import tendril.corpus.segment.SegmentSink;

/**
 * Where the parts of a new segment go: rows of the tables that {@link SqliteBlocks} reads. Hashes wait in a temporary
 * table, which SQLite keeps in a file of its own that has no name and is gone with the connection, however that ends.
 * Confined to the connection's thread.
 */
public final class SqliteSink implements SegmentSink, AutoCloseable {
    private final Sql sql;
    private final PreparedStatement block;
    private final PreparedStatement fence;
    private final PreparedStatement rowFilter;
    private final PreparedStatement keyFilter;
    private final long segment;
    private boolean hasWaiting;

    public SqliteSink(Connection connection, long segment) throws SQLException {
        this.sql = new Sql(connection);
        this.segment = segment;
        block = connection.prepareStatement("INSERT INTO block(id, data) VALUES(?, ?)");
        fence = connection.prepareStatement("INSERT INTO fence(id, data) VALUES(?, ?)");
        rowFilter = connection.prepareStatement("INSERT INTO row_filter(id, data) VALUES(?, ?)");
        keyFilter = connection.prepareStatement("INSERT INTO key_filter(id, data) VALUES(?, ?)");
    }

    @Override
    public void block(int number, byte[] bytes) throws IOException {
        insert(block, number, bytes);
    }

    @Override
    public void fences(int number, byte[] bytes) throws IOException {
        insert(fence, number, bytes);
    }

    @Override
    public void filter(Filter filter, int number, byte[] bytes) throws IOException {
        insert(
                switch (filter) {
                    case ROWS -> rowFilter;
                    case KEYS -> keyFilter;
                },
                number,
                bytes);
    }

    private void insert(PreparedStatement statement, int number, byte[] bytes) throws IOException {
        try {
            statement.setLong(1, SqliteBlocks.id(segment, number));
            statement.setBytes(2, bytes);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqliteFailure(e);
        }
    }

    @Override
    public void putAway(Filter filter, int lot, byte[] hashes) throws IOException {
        try {
            if (!hasWaiting) {
                sql.execute("CREATE TEMP TABLE IF NOT EXISTS waiting(filter, lot, hashes)");
                sql.execute("CREATE INDEX temp.waiting_by_lot ON waiting(filter, lot)");
                hasWaiting = true;
            }
            try (PreparedStatement insert = sql.connection().prepareStatement("INSERT INTO waiting VALUES(?, ?, ?)")) {
                insert.setInt(1, filter.ordinal());
                insert.setInt(2, lot);
                insert.setBytes(3, hashes);
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new SqliteFailure(e);
        }
    }

    @Override
    public void fetch(Filter filter, int lot, Hashes hashes) throws IOException {
        try (PreparedStatement select =
                sql.connection().prepareStatement("SELECT hashes FROM waiting WHERE filter = ? AND lot = ?")) {
            select.setInt(1, filter.ordinal());
            select.setInt(2, lot);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    hashes.take(rows.getBytes(1));
                }
            }
        } catch (SQLException e) {
            throw new SqliteFailure(e);
        }
    }

    @Override
    public void close() throws SQLException {
        block.close();
        fence.close();
        rowFilter.close();
        keyFilter.close();
        if (hasWaiting) {
            sql.execute("DROP TABLE IF EXISTS temp.waiting");
        }
    }
}
