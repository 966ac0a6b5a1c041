package tendril.corpus.segment;

import java.io.IOException;

/** Where blocks are read from. */
@FunctionalInterface
public interface BlockSource {
    /** One block of a segment, counted from 0. */
    byte[] block(long segment, int number) throws IOException;
}
