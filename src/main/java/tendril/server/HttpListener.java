package tendril.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Accepts connections and gives each a virtual thread. One more thread looks after clients that do not read. Thread-safe.
 */
final class HttpListener implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HttpListener.class.getName());
    private static final int BACKLOG_CONNECTIONS = 1024;
    private static final int STALL_CHECK_MS = 250;
    private static final int ACCEPT_RETRY_MS = 100;

    private final ServerSocket serverSocket;
    private final ServerOptions options;
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("tendril-http-", 0).factory());
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tendril-http-watch").factory());
    private final CountDownLatch stopping = new CountDownLatch(1);

    private HttpListener(ServerSocket serverSocket, ServerOptions options) {
        this.serverSocket = serverSocket;
        this.options = options;
    }

    static HttpListener bind(ServerOptions options) throws IOException {
        var serverSocket = new ServerSocket();
        boolean bound = false;
        try {
            serverSocket.setReuseAddress(true);
            serverSocket.bind(options.bind(), BACKLOG_CONNECTIONS);
            bound = true;
            return new HttpListener(serverSocket, options);
        } catch (IOException e) {
            throw new IOException(
                    "The server cannot listen on " + options.bind() + " (" + e.getMessage()
                            + "). Choose another port, or 0 for any free one.",
                    e);
        } finally {
            if (!bound) {
                serverSocket.close();
            }
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) serverSocket.getLocalSocketAddress();
    }

    void start(HttpHandler handler) {
        Thread.ofPlatform().daemon().name("tendril-http-accept").start(() -> accept(handler));
        Future<?> unused = watch.scheduleWithFixedDelay(
                () -> connections.forEach(HttpConnection::endWhatStalls),
                STALL_CHECK_MS,
                STALL_CHECK_MS,
                TimeUnit.MILLISECONDS);
    }

    private void accept(HttpHandler handler) {
        while (!serverSocket.isClosed()) {
            try {
                Socket socket = serverSocket.accept();
                var connection = new HttpConnection(socket, handler, options, stopping);
                if (connections.size() >= options.limits().connectionsMax()) {
                    connection.refuseAsFull();
                    continue;
                }
                serve(connection);
            } catch (IOException e) {
                if (!serverSocket.isClosed()) {
                    LOG.log(System.Logger.Level.WARNING, "A connection could not be accepted: {0}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void serve(HttpConnection connection) {
        connections.add(connection);
        try {
            workers.execute(() -> {
                try {
                    connection.run();
                } finally {
                    connections.remove(connection);
                }
            });
        } catch (RejectedExecutionException stopped) {
            connections.remove(connection);
            connection.abort();
        }
    }

    /** Waits a moment for files or memory to become free, as accepting at once would fail again. */
    private void pause() {
        try {
            if (stopping.await(ACCEPT_RETRY_MS, TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.DEBUG, "Stopped while waiting to accept");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            serverSocket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The server socket did not close cleanly: {0}", e.getMessage());
        }
        stopping.countDown();
        connections.forEach(HttpConnection::stop);
        workers.shutdown();
        try {
            if (!workers.awaitTermination(options.limits().graceTimeMax().toMillis(), TimeUnit.MILLISECONDS)) {
                connections.forEach(HttpConnection::abort);
            }
        } catch (InterruptedException e) {
            connections.forEach(HttpConnection::abort);
            Thread.currentThread().interrupt();
        }
        watch.shutdownNow();
    }
}
