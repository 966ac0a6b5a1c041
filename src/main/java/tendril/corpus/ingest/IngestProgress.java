package tendril.corpus.ingest;

import java.io.IOException;
import tendril.corpus.CorpusException;

/** Hears how far a run is. */
@FunctionalInterface
public interface IngestProgress {
    /**
     * Called after each step, and at the end.
     *
     * @param bytesRead how much of the file is read
     * @param bytesAll  how long the file is
     * @throws IOException to end the run; what is kept so far stays, and the next run carries on
     */
    void at(long bytesRead, long bytesAll) throws IOException;

    /**
     * Called while the corpus is put in order, after all rows are kept.
     *
     * @param rowsDone how many rows of the corpus were gone through
     * @param rowsAll  how many there are to go through
     * @throws CorpusException to end the run; nothing is lost
     */
    default void settling(long rowsDone, long rowsAll) throws CorpusException {}
}
