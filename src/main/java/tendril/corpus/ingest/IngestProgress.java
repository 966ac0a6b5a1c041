package tendril.corpus.ingest;

import java.io.IOException;

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
}
