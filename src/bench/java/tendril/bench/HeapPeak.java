package tendril.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.locks.LockSupport;

/**
 * The most heap that is alive at once, found by collecting again and again while something runs, so that garbage does
 * not count. What runs is slowed down several times by this; measure its seconds elsewhere.
 */
final class HeapPeak implements AutoCloseable {
    /** Between two collections, so that what runs gets on. */
    private static final long PAUSE_NANOS = 20_000_000;

    private static final double BYTES_OF_MB = 1024.0 * 1024.0;

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final Thread watcher = Thread.ofPlatform().daemon().name("heap-peak").unstarted(this::watch);
    private volatile boolean open = true;
    private volatile long most;

    /** MB alive now, after a collection. */
    double aliveMb() {
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / BYTES_OF_MB;
    }

    void start() {
        watcher.start();
    }

    private void watch() {
        while (open) {
            LockSupport.parkNanos(PAUSE_NANOS);
            memory.gc();
            most = Math.max(most, memory.getHeapMemoryUsage().getUsed());
        }
    }

    /** The most seen so far, in MB. */
    double mostMb() {
        return most / BYTES_OF_MB;
    }

    @Override
    public void close() {
        open = false;
    }
}
