package tendril.corpus.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.CorpusReading;
import tendril.corpus.Day;
import tendril.corpus.Lookup;
import tendril.corpus.Observation;
import tendril.corpus.Relation;

/** Removing a batch that is cut short anywhere: the batch counts no more, all else stays, and asking again finishes. */
class RemovalTest {
    private static final Batch GOES = new Batch("goes", "s", "");
    private static final Batch STAYS = new Batch("stays", "s", "");
    private static final int STEPS = 3;
    private static final int ROWS = 600;

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void fill() throws IOException {
        file = folder.resolve("c.db");
        try (Corpus corpus = SqliteCorpus.openOrCreate(file)) {
            for (int step = 0; step < STEPS; step++) {
                corpus.add(GOES, rows("goes", step));
                corpus.add(STAYS, rows("stays", step));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void removalThatEndsBetweenTwoStepsIsFinishedByAskingAgain(int lastStep) throws Exception {
        var heard = new ArrayList<Long>();
        try (Corpus corpus = SqliteCorpus.open(file)) {
            assertThatThrownBy(() -> corpus.remove("goes", (done, all) -> {
                        heard.add(done);
                        if (heard.size() == lastStep) {
                            throw new CorpusException("the fault");
                        }
                    }))
                    .isInstanceOf(CorpusException.class)
                    .hasMessage("the fault");
        }
        assertThat(heard).hasSize(lastStep).isSorted();

        try (Corpus corpus = SqliteCorpus.open(file)) {
            onlyTheOtherBatchIsThere(corpus);
            assertThat(corpus.remove("goes", Corpus.Progress.UNHEARD)).isEqualTo(Corpus.Removal.REMOVED);
            onlyTheOtherBatchIsThere(corpus);
            assertThat(corpus.remove("goes", Corpus.Progress.UNHEARD)).isEqualTo(Corpus.Removal.NOT_THERE);
        }
        nothingIsLeftOver();
    }

    @Test
    void removalThatFindsTheDiskFullIsFinishedByAskingAgain() throws Exception {
        try (Corpus corpus = SqliteCorpus.open(file)) {
            corpus.settle(Corpus.Progress.UNHEARD);
        }
        int refused = 0;
        for (int more = 0; more < 12; more++) {
            try (SqliteCorpus corpus = SqliteCorpus.limited(file, pages() + more)) {
                corpus.remove("goes", Corpus.Progress.UNHEARD);
                break;
            } catch (CorpusException e) {
                assertThat(e.sentence()).contains("the disk is full");
                refused++;
            }
            try (Corpus corpus = SqliteCorpus.open(file);
                    CorpusReading reading = corpus.read()) {
                assertThat(count(reading, "stays")).isEqualTo(STEPS * ROWS);
            }
        }
        assertThat(refused).isPositive();
        try (Corpus corpus = SqliteCorpus.open(file)) {
            corpus.remove("goes", Corpus.Progress.UNHEARD);
            onlyTheOtherBatchIsThere(corpus);
        }
        nothingIsLeftOver();
    }

    @Test
    void whileAnotherProgramPutsTheCorpusInOrderTheBatchCountsNoMoreAndTakesItsRoom() throws Exception {
        change("UPDATE state SET merger = 'another', merging_until = unixepoch() + 1000");
        try (Corpus corpus = SqliteCorpus.open(file)) {
            assertThat(corpus.remove("goes", Corpus.Progress.UNHEARD)).isEqualTo(Corpus.Removal.TAKES_ROOM);
            onlyTheOtherBatchIsThere(corpus);
            assertThat(corpus.remove("goes", Corpus.Progress.UNHEARD)).isEqualTo(Corpus.Removal.TAKES_ROOM);

            change("UPDATE state SET merging_until = 0");
            corpus.settle(Corpus.Progress.UNHEARD);
            onlyTheOtherBatchIsThere(corpus);
            assertThat(corpus.remove("goes", Corpus.Progress.UNHEARD)).isEqualTo(Corpus.Removal.NOT_THERE);
        }
        nothingIsLeftOver();
    }

    @Test
    void batchOfTheSameNameMayComeBackBeforeTheOldOneIsClearedAway() throws Exception {
        change("UPDATE state SET merger = 'another', merging_until = unixepoch() + 1000");
        try (Corpus corpus = SqliteCorpus.open(file)) {
            assertThat(corpus.remove("goes", Corpus.Progress.UNHEARD)).isEqualTo(Corpus.Removal.TAKES_ROOM);
            corpus.add(GOES, rows("goes", 0));
            change("UPDATE state SET merging_until = 0");
            corpus.settle(Corpus.Progress.UNHEARD);
            try (CorpusReading reading = corpus.read()) {
                assertThat(count(reading, "goes")).isEqualTo(ROWS);
                assertThat(count(reading, "stays")).isEqualTo(STEPS * ROWS);
            }
            assertThat(corpus.batches()).containsOnlyKeys(GOES, STAYS);
        }
    }

    private static void onlyTheOtherBatchIsThere(Corpus corpus) throws IOException {
        assertThat(corpus.batches()).containsOnlyKeys(STAYS);
        try (CorpusReading reading = corpus.read()) {
            assertThat(count(reading, "goes")).isZero();
            assertThat(count(reading, "stays")).isEqualTo(STEPS * ROWS);
        }
    }

    private void nothingIsLeftOver() throws SQLException {
        assertThat(number("SELECT count(*) FROM segment WHERE ',' || batches || ',' LIKE '%,1,%'"))
                .isZero();
        for (String table : List.of("block", "fence", "row_filter", "key_filter")) {
            assertThat(number("SELECT count(*) FROM " + table + " WHERE id >> 32 NOT IN (SELECT id FROM segment)"))
                    .as(table)
                    .isZero();
        }
        assertThat(number("SELECT count(*) FROM removing")).isZero();
        assertThat(number("PRAGMA freelist_count")).isLessThanOrEqualTo(number("PRAGMA page_count") / 10);
    }

    private int pages() throws SQLException {
        return number("PRAGMA page_count");
    }

    private int number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static List<Observation> rows(String name, int step) {
        var rows = new ArrayList<Observation>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(Observation.on(
                    new Day(2015_01_01), Relation.RESOLVES, name + step + "-" + i + ".example", "192.0.2.1"));
        }
        return rows;
    }

    private static long count(CorpusReading reading, String name) throws IOException {
        long[] count = new long[1];
        reading.rows(
                Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1", (value, last) -> count[0] += value.startsWith(name) ? 1 : 0);
        return count[0];
    }
}
