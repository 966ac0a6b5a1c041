package tendril.cli.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether the program was told to end, by Ctrl+C or SIGTERM. It then waits a while for the command to come to a good end,
 * which is when this is closed. Thread-safe.
 */
public final class StopSignal implements AutoCloseable {
    private static final Duration ENDING_MAX = Duration.ofSeconds(20);

    private final Thread hook = new Thread(this::stop, "stop-signal");
    private final CountDownLatch given = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Begins listening. */
    public StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public boolean isGiven() {
        return given.getCount() == 0;
    }

    /** Waits until it is. */
    public void await() throws InterruptedException {
        given.await();
    }

    private void stop() {
        given.countDown();
        try {
            if (!ended.await(ENDING_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                System.getLogger(StopSignal.class.getName())
                        .log(System.Logger.Level.WARNING, "The program ended before its command had come to an end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            System.getLogger(StopSignal.class.getName())
                    .log(System.Logger.Level.DEBUG, "The program ends already: {0}", ending.getMessage());
        }
    }
}
