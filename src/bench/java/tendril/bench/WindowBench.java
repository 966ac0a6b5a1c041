package tendril.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import tendril.picture.scene.Camera;
import tendril.ui.canvas.CanvasViewModel;

/**
 * The whole window while a hand pans and zooms: {@code WindowBench [nodes…] [--graphstream]} moves the camera at every
 * pulse of the toolkit for some seconds and writes, for each size, how far apart the pulses came, how long the FX thread
 * let others wait ({@link FxBeats}), and the CPU of its threads for each pulse, to the console and
 * {@code target/bench/window.md}. GraphStream's viewer shows the same graphs under the same hand where that is asked for.
 * Needs a display.
 */
public final class WindowBench {
    private static final int[] USUAL_SIZES = {5_000, 20_000, 100_000};
    private static final long WARM_UP_NS = 4_000_000_000L;
    private static final long MEASURED_NS = 8_000_000_000L;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final StringBuilder table = new StringBuilder("""
            | nodes | hand | pulses | apart ms, median | p99 | FX beats over 8 ms, % | p99 ms | longest | its own part \
            | FX CPU ms a pulse | toolkit's renderer | painter | load |
            |--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """);

    private WindowBench() {}

    public static void main(String[] args) throws Exception {
        boolean peer = List.of(args).contains("--graphstream");
        int[] sizes = Arrays.stream(args)
                .filter(each -> !each.startsWith("--"))
                .mapToInt(Integer::parseInt)
                .toArray();
        var bench = new WindowBench();
        BenchWindow.startToolkit();
        for (int size : sizes.length == 0 ? USUAL_SIZES : sizes) {
            BenchCase what = BenchCase.of(size);
            bench.tendril(what);
            if (peer) {
                GraphStreamWindow.measure(what, bench.table);
            }
        }
        System.out.print(bench.table);
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(folder.resolve("window.md"), bench.table);
        System.exit(0);
    }

    private void tendril(BenchCase what) throws InterruptedException {
        try (BenchWindow window = BenchWindow.open(what.facts())) {
            CanvasViewModel model = window.model();
            int nodes = what.nodes().size();
            hand(nodes, "pans", pulse -> model.look(Hand.panned(model.camera().get(), pulse)));
            hand(nodes, "zooms", pulse -> model.look(Hand.zoomed(model.camera().get(), pulse)));
        }
    }

    /** What a hand does at every pulse. */
    static final class Hand {
        private Hand() {}

        static Camera panned(Camera from, int pulse) {
            return from.pannedBy(Math.sin(pulse / 20.0) * 12, 5 * Math.cos(pulse / 13.0));
        }

        static Camera zoomed(Camera from, int pulse) {
            return from.zoomedAt(from.width() / 3, from.height() / 3, pulse / 60 % 2 == 0 ? 1.02 : 1 / 1.02);
        }
    }

    private void hand(int nodes, String what, IntConsumer move) throws InterruptedException {
        List<Long> pulses = new ArrayList<>();
        var done = new CountDownLatch(1);
        long[][] cpu = new long[2][];
        try (var beats = new FxBeats()) {
            Platform.runLater(() -> new AnimationTimer() {
                private final long began = System.nanoTime();
                private int pulse;

                @Override
                public void handle(long now) {
                    move.accept(pulse++);
                    long at = System.nanoTime();
                    if (at - began > WARM_UP_NS) {
                        if (pulses.isEmpty()) {
                            cpu[0] = cpuOfThreads();
                            beats.restart();
                        }
                        pulses.add(at);
                    }
                    if (at - began > WARM_UP_NS + MEASURED_NS) {
                        stop();
                        cpu[1] = cpuOfThreads();
                        done.countDown();
                    }
                }
            }.start());
            done.await();
            row(nodes, what, pulses, beats.told(), cpu);
        }
    }

    /** CPU nanoseconds of the FX thread, the toolkit's renderer, and the painters. */
    private long[] cpuOfThreads() {
        long[] sums = new long[3];
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            int kind = thread.getName().startsWith("JavaFX Application")
                    ? 0
                    : thread.getName().startsWith("QuantumRenderer") ? 1 : thread.getName().startsWith("painter") ? 2 : -1;
            if (kind >= 0) {
                sums[kind] += Math.max(0, threads.getThreadCpuTime(thread.threadId()));
            }
        }
        return sums;
    }

    private void row(int nodes, String what, List<Long> pulses, FxBeats.Told beats, long[][] cpu) {
        double[] apart = new double[pulses.size() - 1];
        Arrays.setAll(apart, i -> (pulses.get(i + 1) - pulses.get(i)) / 1e6);
        Arrays.sort(apart);
        String row = String.format(
                Locale.ROOT,
                "| %,d | %s | %d | %.1f | %.1f | %.2f | %.1f | %.1f | %.1f | %.2f | %.2f | %.2f | %.1f |%n",
                nodes,
                what,
                pulses.size(),
                apart[apart.length / 2],
                apart[apart.length * 99 / 100],
                beats.late(),
                beats.p99(),
                beats.longest(),
                beats.longestOwn(),
                (cpu[1][0] - cpu[0][0]) / 1e6 / pulses.size(),
                (cpu[1][1] - cpu[0][1]) / 1e6 / pulses.size(),
                (cpu[1][2] - cpu[0][2]) / 1e6 / pulses.size(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.print(row);
        table.append(row);
    }
}
