package tendril.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/**
 * How long the FX thread lets others wait: a task is handed to it every few milliseconds, and the time until it has run
 * is noted; and how much of that time the thread was ready to run and the machine gave its cores to others. The second is
 * known on Linux only. Thread-safe.
 */
final class FxBeats implements AutoCloseable {
    private static final int PAUSE_MS = 3;
    private static final Path SCHEDULER = Path.of("/proc/thread-self/schedstat");

    private final Thread thread;
    private volatile boolean closed;
    private long[] waits = new long[1024];
    private long[] busies = new long[1024];
    private int count;
    private long queuedBefore;

    FxBeats() {
        thread = Thread.ofPlatform().daemon().name("beats").start(this::run);
    }

    /** Forgets what was noted so far. */
    synchronized void restart() {
        count = 0;
    }

    /**
     * What was noted since the last restart, in milliseconds.
     *
     * @param longestOwn the longest, without the time for which others had the cores
     * @param late       how many of a hundred beats came later than 8 ms
     */
    record Told(double p99, double longest, double longestOwn, double late) {}

    synchronized Told told() {
        long[] sorted = Arrays.copyOf(waits, count);
        Arrays.sort(sorted);
        long own = Arrays.stream(busies, 0, count).max().orElse(0);
        long late = Arrays.stream(sorted).filter(wait -> wait > 8_000_000).count();
        return count == 0
                ? new Told(0, 0, 0, 0)
                : new Told(sorted[count * 99 / 100] / 1e6, sorted[count - 1] / 1e6, own / 1e6, 100.0 * late / count);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        try {
            while (!closed) {
                long asked = System.nanoTime();
                var answered = new CountDownLatch(1);
                long[] queued = new long[1];
                Platform.runLater(() -> {
                    queued[0] = queuedNs();
                    answered.countDown();
                });
                answered.await();
                note(System.nanoTime() - asked, queued[0]);
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(long wait, long queued) {
        if (count == waits.length) {
            waits = Arrays.copyOf(waits, 2 * count);
            busies = Arrays.copyOf(busies, 2 * count);
        }
        waits[count] = wait;
        busies[count++] = Math.max(0, wait - (queued - queuedBefore));
        queuedBefore = queued;
    }

    /** For how long the calling thread has stood in line for a core since it began. */
    private static long queuedNs() {
        try {
            return Files.exists(SCHEDULER)
                    ? Long.parseLong(Files.readString(SCHEDULER).split(" ")[1])
                    : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
