package tendril.corpus.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import tendril.corpus.Corpus;
import tendril.corpus.Verdict;
import tendril.corpus.Vote;
import tendril.corpus.sqlite.SqliteCorpus;

/**
 * A program that writes into a corpus and says each time that something is kept, until somebody kills it. Arguments:
 * {@code ingest CORPUS FILE} or {@code vote CORPUS}.
 */
final class KilledProgram {
    static final int STEP_OBSERVATIONS = 1_000;

    private KilledProgram() {}

    public static void main(String[] arguments) throws IOException {
        try (Corpus corpus = SqliteCorpus.openOrCreate(Path.of(arguments[1]))) {
            if (arguments[0].equals("ingest")) {
                ingest(corpus, Path.of(arguments[2]));
            } else {
                vote(corpus);
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

    private static void say(long what) {
        System.out.println(what);
        System.out.flush();
    }
}
