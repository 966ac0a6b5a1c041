package tendril.corpus.demo;

import java.util.List;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.Observation;
import tendril.corpus.sqlite.SqliteCorpus;

/**
 * The corpus that the program answers from when it is given no other: the documented examples, and an invented campaign
 * around them. It holds no real infrastructure beyond those examples.
 */
public final class DemoCorpus {
    private static final Batch DOCUMENTED = new Batch(
            "documented examples",
            "answers printed in the documentation of the ThreatCrowd API, 2015 to 2021",
            "facts");
    private static final Batch INVENTED =
            new Batch("invented campaign", "made up by Tendril; reserved names and addresses only", "Apache-2.0");

    private DemoCorpus() {}

    /** A fresh copy in a temporary file that is deleted when the corpus is closed. */
    public static Corpus open() throws CorpusException {
        Corpus corpus = SqliteCorpus.temporary();
        boolean filled = false;
        try {
            fill(corpus);
            filled = true;
            return corpus;
        } finally {
            if (!filled) {
                corpus.close();
            }
        }
    }

    /** Adds everything the demo corpus holds to any corpus. Adding it twice changes nothing but the votes' history. */
    public static void fill(Corpus corpus) throws CorpusException {
        DemoFacts facts = DemoFacts.load();
        corpus.add(DOCUMENTED, facts.observations());
        List<Observation> invented = new DemoCampaign().observations();
        corpus.add(INVENTED, invented);
        corpus.vote(facts.votes());
    }
}
