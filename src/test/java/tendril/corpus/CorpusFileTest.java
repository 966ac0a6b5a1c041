package tendril.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.corpus.sqlite.SqliteCorpus;

/** A corpus as a file among other files. */
class CorpusFileTest {
    private static final Batch BATCH = new Batch("b", "s", "");

    @TempDir
    private Path folder;

    @Test
    void whatWasAddedIsThereAfterReopening() throws IOException {
        Path file = folder.resolve("odd name ?#%25 \u00e9.db");
        var row = Observation.on(new Day(2015_01_01), Relation.RESOLVES, "a.example", "192.0.2.1");
        try (Corpus corpus = SqliteCorpus.openOrCreate(file)) {
            corpus.add(BATCH, List.of(row));
        }
        try (Corpus corpus = SqliteCorpus.open(file)) {
            assertThat(corpus.add(BATCH, List.of(row))).isEqualTo(new Merged(0, 0, 1));
            assertThat(corpus.add(BATCH, List.of(Observation.undated(Relation.RESOLVES, "b.example", "192.0.2.1"))))
                    .isEqualTo(new Merged(1, 0, 0));
            var rows = new ArrayList<String>();
            try (CorpusReading reading = corpus.read()) {
                reading.rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1", (value, last) -> rows.add(value));
            }
            assertThat(rows).containsExactly("a.example", "b.example");
        }
        assertThat(folder).isDirectoryNotContaining("glob:**-wal");
    }

    @Test
    void missingFileIsSaidSo() {
        assertThatThrownBy(() -> SqliteCorpus.open(folder.resolve("none.db")))
                .isInstanceOf(CorpusException.class)
                .hasMessageContaining("There is no file")
                .hasMessageContaining("tendril ingest");
    }

    @Test
    void pictureIsNotACorpusAndStaysAsItIs() throws IOException {
        Path jpeg = Files.write(folder.resolve("cat.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, 4});
        byte[] before = Files.readAllBytes(jpeg);
        assertThatThrownBy(() -> SqliteCorpus.open(jpeg))
                .isInstanceOf(CorpusException.class)
                .hasMessageContaining("cat.jpg cannot be opened as a corpus");
        assertThat(Files.readAllBytes(jpeg)).isEqualTo(before);
    }

    @Test
    void otherDatabaseIsNotACorpus() throws Exception {
        Path other = folder.resolve("other.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t(x)");
        }
        assertThatThrownBy(() -> SqliteCorpus.openOrCreate(other))
                .isInstanceOf(CorpusException.class)
                .hasMessageContaining("not a Tendril corpus");
    }

    @Test
    void corpusOfANewerVersionIsRefused() throws Exception {
        Path file = folder.resolve("newer.db");
        SqliteCorpus.openOrCreate(file).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> SqliteCorpus.open(file))
                .isInstanceOf(CorpusException.class)
                .hasMessageContaining("newer Tendril");
    }

    @Test
    void closedCorpusSaysSo() throws IOException {
        Corpus corpus = SqliteCorpus.temporary();
        corpus.close();
        corpus.close();
        assertThatThrownBy(corpus::read).isInstanceOf(CorpusException.class).hasMessageContaining("is closed");
        assertThatThrownBy(() -> corpus.add(BATCH, List.of())).hasMessageContaining("is closed");
    }
}
