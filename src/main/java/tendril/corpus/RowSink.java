package tendril.corpus;

import java.io.IOException;

/** Takes the rows of one key, one by one. */
@FunctionalInterface
public interface RowSink {
    /**
     * Takes one row.
     *
     * @param value the value on the other side, exactly as it was written
     * @param last  the last day it was seen
     * @throws IOException when the receiver cannot take more; the lookup stops and passes it on
     */
    void row(String value, Day last) throws IOException;
}
