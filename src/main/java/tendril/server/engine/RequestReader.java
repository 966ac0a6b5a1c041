package tendril.server.engine;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Takes requests off a connection, one after the other, and never more of them than the limits allow. Bytes that belong
 * to the next request stay here until it is asked for. Confined to the connection's thread.
 */
final class RequestReader {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final int LINE_BYTES_MAX = 512;

    private final Socket socket;
    private final InputStream in;
    private final ReadWatch watch;
    private final HttpLimits limits;
    private final byte[] buffer;
    private int start;
    private int end;

    /** Where the request that came in last begins. */
    private int lineStart;

    /** That line, where the buffer has been used for the body since. */
    private Optional<String> line = Optional.empty();

    /**
     * @param watch  what ends reads that take too long
     * @param unread what has been taken off the connection already, no more than a head may be long
     */
    RequestReader(Socket socket, ReadWatch watch, HttpLimits limits, byte[] unread) throws IOException {
        this.socket = socket;
        this.watch = watch;
        this.in = socket.getInputStream();
        this.limits = limits;
        this.buffer = Arrays.copyOf(unread, limits.headBytesMax());
        this.end = unread.length;
    }

    /** Whether part of a request has come in already. */
    boolean hasMore() {
        skipBlankLines();
        return start < end;
    }

    /** The first line of the request that came in last, as far as it came; for a log, so not all of a long one. */
    String firstLine() {
        if (line.isPresent()) {
            return line.get();
        }
        int stop = lineStart;
        while (stop < end && stop - lineStart < LINE_BYTES_MAX && buffer[stop] != '\n' && buffer[stop] != '\r') {
            stop++;
        }
        return new String(buffer, lineStart, stop - lineStart, StandardCharsets.ISO_8859_1);
    }

    /** Waits for the next request. */
    Incoming next() throws IOException {
        try {
            skipBlankLines();
            if (start == end) {
                start = 0;
                end = 0;
                if (!fill(limits.idleTimeMax())) {
                    return new Incoming.Ended();
                }
                skipBlankLines();
            }
        } catch (SocketTimeoutException silent) {
            return new Incoming.Ended();
        }
        try {
            return read(System.nanoTime() + limits.requestTimeMax().toNanos());
        } catch (SocketTimeoutException slow) {
            return new Incoming.Refused(
                    408,
                    "The request took longer than " + limits.requestTimeMax().toSeconds() + " s to arrive.");
        }
    }

    private void skipBlankLines() {
        while (start < end && (buffer[start] == '\r' || buffer[start] == '\n')) {
            start++;
        }
    }

    private Incoming read(long deadline) throws IOException {
        lineStart = start;
        line = Optional.empty();
        if (!RequestHead.canBegin(buffer[start])) {
            return new Incoming.Refused(
                    400, "This is no HTTP request. This server speaks plain HTTP: ask it by http://, not https://.");
        }
        int headEnd = findHeadEnd(buffer, start, end);
        while (headEnd < 0) {
            if (start > 0) {
                System.arraycopy(buffer, start, buffer, 0, end - start);
                end -= start;
                start = 0;
                lineStart = 0;
            }
            if (end == buffer.length) {
                return new Incoming.Refused(
                        431, "The request line and headers are longer than " + buffer.length + " bytes.");
            }
            int from = Math.max(0, end - 3);
            if (!fill(deadline)) {
                return new Incoming.Ended();
            }
            headEnd = findHeadEnd(buffer, Math.max(from, start), end);
        }
        String head = new String(buffer, start, headEnd - start, StandardCharsets.ISO_8859_1);
        start = headEnd;
        RequestHead parsed = RequestHead.parse(head, limits.headersMax());
        Optional<Incoming.Refused> refused = parsed.refused();
        if (refused.isPresent()) {
            return refused.get();
        }
        return withBody(parsed, deadline);
    }

    /** The place behind the empty line that ends a head; -1 when it has not arrived. */
    static int findHeadEnd(byte[] buffer, int from, int end) {
        for (int i = from; i < end; i++) {
            if (buffer[i] != '\n') {
                continue;
            }
            if (i + 1 < end && buffer[i + 1] == '\n') {
                return i + 2;
            }
            if (i + 2 < end && buffer[i + 1] == '\r' && buffer[i + 2] == '\n') {
                return i + 3;
            }
        }
        return -1;
    }

    private Incoming withBody(RequestHead head, long deadline) throws IOException {
        if (head.isChunked()) {
            return inChunks(head, deadline);
        }
        int length = head.bodyBytes(limits.bodyBytesMax());
        if (length > limits.bodyBytesMax()) {
            return new Incoming.Refused(413, "The body is longer than " + limits.bodyBytesMax() + " bytes.");
        }
        if (length > 0 && head.expectsContinue()) {
            socket.getOutputStream().write(CONTINUE);
        }
        byte[] body = new byte[length];
        int have = Math.min(length, end - start);
        System.arraycopy(buffer, start, body, 0, have);
        start += have;
        while (have < length) {
            int read = readInto(body, have, length - have, deadline);
            if (read < 0) {
                return new Incoming.Ended();
            }
            have += read;
        }
        return new Incoming.Asked(head.request(body, socket.getInetAddress()));
    }

    private Incoming inChunks(RequestHead head, long deadline) throws IOException {
        line = Optional.of(firstLine());
        if (head.expectsContinue()) {
            socket.getOutputStream().write(CONTINUE);
        }
        try {
            byte[] body = new ChunkedBody(() -> nextByte(deadline), limits.bodyBytesMax()).read();
            return new Incoming.Asked(head.request(body, socket.getInetAddress()));
        } catch (ChunkedBody.Refused e) {
            return e.refused();
        } catch (EOFException gone) {
            return new Incoming.Ended();
        }
    }

    private int nextByte(long deadline) throws IOException {
        if (start == end) {
            start = 0;
            end = 0;
            if (!fill(deadline)) {
                throw new EOFException();
            }
        }
        return buffer[start++] & 0xFF;
    }

    private boolean fill(Duration atMost) throws IOException {
        return fill(System.nanoTime() + atMost.toNanos());
    }

    private boolean fill(long deadline) throws IOException {
        int read = readInto(buffer, end, buffer.length - end, deadline);
        end += Math.max(0, read);
        return read >= 0;
    }

    private int readInto(byte[] into, int at, int atMost, long deadline) throws IOException {
        watch.begin(deadline);
        int read = in.read(into, at, atMost);
        watch.end();
        if (read < 0 && watch.isExpired()) {
            throw new SocketTimeoutException("deadline");
        }
        return read;
    }

    /** Takes in, and throws away, what a client still sends while it has not read its refusal. */
    void drain(int bytesMax) throws IOException {
        long deadline = System.nanoTime() + limits.requestTimeMax().toNanos();
        byte[] waste = new byte[4096];
        int taken = 0;
        while (taken < bytesMax) {
            int read = readInto(waste, 0, waste.length, deadline);
            if (read < 0) {
                return;
            }
            taken += read;
        }
    }
}
