package tendril.corpus.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tendril.corpus.Corpus;
import tendril.corpus.Verdict;
import tendril.corpus.Vote;
import tendril.corpus.sqlite.SqliteCorpus;

/**
 * A program that writes into a corpus and says each time that something is kept, until somebody kills it. Arguments:
 * {@code ingest CORPUS FILE}, {@code vote CORPUS}, or {@code remove CORPUS BATCH}, which waits between two steps to be
 * killed.
 */
final class KilledProgram {
    static final int STEP_OBSERVATIONS = 1_000;

    private KilledProgram() {}

    public static void main(String[] arguments) throws IOException {
        try (Corpus corpus = SqliteCorpus.openOrCreate(Path.of(arguments[1]))) {
            switch (arguments[0]) {
                case "ingest" -> ingest(corpus, Path.of(arguments[2]));
                case "remove" -> remove(corpus, arguments[2]);
                default -> vote(corpus);
            }
        }
    }

    private static void ingest(Corpus corpus, Path file) throws IOException {
        var job = IngestJob.of(file, IngestFormat.COF);
        new Ingest(corpus, InstantSource.system(), STEP_OBSERVATIONS).run(job, (read, all) -> say(read));
    }

    private static void vote(Corpus corpus) throws IOException {
        for (int i = 0; i < Integer.MAX_VALUE; i++) {
            corpus.vote(List.of(new Vote("v" + i + ".example", "ann", Verdict.MALICIOUS, Instant.EPOCH)));
            say(i);
        }
    }

    private static void remove(Corpus corpus, String batch) throws IOException {
        corpus.remove(batch, (done, all) -> {
            say(done);
            LockSupport.park();
        });
    }

    private static void say(long what) {
        System.out.println(what);
        System.out.flush();
    }
}
