package tendril.corpus.sqlite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tendril.corpus.segment.Entry;
import tendril.corpus.segment.MergedWalk;
import tendril.corpus.segment.Segment;
import tendril.corpus.segment.SegmentWalk;
import tendril.corpus.segment.SegmentWriter;

/**
 * Makes one segment of several, so that a key lies in few places however many steps the corpus was filled in.
 *
 * <p>The new segment is written in transactions of bearable length and counts from the last one on, which takes the old
 * ones out. A program that dies in between leaves blocks that no catalogue names; whoever merges next deletes them. One
 * program at a time merges: it writes down that it does and until when, and renews that with every transaction. Guarded
 * by the corpus's lock.
 */
final class Compaction {
    /** So many segments of about one size are let be. */
    private static final int SEGMENTS_ALIKE_MAX = 8;

    /** When a corpus is settled, a segment is left only if it is so much larger than the smaller ones together. */
    private static final long TIMES_LARGER_MIN = 3;

    private static final long ROWS_SMALL = 250_000;
    private static final int BLOCKS_AT_ONCE = 2_000;
    private static final List<String> PARTS = List.of("row_filter", "key_filter", "fence", "block");
    private static final int LEASE_SECONDS = 20;

    private final Connection connection;
    private final Sql sql;
    private final SqliteWriter writer;
    private final String owner;

