package tendril.corpus.ingest.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a stream as bytes, without copying them one by one. Confined to one thread. */
public final class Lines {
    /** A longer line is not a row of anything we know. */
    public static final int LINE_BYTES_MAX = 1 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private int filled;
    private boolean tooLong;

    public Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false when there is none. */
    public boolean next() throws IOException {
        tooLong = false;
        from = Math.min(to + 1, filled);
        int scanned = from;
        while (true) {
            for (int i = scanned; i < filled; i++) {
                if (buffer[i] == '\n') {
                    to = i;
                    return true;
                }
            }
            scanned = filled;
            if (from > 0) {
                System.arraycopy(buffer, from, buffer, 0, filled - from);
                scanned -= from;
                filled -= from;
                from = 0;
            }
            if (filled == buffer.length) {
                scanned = makeRoom();
            }
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                to = filled;
                return filled > 0;
            }
            filled += read;
        }
    }

    private int makeRoom() {
        if (buffer.length < LINE_BYTES_MAX) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        } else {
            tooLong = true;
            filled = 0;
        }
        return filled;
    }

    /** Whether the line was longer than {@link #LINE_BYTES_MAX}; only its end is left then. */
    public boolean isTooLong() {
        return tooLong;
    }

    public byte[] bytes() {
        return buffer;
    }

    public int from() {
        return from;
    }

    public int length() {
        int end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
        return end - from;
    }

    public String text() {
        return new String(buffer, from, length(), StandardCharsets.UTF_8);
    }
}
