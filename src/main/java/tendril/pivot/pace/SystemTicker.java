package tendril.pivot.pace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clocks of this machine. Java's steady clock stands still on Linux while the machine sleeps, so that a daily quota
 * would come back a night late: the time asleep is added from {@code /proc/uptime}, which counts it (proc(5)). Where
 * there is no such file the clock may run late after sleep, which wastes time and exceeds nothing. Thread-safe.
 */
final class SystemTicker implements Ticker {
    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    // More than the two clocks can differ by reading and rounding, so that never too much is added.
    private static final long UNSURE_NANOS = Duration.ofMillis(500).toNanos();

    // Counted from here, so that plain comparisons of two times are safe: System.nanoTime may start anywhere.
    private final long origin = System.nanoTime();
    private final long uptimeAtOrigin = uptimeNanos();
    private final AtomicLong lookedAt = new AtomicLong();
    private final AtomicLong asleep = new AtomicLong();

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        long awake = System.nanoTime() - origin;
        long last = lookedAt.get();
        if (uptimeAtOrigin > 0 && awake - last > LOOK_EVERY_NANOS && lookedAt.compareAndSet(last, awake)) {
            asleep.accumulateAndGet(uptimeNanos() - uptimeAtOrigin - awake - UNSURE_NANOS, Math::max);
        }
        return awake + asleep.get();
    }

    /** How long the machine has been up, asleep or not; 0 where that is not told. */
    private static long uptimeNanos() {
        try {
            if (!Files.isReadable(UPTIME)) {
                return 0;
            }
            String text = Files.readString(UPTIME);
            int end = text.indexOf(' ');
            return end < 0 ? 0 : (long) (Double.parseDouble(text.substring(0, end)) * 1e9);
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
