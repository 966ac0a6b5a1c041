package tendril.corpus.sqlite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.Key;
import tendril.corpus.Merged;
import tendril.corpus.Observation;
import tendril.corpus.Relation;
import tendril.corpus.Vote;
import tendril.corpus.segment.Segment;
import tendril.corpus.segment.SegmentWalk;
import tendril.corpus.segment.SegmentWriter;
import tendril.corpus.sqlite.table.Catalogue;
import tendril.corpus.sqlite.table.Sql;
import tendril.corpus.sqlite.table.SqliteBlocks;
import tendril.corpus.sqlite.table.SqliteSchema;
import tendril.corpus.sqlite.table.SqliteSink;

/** Everything that changes a corpus file, on the one connection that writes. Guarded by the corpus's lock. */
final class SqliteWriter implements AutoCloseable {
    private final Connection connection;
    private final AtomicReference<Catalogue> shared;
    private final SqliteBlocks blocks;
    private final SqliteVotes votes;
    private final Compaction compaction;
    private final FreePages freePages;
    private final Sql sql;
    private Catalogue catalogue = Catalogue.NONE;

    SqliteWriter(Connection connection, AtomicReference<Catalogue> shared) throws SQLException {
        this.connection = connection;
        this.sql = new Sql(connection);
        this.shared = shared;
        connection.setAutoCommit(true);
        this.blocks = new SqliteBlocks(connection);
        this.votes = new SqliteVotes(connection);
        this.compaction = new Compaction(connection, this);
        this.freePages = new FreePages(sql, this);
    }

    /** Runs all of the work or, when it throws, leaves nothing of it. */
    <T> T inTransaction(SqliteCorpus.Work<T> work) throws SQLException, IOException {
        sql.execute("BEGIN IMMEDIATE");
        boolean committed = false;
        try {
            refresh();
            T result = work.run();
            sql.execute("COMMIT");
            committed = true;
            return result;
        } finally {
            if (!committed) {
                catalogue = Catalogue.NONE;
                rollBack();
            }
        }
    }

    private void rollBack() {
        try {
            sql.execute("ROLLBACK");
        } catch (SQLException done) {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }
    }

    /** Another program may have written meanwhile. */
    private void refresh() throws SQLException {
        if (Catalogue.generation(connection) != catalogue.generation()) {
            catalogue = Catalogue.read(connection, catalogue);
        }
    }

