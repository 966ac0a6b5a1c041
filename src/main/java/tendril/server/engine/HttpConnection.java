package tendril.server.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;
import tendril.server.access.Tls;
import tendril.server.message.Access;
import tendril.server.message.Answer;
import tendril.server.message.Request;

/**
 * One client's connection: requests in, answers out, in the same order, until either side has had enough. While it waits
 * for a request it is a {@link QuickLane}'s; what takes longer runs here on a thread of its own, as everything over TLS
 * does. {@code stop}, {@code abort} and {@code endWhatStalls} may be called from any thread.
 */
final class HttpConnection {
    private static final System.Logger LOG = System.getLogger(HttpConnection.class.getName());
    private static final int DRAIN_BYTES_MAX = 65_536;
    private static final byte[] NOTHING = {};
    private static final byte[] FULL = ("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\n"
                    + "Connection: close\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    private static final byte[] NOT_TLS = ("HTTP/1.0 400 Bad Request\r\nContent-Type: text/plain\r\n\r\n"
                    + "This server speaks HTTPS only. Ask it by an address that begins with https://.\n")
            .getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final Socket socket;
    private final InetAddress client;
    private final Answering answering;
    private final HttpLimits limits;
    private final ReadWatch readWatch;
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by {@code lock}. */
    private boolean busy;

    /** When the write began that is going on now, on the clock of {@link System#nanoTime}; 0 while there is none. */
    private volatile long writingSince;

    /** Since when it waits for a request in a lane, on the same clock; 0 while it does not. */
    private volatile long waitingSince;

    HttpConnection(SocketChannel channel, Answering answering, HttpLimits limits) {
        this.channel = channel;
        this.socket = channel.socket();
        this.client = socket.getInetAddress();
        this.answering = answering;
        this.limits = limits;
        this.readWatch = new ReadWatch(socket);
    }

    /**
     * What a lane leaves to a thread of the connection's own, in the order in which it has to be done.
     *
     * @param unsent  bytes of an answer that the client was not ready to take
     * @param alive   whether the connection goes on behind them
     * @param request a request that is to be answered, with the answer that the handler gave
     * @param unread  what has come in behind
     */
    record Rest(byte[] unsent, boolean alive, Optional<Given> request, byte[] unread) {}

    /** A request and the answer that the handler gave to it. */
    record Given(Request request, Answer answer) {}

    SocketChannel channel() {
        return channel;
    }

    InetAddress client() {
        return client;
    }

    /** Says since when the connection waits in a lane. */
    void waitsSince(long nanos) {
        waitingSince = nanos | 1;
    }

    /** Does what a lane has left, and answers on, until the client has nothing more to say for now. */
    boolean resume(Rest rest) throws IOException {
        waitingSince = 0;
        channel.configureBlocking(true);
        var out = new WatchedOutput(socket.getOutputStream());
        if (rest.unsent().length > 0) {
            out.write(rest.unsent());
            if (!end(rest.alive())) {
                return false;
            }
        }
        var body = new HttpBody(out, true);
        var reader = new RequestReader(socket, readWatch, limits, rest.unread());
        if (rest.request().isPresent()) {
            Given given = rest.request().get();
            if (!end(answering.send(given.answer(), given.request(), body))) {
                return false;
            }
        }
        while (reader.hasMore()) {
            if (!turn(reader, socket, out, body)) {
                return false;
            }
        }
        channel.configureBlocking(false);
        return true;
    }

    /** Answers over TLS until the connection ends. */
    void runSecure(Tls tls) {
        try (socket) {
            readWatch.begin(System.nanoTime() + limits.requestTimeMax().toNanos());
            SSLSocket secure;
            try {
                secure = tls.over(socket);
            } catch (Tls.NotTls e) {
                answering.refused(client, "", 400, "not TLS");
                socket.getOutputStream().write(NOT_TLS);
                lingerAndEnd(socket, new RequestReader(socket, readWatch, limits, NOTHING));
                return;
            } catch (IOException e) {
                answering.refused(client, "", Access.NO_STATUS, "no agreement on TLS");
                lingerAndEnd(socket, new RequestReader(socket, readWatch, limits, NOTHING));
                return;
            } finally {
                readWatch.end();
            }
            try {
                converse(secure);
            } finally {
                // The farewell of TLS is a write, which a client that does not read would hold up.
                writingSince = System.nanoTime() | 1;
                secure.close();
            }
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "A connection ended early: {0}", gone.getMessage());
        }
    }

    private void converse(SSLSocket secure) throws IOException {
        var reader = new RequestReader(secure, readWatch, limits, NOTHING);
        var out = new WatchedOutput(secure.getOutputStream());
        var body = new HttpBody(out, true);
        boolean more = !answering.isStopping();
        while (more) {
            more = turn(reader, secure, out, body);
        }
    }

    /** Takes one request and answers it; false when the connection is to end. */
    private boolean turn(RequestReader reader, Socket talking, OutputStream out, HttpBody body) throws IOException {
        return switch (reader.next()) {
            case Incoming.Asked asked -> begin() && end(answering.answer(asked.request(), out, body));
            case Incoming.Refused refused -> {
                answering.refuse(client, reader.firstLine(), refused, body);
                lingerAndEnd(talking, reader);
                yield false;
            }
            case Incoming.Ended() -> false;
        };
    }

    /** Marks the connection busy with an answer; false when the server is stopping. */
    boolean begin() {
        lock.lock();
        try {
            busy = !answering.isStopping();
            return busy;
        } finally {
            lock.unlock();
        }
    }

    /** Marks the connection idle; true when it can go on. */
    boolean end(boolean alive) {
        lock.lock();
        try {
            busy = false;
            return alive && !answering.isStopping();
        } finally {
            lock.unlock();
        }
    }

    /** Closing while the client still sends would make its system throw the refusal away unread. */
    private static void lingerAndEnd(Socket talking, RequestReader reader) throws IOException {
        talking.shutdownOutput();
        reader.drain(DRAIN_BYTES_MAX);
    }

    /** Tells the client that there are too many connections already. */
    void refuseAsFull() {
        answering.refused(client, "", 503, "too many connections");
        try (socket) {
            socket.getOutputStream().write(FULL);
            lingerAndEnd(socket, new RequestReader(socket, readWatch, limits, NOTHING));
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "A surplus connection ended early: {0}", gone.getMessage());
        }
    }

    boolean isOver() {
        return !channel.isOpen();
    }

    /** Ends the connection now if it waits for a request, else after the answer that is running. */
    void stop() {
        lock.lock();
        try {
            if (!busy) {
                abort();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the connection at once. */
    void abort() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A connection did not close cleanly: {0}", e.getMessage());
        }
    }

    /**
     * Ends what has taken too long: a read that waits for the client, a connection on which nothing is asked, or that of
     * a client that does not read.
     */
    void endWhatStalls() {
        try {
            readWatch.check();
        } catch (IOException e) {
            abort();
        }
        if (isLonger(waitingSince, limits.idleTimeMax()) || isLonger(writingSince, limits.writeTimeMax())) {
            abort();
        }
    }

    private static boolean isLonger(long since, Duration max) {
        return since != 0 && System.nanoTime() - since > max.toNanos();
    }

    /** Notes when each write begins and ends. */
    private final class WatchedOutput extends OutputStream {
        private final OutputStream out;

        WatchedOutput(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            writingSince = System.nanoTime() | 1;
            out.write(bytes, from, length);
            writingSince = 0;
        }
    }
}
