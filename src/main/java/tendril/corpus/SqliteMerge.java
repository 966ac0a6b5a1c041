package tendril.corpus;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Puts rows into a corpus file and widens those that are known. Days only ever widen, so the order of arrival does not
 * matter to them, and a repeat changes nothing. Guarded by the corpus's lock.
 */
final class SqliteMerge implements AutoCloseable {
    /** In place of a batch: several state this row, and {@code stated} says which. */
    private static final int SEVERAL = 0;

    private static final String ROW = " WHERE subject = ? AND relation = ? AND object = ? AND nth = ?";

    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement update;
    private final PreparedStatement state;
    private final PreparedStatement readSeq;
    private final PreparedStatement writeSeq;

    private int batch;
    private long seq;
    private long added;
    private long widened;
    private long unchanged;

    SqliteMerge(Connection connection) throws SQLException {
        insert = connection.prepareStatement(
                "INSERT INTO observation(subject, relation, object, nth, seq, first, last, batch)"
                        + " VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
        select = connection.prepareStatement("SELECT seq, first, last, batch FROM observation" + ROW);
        update = connection.prepareStatement("UPDATE observation SET seq = ?, first = ?, last = ?, batch = ?" + ROW);
        state = connection.prepareStatement("""
                INSERT INTO stated(subject, relation, object, nth, batch, first, last) VALUES(?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET
                  first = CASE WHEN first = 0 THEN excluded.first WHEN excluded.first = 0 THEN first
                          ELSE min(first, excluded.first) END,
                  last = max(last, excluded.last)""");
        readSeq = connection.prepareStatement("SELECT next FROM counter WHERE name = 'seq'");
        writeSeq = connection.prepareStatement("UPDATE counter SET next = ? WHERE name = 'seq'");
    }

    void begin(int batchId) throws SQLException {
        batch = batchId;
        added = 0;
        widened = 0;
        unchanged = 0;
        try (ResultSet rows = readSeq.executeQuery()) {
            rows.next();
            seq = rows.getLong(1);
        }
    }

    void row(long subject, Observation observation, long object) throws SQLException {
        int relation = observation.relation().code();
        bindRow(insert, 1, subject, relation, object, observation.occurrence());
        insert.setLong(5, seq);
        insert.setInt(6, observation.first().number());
        insert.setInt(7, observation.last().number());
        insert.setInt(8, batch);
        if (insert.executeUpdate() == 1) {
            seq++;
            added++;
        } else {
            widen(subject, observation, object);
        }
    }

    private void widen(long subject, Observation observation, long object) throws SQLException {
        int relation = observation.relation().code();
        int nth = observation.occurrence();
        bindRow(select, 1, subject, relation, object, nth);
        long oldSeq;
        Day oldFirst;
        Day oldLast;
        int oldBatch;
        try (ResultSet rows = select.executeQuery()) {
            rows.next();
            oldSeq = rows.getLong(1);
            oldFirst = new Day(rows.getInt(2));
            oldLast = new Day(rows.getInt(3));
            oldBatch = rows.getInt(4);
        }
        if (oldBatch != batch && oldBatch != SEVERAL) {
            state(subject, relation, object, nth, oldBatch, oldFirst, oldLast);
        }
        if (oldBatch != batch) {
            state(subject, relation, object, nth, batch, observation.first(), observation.last());
        }
        Day first = oldFirst.earlier(observation.first());
        Day last = oldLast.later(observation.last());
        boolean same = first.equals(oldFirst) && last.equals(oldLast);
        if (!same || (oldBatch != batch && oldBatch != SEVERAL)) {
            update.setLong(1, last.equals(oldLast) ? oldSeq : seq++);
            update.setInt(2, first.number());
            update.setInt(3, last.number());
            update.setInt(4, oldBatch == batch ? batch : SEVERAL);
            bindRow(update, 5, subject, relation, object, nth);
            update.executeUpdate();
        }
        if (same) {
            unchanged++;
        } else {
            widened++;
        }
    }

    private void state(long subject, int relation, long object, int nth, int batchId, Day first, Day last)
            throws SQLException {
        bindRow(state, 1, subject, relation, object, nth);
        state.setInt(5, batchId);
        state.setInt(6, first.number());
        state.setInt(7, last.number());
        state.executeUpdate();
    }

    private static void bindRow(PreparedStatement statement, int at, long subject, int relation, long object, int nth)
            throws SQLException {
        statement.setLong(at, subject);
        statement.setInt(at + 1, relation);
        statement.setLong(at + 2, object);
        statement.setInt(at + 3, nth);
    }

    Merged end() throws SQLException {
        writeSeq.setLong(1, seq);
        writeSeq.executeUpdate();
        return new Merged(added, widened, unchanged);
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        select.close();
        update.close();
        state.close();
        readSeq.close();
        writeSeq.close();
    }
}
