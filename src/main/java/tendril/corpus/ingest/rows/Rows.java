package tendril.corpus.ingest.rows;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Day;
import tendril.corpus.Key;
import tendril.corpus.Merged;
import tendril.corpus.Observation;
import tendril.corpus.Relation;
import tendril.corpus.Verdict;
import tendril.corpus.Vote;
import tendril.indicator.Indicator;
import tendril.indicator.Reading;

/** Where readers put what they find. Keeps it in the corpus step by step, and counts. Confined to one thread. */
public final class Rows {
    private final Corpus corpus;
    private final Batch batch;
    private final InstantSource clock;
    private final String fingerprint;
    private final long done;
    private final int stepObservations;
    private final BadRows badRows;
    private final Step step;
    private final List<Observation> pending = new ArrayList<>();
    private Merged merged = Merged.NOTHING;
    private long row;
    private long line;
    private long skipped;

    /** Told after each step, with the number of the row it came to. */
    @FunctionalInterface
    public interface Step {
        void kept(long row) throws IOException;
    }

    /**
     * @param done             how many rows of this source an earlier run has kept
     * @param stepObservations how many observations make a step
     */
    public Rows(
            Corpus corpus,
            Batch batch,
            InstantSource clock,
            String fingerprint,
            long done,
            int stepObservations,
            BadRows badRows,
            Step step) {
        this.corpus = corpus;
        this.batch = batch;
        this.clock = clock;
        this.fingerprint = fingerprint;
        this.done = done;
        this.stepObservations = stepObservations;
        this.badRows = badRows;
        this.step = step;
    }

    /** Begins the next row of the source; false when an earlier run has kept it already. */
    public boolean next() throws IOException {
        if (pending.size() >= stepObservations) {
            keep(row);
        }
        row++;
        line = row;
        return row > done;
    }

    /** Says at which line of the file the current row begins, where rows are not lines. */
    public void atLine(long number) {
        line = number;
    }

    /** Adds an observation, unless a corpus cannot hold its values, which makes the row a bad one. */
    public void add(Relation relation, String subject, String object, Day first, Day last, int occurrence)
            throws IOException {
        Optional<String> problem = Observation.problem(subject).or(() -> Observation.problem(object));
        if (problem.isPresent()) {
            bad(problem.get(), subject + " " + object);
        } else {
            pending.add(new Observation(relation, subject, object, first, last, occurrence));
        }
    }

    public void add(Relation relation, String subject, String object, Day first, Day last) throws IOException {
        add(relation, subject, object, first, last, 0);
    }

    public void add(Relation relation, String subject, String object) throws IOException {
        add(relation, subject, object, Day.UNKNOWN, Day.UNKNOWN, 0);
    }

    /** Takes over the score of a recorded answer, unless the votes here already come to it. */
    public void score(String value, int score) throws IOException {
        String key = Key.of(value);
        try (CorpusReading reading = corpus.read()) {
            if (score == 0 || reading.tally(key).score() == score) {
                return;
            }
        }
        Verdict verdict = score < 0 ? Verdict.MALICIOUS : Verdict.HARMLESS;
        corpus.vote(List.of(new Vote(key, Batch.voter(batch.name()), verdict, clock.instant())));
    }

    /** The canonical form of a value as the source writes it; without one, the row is listed as a bad one. */
    public Optional<String> value(TableColumn column, String written) throws IOException {
        return taken(WrittenValue.in(column, written), written);
    }

    /** The canonical form of a value of which the source does not say what it is. */
    public Optional<String> value(String written) throws IOException {
        return taken(WrittenValue.ofAnyType(written), written);
    }

    private Optional<String> taken(Reading reading, String written) throws IOException {
        if (reading instanceof Reading.Refused refused) {
            bad(refused.reason(), written);
        }
        return reading.indicator().map(Indicator::value);
    }

    /** Counts a row that says nothing a corpus could answer from. */
    public void skip() {
        skipped++;
    }

    /** Lists the current row as one that could not be understood. */
    public void bad(String problem, String text) throws IOException {
        badRows.add(Math.max(1, line), problem, text);
    }

    /** Keeps what is left; the source is read to its end. */
    public IngestResult finish() throws IOException {
        keep(Corpus.POSITION_NONE);
        return new IngestResult(row, Math.min(done, row), merged, skipped, badRows.count());
    }

    private void keep(long position) throws IOException {
        // A row that the position says is done must stand in the list if it was bad, even if the program dies now.
        badRows.flush();
        // A row of a document may hold more than a corpus takes at once.
        for (int from = 0; from < pending.size(); from += Corpus.BATCH_ROWS_MAX) {
            List<Observation> part = pending.subList(from, Math.min(from + Corpus.BATCH_ROWS_MAX, pending.size()));
            merged = merged.plus(corpus.add(batch, part));
        }
        corpus.setPosition(batch.name(), fingerprint, position);
        pending.clear();
        step.kept(row);
    }
}
