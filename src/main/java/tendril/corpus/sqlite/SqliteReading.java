package tendril.corpus.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import tendril.corpus.CorpusException;
import tendril.corpus.CorpusReading;
import tendril.corpus.Day;
import tendril.corpus.Lookup;
import tendril.corpus.ObservationSink;
import tendril.corpus.RowSink;
import tendril.corpus.Tally;
import tendril.corpus.ValueSink;
import tendril.corpus.segment.Entry;
import tendril.corpus.segment.MergedWalk;
import tendril.corpus.segment.SegmentWalk;
import tendril.corpus.sqlite.table.Catalogue;
import tendril.corpus.sqlite.table.Codes;
import tendril.corpus.sqlite.table.SqliteBlocks;

/**
 * A reading with a connection of its own, whose statements stay prepared while it rests. What is known of a key mostly
 * lies in one block, which one statement fetches. To begin and to end a transaction of SQLite costs more than that, so
 * the {@link Snapshot} of the file is kept for the answers that come next. Confined to one thread.
 */
final class SqliteReading implements CorpusReading {
    private final Connection connection;
    private final Rest rest;
    private final AtomicReference<Catalogue> shared;
    private final SqliteBlocks blocks;
    private final Snapshot snapshot;
    private final PreparedStatement tally;

    private Catalogue catalogue = Catalogue.NONE;
    private List<SegmentWalk> walks = List.of();

    /** The key asked last: an answer asks several lookups of the same one. */
    private String lastKey = "";

    private byte[] lastKeyBytes = {};

    /** Those walks that may come by that key. */
    private List<SegmentWalk> asked = List.of();

    /**
     * @param shared  the newest catalogue that any reading knows
     * @param changes how often this program has changed the file
     */
    SqliteReading(Connection connection, AtomicReference<Catalogue> shared, AtomicLong changes, Rest rest)
            throws SQLException {
        this.connection = connection;
        this.shared = shared;
        this.rest = rest;
        blocks = new SqliteBlocks(connection);
        snapshot = new Snapshot(connection, changes);
        tally = connection.prepareStatement("SELECT malicious, harmless FROM tally WHERE value = ?");
    }

    @Override
    public void rows(Lookup lookup, String key, RowSink sink) throws IOException {
        if (lookup == Lookup.SAMPLES_OF_SCAN_NAME) {
            searchScanNames(key, sink);
        } else if (!key.isEmpty()) {
            find(key);
            new GroupRows(asked, catalogue.removed(), lastKeyBytes, Codes.of(lookup)).pass(lookup.order(), sink);
        }
    }

    /** Makes the key the one asked last, and lets all that is asked of it be answered from one state of the file. */
    private void find(String key) throws CorpusException {
        if (key.equals(lastKey) && snapshot.isHeld()) {
            return;
        }
        try {
            lastKey = "";
            lastKeyBytes = key.getBytes(StandardCharsets.UTF_8);
            use(snapshot.isOld() ? newest(snapshot.begin()) : catalogue);
            lastKey = key;
        } catch (SQLException e) {
            throw unread("The corpus", e);
        }
    }

    /** The catalogue of the state the file is held in. */
    private Catalogue newest(long generation) throws SQLException {
        Catalogue known = Objects.requireNonNull(shared.get());
        if (known.generation() != generation) {
            known = Catalogue.read(connection, known);
            shared.set(known);
        }
        return known;
    }

    /** Answers from a state of the file from here on. */
    private void use(Catalogue newest) {
        if (newest != catalogue) {
            Map<Long, SegmentWalk> before = new HashMap<>();
            walks.forEach(walk -> before.put(walk.segment().id(), walk));
            catalogue = newest;
            walks = newest.segments().stream()
                    .map(segment -> before.getOrDefault(segment.id(), new SegmentWalk(segment, blocks)))
                    .toList();
        }
        asked = walks.size() > 1 ? holding(Entry.keyHash(lastKeyBytes)) : walks;
    }

    private List<SegmentWalk> holding(long keyHash) {
        var holding = new ArrayList<SegmentWalk>(walks.size());
        for (SegmentWalk walk : walks) {
            if (catalogue.mayHold(walk.segment(), keyHash)) {
                holding.add(walk);
            }
        }
        return holding;
    }

    /** Whether it holds the file in the state of a moment, though it may rest. */
    boolean isHolding() {
        return snapshot.isHeld();
    }

    /** Lets go of a state of the file that is of no more use. Whoever calls this has taken the reading from its rest. */
    void letGoOfOld() throws CorpusException {
        if (snapshot.isOld()) {
            letGo();
        }
    }

