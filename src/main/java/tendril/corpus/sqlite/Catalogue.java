package tendril.corpus.sqlite;

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
import tendril.corpus.segment.Segment;

/**
 * What a corpus file consists of at one moment. Immutable.
 *
 * @param generation the number of this state; a file has another one whenever its segments or batches are others
 * @param segments   the segments, largest first
 * @param removed    batches whose entries may still lie in segments but count no more
 */
record Catalogue(long generation, List<Segment> segments, BitSet removed) {
    static final Catalogue NONE = new Catalogue(-1, List.of(), new BitSet());

    /**
     * Reads the present state. Runs inside a transaction.
     *
     * @param known an earlier state: what did not change since is taken from it
     */
    static Catalogue read(Connection connection, Catalogue known) throws SQLException {
        Map<Long, Segment> before =
                known.segments().stream().collect(Collectors.toMap(Segment::id, segment -> segment));
        var segments = new ArrayList<Segment>();
        var removed = new BitSet();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, rows, filter, batches FROM segment")) {
            while (rows.next()) {
                long id = rows.getLong(1);
                Segment segment = before.get(id);
                if (segment == null) {
                    segment = new Segment(
                            id, rows.getLong(2), rows.getLong(3), batches(rows.getString(4)), fences(connection, id));
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
        segments.sort((one, other) -> Long.compare(other.rows(), one.rows()));
        return new Catalogue(generation(connection), List.copyOf(segments), removed);
    }

    static long generation(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT generation FROM state")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Fences fences(Connection connection, long segment) throws SQLException {
        var fences = new Fences();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT data FROM fence WHERE id BETWEEN " + SqliteBlocks.id(segment, 0) + " AND "
                                + SqliteBlocks.id(segment, Integer.MAX_VALUE) + " ORDER BY id")) {
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
    static String listed(Segment segment) {
        return segment.batches().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The segments that hold entries of removed batches. */
    List<Segment> unclean() {
        return segments.stream()
                .filter(segment -> segment.batches().stream().anyMatch(removed::get))
                .toList();
    }

    Map<Long, Segment> byId() {
        var byId = new HashMap<Long, Segment>();
        segments.forEach(segment -> byId.put(segment.id(), segment));
        return byId;
    }
}
