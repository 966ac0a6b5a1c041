package tendril.server.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The body of a request that comes in chunks (RFC 9112, 7.1). Extensions and trailers are read and ignored. Confined to
 * the connection's thread.
 */
final class ChunkedBody {
    private static final int SIZE_DIGITS_MAX = 7;

    /** Sizes, extensions and trailers together. */
    private static final int OVERHEAD_BYTES_MAX = 65_536;

    private final Source source;
    private final int bytesMax;
    private int overhead;

    /** Gives one byte after the other. */
    @FunctionalInterface
    interface Source {
        /**
         * The next byte.
         *
         * @throws java.io.EOFException when the client is gone
         */
        int next() throws IOException;
    }

    /** The body cannot be taken. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Incoming.Refused refused;

        Refused(int status, String sentence) {
            super(sentence);
            refused = new Incoming.Refused(status, sentence);
        }

        Incoming.Refused refused() {
            return refused;
        }
    }

    ChunkedBody(Source source, int bytesMax) {
        this.source = source;
        this.bytesMax = bytesMax;
    }

    byte[] read() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            if (body.size() + size > bytesMax) {
                throw new Refused(413, "The body is longer than " + bytesMax + " bytes.");
            }
            for (int i = 0; i < size; i++) {
                body.write(source.next());
            }
            expect('\r');
            expect('\n');
        }
        skipTrailers();
        return body.toByteArray();
    }

    private int size() throws IOException {
        int size = 0;
        int digits = 0;
        int next = overhead();
        for (; Character.digit(next, 16) >= 0; next = overhead()) {
            size = size * 16 + Character.digit(next, 16);
            if (++digits > SIZE_DIGITS_MAX) {
                throw new Refused(413, "The body is longer than " + bytesMax + " bytes.");
            }
        }
        boolean extended = next == ';' || next == ' ' || next == '\t';
        if (digits == 0 || (!extended && next != '\r')) {
            throw unreadable();
        }
        while (next != '\r') {
            next = overhead();
        }
        expect('\n');
        return size;
    }

    private void skipTrailers() throws IOException {
        while (true) {
            int length = 0;
            int next = overhead();
            for (; next != '\r'; next = overhead()) {
                length++;
            }
            expect('\n');
            if (length == 0) {
                return;
            }
        }
    }

    private int overhead() throws IOException {
        if (++overhead > OVERHEAD_BYTES_MAX) {
            throw new Refused(431, "The chunks of the body have too much around them.");
        }
        int next = source.next();
        if (next == '\n') {
            throw unreadable();
        }
        return next;
    }

    private void expect(int wanted) throws IOException {
        if (source.next() != wanted) {
            throw unreadable();
        }
    }

    private static Refused unreadable() {
        return new Refused(400, "The chunks of the body are not as HTTP writes them.");
    }
}
