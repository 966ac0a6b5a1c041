package tendril.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import tendril.indicator.Indicator;
import tendril.picture.export.PictureExport;
import tendril.picture.ink.Theme;
import tendril.picture.scene.Camera;
import tendril.picture.scene.Scene;
import tendril.ui.canvas.CanvasViewModel;
import tendril.ui.canvas.LinkedSelection;
import tendril.ui.canvas.Selection;

/**
 * What single actions cost in the whole window: {@code WindowWorkBench [nodes…]} does each a few times over a case of
 * each size and writes how long it held the FX thread, how far apart pulses came at most until it was calm again, the CPU
 * that the FX thread had between two pulses at most, and what the heap holds afterwards, to the console and {@code target/bench/window-work.md}. Needs a display.
 */
public final class WindowWorkBench {
    private static final int[] USUAL_SIZES = {5_000, 50_000, 100_000};
    private static final int TIMES = 7;
    private static final long CALM_NS = 700_000_000L;
    private static final long SETTLING_MS = 3_000;
    private static final int PNG_PX = 10_000;
    private static final int PNG_NODES_MAX = 10_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final StringBuilder table = new StringBuilder("""
            | nodes | what | held the FX thread, ms, median | most | longest gap between pulses, median | most \
            | CPU of the FX thread in such a gap, median | most | load |
            |--:|---|--:|--:|--:|--:|--:|--:|--:|
            """);

    private WindowWorkBench() {}

    /** One thing a person does. */
    private interface Work {
        void run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        int[] sizes = args.length == 0
                ? USUAL_SIZES
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        BenchWindow.startToolkit();
        var bench = new WindowWorkBench();
        for (int size : sizes) {
            bench.size(size);
        }
        System.out.print(bench.table);
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(folder.resolve("window-work.md"), bench.table);
        System.exit(0);
    }

    private void size(int nodes) throws Exception {
        BenchCase what = BenchCase.of(nodes);
        try (BenchWindow window = BenchWindow.open(what.facts())) {
            Thread.sleep(SETTLING_MS);
            selections(nodes, what.nodes(), window.model());
            heap(nodes, "heap with the case in the window, MB");
            results(nodes, what.nodes(), window);
            if (nodes <= PNG_NODES_MAX) {
                picture(nodes, window.model().scene().get());
            }
        }
        heap(nodes, "heap after it is closed, MB");
    }

    private void selections(int nodes, List<Indicator> all, CanvasViewModel model) throws Exception {
        var linked = new LinkedSelection(model);
        List<Indicator> third = all.subList(0, all.size() / 3);
        measure(nodes, "select one", () -> {}, () -> model.select(Selection.of(List.of(all.get(all.size() / 2)))));
        measure(nodes, "select all", model::selectNone, model::selectAll);
        measure(nodes, "invert a third", () -> model.select(Selection.of(third)), model::invertSelection);
        measure(nodes, "neighbours of a third", () -> model.select(Selection.of(third)), linked::addNeighbours);
        measure(nodes, "select none", model::selectAll, model::selectNone);
        Camera camera = model.camera().get();
        Scene scene = model.scene().get();
        int node = scene.nodeSlots() / 2;
        double x = camera.toViewX(scene.x(node));
        double y = camera.toViewY(scene.y(node));
        measure(nodes, "point at a node", model::pointNowhere, () -> model.point(x, y));
    }

    private void results(int nodes, List<Indicator> all, BenchWindow window) throws Exception {
        var turn = new int[] {0};
        measure(
                nodes,
                BenchWindow.RESULTS + " results arrive",
                () -> {},
                () -> window.session().expand(List.of(all.get(turn[0]++ * 7 + 1))));
    }

    /** The whole graph as a large picture, written beside a living window. */
    private void picture(int nodes, Scene scene) throws Exception {
        Path file = Files.createTempFile("bench", ".png");
        try (var beats = new FxBeats()) {
            long began = System.nanoTime();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                PictureExport.write(
                        scene, PictureExport.Order.of(Theme.ofLight(), PNG_PX), out, PictureExport.Progress.NONE);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            FxBeats.Told told = beats.told();
            say(String.format(
                    Locale.ROOT,
                    "| %,d | PNG %,d px wide, %s, %.1f MB: %.2f s | beats p99 %.1f | %.1f | | | | | |%n",
                    nodes,
                    PNG_PX,
                    size(file),
                    Files.size(file) / 1e6,
                    seconds,
                    told.p99(),
                    told.longest()));
        } finally {
            Files.delete(file);
        }
    }

    /** Width and height as the file's header says. */
    private static String size(Path file) throws IOException {
        try (var in = new java.io.DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(16);
            return in.readInt() + " x " + in.readInt();
        }
    }

    private void heap(int nodes, String what) {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        say(String.format(
                Locale.ROOT, "| %,d | %s: %d | | | | | | | |%n", nodes, what, memory.getHeapMemoryUsage().getUsed() >> 20));
    }

    private void measure(int nodes, String what, Work before, Work work) throws Exception {
        List<Double> held = new ArrayList<>();
        List<Double> gaps = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            BenchWindow.onFx(() -> {
                before.run();
                return true;
            });
            Thread.sleep(CALM_NS / 1_000_000);
            once(work, held, gaps, cpu);
        }
        Collections.sort(held);
        Collections.sort(gaps);
        Collections.sort(cpu);
        say(String.format(
                Locale.ROOT,
                "| %,d | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                nodes,
                what,
                held.get(TIMES / 2),
                held.getLast(),
                gaps.get(TIMES / 2),
                gaps.getLast(),
                cpu.get(TIMES / 2),
                cpu.getLast(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    /** Does it while pulses run, and waits until it is calm again. */
    private void once(Work work, List<Double> held, List<Double> gaps, List<Double> cpu) throws Exception {
        var calm = new CountDownLatch(1);
        BenchWindow.onFx(() -> {
            new AnimationTimer() {
                private long began;
                private long last;
                private long longest;
                private long lastCpu;
                private long mostCpu;

                @Override
                public void handle(long now) {
                    long at = System.nanoTime();
                    long cpuAt = threads.getCurrentThreadCpuTime();
                    if (began == 0) {
                        began = at;
                        held.add(milliseconds(work));
                    } else {
                        longest = Math.max(longest, at - last);
                        mostCpu = Math.max(mostCpu, cpuAt - lastCpu);
                    }
                    last = at;
                    lastCpu = cpuAt;
                    if (at - began > CALM_NS) {
                        gaps.add(longest / 1e6);
                        cpu.add(mostCpu / 1e6);
                        stop();
                        calm.countDown();
                    }
                }
            }.start();
            return true;
        });
        if (!calm.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The window did not come to rest within a minute.");
        }
    }

    private static double milliseconds(Work work) {
        long began = System.nanoTime();
        try {
            work.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private void say(String row) {
        System.out.print(row);
        table.append(row);
    }
}
