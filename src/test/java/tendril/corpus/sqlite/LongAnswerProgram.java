package tendril.corpus.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Lookup;

/** A program that asks a corpus and tells how many rows came. Arguments: corpus, then a lookup and its key, and so on. */
final class LongAnswerProgram {
    private static final int ROWS_MAX = 100_000;

    private long rows;
    private boolean isInOrder = true;
    private long before = -1;

    private LongAnswerProgram() {}

    public static void main(String[] arguments) throws IOException {
        try (Corpus corpus = SqliteCorpus.open(Path.of(arguments[0]));
                CorpusReading reading = corpus.read()) {
            for (int i = 1; i + 1 < arguments.length; i += 2) {
                Lookup lookup = Lookup.valueOf(arguments[i]);
                var asked = new LongAnswerProgram();
                reading.rows(lookup, arguments[i + 1], (value, last) -> asked.take(lookup, value));
                System.out.println(asked.rows + (asked.isInOrder ? " rows in order" : " rows"));
            }
        }
    }

    private void take(Lookup lookup, String value) {
        long number = Long.parseLong(value.substring(1, 7));
        long expected = lookup.order() == Lookup.Order.BY_VALUE ? before + 1 : rows * 7919L % ROWS_MAX;
        isInOrder &= number == expected;
        before = number;
        rows++;
    }
}
