package tendril.corpus.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Lookup;
import tendril.corpus.ingest.rows.IngestResult;
import tendril.corpus.sqlite.SqliteCorpus;

/** A corpus of its own for each test, and one file to fill it from. */
abstract class IngestFixture {
    static final IngestProgress QUIET = (read, all) -> {};

    @TempDir
    Path folder;

    Corpus corpus;

    @BeforeEach
    void open() throws IOException {
        corpus = SqliteCorpus.temporary();
    }

    @AfterEach
    void close() throws IOException {
        corpus.close();
    }

    IngestResult run(IngestFormat format, String text) throws IOException {
        return run(format, text.getBytes(StandardCharsets.UTF_8));
    }

    IngestResult run(IngestFormat format, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("input"), content);
        return new Ingest(corpus, InstantSource.system()).run(IngestJob.of(file, format), QUIET);
    }

    Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("input"), text);
    }

    /** What the runs so far listed as not understood, of the last that had any. */
    List<String> badRows() throws IOException {
        Path file = folder.resolve("input.bad-rows.txt");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    List<String> rows(Lookup lookup, String key) throws IOException {
        var rows = new ArrayList<String>();
        try (CorpusReading reading = corpus.read()) {
            reading.rows(lookup, key, (value, last) -> rows.add(value + " " + last));
        }
        return rows;
    }
}
