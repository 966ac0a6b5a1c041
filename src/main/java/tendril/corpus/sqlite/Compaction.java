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
import tendril.corpus.Corpus;
import tendril.corpus.segment.Entry;
import tendril.corpus.segment.MergedWalk;
import tendril.corpus.segment.Segment;
import tendril.corpus.segment.SegmentWalk;
import tendril.corpus.segment.SegmentWriter;
import tendril.corpus.sqlite.table.Sql;
import tendril.corpus.sqlite.table.SqliteBlocks;
import tendril.corpus.sqlite.table.SqliteSink;

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
    private static final int ENTRIES_PER_ROW = 2;

    private final Connection connection;
    private final Sql sql;
    private final SqliteWriter writer;
    private final String owner;

    /** Entries of the merge under way that were gone through. */
    private long passed;

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
    boolean merge(List<Segment> old, Corpus.Progress progress) throws SQLException, IOException {
        return leased(() -> {
            deleteOrphans();
            write(writer.inTransaction(this::number), old, progress);
            writer.published();
            for (Segment segment : old) {
                deleteParts(segment.id());
            }
            return true;
        });
    }

    /**
     * Deletes what a program left that died while it merged.
     *
     * @return whether nothing is left; not when another program merges
     */
    boolean sweep() throws SQLException, IOException {
        boolean isClean =
                nextOrphan("block", 0).isEmpty() && nextOrphan("row_filter", 0).isEmpty();
        return isClean
                || leased(() -> {
                    deleteOrphans();
                    return true;
                });
    }

    /** Does the work unless another program is merging. */
    private boolean leased(SqliteCorpus.Work<Boolean> work) throws SQLException, IOException {
        if (!writer.inTransaction(this::lease)) {
            return false;
        }
        boolean done = false;
        try {
            done = work.run();
        } finally {
            release(done);
        }
        return true;
    }

    private boolean lease() throws SQLException {
        return sql.update("UPDATE state SET merger = '" + owner + "', merging_until = unixepoch() + " + LEASE_SECONDS
                        + " WHERE merger = '" + owner + "' OR merging_until < unixepoch()")
                > 0;
    }

    private long number() throws SQLException {
        renew();
        sql.execute("UPDATE state SET segment = segment + 1");
        return sql.one("SELECT segment - 1 FROM state");
    }

    private void release(boolean done) throws SQLException, IOException {
        try {
            writer.inTransaction(
                    () -> sql.update("UPDATE state SET merger = '', merging_until = 0 WHERE merger = '" + owner + "'"));
        } catch (SQLException e) {
            // What ended the merge may well keep this from being written, too; then the lease runs out.
            if (done) {
                throw e;
            }
        }
    }

    private void write(long id, List<Segment> old, Corpus.Progress progress) throws SQLException, IOException {
        long rows = old.stream().mapToLong(Segment::rows).sum();
        long keys = old.stream().mapToLong(Segment::keys).sum();
        try (var blocks = new SqliteBlocks(connection);
                var sink = new SqliteSink(connection, id)) {
            var walks = old.stream()
                    .map(segment -> new SegmentWalk(segment, blocks))
                    .toList();
            var segment = new SegmentWriter(sink, rows, keys);
            BitSet removed = writer.catalogue().removed();
            MergedWalk entries = MergedWalk.all(walks);
            passed = 0;
            Entry next = entries.next();
            while (!next.isEnd()) {
                Entry from = next;
                next = writer.inTransaction(() -> some(from, entries, removed, segment));
                progress.at(passed / ENTRIES_PER_ROW, rows);
            }
            boolean more = !segment.isEmpty();
            while (more) {
                more = writer.inTransaction(() -> {
                    renew();
                    return segment.writeFilters();
                });
            }
            writer.inTransaction(() -> {
                end(id, old, segment);
                return true;
            });
        }
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
            passed++;
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

    private void deleteOrphans() throws SQLException, IOException {
        for (String table : PARTS) {
            Optional<Long> orphan = nextOrphan(table, 0);
            while (orphan.isPresent()) {
                deleteParts(orphan.get());
                orphan = nextOrphan(table, orphan.get() + 1);
            }
        }
    }

    /** The first segment from a number on of which there are parts, while no catalogue names it. */
    private Optional<Long> nextOrphan(String table, long segment) throws SQLException {
        long id = sql.one("SELECT ifnull(min(id), -1) FROM " + table + " WHERE id >= " + SqliteBlocks.id(segment, 0));
        while (id >= 0) {
            long found = id >>> Integer.SIZE;
            if (sql.one("SELECT count(*) FROM segment WHERE id = " + found) == 0) {
                return Optional.of(found);
            }
            id = sql.one("SELECT ifnull(min(id), -1) FROM " + table + " WHERE id >= " + SqliteBlocks.id(found + 1, 0));
        }
        return Optional.empty();
    }
}
