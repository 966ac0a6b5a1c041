package tendril.corpus.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import tendril.corpus.Corpus;
import tendril.corpus.ingest.form.AnswerReader;
import tendril.corpus.ingest.form.CofReader;
import tendril.corpus.ingest.form.ListReader;
import tendril.corpus.ingest.form.MispReader;
import tendril.corpus.ingest.form.StixReader;
import tendril.corpus.ingest.form.TableReader;
import tendril.corpus.ingest.rows.BadRows;
import tendril.corpus.ingest.rows.CountedInput;
import tendril.corpus.ingest.rows.Fingerprint;
import tendril.corpus.ingest.rows.IngestResult;
import tendril.corpus.ingest.rows.PlainInput;
import tendril.corpus.ingest.rows.RowReader;
import tendril.corpus.ingest.rows.Rows;

/**
 * Fills a corpus from one file after the other. Rows are kept in steps, each all or nothing, so that a run which was cut
 * short carries on behind the last step when the same file is given again; a run that is repeated changes nothing.
 * Confined to one thread.
 */
public final class Ingest {
    /** Observations of one step, which is one transaction. */
    private static final int STEP_OBSERVATIONS = 200_000;

    private final Corpus corpus;
    private final InstantSource clock;
    private final int stepObservations;

    /**
     * @param clock the time of votes that recorded answers hold
     */
    public Ingest(Corpus corpus, InstantSource clock) {
        this(corpus, clock, STEP_OBSERVATIONS);
    }

    /**
     * @param stepObservations how many observations make a step, for tests that are cut short between two
     */
    Ingest(Corpus corpus, InstantSource clock, int stepObservations) {
        this.corpus = corpus;
        this.clock = clock;
        this.stepObservations = stepObservations;
    }

    /**
     * Reads one file into the corpus.
     *
     * @param progress told from time to time, on this thread
     * @throws IOException when the file cannot be read or the corpus cannot be written; rows kept so far stay
     */
    public IngestResult run(IngestJob job, IngestProgress progress) throws IOException {
        Path file = job.input();
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "There is no such file.");
        }
        if (job.format() == IngestFormat.CORPUS) {
            try (var badRows = new BadRows(job.badRows(), 0)) {
                IngestResult result = new CorpusReader(corpus, clock, stepObservations).read(file, badRows, progress);
                corpus.settle(progress::settling);
                return result;
            }
        }
        String fingerprint = Fingerprint.of(file);
        long done = corpus.position(job.batch().name(), fingerprint);
        try (var badRows = new BadRows(job.badRows(), done);
                var raw = new CountedInput(Files.newInputStream(file));
                var in = new PlainInput(raw)) {
            var rows = new Rows(
                    corpus,
                    job.batch(),
                    clock,
                    fingerprint,
                    done,
                    stepObservations,
                    badRows,
                    row -> progress.at(raw.count(), Files.size(file)));
            reader(job).read(in, rows);
            if (in.cut().isPresent()) {
                rows.bad(in.cut().get(), "");
            }
            IngestResult result = rows.finish();
            corpus.settle(progress::settling);
            return result;
        }
    }

    private static RowReader reader(IngestJob job) {
        return switch (job.format()) {
            case COF -> new CofReader();
            case CSV -> new TableReader(Optional.empty(), job.columns());
            case TSV -> new TableReader(Optional.of('\t'), job.columns());
            case LIST -> new ListReader(job.batch().source());
            case THREATCROWD -> new AnswerReader();
            case MISP -> new MispReader();
            case STIX -> new StixReader();
            case CORPUS -> throw new IllegalStateException("a corpus is not read as a stream");
        };
    }
}
