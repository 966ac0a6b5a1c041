package tendril.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;
import tendril.corpus.CorpusException;

/**
 * One client's connection: requests in, answers out, in the same order, until either side has had enough. Runs on a
 * thread of its own; {@code stop}, {@code abort} and {@code endWhatStalls} may be called from any.
 */
final class HttpConnection {
    private static final System.Logger LOG = System.getLogger(HttpConnection.class.getName());
    private static final int NOT_MODIFIED = 304;
    private static final int DRAIN_BYTES_MAX = 65_536;
    private static final byte[] FULL = ("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\n"
                    + "Connection: close\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    private static final byte[] NOT_TLS = ("HTTP/1.0 400 Bad Request\r\nContent-Type: text/plain\r\n\r\n"
                    + "This server speaks HTTPS only. Ask it by an address that begins with https://.\n")
            .getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final HttpHandler handler;
    private final ServerOptions options;
    private final CountDownLatch stopping;
    private final ReadWatch readWatch;
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by {@code lock}. */
    private boolean answering;

    /** When the write began that is going on now, on the clock of {@link System#nanoTime}; 0 while there is none. */
    private volatile long writingSince;

    HttpConnection(Socket socket, HttpHandler handler, ServerOptions options, CountDownLatch stopping) {
        this.socket = socket;
        this.handler = handler;
        this.options = options;
        this.stopping = stopping;
        this.readWatch = new ReadWatch(socket);
    }

    /** Answers until the connection ends. */
    void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            if (options.tls().isPresent()) {
                runSecure(options.tls().get());
            } else {
                converse(socket);
            }
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "A connection ended early: {0}", gone.getMessage());
        }
    }

    private void runSecure(Tls tls) throws IOException {
        readWatch.begin(System.nanoTime() + options.limits().requestTimeMax().toNanos());
        SSLSocket secure;
        try {
            secure = tls.over(socket);
        } catch (Tls.NotTls e) {
            socket.getOutputStream().write(NOT_TLS);
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
    }

    /**
     * Takes requests and answers them.
     *
     * @param channel the socket, or what is secure over it
     */
    private void converse(Socket channel) throws IOException {
        var reader = new RequestReader(channel, readWatch, options.limits());
        var out = new WatchedOutput(channel.getOutputStream());
        var body = new HttpBody(out);
        boolean more = stopping.getCount() > 0;
        while (more) {
            more = switch (reader.next()) {
                case Incoming.Asked asked -> beginAnswer() && answerAndEnd(asked.request(), out, body);
                case Incoming.Refused refused -> {
                    refuse(refused, body);
                    lingerAndEnd(channel, reader);
                    yield false;
                }
                case Incoming.Ended() -> false;
            };
        }
    }

    /** Marks the connection busy; false when the server is stopping. */
    private boolean beginAnswer() {
        lock.lock();
        try {
            answering = stopping.getCount() > 0;
            return answering;
        } finally {
            lock.unlock();
        }
    }

    private boolean answerAndEnd(Request request, OutputStream out, HttpBody body) throws IOException {
        boolean alive = answer(request, out, body);
        lock.lock();
        try {
            answering = false;
            return alive && stopping.getCount() > 0;
        } finally {
            lock.unlock();
        }
    }

    private boolean answer(Request request, OutputStream out, HttpBody body) throws IOException {
        Optional<Fault> fault = options.faults().next(request.path());
        try {
            Answer answer = handler.handle(request);
            return fault.isPresent()
                    ? new FaultyAnswer(fault.get(), stopping).send(answer, request, out)
                    : send(answer, request, body);
        } catch (CorpusException e) {
            return sendFailure(e.sentence(), e, request, body);
        } catch (RuntimeException bug) {
            return sendFailure("The server could not answer this; its log says why.", bug, request, body);
        }
    }

    /** Sends an answer; true when the connection can go on. */
    static boolean send(Answer answer, Request request, HttpBody body) throws IOException {
        boolean alive = request.keepsAlive();
        String head = HttpHead.of(answer, request.minorVersion(), alive);
        body.begin(head, answer.status() != NOT_MODIFIED, request.isHead(), request.minorVersion() == 1);
        answer.body().writeTo(body);
        return body.finish() && alive;
    }

    /** Says that an answer failed or, when part of it has left, ends the connection so that the client sees it. */
    private boolean sendFailure(String sentence, Exception cause, Request request, HttpBody body) throws IOException {
        LOG.log(System.Logger.Level.ERROR, "An answer failed", cause);
        return !body.hasLeft() && send(Answer.sentence(500, sentence), request, body);
    }

    private void refuse(Incoming.Refused refused, HttpBody body) throws IOException {
        Answer answer = Answer.sentence(refused.status(), refused.sentence());
        body.begin(HttpHead.of(answer, 1, false), true, false, true);
        answer.body().writeTo(body);
        body.finish();
    }

    /** Closing while the client still sends would make its system throw the refusal away unread. */
    private static void lingerAndEnd(Socket channel, RequestReader reader) throws IOException {
        channel.shutdownOutput();
        reader.drain(DRAIN_BYTES_MAX);
    }

    void refuseAsFull() {
        try (socket) {
            socket.getOutputStream().write(FULL);
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "A surplus connection ended early: {0}", gone.getMessage());
        }
    }

    /** Ends the connection now if it waits for a request, else after the answer that is running. */
    void stop() {
        lock.lock();
        try {
            if (!answering) {
                abort();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the connection at once. */
    void abort() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A connection did not close cleanly: {0}", e.getMessage());
        }
    }

    /** Ends what has taken too long: a read that waits for the client, or the connection of one that does not read. */
    void endWhatStalls() {
        try {
            readWatch.check();
        } catch (IOException e) {
            abort();
        }
        long since = writingSince;
        if (since != 0
                && System.nanoTime() - since > options.limits().writeTimeMax().toNanos()) {
            abort();
        }
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
