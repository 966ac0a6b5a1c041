package tendril.corpus.sqlite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import tendril.corpus.CorpusException;
import tendril.corpus.segment.BlockSource;
import tendril.corpus.segment.HashFilter;
import tendril.corpus.segment.Segment;
import tendril.corpus.segment.SegmentSink;

/**
 * The parts of segments as rows of three tables; the number of the segment stands in the upper half of a row's number,
 * that of the part in the lower. Confined to the connection's thread.
 */
final class SqliteBlocks implements BlockSource, AutoCloseable {
    private final Connection connection;
    private final PreparedStatement select;

    SqliteBlocks(Connection connection) throws SQLException {
        this.connection = connection;
        this.select = connection.prepareStatement("SELECT data FROM block WHERE id = ?");
    }

    static long id(long segment, int part) {
        return segment << Integer.SIZE | part;
    }

    @Override
    public byte[] block(long segment, int number) throws IOException {
        try {
            select.setLong(1, id(segment, number));
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new CorpusException("The corpus is damaged: block " + number + " of segment " + segment
                            + " is missing. Restore the file from a copy, or fill a new one.");
                }
                return rows.getBytes(1);
            }
        } catch (SQLException e) {
            throw new CorpusException("The corpus could not be read: " + e.getMessage(), e);
        }
    }

    HashFilter rowFilter(Segment segment) throws SQLException {
        return filter("row_filter", segment.id(), new HashFilter(segment.rowsMax()));
    }

    HashFilter keyFilter(Segment segment) throws SQLException {
        return filter("key_filter", segment.id(), new HashFilter(segment.keysMax()));
    }

    private HashFilter filter(String table, long segment, HashFilter filter) throws SQLException {
        try (PreparedStatement parts =
                connection.prepareStatement("SELECT id, data FROM " + table + " WHERE id BETWEEN ? AND ?")) {
            parts.setLong(1, id(segment, 0));
            parts.setLong(2, id(segment, Integer.MAX_VALUE));
            try (ResultSet rows = parts.executeQuery()) {
                while (rows.next()) {
                    filter.setPart((int) rows.getLong(1), rows.getBytes(2));
                }
            }
        }
        return filter;
    }

    /** Where the parts of a new segment go. */
    static final class Sink implements SegmentSink, AutoCloseable {
        private final PreparedStatement block;
        private final PreparedStatement fence;
        private final PreparedStatement rowFilter;
        private final PreparedStatement keyFilter;
        private final long segment;

        Sink(Connection connection, long segment) throws SQLException {
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
        public void rowFilter(int number, byte[] bytes) throws IOException {
            insert(rowFilter, number, bytes);
        }

        @Override
        public void keyFilter(int number, byte[] bytes) throws IOException {
            insert(keyFilter, number, bytes);
        }

        private void insert(PreparedStatement statement, int number, byte[] bytes) throws IOException {
            try {
                statement.setLong(1, id(segment, number));
                statement.setBytes(2, bytes);
                statement.executeUpdate();
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
        }
    }

    @Override
    public void close() throws SQLException {
        select.close();
    }
}
