package tendril.corpus.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.CorpusReading;
import tendril.corpus.Merged;
import tendril.corpus.Observation;
import tendril.corpus.Vote;
import tendril.corpus.sqlite.table.Catalogue;
import tendril.corpus.sqlite.table.SqliteFailure;
import tendril.corpus.sqlite.table.SqliteSchema;

/**
 * A corpus in one SQLite file. One connection writes, guarded by a lock; every open reading has a connection of its
 * own, taken from those that rest. Thread-safe.
 */
public final class SqliteCorpus implements Corpus {
    private static final int BUSY_TIMEOUT_MS = 10_000;
    private static final int WRITE_CACHE_KIB = 65_536;
    private static final int READ_CACHE_KIB = 8_192;

    /** So long grows the log of a file that is being filled, so that a page many steps change is copied back once. */
    private static final int CHECKPOINT_PAGES = 16_000;

    /** Result codes of SQLite; the rest of a code says more, which matters to nobody here. */
    private static final int PRIMARY_CODE = 0xFF;

    private static final int BUSY = 5;
    private static final int READONLY = 8;
    private static final int FULL = 13;

    /** More than any file has: readings share the system's pages instead of copying them. */
    private static final long READ_MAP_BYTES = 1L << 40;

    /** Whoever merges goes through everything once, which would only count as memory of the program. */
    private static final long WRITE_MAP_BYTES = 0;

    private final Path file;
    private final boolean temporary;
    private final SqliteWriter writer;
    private final AtomicReference<Catalogue> catalogue = new AtomicReference<>(Catalogue.NONE);
    private final ReentrantLock writing = new ReentrantLock();
    private final RestingReadings resting = new RestingReadings();

    /** How often this has changed the file. */
    private final AtomicLong changes = new AtomicLong();

    private volatile boolean closed;

    private SqliteCorpus(Path file, boolean temporary, Connection connection) throws SQLException {
        this.file = file;
        this.temporary = temporary;
        this.writer = new SqliteWriter(connection, catalogue);
    }

    /** Whether a file is a corpus, by its first bytes; it is not opened. */
    public static boolean isCorpus(Path file) throws IOException {
        return SqliteSchema.isCorpus(file);
    }

    /** Opens a corpus file that exists. */
    public static SqliteCorpus open(Path file) throws CorpusException {
        if (!Files.exists(file)) {
            throw new CorpusException("There is no file " + file + ". Make it with `tendril ingest --corpus " + file
                    + "`, or check the name.");
        }
        return openOrCreate(file);
    }

    /** Opens a corpus file, or makes an empty one. */
    public static SqliteCorpus openOrCreate(Path file) throws CorpusException {
        return open(file, false);
    }

    /** A corpus in a temporary file that is deleted on close. */
    public static SqliteCorpus temporary() throws CorpusException {
        try {
            return open(Files.createTempFile("tendril-corpus", ".db"), true);
        } catch (CorpusException e) {
            throw e;
        } catch (IOException e) {
            throw new CorpusException("The folder for temporary files cannot be written: " + e.getMessage(), e);
        }
    }

    /** A corpus that finds no room for more pages than so many, as on a full disk. */
    static SqliteCorpus limited(Path file, int pagesMax) throws CorpusException, SQLException {
        SqliteCorpus corpus = openOrCreate(file);
        corpus.writer.limit(pagesMax);
        return corpus;
    }

