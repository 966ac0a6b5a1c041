package tendril.corpus.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tendril.corpus.Key;
import tendril.corpus.Verdict;
import tendril.corpus.Vote;

/** Keeps every vote and the sum of the standing ones. Guarded by the corpus's lock. */
final class SqliteVotes {
    private final Connection connection;

    SqliteVotes(Connection connection) {
        this.connection = connection;
    }

    void cast(List<Vote> votes) throws SQLException {
        try (PreparedStatement previous = connection.prepareStatement(
                        "SELECT verdict FROM vote WHERE value = ? AND voter = ? ORDER BY id DESC LIMIT 1");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO vote(value, voter, verdict, at_ms) VALUES(?, ?, ?, ?)");
                PreparedStatement count = connection.prepareStatement("""
                        INSERT INTO tally(value, malicious, harmless) VALUES(?, ?, ?)
                        ON CONFLICT DO UPDATE SET
                          malicious = malicious + excluded.malicious, harmless = harmless + excluded.harmless""")) {
            for (Vote vote : votes) {
                String key = Key.of(vote.value());
                int before = standing(previous, key, vote.voter());
                insert.setString(1, key);
                insert.setString(2, vote.voter());
                insert.setInt(3, vote.verdict().code());
                insert.setLong(4, vote.at().toEpochMilli());
                insert.executeUpdate();
                int now = vote.verdict().code();
                count.setString(1, key);
                count.setInt(2, change(before, now, Verdict.MALICIOUS));
                count.setInt(3, change(before, now, Verdict.HARMLESS));
                count.executeUpdate();
            }
        }
    }

    /** Takes back everything a voter said, as if it had never been said. */
    void forget(String voter) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("""
                        UPDATE tally AS t SET malicious = malicious - (v.verdict = 0), harmless = harmless - (v.verdict = 1)
                        FROM (SELECT value, verdict, max(id) FROM vote WHERE voter = ? GROUP BY value) AS v
                        WHERE v.value = t.value""");
                PreparedStatement delete = connection.prepareStatement("DELETE FROM vote WHERE voter = ?")) {
            count.setString(1, voter);
            count.executeUpdate();
            delete.setString(1, voter);
            delete.executeUpdate();
        }
    }

    private static int standing(PreparedStatement previous, String key, String voter) throws SQLException {
        previous.setString(1, key);
        previous.setString(2, voter);
        try (ResultSet rows = previous.executeQuery()) {
            return rows.next() ? rows.getInt(1) : Verdict.WITHDRAWN.code();
        }
    }

    private static int change(int before, int now, Verdict verdict) {
        return (now == verdict.code() ? 1 : 0) - (before == verdict.code() ? 1 : 0);
    }
}
