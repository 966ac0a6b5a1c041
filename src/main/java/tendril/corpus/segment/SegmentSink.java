package tendril.corpus.segment;

import java.io.IOException;

/** Where the parts of a new segment go, each kind counted from 0. */
public interface SegmentSink {
    void block(int number, byte[] bytes) throws IOException;

    void fences(int number, byte[] bytes) throws IOException;

    void rowFilter(int number, byte[] bytes) throws IOException;

    void keyFilter(int number, byte[] bytes) throws IOException;
}
