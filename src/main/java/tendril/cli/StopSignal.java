package tendril.cli;

import java.time.Duration;

/**
 * Whether the program was told to end, by Ctrl+C or SIGTERM. It then waits a while for the command to come to a good end.
 * Thread-safe.
 */
final class StopSignal implements AutoCloseable {
    private static final Duration ENDING_MAX = Duration.ofSeconds(10);

    private final Thread command = Thread.currentThread();
    private final Thread hook = new Thread(this::stop, "stop-signal");
    private volatile boolean given;

    /** Begins listening for the thread that calls this. */
    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isGiven() {
        return given;
    }

    private void stop() {
        given = true;
        try {
            command.join(ENDING_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (!given) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
