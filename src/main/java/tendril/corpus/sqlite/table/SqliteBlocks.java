package tendril.corpus.sqlite.table;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import tendril.corpus.CorpusException;
import tendril.corpus.segment.BlockSource;
import tendril.corpus.segment.HashFilter;
import tendril.corpus.segment.Segment;

/**
 * The parts of segments as rows of three tables; the number of the segment stands in the upper half of a row's number,
 * that of the part in the lower. Confined to the connection's thread.
 */
public final class SqliteBlocks implements BlockSource, AutoCloseable {
    private final Connection connection;
    private final PreparedStatement select;
    private final PreparedStatement rowFilter;

    public SqliteBlocks(Connection connection) throws SQLException {
        this.connection = connection;
        this.select = connection.prepareStatement("SELECT data FROM block WHERE id = ?");
        this.rowFilter = connection.prepareStatement("SELECT data FROM row_filter WHERE id = ?");
    }

    public static long id(long segment, int part) {
        return segment << Integer.SIZE | part;
    }

    @Override
    public byte[] block(long segment, int number) throws IOException {
        try {
            return part(select, "block", segment, number);
        } catch (SQLException e) {
            throw new CorpusException("The corpus could not be read: " + e.getMessage(), e);
        }
    }

    /** A filter of keys, whole. */
    HashFilter keyFilter(Segment segment) throws SQLException {
        var filter = new HashFilter(segment.keysMax());
        try (PreparedStatement parts =
                connection.prepareStatement("SELECT id, data FROM key_filter WHERE id BETWEEN ? AND ?")) {
            parts.setLong(1, id(segment.id(), 0));
            parts.setLong(2, id(segment.id(), Integer.MAX_VALUE));
            try (ResultSet rows = parts.executeQuery()) {
                while (rows.next()) {
                    filter.setPart((int) rows.getLong(1), rows.getBytes(2));
                }
            }
        }
        return filter;
    }

    /** One part of a filter of rows. */
    public byte[] rowFilterPart(long segment, int number) throws IOException {
        try {
            return part(rowFilter, "part of the filter", segment, number);
        } catch (SQLException e) {
            throw new SqliteFailure(e);
        }
    }

    private static byte[] part(PreparedStatement select, String what, long segment, int number)
            throws SQLException, CorpusException {
        select.setLong(1, id(segment, number));
        try (ResultSet rows = select.executeQuery()) {
            if (!rows.next()) {
                throw new CorpusException("The corpus is damaged: " + what + " " + number + " of segment " + segment
                        + " is missing. Restore the file from a copy, or fill a new one.");
            }
            return rows.getBytes(1);
        }
    }

    @Override
    public void close() throws SQLException {
        select.close();
        rowFilter.close();
    }
}
