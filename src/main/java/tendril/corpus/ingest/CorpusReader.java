package tendril.corpus.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Merged;
import tendril.corpus.ingest.rows.BadRows;
import tendril.corpus.ingest.rows.Fingerprint;
import tendril.corpus.ingest.rows.IngestResult;
import tendril.corpus.ingest.rows.Rows;
import tendril.corpus.sqlite.SqliteCorpus;

/**
 * Reads another corpus into this one, batch by batch: names, sources and licences come along, so that each can be removed
 * here too. Votes stay with the server they were cast at. Confined to one thread.
 */
final class CorpusReader {
    private final Corpus corpus;
    private final InstantSource clock;
    private final int stepObservations;

    CorpusReader(Corpus corpus, InstantSource clock, int stepObservations) {
        this.corpus = corpus;
        this.clock = clock;
        this.stepObservations = stepObservations;
    }

    IngestResult read(Path file, BadRows badRows, IngestProgress progress) throws IOException {
        long bytes = Files.size(file);
        String fingerprint = Fingerprint.of(file);
        try (Corpus other = SqliteCorpus.open(file);
                CorpusReading reading = other.read()) {
            long rowsAll = Math.max(
                    1,
                    other.batches().values().stream().mapToLong(Long::longValue).sum());
            IngestResult result = new IngestResult(0, 0, Merged.NOTHING, 0, 0);
            for (Batch batch : other.batches().keySet()) {
                long before = result.rows();
                long done = corpus.position(batch.name(), fingerprint);
                var rows = new Rows(
                        corpus,
                        batch,
                        clock,
                        fingerprint,
                        done,
                        stepObservations,
                        badRows,
                        row -> progress.at((long) ((double) bytes * (before + row) / rowsAll), bytes));
                reading.observations(batch.name(), seen -> {
                    if (rows.next()) {
                        rows.add(
                                seen.relation(),
                                seen.subject(),
                                seen.object(),
                                seen.first(),
                                seen.last(),
                                seen.occurrence());
                    }
                });
                result = result.plus(rows.finish());
            }
            return result;
        }
    }
}