    private static Set<Long> ids(List<Segment> segments) {
        var ids = new HashSet<Long>();
        segments.forEach(segment -> ids.add(segment.id()));
        return ids;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Lets new readings know at once what the last transaction changed. */
    void published() {
        shared.set(catalogue);
    }

    Merged add(Batch batch, List<Observation> observations) throws SQLException, IOException {
        int batchId = batchId(batch);
        var known = new ArrayList<StepWriter.Known>();
        for (Segment segment : catalogue.segments()) {
            known.add(new StepWriter.Known(
                    new SegmentWalk(segment, blocks), number -> blocks.rowFilterPart(segment.id(), number)));
        }
        var step = new StepWriter(known, catalogue.removed(), batchId);
        Merged merged = step.take(observations, sql.one("SELECT seq FROM state"));
        makeSearchable(observations);
        sql.execute("UPDATE batch SET rows = rows + " + step.fresh() + " WHERE id = " + batchId);
        if (step.rows() > 0) {
            write(step, observations.size());
        }
        return merged;
    }

    private void write(StepWriter step, int places) throws SQLException, IOException {
        long id = sql.one("SELECT segment FROM state");
        sql.execute("UPDATE state SET segment = segment + 1, seq = seq + " + places);
        try (var sink = new SqliteSink(connection, id)) {
            var writer = new SegmentWriter(sink, step.rows(), 2L * step.rows());
            step.writeTo(writer);
            Segment segment = writer.end(id);
            insert(segment);
            replace(List.of(), Optional.of(segment));
        }
    }

    void insert(Segment segment) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO segment(id, rows, rows_max, keys, keys_max, batches) VALUES(?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, segment.id());
            insert.setLong(2, segment.rows());
            insert.setLong(3, segment.rowsMax());
            insert.setLong(4, segment.keys());
            insert.setLong(5, segment.keysMax());
            insert.setString(6, Catalogue.listed(segment));
            insert.executeUpdate();
        }
    }

    /**
     * Notes other segments, in the file and here.
     *
     * @param made the new one, if there is any
     */
    void replace(List<Segment> old, Optional<Segment> made) throws SQLException {
        sql.execute("UPDATE state SET generation = generation + 1");
        var segments = new ArrayList<>(catalogue.segments());
        segments.removeIf(segment -> ids(old).contains(segment.id()));
        made.ifPresent(segments::add);
        catalogue = Catalogue.of(connection, catalogue.generation() + 1, segments, catalogue);
    }

    private void makeSearchable(List<Observation> observations) throws SQLException {
        var names = new HashSet<String>();
        for (Observation seen : observations) {
            if (seen.relation() == Relation.SCANNED_AS) {
                names.add(Key.of(seen.object()));
            }
        }
        if (names.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT OR IGNORE INTO scan(name) VALUES(?)");
                PreparedStatement search = connection.prepareStatement(
                        "INSERT INTO scan_name(rowid, text) SELECT id, name FROM scan WHERE name = ?")) {
            for (String name : names) {
                insert.setString(1, name);
                if (insert.executeUpdate() == 1) {
                    search.setString(1, name);
                    search.executeUpdate();
                }
            }
        }
    }

    /** Merges segments where a step has left enough of about one size. */
    void compact() throws SQLException, IOException {
        List<Segment> alike = Compaction.afterStep(catalogue.segments());
        while (!alike.isEmpty() && compaction.merge(alike, Corpus.Progress.UNHEARD)) {
            alike = Compaction.afterStep(catalogue.segments());
        }
    }

    /** Merges segments until few are left, and gives back the room that takes no more. */
    void settle(Corpus.Progress progress) throws SQLException, IOException {
        inTransaction(() -> true);
        Corpus.Progress merging = freePages.firstHalf(progress);
        List<Segment> near = Compaction.toSettle(catalogue.segments());
        while (!near.isEmpty() && compaction.merge(near, merging)) {
            near = Compaction.toSettle(catalogue.segments());
        }
        clean(progress);
    }

    private int batchId(Batch batch) throws SQLException {
        Optional<Integer> known = batchId(batch.name());
        if (known.isPresent()) {
            return known.get();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO batch(name, source, licence, rows) VALUES(?, ?, ?, 0)")) {
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
        SequencedMap<Batch, Long> batches = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, source, licence, rows FROM batch ORDER BY id")) {
            while (rows.next()) {
                batches.put(new Batch(rows.getString(1), rows.getString(2), rows.getString(3)), rows.getLong(4));
            }
        }
        return batches;
    }

    /**
     * From here on nothing the batch stated counts; {@link #clean} then takes it out of the file.
     *
     * @return whether the batch was there, or something is left of one of that name
     */
    boolean remove(String batchName) throws SQLException {
        sql.execute(SqliteSchema.REMOVING);
        Optional<Integer> batchId = batchId(batchName);
        if (batchId.isEmpty()) {
            return isRemoving(batchName);
        }
        sql.execute("DELETE FROM batch WHERE id = " + batchId.get());
        sql.execute("UPDATE state SET generation = generation + 1");
        withName("DELETE FROM position WHERE batch = ?", batchName);
        withName("INSERT OR IGNORE INTO removing(batch) VALUES(?)", batchName);
        votes.forget(Batch.voter(batchName));
        return true;
    }

    private boolean isRemoving(String batchName) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM removing WHERE batch = ?")) {
            select.setString(1, batchName);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void withName(String statement, String batchName) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(statement)) {
            change.setString(1, batchName);
            change.executeUpdate();
        }
    }

    /**
     * Rewrites the segments in which removed batches still lie.
     *
     * @return whether nothing is left of them; not when another program merges segments
     */
    boolean clean(Corpus.Progress progress) throws SQLException, IOException {
        inTransaction(() -> true);
        List<Segment> unclean = catalogue.unclean();
        long all = unclean.stream().mapToLong(Segment::rows).sum();
        Corpus.Progress cleaning = freePages.firstHalf(progress);
        long before = 0;
        while (!unclean.isEmpty()) {
            Segment next = unclean.getFirst();
            long done = before;
            if (!compaction.merge(List.of(next), (rows, ofSegment) -> cleaning.at(done + rows, all))) {
                return false;
            }
            before += next.rows();
            unclean = catalogue.unclean();
        }
        if (!compaction.sweep()) {
            return false;
        }
        inTransaction(() -> {
            sql.execute(SqliteSchema.REMOVING);
            sql.execute("DELETE FROM removing");
            return true;
        });
        freePages.giveBack(progress);
        return true;
    }

    void vote(List<Vote> cast) throws SQLException {
        votes.cast(cast);
    }

    /** Lets the file grow to so many pages and no further. */
    void limit(int pagesMax) throws SQLException {
        sql.execute("PRAGMA max_page_count = " + pagesMax);
    }

    @Override
    public void close() throws SQLException {
        blocks.close();
        sql.execute("PRAGMA optimize");
        connection.close();
    }
}
