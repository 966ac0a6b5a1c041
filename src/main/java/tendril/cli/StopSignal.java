package tendril.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Whether the program was told to end, by Ctrl+C or SIGTERM. It then waits a while for the command to come to a good end.
 * Thread-safe.
 */
final class StopSignal implements AutoCloseable {
    private static final Duration ENDING_MAX = Duration.ofSeconds(10);

    private final Thread command = Thread.currentThread();
    private final Thread hook = new Thread(this::stop, "stop-signal");
    private final CountDownLatch given = new CountDownLatch(1);

    /** Begins listening for the thread that calls this. */
    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isGiven() {
        return given.getCount() == 0;
    }

    /** Waits until it is. */
    void await() throws InterruptedException {
        given.await();
    }

    private void stop() {
        given.countDown();
        try {
            command.join(ENDING_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The program ends already, so the hook has run or runs now, and has nothing left to wait for.
        }
    }
}
