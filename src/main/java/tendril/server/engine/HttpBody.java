package tendril.server.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tendril.server.message.BodyOutput;

/**
 * The body of one answer on its way out. A short one leaves with its length in one write; a long one leaves in chunks
 * (HTTP/1.1) or until the connection closes (HTTP/1.0), and never stands whole in memory. For HEAD it only counts.
 * Confined to the connection's thread.
 */
final class HttpBody extends BodyOutput {
    private static final int BUFFER_BYTES = 16_384;

    /** Room before the buffered body for the head, so that both leave in one write without copying. */
    private static final int HEAD_BYTES = 1_024;

    private static final byte[] CHUNK_END = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};

    private enum Way {
        UNDECIDED,
        COUNTED,
        BODILESS,
        CHUNKED,
        UNTIL_CLOSE
    }

    private final OutputStream out;
    private final boolean mayBeLong;
    private final byte[] buffer = new byte[HEAD_BYTES + BUFFER_BYTES];
    private int end = HEAD_BYTES;
    private long counted;
    private String head = "";
    private boolean chunks;
    private Way way = Way.UNDECIDED;

    /**
     * @param mayBeLong whether a body may leave in parts; else one that does not fit ends in {@link TooLong}
     */
    HttpBody(OutputStream out, boolean mayBeLong) {
        this.out = out;
        this.mayBeLong = mayBeLong;
    }

    /** A body is longer than what may leave at once; nothing of it has. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /**
     * Begins an answer.
     *
     * @param headStart the head up to where the length of the body is stated
     * @param hasBody   whether answers of this status have a body at all
     * @param countOnly whether the body is only measured, as HEAD asks
     * @param mayChunk  whether the client knows chunks
     */
    void begin(String headStart, boolean hasBody, boolean countOnly, boolean mayChunk) {
        head = headStart;
        chunks = mayChunk;
        end = HEAD_BYTES;
        counted = 0;
        way = !hasBody ? Way.BODILESS : countOnly ? Way.COUNTED : Way.UNDECIDED;
    }

    @Override
    public void write(int b) throws IOException {
        if (end == buffer.length) {
            overflow();
        }
        buffer[end++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            if (end == buffer.length) {
                overflow();
            }
            int part = Math.min(left, buffer.length - end);
            System.arraycopy(bytes, at, buffer, end, part);
            end += part;
            at += part;
            left -= part;
        }
    }

    @Override
    public void ascii(String text) throws IOException {
        int at = 0;
        while (at < text.length()) {
            if (end == buffer.length) {
                overflow();
            }
            int stop = Math.min(text.length(), at + buffer.length - end);
            while (at < stop) {
                buffer[end++] = (byte) text.charAt(at++);
            }
        }
    }

    private void overflow() throws IOException {
        switch (way) {
            case COUNTED, BODILESS -> counted += end - HEAD_BYTES;
            case UNDECIDED -> {
                if (!mayBeLong) {
                    throw new TooLong();
                }
                way = chunks ? Way.CHUNKED : Way.UNTIL_CLOSE;
                String begun = chunks
                        ? head + "Transfer-Encoding: chunked\r\n\r\n"
                        : head.replace(HttpHead.KEEP_ALIVE, HttpHead.CLOSE) + "\r\n";
                out.write(begun.getBytes(StandardCharsets.ISO_8859_1));
                sendBuffer();
            }
            case CHUNKED, UNTIL_CLOSE -> sendBuffer();
        }
        end = HEAD_BYTES;
    }

    private void sendBuffer() throws IOException {
        int length = end - HEAD_BYTES;
        if (way == Way.CHUNKED) {
            sendBehind(Integer.toHexString(length) + "\r\n", length);
            out.write(CHUNK_END);
        } else {
            out.write(buffer, HEAD_BYTES, length);
        }
    }

    /** Sends a head and the buffer behind it as one. */
    private void sendBehind(String text, int length) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > HEAD_BYTES) {
            out.write(bytes);
            out.write(buffer, HEAD_BYTES, length);
            return;
        }
        int from = HEAD_BYTES - bytes.length;
        System.arraycopy(bytes, 0, buffer, from, bytes.length);
        out.write(buffer, from, bytes.length + length);
    }

    @Override
    public void reset() {
        if (way == Way.CHUNKED || way == Way.UNTIL_CLOSE) {
            throw new IllegalStateException("part of the answer has left already");
        }
        end = HEAD_BYTES;
        counted = 0;
    }

    /** Whether part of the answer has left. */
    boolean hasLeft() {
        return way == Way.CHUNKED || way == Way.UNTIL_CLOSE;
    }

    /**
     * Sends what is left.
     *
     * @return whether the client knows where the answer ends, so that the connection can go on
     */
    boolean finish() throws IOException {
        int length = end - HEAD_BYTES;
        switch (way) {
            case UNDECIDED -> sendBehind(head + "Content-Length: " + length + "\r\n\r\n", length);
            case COUNTED -> sendBehind(head + "Content-Length: " + (counted + length) + "\r\n\r\n", 0);
            case BODILESS -> sendBehind(head + "\r\n", 0);
            case CHUNKED -> {
                if (length > 0) {
                    sendBuffer();
                }
                out.write(LAST_CHUNK);
            }
            case UNTIL_CLOSE -> sendBuffer();
        }
        out.flush();
        return way != Way.UNTIL_CLOSE;
    }
}
