package tendril.corpus;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that one batch states, in the order it came. Confined to one thread. */
final class SqliteBatchReading {
    /** A row that one batch alone states has that batch's number; what several state stands in {@code stated}. */
    private static final String SQL = """
            WITH said AS (
              SELECT o.relation, o.subject, o.object, o.first, o.last, o.nth, o.seq
                FROM observation o JOIN batch b ON b.id = o.batch WHERE b.name = ?1
              UNION ALL
              SELECT s.relation, s.subject, s.object, s.first, s.last, s.nth, o.seq
                FROM stated s JOIN batch b ON b.id = s.batch
                JOIN observation o USING(subject, relation, object, nth) WHERE b.name = ?1)
            SELECT said.relation, one.text, other.text, said.first, said.last, said.nth
              FROM said CROSS JOIN value one ON one.id = said.subject CROSS JOIN value other ON other.id = said.object
              ORDER BY said.seq""";

    private static final Map<Integer, Relation> RELATIONS =
            Arrays.stream(Relation.values()).collect(Collectors.toMap(Relation::code, Function.identity()));

    private SqliteBatchReading() {}

    static void read(Connection connection, String batchName, ObservationSink sink) throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(SQL)) {
            select.setString(1, batchName);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Relation relation = RELATIONS.get(rows.getInt(1));
                    if (relation == null) {
                        throw new SQLException("a row has the unknown relation " + rows.getInt(1));
                    }
                    sink.observation(new Observation(
                            relation,
                            Objects.requireNonNull(rows.getString(2)),
                            Objects.requireNonNull(rows.getString(3)),
                            new Day(rows.getInt(4)),
                            new Day(rows.getInt(5)),
                            rows.getInt(6)));
                }
            }
        }
    }
}
