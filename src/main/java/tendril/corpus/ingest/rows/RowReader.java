package tendril.corpus.ingest.rows;

import java.io.IOException;
import java.io.InputStream;

/** Turns one format into observations. */
@FunctionalInterface
public interface RowReader {
    /** Reads everything; what cannot be understood goes to {@link Rows#bad}, never into an exception. */
    void read(InputStream in, Rows rows) throws IOException;
}
