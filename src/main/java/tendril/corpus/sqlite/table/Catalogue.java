package tendril.corpus.sqlite.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tendril.corpus.segment.Fences;
import tendril.corpus.segment.HashFilter;
import tendril.corpus.segment.Segment;

/**
 * What a corpus file consists of at one moment. Immutable.
 *
 * @param generation the number of this state; a file has another one whenever its segments or batches are others
 * @param segments   the segments, largest first
 * @param removed    batches whose entries may still lie in segments but count no more
 * @param keyFilters which keys smaller segments may hold; the largest are read in any case
 */
public record Catalogue(long generation, List<Segment> segments, BitSet removed, Map<Long, HashFilter> keyFilters) {
    /** Filters that do not fit are not held: the segments they belong to, the largest, are read without asking. */
    private static final long FILTER_BYTES_MAX = 48L << 20;

    public static final Catalogue NONE = new Catalogue(-1, List.of(), new BitSet(), Map.of());

    /**
     * A state with these segments, in any order. Runs inside a transaction.
     *
     * @param known an earlier state: filters that it has are not read again, and the same batches are removed
     */
    public static Catalogue of(Connection connection, long generation, List<Segment> segments, Catalogue known)
            throws SQLException {
        return of(connection, generation, segments, known.removed(), known.keyFilters());
    }

    private static Catalogue of(
            Connection connection, long generation, List<Segment> segments, BitSet removed, Map<Long, HashFilter> known)
            throws SQLException {
        var largestFirst = new ArrayList<>(segments);
        largestFirst.sort((one, other) -> Long.compare(other.rows(), one.rows()));
        Map<Long, HashFilter> filters = new HashMap<>();
        long bytes = 0;
        try (var blocks = new SqliteBlocks(connection)) {
            for (Segment segment : largestFirst.reversed()) {
                bytes += HashFilter.bytes(segment.keysMax());
                if (bytes > FILTER_BYTES_MAX
                        || segment.id() == largestFirst.getFirst().id()) {
                    break;
                }
                HashFilter filter = known.get(segment.id());
                filters.put(segment.id(), filter == null ? blocks.keyFilter(segment) : filter);
            }
        }
        return new Catalogue(generation, List.copyOf(largestFirst), removed, filters);
    }

    /** Whether a segment may hold a key with this hash. */
    public boolean mayHold(Segment segment, long keyHash) {
        HashFilter filter = keyFilters.get(segment.id());
        return filter == null || filter.mayHold(keyHash);
    }

    /**
     * Reads the present state. Runs inside a transaction.
     *
     * @param known an earlier state: what did not change since is taken from it
     */
    public static Catalogue read(Connection connection, Catalogue known) throws SQLException {
        Map<Long, Segment> before =
                known.segments().stream().collect(Collectors.toMap(Segment::id, segment -> segment));
        var segments = new ArrayList<Segment>();
        var removed = new BitSet();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT id, rows, rows_max, keys, keys_max, batches FROM segment")) {
            while (rows.next()) {
                long id = rows.getLong(1);
                Segment segment = before.get(id);
                if (segment == null) {
                    segment = new Segment(
                            id,
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getLong(5),
                            batches(rows.getString(6)),
                            fences(connection, id));
                }
                segments.add(segment);
                segment.batches().forEach(removed::set);
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM batch")) {
            while (rows.next()) {
                removed.clear(rows.getInt(1));
            }
        }
        return of(connection, generation(connection), segments, removed, known.keyFilters());
    }

    public static long generation(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT generation FROM state")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Fences fences(Connection connection, long segment) throws SQLException {
        var fences = new Fences();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT data FROM fence WHERE id BETWEEN " + SqliteBlocks.id(segment, 0)
                                + " AND " + SqliteBlocks.id(segment, Integer.MAX_VALUE) + " ORDER BY id")) {
            while (rows.next()) {
                fences.add(rows.getBytes(1));
            }
        }
        return fences;
    }

    private static Set<Integer> batches(String listed) {
        return Arrays.stream(listed.split(",")).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** How the batches of a segment are written down. */
    public static String listed(Segment segment) {
        return segment.batches().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The segments that hold entries of removed batches. */
    public List<Segment> unclean() {
        return segments.stream()
                .filter(segment -> segment.batches().stream().anyMatch(removed::get))
                .toList();
    }
}
