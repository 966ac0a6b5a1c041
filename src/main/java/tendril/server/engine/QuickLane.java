package tendril.server.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import tendril.server.message.Answer;
import tendril.server.message.Request;

/**
 * The thread on which connections wait for requests, many at once, and short answers are given.
 *
 * <p>A thread a connection, however cheap, pays for each request with a read that finds nothing, a registration, and a
 * wake-up. Here one call tells of all connections that have something to say, and each costs a read and a write. In
 * return nothing here may wait for a client: whatever is not a whole request with a quick, short answer is handed over to
 * a thread that may, and comes back when it is done. The store is asked from this thread, as it would hold on to whatever
 * thread asks it.
 *
 * <p>Confined to its thread, but for {@code enter} and {@code stop}.
 */
final class QuickLane implements Runnable {
    private static final System.Logger LOG = System.getLogger(QuickLane.class.getName());
    private static final byte[] NOTHING = {};
    private static final int OUTPUT_BYTES = 32_768;

    private final Selector selector;
    private final Answering answering;
    private final HttpLimits limits;
    private final BiConsumer<HttpConnection, HttpConnection.Rest> longer;
    private final Queue<HttpConnection> newcomers = new ConcurrentLinkedQueue<>();
    private final ByteBuffer in;
    private final byte[] bytes;
    private final LaneOutput out = new LaneOutput();
    private final HttpBody body = new HttpBody(out, false);

    /**
     * @param longer takes over what may take longer than this thread can wait
     */
    QuickLane(
            Selector selector,
            Answering answering,
            HttpLimits limits,
            BiConsumer<HttpConnection, HttpConnection.Rest> longer) {
        this.selector = selector;
        this.answering = answering;
        this.limits = limits;
        this.longer = longer;
        this.in = ByteBuffer.allocateDirect(limits.headBytesMax());
        this.bytes = new byte[limits.headBytesMax()];
    }

    /** Takes a connection that does not block. */
    void enter(HttpConnection connection) {
        connection.waitsSince(System.nanoTime());
        newcomers.add(connection);
        selector.wakeup();
    }

    /** Makes the thread see that the server stops. */
    void stop() {
        selector.wakeup();
    }

    @Override
    public void run() {
        try (selector) {
            while (!answering.isStopping()) {
                selector.select(this::turn);
                welcome();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "The server cannot wait for requests any more", e);
        }
    }

    private void welcome() throws IOException {
        List<HttpConnection> arrived = new ArrayList<>();
        for (HttpConnection one = newcomers.poll(); one != null; one = newcomers.poll()) {
            arrived.add(one);
        }
        if (arrived.isEmpty()) {
            return;
        }
        // Those that come back are still known under the key they left with, until the selector has looked once more.
        selector.selectNow(this::turn);
        for (HttpConnection one : arrived) {
            try {
                one.channel().register(selector, SelectionKey.OP_READ, one);
            } catch (ClosedChannelException gone) {
                LOG.log(System.Logger.Level.DEBUG, "A connection ended before it was served");
            }
        }
    }

    private void turn(SelectionKey key) {
        var connection = (HttpConnection) key.attachment();
        try {
            in.clear();
            int read = connection.channel().read(in);
            if (read < 0) {
                connection.abort();
                return;
            }
            in.flip().get(bytes, 0, read);
            connection.waitsSince(System.nanoTime());
            answer(key, connection, read);
        } catch (IOException gone) {
            connection.abort();
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "A connection failed", bug);
            connection.abort();
        }
    }

    /** Answers what has come in: whole requests here, the rest elsewhere. */
    private void answer(SelectionKey key, HttpConnection connection, int end) throws IOException {
        int at = 0;
        while (true) {
            while (at < end && (bytes[at] == '\r' || bytes[at] == '\n')) {
                at++;
            }
            if (at == end) {
                return;
            }
            int headEnd = RequestReader.findHeadEnd(bytes, at, end);
            Optional<Request> request = headEnd < 0 ? Optional.empty() : quickRequest(connection, at, headEnd);
            if (request.isEmpty()) {
                handOver(key, connection, new HttpConnection.Rest(NOTHING, true, Optional.empty(), unread(at, end)));
                return;
            }
            at = headEnd;
            if (!connection.begin()) {
                connection.abort();
                return;
            }
            if (!answer(key, connection, request.get(), at, end)) {
                return;
            }
        }
    }

    private Optional<Request> quickRequest(HttpConnection connection, int from, int to) {
        RequestHead head =
                RequestHead.parse(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1), limits.headersMax());
        if (head.refused().isPresent() || head.hasBody()) {
            return Optional.empty();
        }
        Request request = head.request(NOTHING, connection.client());
        return answering.isQuick(request) ? Optional.of(request) : Optional.empty();
    }

    /** Answers one request; true when the connection stays. */
    private boolean answer(SelectionKey key, HttpConnection connection, Request request, int at, int end)
            throws IOException {
        Answer answer = answering.handle(request);
        boolean alive;
        out.begin(connection.channel());
        try {
            alive = answering.send(answer, request, body);
        } catch (HttpBody.TooLong e) {
            var given = new HttpConnection.Given(request, answer);
            handOver(key, connection, new HttpConnection.Rest(NOTHING, true, Optional.of(given), unread(at, end)));
            return false;
        }
        byte[] unsent = out.unsent();
        if (unsent.length > 0) {
            handOver(key, connection, new HttpConnection.Rest(unsent, alive, Optional.empty(), unread(at, end)));
            return false;
        }
        if (!connection.end(alive)) {
            connection.abort();
            return false;
        }
        return true;
    }

    private void handOver(SelectionKey key, HttpConnection connection, HttpConnection.Rest rest) {
        key.cancel();
        longer.accept(connection, rest);
    }

    private byte[] unread(int at, int end) {
        return Arrays.copyOfRange(bytes, at, end);
    }

    /** Writes what the connection takes at once, and keeps the rest. */
    private static final class LaneOutput extends OutputStream {
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(OUTPUT_BYTES);
        private WritableByteChannel channel = Channels.newChannel(OutputStream.nullOutputStream());
        private byte[] unsent = NOTHING;

        void begin(WritableByteChannel to) {
            channel = to;
            unsent = NOTHING;
        }

        byte[] unsent() {
            return unsent;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int at, int length) throws IOException {
            int done = 0;
            while (done < length && unsent.length == 0) {
                int part = Math.min(length - done, buffer.capacity());
                buffer.clear().put(from, at + done, part).flip();
                int written = channel.write(buffer);
                done += written;
                if (written < part) {
                    break;
                }
            }
            if (done < length) {
                byte[] more = Arrays.copyOf(unsent, unsent.length + length - done);
                System.arraycopy(from, at + done, more, unsent.length, length - done);
                unsent = more;
            }
        }
    }
}
