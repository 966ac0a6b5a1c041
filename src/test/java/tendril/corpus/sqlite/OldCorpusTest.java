package tendril.corpus.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.CorpusReading;
import tendril.corpus.Lookup;
import tendril.corpus.Tally;

/** A corpus of version 1 opens, and holds what it held. */
class OldCorpusTest {
    private static final String TABLES = """
            PRAGMA journal_mode = WAL;
            PRAGMA application_id = 1415857007;
            PRAGMA user_version = 1;
            CREATE TABLE batch(
              id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, source TEXT NOT NULL, licence TEXT NOT NULL);
            CREATE TABLE position(
              batch TEXT NOT NULL, fingerprint TEXT NOT NULL, rows INTEGER NOT NULL,
              PRIMARY KEY(batch, fingerprint)) WITHOUT ROWID;
            CREATE TABLE value(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
            CREATE TABLE observation(
              subject INTEGER NOT NULL, relation INTEGER NOT NULL, object INTEGER NOT NULL, nth INTEGER NOT NULL,
              seq INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, batch INTEGER NOT NULL,
              PRIMARY KEY(subject, relation, object, nth)) WITHOUT ROWID;
            CREATE TABLE stated(
              subject INTEGER NOT NULL, relation INTEGER NOT NULL, object INTEGER NOT NULL, nth INTEGER NOT NULL,
              batch INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
              PRIMARY KEY(subject, relation, object, nth, batch)) WITHOUT ROWID;
            CREATE TABLE vote(
              id INTEGER PRIMARY KEY, value TEXT NOT NULL, voter TEXT NOT NULL, verdict INTEGER NOT NULL,
              at_ms INTEGER NOT NULL);
            INSERT INTO batch VALUES(1, 'one', 'sensor', 'CC0-1.0'), (2, 'two', 'other', '');
            INSERT INTO position VALUES('two', 'f', 700);
            INSERT INTO value VALUES(1, 'A.example'), (2, '192.0.2.1'), (3, 'b.example'), (4, 'm'), (5, 'Trojan.X');
            INSERT INTO observation VALUES
              (1, 1, 2, 0, 3, 20150101, 20160101, 0), (3, 1, 2, 0, 2, 20140101, 20140101, 1),
              (4, 6, 5, 0, 1, 0, 0, 2), (4, 6, 5, 1, 4, 0, 0, 2);
            INSERT INTO stated VALUES
              (1, 1, 2, 0, 1, 20150101, 20150101), (1, 1, 2, 0, 2, 20160101, 20160101);
            INSERT INTO vote VALUES(1, 'a.example', 'ann', 0, 5), (2, 'a.example', 'bob', 1, 6)""";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void makeAnOldOne() throws SQLException {
        file = folder.resolve("old corpus.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : TABLES.split(";")) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void whatItHeldIsThere() throws IOException {
        try (Corpus corpus = SqliteCorpus.open(file)) {
            assertThat(rows(corpus, Lookup.ADDRESSES_OF_DOMAIN, "a.example")).containsExactly("192.0.2.1 2016-01-01");
            assertThat(rows(corpus, Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1"))
                    .containsExactly("b.example 2014-01-01", "A.example 2016-01-01");
            assertThat(rows(corpus, Lookup.SCANS_OF_SAMPLE, "m")).hasSize(2);
            assertThat(rows(corpus, Lookup.SAMPLES_OF_SCAN_NAME, "trojan")).hasSize(2);
            assertThat(corpus.batches())
                    .containsEntry(new Batch("one", "sensor", "CC0-1.0"), 2L)
                    .containsEntry(new Batch("two", "other", ""), 3L);
            assertThat(corpus.position("two", "f")).isEqualTo(700);
            try (CorpusReading reading = corpus.read()) {
                assertThat(reading.tally("a.example")).isEqualTo(new Tally(1, 1));
            }
            corpus.remove("two", Corpus.Progress.UNHEARD);
            assertThat(rows(corpus, Lookup.ADDRESSES_OF_DOMAIN, "a.example")).containsExactly("192.0.2.1 2015-01-01");
        }
        assertThat(folder.toFile().list()).containsExactly("old corpus.db");
    }

    @Test
    void oneThatIsInUseStaysAsItIs() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                var reading = statement.executeQuery("SELECT * FROM batch")) {
            assertThat(reading.next()).isTrue();
            assertThatThrownBy(() -> SqliteCorpus.open(file))
                    .isInstanceOf(CorpusException.class)
                    .hasMessageContaining("another program uses it");
        }
        try (Corpus corpus = SqliteCorpus.open(file)) {
            assertThat(corpus.batches()).hasSize(2);
        }
    }

    @Test
    void whatAnUnfinishedRewritingLeftIsNoHindrance() throws IOException {
        Files.writeString(folder.resolve("old corpus.db.renewed"), "half");
        try (Corpus corpus = SqliteCorpus.open(file)) {
            assertThat(corpus.batches()).hasSize(2);
        }
    }

    private static List<String> rows(Corpus corpus, Lookup lookup, String key) throws IOException {
        var rows = new ArrayList<String>();
        try (CorpusReading reading = corpus.read()) {
            reading.rows(lookup, key, (value, last) -> rows.add(value + " " + last));
        }
        return rows;
    }
}
