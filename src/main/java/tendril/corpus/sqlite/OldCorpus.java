package tendril.corpus.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.Day;
import tendril.corpus.Observation;
import tendril.corpus.Verdict;
import tendril.corpus.Vote;
import tendril.corpus.sqlite.table.Codes;

/**
 * A corpus file of version 1, which had a row for each observation and one for each text. It is copied into a new file
 * beside it that takes its place when all of it is there: a program that dies meanwhile has changed nothing.
 */
final class OldCorpus {
    static final int VERSION = 1;

    /** A row that one batch alone states has that batch's number; what several state stands in {@code stated}. */
    private static final String STATED = """
            WITH said AS (
              SELECT o.relation, o.subject, o.object, o.first, o.last, o.nth, o.seq
                FROM observation o WHERE o.batch = ?1
              UNION ALL
              SELECT s.relation, s.subject, s.object, s.first, s.last, s.nth, o.seq
                FROM stated s JOIN observation o USING(subject, relation, object, nth) WHERE s.batch = ?1)
            SELECT said.relation, one.text, other.text, said.first, said.last, said.nth
              FROM said CROSS JOIN value one ON one.id = said.subject CROSS JOIN value other ON other.id = said.object
              ORDER BY said.seq""";

    private final Path file;
    private final Connection connection;

    private OldCorpus(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Puts a file of the present version in the place of an old one. */
    static void renew(Path file) throws SQLException, IOException {
        Path made = file.resolveSibling(file.getFileName() + ".renewed");
        SqliteCorpus.deleteFiles(made);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Corpus corpus = SqliteCorpus.openOrCreate(made)) {
            new OldCorpus(file, connection).copyTo(corpus);
        }
        Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void copyTo(Corpus corpus) throws SQLException, CorpusException {
        reserve();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, name, source, licence FROM batch ORDER BY id")) {
            while (rows.next()) {
                copy(rows.getInt(1), new Batch(rows.getString(2), rows.getString(3), rows.getString(4)), corpus);
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT batch, fingerprint, rows FROM position")) {
            while (rows.next()) {
                corpus.setPosition(rows.getString(1), rows.getString(2), rows.getLong(3));
            }
        }
        copyVotes(corpus);
        corpus.settle(Corpus.Progress.UNHEARD);
    }

    /** Makes it one file that nobody else has open: its log must not be taken for that of the file to come. */
    private void reserve() throws SQLException, CorpusException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("PRAGMA journal_mode = DELETE")) {
                if (rows.next() && !"delete".equals(rows.getString(1))) {
                    throw inUse();
                }
            }
            statement.execute("BEGIN EXCLUSIVE");
        } catch (SQLException e) {
            throw inUse();
        }
    }

    private CorpusException inUse() {
        return new CorpusException(file + " was made by an earlier Tendril and has to be rewritten once, but another"
                + " program uses it. Close that program and give the command again.");
    }

    private void copy(int id, Batch batch, Corpus corpus) throws SQLException, CorpusException {
        var lot = new ArrayList<Observation>();
        try (PreparedStatement select = connection.prepareStatement(STATED)) {
            select.setInt(1, id);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (lot.size() == Corpus.BATCH_ROWS_MAX) {
                        corpus.add(batch, lot);
                        lot.clear();
                    }
                    lot.add(new Observation(
                            Codes.relation(2 * rows.getInt(1)),
                            Objects.requireNonNull(rows.getString(2)),
                            Objects.requireNonNull(rows.getString(3)),
                            new Day(rows.getInt(4)),
                            new Day(rows.getInt(5)),
                            rows.getInt(6)));
                }
            }
        }
        corpus.add(batch, lot);
    }

    private void copyVotes(Corpus corpus) throws SQLException, CorpusException {
        List<Vote> votes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT value, voter, verdict, at_ms FROM vote ORDER BY id")) {
            while (rows.next()) {
                votes.add(new Vote(
                        rows.getString(1),
                        rows.getString(2),
                        verdict(rows.getInt(3)),
                        Instant.ofEpochMilli(rows.getLong(4))));
            }
        }
        corpus.vote(votes);
    }

    private static Verdict verdict(int code) throws SQLException {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.code() == code)
                .findFirst()
                .orElseThrow(() -> new SQLException("a vote has the unknown verdict " + code));
    }
}
