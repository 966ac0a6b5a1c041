package tendril.corpus;

import java.io.IOException;

/**
 * A view into a corpus for one answer. Confined to one thread; close it soon, as it may hold a connection. One call
 * sees one state of the corpus; two calls may see two, or, on the same key, still the first.
 */
public interface CorpusReading extends AutoCloseable {
    /**
     * Passes on every row of a key, streamed, in the order the lookup names.
     *
     * @param key what is asked, folded by {@link Key#of}; a blank key has no rows
     * @throws IOException when the corpus cannot be read, or when the sink throws it
     */
    void rows(Lookup lookup, String key, RowSink sink) throws IOException;

    /** The standing votes on a key. */
    Tally tally(String key) throws CorpusException;

    /** Passes on every value that more standing votes call malicious than harmless, in the order of code points. */
    void blamed(ValueSink sink) throws IOException;

    /**
     * Passes on the addresses that any domain resolved to and that begin with some text, in the order of code points.
     *
     * @param max how many are enough
     */
    void addresses(String beginning, int max, ValueSink sink) throws IOException;

    /**
     * Passes on everything a batch states, with the days it states itself, in the order the rows came. A batch that is
     * not there has none.
     */
    void observations(String batchName, ObservationSink sink) throws IOException;

    @Override
    void close() throws CorpusException;
}
