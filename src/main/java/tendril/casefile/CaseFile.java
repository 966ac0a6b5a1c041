package tendril.casefile;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tendril.casefile.disk.CaseDatabase;
import tendril.casefile.disk.CaseFileException;
import tendril.casefile.disk.CaseSchema;
import tendril.casefile.disk.CaseTables;
import tendril.casefile.disk.CaseTrouble;
import tendril.casefile.record.EvidenceBody;
import tendril.casefile.record.FactCodec;
import tendril.casefile.record.FactRow;
import tendril.casefile.record.KeptBody;
import tendril.graph.CaseEvent;
import tendril.graph.Fact;

/**
 * A case on disk: one SQLite file to which facts and evidence are appended, never changed.
 *
 * <p>Thread-safe: calls wait for each other. Every append is one transaction with {@code synchronous=FULL}: when it
 * returns, the facts survive a kill or a power cut. One program writes; a second one is given the case to read. Nothing
 * in a file is executed, and no path or address in it is followed.
 */
public final class CaseFile implements AutoCloseable {
    /** A watch hears of so many facts at once. */
    private static final int WATCHED_FACTS = 2_000;

    /** How long closing waits for a reader to let go. */
    private static final int CLOSING_MS_MAX = 200;

    private final String name;
    private final Optional<Path> path;
    private final Connection connection;
    private final CaseTables tables;
    private final FactCodec codec = new FactCodec();
    private final boolean readOnly;
    private final Runnable release;
    private final Optional<FileIdentity> identity;
    private boolean closed;

    /** A file over an open connection; {@code release} runs once it is closed. */
    CaseFile(Optional<Path> path, Connection connection, boolean readOnly, Runnable release) {
        this.name = path.map(file -> String.valueOf(file.getFileName())).orElse("unsaved case");
        this.path = path;
        this.connection = connection;
        this.tables = new CaseTables(connection);
        this.readOnly = readOnly;
        this.release = release;
        this.identity = readOnly ? Optional.empty() : path.flatMap(FileIdentity::of);
    }

    /** Makes a new, empty case file where nothing is yet. */
    public static Opening create(Path path) {
        return new CaseOpener().create(path);
    }

    /** Opens a case to change it; to read it where changing is not possible; and says so. */
    public static Opening open(Path path) {
        return new CaseOpener().open(path);
    }

    /** Opens a case to look at it, changing nothing. */
    public static Opening openReadOnly(Path path) {
        return new CaseOpener().openReadOnly(path);
    }

    /** A case that is in no file, until {@link #saveCopy} puts it into one. */
    public static CaseFile inMemory() {
        try {
            Connection connection = CaseDatabase.inMemory();
            CaseSchema.create(connection);
            return new CaseFile(Optional.empty(), connection, false, () -> {});
        } catch (SQLException impossible) {
            throw new IllegalStateException("SQLite cannot work even in memory", impossible);
        }
    }

