package tendril.corpus;

import java.io.IOException;

/**
 * A view into a corpus for one answer. Confined to one thread; close it soon, as it may hold a connection. One call
 * sees one state of the corpus; two calls may see two.
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

    @Override
    void close() throws CorpusException;
}
