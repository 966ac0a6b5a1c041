package tendril.corpus;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Takes one batch out of a corpus file. Runs inside a transaction, guarded by the corpus's lock. */
final class SqliteRemoval {
    private final Connection connection;
    private final int batch;

    SqliteRemoval(Connection connection, int batch) {
        this.connection = connection;
        this.batch = batch;
    }

    /** Rows stated by others too go back to what those others state; texts stay, as numbers may be in use. */
    void run() throws SQLException {
        String row = "(subject, relation, object, nth)";
        String ofRow = " WHERE s.subject = o.subject AND s.relation = o.relation AND s.object = o.object"
                + " AND s.nth = o.nth";
        execute("CREATE TEMP TABLE touched(subject, relation, object, nth, PRIMARY KEY" + row + ") WITHOUT ROWID");
        execute("INSERT INTO touched SELECT subject, relation, object, nth FROM stated WHERE batch = " + batch);
        execute("DELETE FROM stated WHERE batch = " + batch);
        execute("DELETE FROM observation WHERE batch = " + batch);
        execute("UPDATE observation AS o SET"
                + " first = ifnull((SELECT min(s.first) FROM stated s" + ofRow + " AND s.first > 0), 0),"
                + " last = (SELECT max(s.last) FROM stated s" + ofRow + "),"
                + " batch = (SELECT iif(count(*) = 1, max(s.batch), 0) FROM stated s" + ofRow + ")"
                + " WHERE " + row + " IN (SELECT subject, relation, object, nth FROM touched)");
        execute("DELETE FROM stated AS o WHERE " + row + " IN (SELECT subject, relation, object, nth FROM touched)"
                + " AND (SELECT count(*) FROM stated s" + ofRow + ") = 1");
        execute("DROP TABLE touched");
        execute("DELETE FROM batch WHERE id = " + batch);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