    /** Where the file is; empty for a case in memory. */
    public Optional<Path> path() {
        return path;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    /** The seq of the last fact on disk, 0 for none. */
    public synchronized long lastSeq() throws CaseFileException {
        return read(tables::lastSeq);
    }

    /** Gives every fact in order. A row that is damaged comes as {@link CaseEvent.NotUnderstood}. */
    public synchronized void forEachFact(Consumer<Fact> each) throws CaseFileException {
        read(() -> {
            tables.forEachFact(row -> each.accept(row.fact(codec)));
            return true;
        });
    }

    /** The first facts, to tell a case by; no more than this many are read. */
    public synchronized List<Fact> firstFacts(int count) throws CaseFileException {
        List<Fact> facts = new ArrayList<>();
        return read(() -> {
            tables.forEachFact(count, row -> facts.add(row.fact(codec)));
            return facts;
        });
    }

    /** Every fact in order. */
    public List<Fact> facts() throws CaseFileException {
        List<Fact> facts = new ArrayList<>();
        forEachFact(facts::add);
        return facts;
    }

    /** Hears how far reading has come, on the thread that reads, and may end it. */
    @FunctionalInterface
    public interface Watch {
        /** @return whether to go on */
        boolean goesOn(long read, long all);
    }

    /** Every fact in order; none when the watch ended it. */
    public synchronized Optional<List<Fact>> facts(Watch watch) throws CaseFileException {
        List<Fact> facts = new ArrayList<>();
        return read(() -> {
            long all = tables.lastSeq();
            boolean whole = tables.whileFacts(-1, row -> {
                facts.add(row.fact(codec));
                return facts.size() % WATCHED_FACTS != 0 || watch.goesOn(facts.size(), all);
            });
            return whole ? Optional.of(facts) : Optional.empty();
        });
    }

    /**
     * Appends facts and the bodies of evidence they speak of, all or nothing. On disk when this returns.
     *
     * @param facts  in order; the first follows the last one in the file without a gap
     * @param bodies for every {@link CaseEvent.EvidenceKept} whose bytes the file does not hold yet
     * @throws CaseFileException        if nothing was written; the same call may be made again
     * @throws IllegalArgumentException if the facts do not follow, or evidence lacks its bytes
     */
    public synchronized void append(List<Fact> facts, List<EvidenceBody> bodies) throws CaseFileException {
        List<FactRow> rows = facts.stream().map(fact -> FactRow.of(fact, codec)).toList();
        write(() -> {
            requireSequence(facts);
            requireBodies(facts, bodies);
            for (EvidenceBody body : bodies) {
                tables.insertEvidence(body);
            }
            tables.insertFacts(rows);
        });
    }

    /** The raw bytes of a piece of evidence, their hash recomputed. */
    public synchronized KeptBody evidenceBody(String sha256) throws CaseFileException {
        return read(() -> tables.evidence(sha256));
    }

    /** A remembered setting of this case that is no fact, such as where the camera was. */
    public synchronized Optional<String> meta(String name) throws CaseFileException {
        return read(() -> tables.meta(name));
    }

    /** Remembers a setting of this case. */
    public synchronized void putMeta(String name, String value) throws CaseFileException {
        write(() -> tables.putMeta(name, value));
    }

    /** Checks everything: the file's structure, every fact, every body of evidence. Reads the whole file. */
    public synchronized CheckReport verify() throws CaseFileException {
        return read(() -> new CaseCheck(connection, codec).run());
    }

    /**
     * Writes the case as it stands on disk to another file, which is replaced only once the new one is whole.
     *
     * @throws CaseFileException if it could not; a file that was there before is still there, unchanged
     */
    public synchronized void saveCopy(Path target) throws CaseFileException {
        requireOpen();
        if (!readOnly) {
            new CaseCopy(connection, path).to(target);
            return;
        }
        queryOnly(false);
        try {
            new CaseCopy(connection, path).to(target);
        } finally {
            queryOnly(true);
        }
    }

    /** SQLite counts writing a copy as writing; the case itself stays safe, because its file is opened to be read. */
    private void queryOnly(boolean on) throws CaseFileException {
        try {
            CaseDatabase.execute(connection, "PRAGMA query_only = " + (on ? "ON" : "OFF"));
        } catch (SQLException failed) {
            throw CaseTrouble.whileWriting(name, failed);
        }
    }

    /** Folds everything into the one file and lets it go. Does nothing the second time. */
    @Override
    public synchronized void close() throws CaseFileException {
        if (closed) {
            return;
        }
        closed = true;
        try (connection) {
            if (!readOnly && path.isPresent() && isStillThere()) {
                CaseDatabase.execute(connection, "PRAGMA busy_timeout = " + CLOSING_MS_MAX);
                CaseDatabase.ask(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
                CaseDatabase.ask(connection, "PRAGMA journal_mode = DELETE");
            }
        } catch (SQLException failed) {
            // A reader elsewhere keeps the log in use. All facts are on disk, and the next opening folds it in.
            if (CaseTrouble.reason(failed) != CaseFileException.Reason.IN_USE) {
                throw CaseTrouble.whileWriting(name, failed);
            }
        } finally {
            release.run();
        }
    }

    /** Makes the disk seem full at so many pages; for tests. */
    synchronized void limitPages(long pages) throws SQLException {
        CaseDatabase.ask(connection, "PRAGMA max_page_count = " + pages);
    }

    private void requireSequence(List<Fact> facts) throws SQLException {
        long expected = tables.lastSeq() + 1;
        for (Fact fact : facts) {
            if (fact.seq() != expected) {
                throw new IllegalArgumentException("fact " + fact.seq() + " where " + expected + " follows");
            }
            expected++;
        }
    }

    private void requireBodies(List<Fact> facts, List<EvidenceBody> bodies) throws SQLException {
        Set<String> given = bodies.stream().map(EvidenceBody::sha256).collect(Collectors.toSet());
        for (Fact fact : facts) {
            if (fact.event() instanceof CaseEvent.EvidenceKept kept) {
                String sha256 = kept.evidence().sha256();
                if (!given.contains(sha256) && !tables.hasEvidence(sha256)) {
                    throw new IllegalArgumentException("no bytes for the evidence of fact " + fact.seq());
                }
            }
        }
    }

    private void write(Change change) throws CaseFileException {
        requireOpen();
        if (readOnly) {
            throw new CaseFileException(
                    CaseFileException.Reason.READ_ONLY,
                    "\"" + name + "\" is open to be read only. Save the case in another place to change it.");
        }
        if (!isStillThere()) {
            throw new CaseFileException(
                    CaseFileException.Reason.REPLACED,
                    "Another program moved, deleted or replaced \"" + name
                            + "\" while it was open. Save the case in another place; neither version is lost.");
        }
        boolean done = false;
        try {
            CaseDatabase.execute(connection, "BEGIN IMMEDIATE");
            change.run();
            CaseDatabase.execute(connection, "COMMIT");
            done = true;
        } catch (SQLException failed) {
            throw CaseTrouble.whileWriting(name, failed);
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    /** SQLite has rolled back by itself after some faults, and then says that there is nothing to roll back. */
    private void rollBack() {
        try {
            CaseDatabase.execute(connection, "ROLLBACK");
        } catch (SQLException nothingOpen) {
            return;
        }
    }

    private <T> T read(Query<T> query) throws CaseFileException {
        requireOpen();
        try {
            return query.run();
        } catch (SQLException failed) {
            throw CaseTrouble.whileReading(name, failed);
        }
    }

    private void requireOpen() throws CaseFileException {
        if (closed) {
            throw new CaseFileException(CaseFileException.Reason.CLOSED, "\"" + name + "\" is closed.");
        }
    }

    private boolean isStillThere() {
        return identity.isEmpty() || path.flatMap(FileIdentity::of).equals(identity);
    }

    private interface Query<T> {
        T run() throws SQLException;
    }

    private interface Change {
        void run() throws SQLException;
    }
}
