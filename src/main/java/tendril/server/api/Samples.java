package tendril.server.api;

import java.io.IOException;
import java.util.List;
import tendril.corpus.CorpusReading;
import tendril.corpus.Lookup;

/** How samples are found by whichever hash one has. */
public final class Samples {
    private static final int SHA1_LENGTH_CHARS = 40;

    private Samples() {}

    /** The MD5 a sample is kept under; the key itself when it is no longer hash that the corpus knows. */
    public static String md5Of(CorpusReading corpus, String key) throws IOException {
        if (key.length() < SHA1_LENGTH_CHARS) {
            return key;
        }
        for (Lookup lookup : List.of(Lookup.SAMPLE_OF_SHA1, Lookup.SAMPLE_OF_SHA256)) {
            String md5 = first(corpus, lookup, key);
            if (!md5.isEmpty()) {
                return md5;
            }
        }
        return key;
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
