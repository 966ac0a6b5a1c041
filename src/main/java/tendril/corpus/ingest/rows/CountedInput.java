package tendril.corpus.ingest.rows;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that knows how much of it has been read, and may have a limit. Confined to one thread. */
public final class CountedInput extends FilterInputStream {
    private final long bytesMax;
    private long count;

    public CountedInput(InputStream in) {
        this(in, Long.MAX_VALUE);
    }

    /**
     * @param bytesMax reading more fails with a sentence
     */
    public CountedInput(InputStream in, long bytesMax) {
        super(in);
        this.bytesMax = bytesMax;
    }

    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        count += Math.max(0, read);
        if (count > bytesMax) {
            throw new IOException("The file is longer than " + (bytesMax >> 20) + " MiB. Split it into several files.");
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
