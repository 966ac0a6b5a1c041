package tendril.provider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP server on loopback that does exactly what a test tells it, however wrong. Each request takes the next script;
 * the last script goes on for ever. Thread-safe.
 */
public final class ScriptedServer implements AutoCloseable {
    private static final int TICK_MS = 10;
    private static final int HEAD_BYTES_MAX = 100_000;
    private static final long HANG_UP_SECONDS_MAX = 10;

    /** What the server does once it has read a request. */
    @FunctionalInterface
    public interface Script {
        void play(Wire wire) throws IOException;
    }

    /** The server's end of one connection. */
    public final class Wire {
        private final Socket socket;

        private Wire(Socket socket) {
            this.socket = socket;
        }

        public Wire send(String text) throws IOException {
            return send(text.getBytes(StandardCharsets.UTF_8));
        }

        public Wire send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        }

        /** Waits for the client to hang up. */
        public void stall() throws IOException {
            trickle("");
        }

        /** Sends the text again and again, a little at a time, until the client hangs up. */
        public void trickle(String text) throws IOException {
            socket.setSoTimeout(TICK_MS);
            try {
                while (!hungUp()) {
                    send(text);
                }
            } catch (IOException gone) {
                // A write to a client that has gone says the same as the end of what it sends.
            }
            hangUps.countDown();
        }

        /** Ends the connection with a TCP reset. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        private boolean hungUp() throws IOException {
            try {
                return socket.getInputStream().read() < 0;
            } catch (SocketTimeoutException stillThere) {
                return false;
            }
        }
    }

    private final ServerSocket listener;
    private final Deque<Script> scripts = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch hangUps = new CountDownLatch(1);

    private ScriptedServer(List<Script> scripts) throws IOException {
        this.scripts.addAll(scripts);
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("scripted-server").start(this::accept);
    }

    public static ScriptedServer playing(Script... scripts) {
        try {
            return new ScriptedServer(List.of(scripts));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** A 200 with this body, as JSON. */
    public static Script json(String body) {
        return reply(200, body, "Content-Type: application/json");
    }

    /** A whole answer with the length of its body, closed afterwards. */
    public static Script reply(int status, String body, String... headers) {
        return reply(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** A whole answer with the length of its body, closed afterwards. */
    public static Script reply(int status, byte[] body, String... headers) {
        return wire -> wire.send(head(status, body.length, headers)).send(body);
    }

    /** A redirect. */
    public static Script redirect(int status, String location) {
        return reply(status, "", "Location: " + location);
    }

    /** Exactly these bytes, then the end. */
    public static Script raw(String text) {
        return wire -> wire.send(text);
    }

    /** The head of an answer that announces a body. */
    public static String head(int status, long length, String... headers) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 " + status + " Whatever\r\nContent-Length: " + length + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** The heads of all requests so far, in order. */
    public List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** Waits until a request has come. */
    public void awaitRequest() throws InterruptedException {
        await(asked, "no request came");
    }

    /** Waits until a client has hung up on a server that stalled or trickled. */
    public void awaitHangUp() throws InterruptedException {
        await(hangUps, "the client never hung up");
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private static void await(CountDownLatch latch, String otherwise) throws InterruptedException {
        if (!latch.await(HANG_UP_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new AssertionError(otherwise);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().name("scripted-exchange").start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = readHead(socket.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            Script script = next(head);
            asked.countDown();
            script.play(new Wire(socket));
        } catch (IOException gone) {
            hangUps.countDown();
        }
    }

    private Script next(String head) {
        synchronized (requests) {
            requests.add(head);
            return scripts.size() > 1 ? scripts.remove() : scripts.element();
        }
    }

    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && head.size() < HEAD_BYTES_MAX; c = in.read()) {
            head.write(c);
            if (c == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }
}
