package tendril.corpus.segment;

import java.io.IOException;

/** Where the parts of a new segment go, each kind counted from 0; and where hashes wait until their filter is made. */
public interface SegmentSink {
    /** What a filter is about. */
    enum Filter {
        ROWS,
        KEYS
    }

    void block(int number, byte[] bytes) throws IOException;

    void fences(int number, byte[] bytes) throws IOException;

    void filter(Filter filter, int number, byte[] bytes) throws IOException;

    /** Keeps hashes of one lot until they are fetched, and no longer than the segment is being written. */
    void putAway(Filter filter, int lot, byte[] hashes) throws IOException;

    /** Gives back, in any order, all that was put away for a lot. */
    void fetch(Filter filter, int lot, Hashes hashes) throws IOException;

    /** Takes hashes as they were put away. */
    @FunctionalInterface
    interface Hashes {
        void take(byte[] hashes);
    }
}
