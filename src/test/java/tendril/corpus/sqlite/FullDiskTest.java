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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.CorpusReading;
import tendril.corpus.Day;
import tendril.corpus.Lookup;
import tendril.corpus.Observation;
import tendril.corpus.Relation;
import tendril.corpus.sqlite.table.SqliteBlocks;

/** A step for which there is no room leaves nothing behind, and can be given again when there is. */
class FullDiskTest {
    private static final Batch BATCH = new Batch("b", "s", "");
    private static final int ROWS = 2_000;

    @TempDir
    private Path folder;

    @Test
    void whatWasKeptStaysAndTheStepCanBeGivenAgain() throws IOException, SQLException {
        Path file = folder.resolve("full.db");
        int steps = 0;
        try (Corpus corpus = SqliteCorpus.limited(file, 150)) {
            while (steps < 100) {
                corpus.add(BATCH, rows(steps));
                steps++;
            }
        } catch (CorpusException e) {
            assertThat(e.sentence()).contains("the disk is full. Make room").contains("What was kept before stays");
        }
        assertThat(steps).isBetween(1, 50);
        try (Corpus corpus = SqliteCorpus.open(file)) {
            assertThat(known(corpus)).isBetween((long) steps * ROWS, (steps + 1L) * ROWS);
            corpus.add(BATCH, rows(steps));
            assertThat(known(corpus)).isEqualTo((steps + 1L) * ROWS);
            assertThat(corpus.batches()).containsEntry(BATCH, (steps + 1L) * ROWS);
            corpus.settle(Corpus.Progress.UNHEARD);
            assertThat(known(corpus)).isEqualTo((steps + 1L) * ROWS);
        }
    }

    @Test
    void anUnfinishedMergeIsForgotten() throws IOException, SQLException {
        Path file = folder.resolve("merge.db");
        try (Corpus corpus = SqliteCorpus.openOrCreate(file)) {
            corpus.add(BATCH, rows(0));
            corpus.add(BATCH, rows(1));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO block VALUES(" + SqliteBlocks.id(77, 0) + ", x'00')");
            statement.execute(
                    "UPDATE state SET segment = 78, merger = 'one that died', merging_until = unixepoch() - 1");
        }
        try (Corpus corpus = SqliteCorpus.open(file)) {
            corpus.settle(Corpus.Progress.UNHEARD);
            assertThat(known(corpus)).isEqualTo(2L * ROWS);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                var orphans = statement.executeQuery("SELECT count(*), (SELECT count(*) FROM segment) FROM block WHERE"
                        + " id >> 32 NOT IN (SELECT id FROM segment)")) {
            assertThat(orphans.next()).isTrue();
            assertThat(orphans.getInt(1)).isZero();
            assertThat(orphans.getInt(2)).isEqualTo(1);
        }
    }

    @Test
    void folderThatIsNotThereIsSaidSo() {
        assertThatThrownBy(
                        () -> SqliteCorpus.openOrCreate(folder.resolve("none").resolve("c.db")))
                .isInstanceOf(CorpusException.class)
                .hasMessageContaining("cannot be opened as a corpus")
                .hasMessageContaining("folder");
    }

    private static List<Observation> rows(int step) {
        var rows = new ArrayList<Observation>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(Observation.on(
                    new Day(2015_01_01), Relation.RESOLVES, "d" + step + "-" + i + ".example", "192.0.2.1"));
        }
        return rows;
    }

    private static long known(Corpus corpus) throws IOException {
        long[] count = new long[1];
        try (CorpusReading reading = corpus.read()) {
            reading.rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1", (value, last) -> count[0]++);
        }
        return count[0];
    }
}