    Compaction(Connection connection, SqliteWriter writer) throws SQLException {
        this.connection = connection;
        this.sql = new Sql(connection);
        this.writer = writer;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT hex(randomblob(16))")) {
            rows.next();
            this.owner = rows.getString(1);
        }
    }

    /** What is to be merged after a step: enough segments of about one size. */
    static List<Segment> afterStep(List<Segment> segments) {
        var smallestFirst = new ArrayList<>(segments);
        smallestFirst.sort(Comparator.comparingLong(Segment::rows));
        int from = 0;
        for (int to = 0; to < smallestFirst.size(); to++) {
            if (tier(smallestFirst.get(to)) != tier(smallestFirst.get(from))) {
                from = to;
            }
            boolean isLastOfTier =
                    to + 1 == smallestFirst.size() || tier(smallestFirst.get(to + 1)) != tier(smallestFirst.get(from));
            if (isLastOfTier && to - from + 1 >= SEGMENTS_ALIKE_MAX) {
                return smallestFirst.subList(0, to + 1);
            }
        }
        return List.of();
    }

    private static int tier(Segment segment) {
        int tier = 0;
        for (long rows = segment.rows() * 2 / ROWS_SMALL; rows > 0; rows /= SEGMENTS_ALIKE_MAX) {
            tier++;
        }
        return tier;
    }

    /** What is to be merged when no more is about to come: all but those far larger than what is smaller together. */
    static List<Segment> toSettle(List<Segment> segments) {
        var smallestFirst = new ArrayList<>(segments);
        smallestFirst.sort(Comparator.comparingLong(Segment::rows));
        long smaller = 0;
        int count = 0;
        for (int i = 0; i < smallestFirst.size(); i++) {
            if (i > 0 && smallestFirst.get(i).rows() <= TIMES_LARGER_MIN * smaller) {
                count = i + 1;
            }
            smaller += smallestFirst.get(i).rows();
        }
        return smallestFirst.subList(0, count);
    }

    /**
     * Merges segments into one, without what removed batches stated.
     *
     * @return whether it did; not when another program is at it
     */
    boolean merge(List<Segment> old) throws SQLException, IOException {
        Optional<Long> id = writer.inTransaction(this::begin);
        if (id.isEmpty()) {
            return false;
        }
        try (var blocks = new SqliteBlocks(connection);
                var sink = new SqliteSink(connection, id.get())) {
            var walks = old.stream()
                    .map(segment -> new SegmentWalk(segment, blocks))
                    .toList();
            var segment = new SegmentWriter(
                    sink,
                    old.stream().mapToLong(Segment::rows).sum(),
                    old.stream().mapToLong(Segment::keys).sum());
            BitSet removed = writer.catalogue().removed();
            MergedWalk entries = MergedWalk.all(walks);
            Entry next = entries.next();
            while (!next.isEnd()) {
                Entry from = next;
                next = writer.inTransaction(() -> some(from, entries, removed, segment));
            }
            boolean more = true;
            while (more) {
                more = writer.inTransaction(() -> {
                    renew();
                    return segment.writeFilters();
                });
            }
            writer.inTransaction(() -> {
                end(id.get(), old, segment);
                return true;
            });
        }
        writer.published();
        for (Segment segment : old) {
            deleteParts(segment.id());
        }
        writer.inTransaction(() -> {
            sql.execute("UPDATE state SET merger = '', merging_until = 0 WHERE merger = '" + owner + "'");
            return true;
        });
        return true;
    }

    /** Takes the lease, and the number of the new segment. */
    private Optional<Long> begin() throws SQLException {
        int taken = sql.update("UPDATE state SET segment = segment + 1, merger = '" + owner
                + "', merging_until = unixepoch() + " + LEASE_SECONDS + " WHERE merger = '" + owner
                + "' OR merging_until < unixepoch()");
        if (taken == 0) {
            return Optional.empty();
        }
        deleteOrphans();
        return Optional.of(sql.one("SELECT segment - 1 FROM state"));
    }

    private void renew() throws SQLException {
        int renewed = sql.update(
                "UPDATE state SET merging_until = unixepoch() + " + LEASE_SECONDS + " WHERE merger = '" + owner + "'");
        if (renewed == 0) {
            throw new SQLException("another program has begun to merge the same corpus");
        }
    }

    private Entry some(Entry from, MergedWalk entries, BitSet removed, SegmentWriter segment)
            throws SQLException, IOException {
        renew();
        Entry next = from;
        int end = segment.blocks() + BLOCKS_AT_ONCE;
        while (!next.isEnd() && segment.blocks() < end) {
            if (!removed.get(next.batch())) {
                segment.add(next);
            }
            next = entries.next();
        }
        return next;
    }

    private void end(long id, List<Segment> old, SegmentWriter segment) throws SQLException, IOException {
        renew();
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM segment WHERE id = ?")) {
            for (Segment one : old) {
                delete.setLong(1, one.id());
                if (delete.executeUpdate() != 1) {
                    throw new SQLException("another program has merged the same segments");
                }
            }
        }
        Optional<Segment> made = segment.isEmpty() ? Optional.empty() : Optional.of(segment.end(id));
        if (made.isPresent()) {
            writer.insert(made.get());
        }
        writer.replace(old, made);
    }

    private void deleteParts(long segment) throws SQLException, IOException {
        for (String table : PARTS) {
            long from = SqliteBlocks.id(segment, 0);
            long end = SqliteBlocks.id(segment, Integer.MAX_VALUE);
            while (sql.one("SELECT count(*) FROM (SELECT 1 FROM " + table + " WHERE id BETWEEN " + from + " AND " + end
                            + " LIMIT 1)")
                    > 0) {
                long first = sql.one("SELECT min(id) FROM " + table + " WHERE id >= " + from);
                writer.inTransaction(() -> {
                    renew();
                    sql.execute("DELETE FROM " + table + " WHERE id BETWEEN " + first + " AND "
                            + Math.min(end, first + BLOCKS_AT_ONCE - 1));
                    return true;
                });
                from = first;
            }
        }
    }

    /** Deletes what a program left that died while it merged. */
    private void deleteOrphans() throws SQLException {
        for (String table : PARTS) {
            long id = sql.one("SELECT ifnull(min(id), -1) FROM " + table);
            while (id >= 0) {
                long segment = id >>> Integer.SIZE;
                long behind = SqliteBlocks.id(segment + 1, 0);
                if (sql.one("SELECT count(*) FROM segment WHERE id = " + segment) == 0) {
                    sql.execute("DELETE FROM " + table + " WHERE id >= " + id + " AND id < " + behind);
                }
                id = sql.one("SELECT ifnull(min(id), -1) FROM " + table + " WHERE id >= " + behind);
            }
        }
    }
}
