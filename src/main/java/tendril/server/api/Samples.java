package tendril.server.api;

import java.io.IOException;
import java.util.List;
import tendril.corpus.CorpusReading;
import tendril.corpus.Lookup;

/** How samples are found by whichever hash one has. */
public final class Samples {
    private static final int SHA1_LENGTH_CHARS = 40;

    private Samples() {}

    /**
     * The MD5 of the sample that has a hash; where no source tells it, the hash that the sample is kept under or, when
     * the corpus knows nothing better, the key itself.
     */
    public static String md5Of(CorpusReading corpus, String key) throws IOException {
        String best = key;
        // A SHA-1 may lead to a SHA-256 first, as the sample of a source that does not tell its MD5.
        for (int step = 0; step < 2 && best.length() >= SHA1_LENGTH_CHARS; step++) {
            best = sampleOf(corpus, best);
        }
        return best;
    }

    private static String sampleOf(CorpusReading corpus, String hash) throws IOException {
        for (Lookup lookup : List.of(Lookup.SAMPLE_OF_SHA1, Lookup.SAMPLE_OF_SHA256)) {
            String sample = first(corpus, lookup, hash);
            if (!sample.isEmpty()) {
                return sample;
            }
        }
        return hash;
    }

    /** The first row of a key; empty when it has none. */
    static String first(CorpusReading corpus, Lookup lookup, String key) throws IOException {
        var found = new String[] {""};
        corpus.rows(lookup, key, (value, last) -> {
            if (found[0].isEmpty()) {
                found[0] = value;
            }
        });
        return found[0];
    }
}
