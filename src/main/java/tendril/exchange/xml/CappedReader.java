package tendril.exchange.xml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A stream of chars under a {@link TagWatch}. */
final class CappedReader extends FilterReader {
    private final TagWatch watch = new TagWatch();

    CappedReader(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        for (int i = 0; i < count; i++) {
            watch.pass(buffer[offset + i]);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
