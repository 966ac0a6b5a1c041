package tendril.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/**
 * Steps of a person, each measured by a heartbeat: another thread asks the FX thread for an answer all the time, and what
 * it waits is what a click would wait. A line a step: median, 99th percentile and longest wait in milliseconds, then how
 * long the FX thread computed between two heartbeats and for the whole step; unlike a wait, that does not depend on what
 * else the machine does. Used from one thread that is not the FX thread.
 */
final class FxSteps {
    private static final int SETTLE_MS = 250;
    private static final int STEP_MS_MAX = 60_000;

    private final long fxThread;

    /** @param fxThread the id of the FX thread */
    FxSteps(long fxThread) {
        this.fxThread = fxThread;
    }

    static void head() {
        System.out.println("                                  waited for the FX thread    it computed meanwhile");
        System.out.println("step                             median     p99     max       p99     max   in all");
    }

    void step(String name, int repeats, Runnable action) throws Exception {
        step(name, repeats, action, () -> true, () -> {});
    }

    /** @param back brings things back to where they were, unmeasured */
    void step(String name, int repeats, Runnable action, Runnable back) throws Exception {
        step(name, repeats, action, () -> true, back);
    }

    /** @param done whether all that the action began is over; asked on the FX thread */
    void until(String name, Runnable action, BooleanSupplier done) throws Exception {
        step(name, 1, action, done, () -> {});
    }

    private void step(String name, int repeats, Runnable action, BooleanSupplier done, Runnable back)
            throws Exception {
        List<Long> waits = new ArrayList<>();
        List<Long> computing = new ArrayList<>();
        long computed = 0;
        long took = 0;
        for (int i = 0; i < repeats; i++) {
            long before = fxCpu();
            long beat = before;
            long began = System.nanoTime();
            Platform.runLater(action);
            long quiet = began + SETTLE_MS * 1_000_000L;
            long late = began + STEP_MS_MAX * 1_000_000L;
            boolean over = false;
            while ((!over || System.nanoTime() < quiet) && System.nanoTime() < late) {
                waits.add(heartbeat());
                long now = fxCpu();
                computing.add(now - beat);
                beat = now;
                if (!over && onFx(done)) {
                    over = true;
                    took = System.nanoTime() - began;
                    quiet = Math.max(quiet, System.nanoTime() + SETTLE_MS * 1_000_000L);
                }
                Thread.sleep(1);
            }
            computed += fxCpu() - before;
            onFx(() -> {
                back.run();
                return true;
            });
            Thread.sleep(SETTLE_MS);
        }
        System.out.printf(
                Locale.ROOT,
                "%-30s %8.1f %7.1f %7.1f   %7.1f %7.1f %8.1f%s%n",
                name,
                ms(waits, 0.5),
                ms(waits, 0.99),
                ms(waits, 1),
                ms(computing, 0.99),
                ms(computing, 1),
                computed / 1e6 / repeats,
                repeats == 1 ? String.format(Locale.ROOT, "   over after %,d ms", took / 1_000_000) : "");
    }

    /** How much of the heap is in use once what is not needed is gone. */
    static void heap() {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(Locale.ROOT, "heap after a collection: %,d MB%n", used >> 20);
    }

    /** Runs this on the FX thread and waits for it. */
    static <T> T onFx(java.util.function.Supplier<T> task) throws Exception {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(task.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done.get();
    }

    private static boolean onFx(BooleanSupplier task) throws Exception {
        return onFx(() -> Boolean.valueOf(task.getAsBoolean()));
    }

    static void run(Runnable task) throws Exception {
        onFx(() -> {
            task.run();
            return true;
        });
    }

    private static double ms(List<Long> nanos, double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
    }

    private static long heartbeat() throws Exception {
        var beat = new CompletableFuture<Long>();
        long asked = System.nanoTime();
        Platform.runLater(() -> beat.complete(System.nanoTime() - asked));
        return beat.get();
    }

    private long fxCpu() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(fxThread);
    }
}