    private void letGo() throws CorpusException {
        try {
            lastKey = "";
            snapshot.end();
        } catch (SQLException e) {
            throw new CorpusException("A reading of the corpus could not be ended: " + e.getMessage(), e);
        }
    }

    private void searchScanNames(String key, RowSink sink) throws IOException {
        if (key.codePointCount(0, key.length()) < Lookup.SCAN_NAME_LENGTH_MIN) {
            return;
        }
        find(key);
        record Sample(String md5, int nth) {}
        Map<Sample, Entry> samples = new HashMap<>();
        int code = Codes.of(Lookup.SAMPLES_OF_SCAN_NAME);
        for (byte[] name : scanNames(key)) {
            new GroupRows(walks, catalogue.removed(), name, code)
                    .passEntries(row -> samples.merge(
                            new Sample(text(row.value()), row.nth()),
                            row,
                            (one, other) ->
                                    one.with(Math.min(one.seq(), other.seq()), 0, Math.max(one.last(), other.last()))));
        }
        var sorted = new ArrayList<>(samples.values());
        sorted.sort((one, other) -> Long.compare(one.seq(), other.seq()));
        for (Entry sample : sorted) {
            sink.row(text(sample.value()), new Day(sample.last()));
        }
    }

    private List<byte[]> scanNames(String part) throws CorpusException {
        var names = new ArrayList<byte[]>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT s.name FROM scan_name n JOIN scan s ON s.id = n.rowid WHERE n.text MATCH ?")) {
            select.setString(1, '"' + part.replace("\"", "\"\"") + '"');
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(Objects.requireNonNull(rows.getString(1)).getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (SQLException e) {
            throw new CorpusException("The antivirus names could not be searched: " + e.getMessage(), e);
        }
        return names;
    }

    @Override
    public Tally tally(String key) throws CorpusException {
        find(key);
        if (!snapshot.hasVotes()) {
            return Tally.NONE;
        }
        try {
            tally.setString(1, key);
            try (ResultSet found = tally.executeQuery()) {
                return found.next() ? new Tally(found.getInt(1), found.getInt(2)) : Tally.NONE;
            }
        } catch (SQLException e) {
            throw unread("The votes", e);
        }
    }

    @Override
    public void blamed(ValueSink sink) throws IOException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT value FROM tally WHERE malicious > harmless ORDER BY value");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                sink.value(Objects.requireNonNull(rows.getString(1)));
            }
        } catch (SQLException e) {
            throw unread("The votes", e);
        }
    }

    @Override
    public void addresses(String beginning, int max, ValueSink sink) throws IOException {
        String folded = beginning.toLowerCase(Locale.ROOT);
        find(folded);
        byte[] prefix = lastKeyBytes;
        int code = Codes.of(Lookup.DOMAINS_OF_ADDRESS);
        List<SegmentWalk> own = walks.stream().map(SegmentWalk::anew).toList();
        for (SegmentWalk walk : own) {
            walk.seek(prefix, 0, Entry.AS_KEY);
        }
        var rows = new RowWalk(new MergedWalk(own), catalogue.removed());
        String before = "";
        int passed = 0;
        for (Entry row = rows.next(); passed < max && startsWith(row, prefix); row = rows.next()) {
            String address = row.code() == code ? text(row.written()) : before;
            if (!address.equals(before) && address.startsWith(beginning)) {
                sink.value(address);
                passed++;
                before = address;
            }
        }
    }

    private static boolean startsWith(Entry row, byte[] prefix) {
        return !row.isEnd()
                && row.key().length >= prefix.length
                && Arrays.equals(row.key(), 0, prefix.length, prefix, 0, prefix.length);
    }

    private static CorpusException unread(String what, SQLException e) {
        return new CorpusException(what + " could not be read: " + e.getMessage(), e);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void observations(String batchName, ObservationSink sink) throws IOException {
        try (var rows = new BatchRows(connection)) {
            find("");
            rows.pass(batchName, walks.stream().map(SegmentWalk::anew).toList(), sink);
        } catch (SQLException e) {
            throw new CorpusException("The batch " + batchName + " could not be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws CorpusException {
        lastKey = "";
        rest.rest(this);
    }

    /** Closes the connection for good. */
    void disconnect() throws CorpusException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CorpusException("A connection to the corpus could not be closed: " + e.getMessage(), e);
        }
    }

    /** Where a reading goes when it is closed. */
    @FunctionalInterface
    interface Rest {
        void rest(SqliteReading reading) throws CorpusException;
    }
}