    private static SqliteCorpus open(Path file, boolean temporary) throws CorpusException {
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                begin(file);
            } else if (SqliteSchema.version(file) == OldCorpus.VERSION) {
                OldCorpus.renew(file);
            }
            Connection connection = connect(file, WRITE_CACHE_KIB, WRITE_MAP_BYTES, temporary);
            boolean opened = false;
            try {
                SqliteSchema.prepare(connection, file.toString());
                SqliteCorpus corpus = new SqliteCorpus(file, temporary, connection);
                opened = true;
                return corpus;
            } finally {
                if (!opened) {
                    connection.close();
                }
            }
        } catch (CorpusException e) {
            throw e;
        } catch (SQLException | IOException e) {
            throw new CorpusException(
                    file + " cannot be opened as a corpus (" + e.getMessage() + "). Check that it is a file that"
                            + " `tendril ingest` made and that you may write to it and its folder.",
                    e);
        }
    }

    /** The size of pages, and that free ones can be given back, has to be set before anything else is. */
    private static void begin(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = " + SqliteSchema.PAGE_BYTES);
            statement.execute("PRAGMA auto_vacuum = INCREMENTAL");
            statement.execute("PRAGMA journal_mode = WAL");
        }
    }

    private static Connection connect(Path file, int cacheKib, long mapBytes, boolean temporary) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(temporary ? SQLiteConfig.SynchronousMode.OFF : SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        // The driver would ask for the last row number after every single insert.
        config.setGetGeneratedKeys(false);
        config.setCacheSize(-cacheKib);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(mapBytes));
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(CHECKPOINT_PAGES));
        return config.createConnection("jdbc:sqlite:" + file.toUri());
    }

    @Override
    public Merged add(Batch batch, List<Observation> observations) throws CorpusException {
        if (observations.size() > BATCH_ROWS_MAX) {
            throw new IllegalArgumentException(
                    observations.size() + " observations at once; " + BATCH_ROWS_MAX + " are the most");
        }
        Merged merged = write(() -> writer.inTransaction(() -> writer.add(batch, observations)));
        return write(() -> {
            writer.published();
            writer.compact();
            return merged;
        });
    }

    @Override
    public void setPosition(String batchName, String fingerprint, long position) throws CorpusException {
        write(() -> writer.inTransaction(() -> {
            writer.setPosition(batchName, fingerprint, position);
            return true;
        }));
    }

    @Override
    public long position(String batchName, String fingerprint) throws CorpusException {
        return write(() -> writer.inTransaction(() -> writer.position(batchName, fingerprint)));
    }

    @Override
    public SequencedMap<Batch, Long> batches() throws CorpusException {
        return write(() -> writer.inTransaction(writer::batches));
    }

    @Override
    public Removal remove(String batchName, Progress progress) throws CorpusException {
        if (!write(() -> writer.inTransaction(() -> writer.remove(batchName)))) {
            return Removal.NOT_THERE;
        }
        return write(() -> writer.clean(progress) ? Removal.REMOVED : Removal.TAKES_ROOM);
    }

    @Override
    public void vote(List<Vote> votes) throws CorpusException {
        write(() -> writer.inTransaction(() -> {
            writer.vote(votes);
            return true;
        }));
    }

    @Override
    public void settle(Progress progress) throws CorpusException {
        write(() -> {
            writer.settle(progress);
            return true;
        });
    }

    private <T> T write(Work<T> work) throws CorpusException {
        writing.lock();
        try {
            checkOpen();
            return work.run();
        } catch (SqliteFailure e) {
            throw notWritten(e.failure());
        } catch (SQLException e) {
            throw notWritten(e);
        } catch (CorpusException e) {
            throw e;
        } catch (IOException e) {
            throw new CorpusException("The corpus " + file + " could not be written: " + e.getMessage(), e);
        } finally {
            changes.incrementAndGet();
            writing.unlock();
        }
    }

    private CorpusException notWritten(SQLException e) {
        int code = e instanceof SQLiteException known ? known.getResultCode().code & PRIMARY_CODE : 0;
        String why = switch (code) {
            case BUSY ->
                "another program has been writing into it for a while. Wait for that to end and give"
                        + " the command again";
            case FULL -> "the disk is full. Make room and give the command again; it carries on";
            case READONLY -> "the file or its folder may not be written to. Change that, or name another file";
            default -> e.getMessage() + ". Check the disk and try again";
        };
        return new CorpusException(
                "The corpus " + file + " could not be written: " + why + ". What was kept before stays.", e);
    }

    @Override
    public CorpusReading read() throws CorpusException {
        checkOpen();
        Optional<SqliteReading> rested = resting.take();
        if (rested.isPresent()) {
            return rested.get();
        }
        try {
            Connection connection = connect(file, READ_CACHE_KIB, READ_MAP_BYTES, temporary);
            return new SqliteReading(connection, catalogue, changes, resting::rest);
        } catch (SQLException e) {
            throw new CorpusException("The corpus " + file + " could not be read: " + e.getMessage(), e);
        }
    }

    private void checkOpen() throws CorpusException {
        if (closed) {
            throw new CorpusException("The corpus " + file + " is closed.");
        }
    }

    @Override
    public void close() throws CorpusException {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            resting.close();
            writer.close();
            if (temporary) {
                deleteFiles(file);
            }
        } catch (SQLException e) {
            throw new CorpusException("The corpus " + file + " could not be closed: " + e.getMessage(), e);
        } finally {
            writing.unlock();
        }
    }

    /** Deletes a corpus and what SQLite keeps beside it. */
    static void deleteFiles(Path file) throws CorpusException {
        try {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file + suffix));
            }
        } catch (IOException e) {
            throw new CorpusException("The file " + file + " could not be deleted: " + e.getMessage(), e);
        }
    }

    /** Something done inside one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException, IOException;
    }
}
