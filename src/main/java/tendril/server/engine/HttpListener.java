package tendril.server.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tendril.server.message.AccessLog;
import tendril.server.message.HttpHandler;

/**
 * Accepts connections and spreads them over the lanes in which they wait for requests; what takes longer gets a virtual
 * thread for as long as it takes. One more thread looks after clients that stall. Thread-safe.
 */
public final class HttpListener implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HttpListener.class.getName());
    private static final int BACKLOG_CONNECTIONS = 1024;
    private static final int STALL_CHECK_MS = 250;
    private static final int ACCEPT_RETRY_MS = 100;

    /** So many connections beyond those that are served are told why they are not; the rest is closed. */
    private static final int SURPLUS_CONNECTIONS_MAX = 1000;

    private static final int LANES = Runtime.getRuntime().availableProcessors();

    private final ServerSocketChannel serverSocket;
    private final HttpSettings settings;
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private final List<QuickLane> lanes = new ArrayList<>();
    private final List<Thread> laneThreads = new ArrayList<>();
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("tendril-http-", 0).factory());
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tendril-http-watch").factory());
    private final CountDownLatch stopping = new CountDownLatch(1);

    private HttpListener(ServerSocketChannel serverSocket, HttpSettings settings) {
        this.serverSocket = serverSocket;
        this.settings = settings;
    }

    public static HttpListener bind(HttpSettings settings) throws IOException {
        ServerSocketChannel serverSocket = ServerSocketChannel.open();
        boolean bound = false;
        try {
            serverSocket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            serverSocket.bind(settings.bind(), BACKLOG_CONNECTIONS);
            bound = true;
            return new HttpListener(serverSocket, settings);
        } catch (IOException e) {
            throw new IOException(
                    "The server cannot listen on " + settings.bind() + " (" + e.getMessage()
                            + "). Choose another port, or 0 for any free one.",
                    e);
        } finally {
            if (!bound) {
                serverSocket.close();
            }
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) serverSocket.socket().getLocalSocketAddress();
    }

    /**
     * Begins to serve.
     *
     * @param log hears of every request
     * @throws IOException when the system has no means left to wait for requests
     */
    public void start(HttpHandler handler, AccessLog log) throws IOException {
        var answering = new Answering(handler, log, settings.faults(), settings.clock(), stopping);
        if (settings.tls().isEmpty()) {
            for (int i = 0; i < LANES; i++) {
                var lane = new QuickLane(Selector.open(), answering, settings.limits(), this::goOn);
                lanes.add(lane);
                laneThreads.add(Thread.ofPlatform()
                        .daemon()
                        .name("tendril-http-lane-", i)
                        .start(lane));
            }
        }
        Thread.ofPlatform().daemon().name("tendril-http-accept").start(() -> accept(answering));
        Future<?> unused =
                watch.scheduleWithFixedDelay(this::look, STALL_CHECK_MS, STALL_CHECK_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        connections.removeIf(HttpConnection::isOver);
        connections.forEach(HttpConnection::endWhatStalls);
    }

    private void accept(Answering answering) {
        while (serverSocket.isOpen()) {
            try {
                SocketChannel channel = serverSocket.accept();
                var connection = new HttpConnection(channel, answering, settings.limits());
                int open = openConnections();
                if (open >= settings.limits().connectionsMax() + SURPLUS_CONNECTIONS_MAX) {
                    connection.abort();
                    continue;
                }
                connections.add(connection);
                if (open >= settings.limits().connectionsMax()) {
                    work(connection, connection::refuseAsFull);
                } else {
                    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                    welcome(connection);
                }
            } catch (ClosedChannelException stopped) {
                LOG.log(System.Logger.Level.DEBUG, "A connection ended before it was served");
            } catch (IOException e) {
                if (serverSocket.isOpen()) {
                    LOG.log(System.Logger.Level.WARNING, "A connection could not be accepted: {0}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private int openConnections() {
        if (connections.size() >= settings.limits().connectionsMax()) {
            connections.removeIf(HttpConnection::isOver);
        }
        return connections.size();
    }

    private void welcome(HttpConnection connection) throws IOException {
        if (settings.tls().isPresent()) {
            work(connection, () -> connection.runSecure(settings.tls().get()));
        } else {
            connection.channel().configureBlocking(false);
            toLane(connection);
        }
    }

    private void toLane(HttpConnection connection) {
        lanes.get(Math.floorMod(connection.hashCode(), LANES)).enter(connection);
    }

    /** Does on a thread of the connection's own what its lane has left, and brings it back. */
    private void goOn(HttpConnection connection, HttpConnection.Rest rest) {
        work(connection, () -> {
            boolean alive = false;
            try {
                alive = connection.resume(rest);
            } catch (IOException gone) {
                LOG.log(System.Logger.Level.DEBUG, "A connection ended early: {0}", gone.getMessage());
            } finally {
                if (alive) {
                    toLane(connection);
                } else {
                    connection.abort();
                }
            }
        });
    }

    private void work(HttpConnection connection, Runnable task) {
        try {
            workers.execute(task);
        } catch (RejectedExecutionException stopped) {
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
        lanes.forEach(QuickLane::stop);
        connections.forEach(HttpConnection::stop);
        try {
            for (Thread lane : laneThreads) {
                lane.join(settings.limits().graceTimeMax());
            }
            workers.shutdown();
            if (!workers.awaitTermination(settings.limits().graceTimeMax().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.DEBUG, "Answers are broken off, as the server stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.forEach(HttpConnection::abort);
        watch.shutdownNow();
    }
}
