package tendril.corpus;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Puts rows into a corpus file and widens those that are known. Days only ever widen, so the order of arrival does not
 * matter to them, and a repeat changes nothing. What arrives together is sorted first, so that what lies together in the
 * file is written together, and what says the same row several times reaches the file once. Guarded by the corpus's lock.
 */
final class SqliteMerge implements AutoCloseable {
    /** In place of a batch: several state this row, and {@code stated} says which. */
    private static final int SEVERAL = 0;

    private static final int STATEMENTS_AT_ONCE = 2_000;
    private static final String ROW = " WHERE subject = ? AND relation = ? AND object = ? AND nth = ?";

    /** An observation by numbers; {@code seq} is its place in the order of arrival. */
    private record Arrival(long subject, int relation, long object, int nth, long seq, Day first, Day last) {
        static final Comparator<Arrival> AS_IN_THE_FILE = Arrival::compare;

        private static int compare(Arrival one, Arrival other) {
            if (one.subject != other.subject) {
                return Long.compare(one.subject, other.subject);
            }
            if (one.relation != other.relation) {
                return Integer.compare(one.relation, other.relation);
            }
            if (one.object != other.object) {
                return Long.compare(one.object, other.object);
            }
            return one.nth != other.nth ? Integer.compare(one.nth, other.nth) : Long.compare(one.seq, other.seq);
        }

        boolean isSameRow(Arrival other) {
            return subject == other.subject && object == other.object && relation == other.relation && nth == other.nth;
        }
    }

    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement update;
    private final PreparedStatement state;
    private final PreparedStatement readSeq;
    private final PreparedStatement writeSeq;

    private int batch;
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

    /**
     * Merges what a batch states.
     *
     * @param numbers of the subject and the object of each observation, one behind the other
     */
    Merged rows(int batchId, List<Observation> observations, long[] numbers) throws SQLException {
        batch = batchId;
        added = 0;
        widened = 0;
        unchanged = 0;
        long seq = nextSeq();
        Arrival[] arrivals = new Arrival[observations.size()];
        for (int i = 0; i < arrivals.length; i++) {
            Observation seen = observations.get(i);
            arrivals[i] = new Arrival(
                    numbers[2 * i],
                    seen.relation().code(),
                    numbers[2 * i + 1],
                    seen.occurrence(),
                    seq + i,
                    seen.first(),
                    seen.last());
        }
        Arrays.sort(arrivals, Arrival.AS_IN_THE_FILE);
        int from = 0;
        while (from < arrivals.length) {
            from = some(arrivals, from);
        }
        writeSeq.setLong(1, seq + arrivals.length);
        writeSeq.executeUpdate();
        return new Merged(added, widened, unchanged);
    }

    private long nextSeq() throws SQLException {
        try (ResultSet rows = readSeq.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Merges as many rows as go to the file at once; returns where the next ones begin. */
    private int some(Arrival[] arrivals, int begin) throws SQLException {
        int[] starts = new int[STATEMENTS_AT_ONCE + 1];
        int rows = 0;
        int from = begin;
        while (from < arrivals.length && rows < STATEMENTS_AT_ONCE) {
            starts[rows++] = from;
            from = endOfRow(arrivals, from);
        }
        starts[rows] = from;
        Span[] spans = new Span[rows];
        for (int i = 0; i < rows; i++) {
            spans[i] = Span.ofNew(arrivals, starts[i], starts[i + 1]);
            add(arrivals[starts[i]], spans[i]);
        }
        int[] inserted = insert.executeBatch();
        for (int i = 0; i < rows; i++) {
            if (inserted[i] == 1) {
                added++;
                widened += spans[i].widened;
                unchanged += starts[i + 1] - starts[i] - 1 - spans[i].widened;
            } else {
                merge(arrivals, starts[i], starts[i + 1]);
            }
        }
        return from;
    }

    private static int endOfRow(Arrival[] arrivals, int from) {
        int to = from + 1;
        while (to < arrivals.length && arrivals[from].isSameRow(arrivals[to])) {
            to++;
        }
        return to;
    }

    private void add(Arrival row, Span span) throws SQLException {
        bindRow(insert, 1, row);
        insert.setLong(5, span.seq);
        insert.setInt(6, span.first.number());
        insert.setInt(7, span.last.number());
        insert.setInt(8, batch);
        insert.addBatch();
    }

    /** Widens a row that is in the file by what arrived of it. */
    private void merge(Arrival[] arrivals, int from, int to) throws SQLException {
        Arrival row = arrivals[from];
        bindRow(select, 1, row);
        Span old;
        int oldBatch;
        try (ResultSet rows = select.executeQuery()) {
            rows.next();
            old = new Span(rows.getLong(1), new Day(rows.getInt(2)), new Day(rows.getInt(3)));
            oldBatch = rows.getInt(4);
        }
        if (oldBatch != batch && oldBatch != SEVERAL) {
            state(row, oldBatch, old);
        }
        if (oldBatch != batch) {
            state(row, batch, Span.ofNew(arrivals, from, to));
        }
        Span now = new Span(old.seq, old.first, old.last);
        now.widen(arrivals, from, to);
        if (now.widened > 0 || (oldBatch != batch && oldBatch != SEVERAL)) {
            update.setLong(1, now.seq);
            update.setInt(2, now.first.number());
            update.setInt(3, now.last.number());
            update.setInt(4, oldBatch == batch ? batch : SEVERAL);
            bindRow(update, 5, row);
            update.executeUpdate();
        }
        widened += now.widened;
        unchanged += to - from - now.widened;
    }

    private void state(Arrival row, int batchId, Span span) throws SQLException {
        bindRow(state, 1, row);
        state.setInt(5, batchId);
        state.setInt(6, span.first.number());
        state.setInt(7, span.last.number());
        state.executeUpdate();
    }

    private static void bindRow(PreparedStatement statement, int at, Arrival row) throws SQLException {
        statement.setLong(at, row.subject);
        statement.setInt(at + 1, row.relation);
        statement.setLong(at + 2, row.object);
        statement.setInt(at + 3, row.nth);
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

    /** The days of one row, and its place among others: a row that is seen on a later day moves behind them. */
    private static final class Span {
        private long seq;
        private Day first;
        private Day last;
        private int widened;

        Span(long seq, Day first, Day last) {
            this.seq = seq;
            this.first = first;
            this.last = last;
        }

        static Span ofNew(Arrival[] arrivals, int from, int to) {
            var span = new Span(arrivals[from].seq, arrivals[from].first, arrivals[from].last);
            span.widen(arrivals, from + 1, to);
            return span;
        }

        void widen(Arrival[] arrivals, int from, int to) {
            for (int i = from; i < to; i++) {
                Arrival arrival = arrivals[i];
                Day earlier = first.earlier(arrival.first);
                Day later = last.later(arrival.last);
                boolean isLater = !later.equals(last);
                widened += isLater || !earlier.equals(first) ? 1 : 0;
                seq = isLater ? arrival.seq : seq;
                first = earlier;
                last = later;
            }
        }
    }
}
