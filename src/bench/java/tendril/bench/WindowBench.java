package tendril.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.CaseGraph;
import tendril.graph.Citation;
import tendril.graph.Fact;
import tendril.graph.LinkKey;
import tendril.graph.PlacedBy;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;
import tendril.layout.LayoutKind;
import tendril.layout.LayoutRun;
import tendril.layout.Positions;
import tendril.picture.Camera;
import tendril.ui.FxPulse;
import tendril.ui.canvas.CanvasActions;
import tendril.ui.canvas.CanvasViewModel;
import tendril.ui.canvas.GraphCanvas;

/**
 * The canvas in a real window while a hand pans and zooms: {@code WindowBench [nodes…]} moves the camera at every pulse
 * of the toolkit for some seconds and writes, for each size, how far apart the pulses came, how long the FX thread was
 * blocked at most, and the CPU of its threads for each pulse, to the console and {@code target/bench/window.md}. Needs a
 * display, or {@code -Dglass.platform=Headless}, whose screen has 1000 × 1000 pixels.
 */
public final class WindowBench {
    private static final int WIDTH_PX = 1600;
    private static final int HEIGHT_PX = 1000;
    private static final int[] USUAL_SIZES = {5_000, 20_000, 100_000};
    private static final long WARM_UP_NS = 4_000_000_000L;
    private static final long MEASURED_NS = 8_000_000_000L;
    private static final long PROBE_MS = 4;
    private static final int FACTS_AT_ONCE = 20_000;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Citation SOURCE = new Citation(1, "/");

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final StringBuilder table = new StringBuilder("""
            | nodes | hand | pulses | apart ms, median | p99 | longest FX block ms | FX CPU ms a pulse \
            | toolkit's renderer CPU ms | painter CPU ms |
            |--:|---|--:|--:|--:|--:|--:|--:|--:|
            """);

    private WindowBench() {}

    public static void main(String[] args) throws Exception {
        int[] sizes = args.length == 0
                ? USUAL_SIZES
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        var bench = new WindowBench();
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        for (int size : sizes) {
            bench.size(size);
        }
        System.out.print(bench.table);
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(folder.resolve("window.md"), bench.table);
        Platform.exit();
        System.exit(0);
    }

    private void size(int nodes) throws InterruptedException, IOException {
        CaseGraph graph = graph(LayoutShapes.investigation(nodes));
        var model = new CanvasViewModel();
        var shown = new CountDownLatch(1);
        List<Runnable> end = new ArrayList<>();
        Platform.runLater(() -> {
            model.show(graph);
            var canvas = new GraphCanvas(model, idle(), new FxPulse(), Thread.ofPlatform().daemon().name("painter-", 0).factory());
            var stage = new Stage();
            stage.setScene(new javafx.scene.Scene(new javafx.scene.layout.BorderPane(canvas), WIDTH_PX, HEIGHT_PX));
            stage.show();
            canvas.fitAtOnce();
            end.add(canvas::close);
            end.add(stage::close);
            shown.countDown();
        });
        shown.await();
        hand(model, nodes, "pans", pulse -> model.look(model.camera().get().pannedBy(Math.sin(pulse / 20.0) * 12, 5 * Math.cos(pulse / 13.0))));
        hand(model, nodes, "zooms", pulse -> {
            Camera now = model.camera().get();
            model.look(now.zoomedAt(now.width() / 3, now.height() / 3, pulse / 60 % 2 == 0 ? 1.02 : 1 / 1.02));
        });
        Platform.runLater(() -> end.forEach(Runnable::run));
    }

    private static CanvasActions idle() {
        return (CanvasActions) Proxy.newProxyInstance(
                WindowBench.class.getClassLoader(), new Class<?>[] {CanvasActions.class}, (proxy, method, values) -> null);
    }

    private void hand(CanvasViewModel model, int nodes, String what, IntConsumer move) throws InterruptedException {
        List<Long> pulses = new ArrayList<>();
        var measuring = new AtomicBoolean();
        var done = new CountDownLatch(1);
        var longest = new AtomicLong();
        long[][] cpu = new long[2][];
        Platform.runLater(() -> new AnimationTimer() {
            private final long began = System.nanoTime();
            private int pulse;

            @Override
            public void handle(long now) {
                move.accept(pulse++);
                long at = System.nanoTime();
                if (at - began > WARM_UP_NS) {
                    if (measuring.compareAndSet(false, true)) {
                        cpu[0] = cpuOfThreads();
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
        while (!done.await(PROBE_MS, TimeUnit.MILLISECONDS)) {
            long asked = System.nanoTime();
            var answered = new CountDownLatch(1);
            Platform.runLater(answered::countDown);
            answered.await();
            if (measuring.get()) {
                longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
            }
        }
        row(nodes, what, pulses, longest.get(), cpu);
    }

    /** CPU nanoseconds of the FX thread, the toolkit's renderer, and the painters. */
    private long[] cpuOfThreads() {
        long[] sums = new long[3];
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            int kind = thread.getName().startsWith("JavaFX Application")
                    ? 0
                    : thread.getName().startsWith("QuantumRenderer") ? 1 : thread.getName().startsWith("painter-") ? 2 : -1;
            if (kind >= 0) {
                sums[kind] += Math.max(0, threads.getThreadCpuTime(thread.threadId()));
            }
        }
        return sums;
    }

    private void row(int nodes, String what, List<Long> pulses, long longestNs, long[][] cpu) {
        double[] apart = new double[pulses.size() - 1];
        Arrays.setAll(apart, i -> (pulses.get(i + 1) - pulses.get(i)) / 1e6);
        Arrays.sort(apart);
        String row = String.format(
                Locale.ROOT,
                "| %,d | %s | %d | %.1f | %.1f | %.1f | %.2f | %.2f | %.2f |%n",
                nodes,
                what,
                pulses.size(),
                apart[apart.length / 2],
                apart[apart.length * 99 / 100],
                longestNs / 1e6,
                (cpu[1][0] - cpu[0][0]) / 1e6 / pulses.size(),
                (cpu[1][1] - cpu[0][1]) / 1e6 / pulses.size(),
                (cpu[1][2] - cpu[0][2]) / 1e6 / pulses.size());
        System.out.print(row);
        table.append(row);
    }

    /** A case of so many entities, laid out, as its journal would tell it. */
    private static CaseGraph graph(LayoutCase links) {
        Positions places = LayoutKind.ORGANIC.engine().arrange(links.graph(), LayoutRun.quiet(1));
        var graph = new CaseGraph();
        List<CaseEvent> events = new ArrayList<>();
        IndicatorType[] types = {IndicatorType.DOMAIN, IndicatorType.IPV4};
        Indicator[] nodes = new Indicator[links.size()];
        Arrays.setAll(nodes, i -> types[i % 2] == IndicatorType.DOMAIN
                ? new Indicator(IndicatorType.DOMAIN, "host-" + i + ".example")
                : new Indicator(IndicatorType.IPV4, "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)));
        for (Indicator node : nodes) {
            events.add(new CaseEvent.EntityAdded(node, Citation.ANALYST));
        }
        for (int i = 0; i < links.from().length; i++) {
            events.add(new CaseEvent.LinkAdded(
                    new LinkKey(nodes[links.from()[i]], nodes[links.to()[i]], "resolves to"),
                    Seen.UNKNOWN, new TreeMap<>(), SOURCE));
        }
        List<Placement> placements = new ArrayList<>();
        for (int i = 0; i < nodes.length; i++) {
            placements.add(new Placement(nodes[i], places.x(i), places.y(i)));
        }
        events.add(new CaseEvent.EntitiesPlaced(placements, PlacedBy.LAYOUT));
        List<Fact> batch = new ArrayList<>();
        batch.add(new Fact(1, NOON, 1, new CaseEvent.ActionBegan(ActionKind.values()[0], "Bench", "bench")));
        long seq = 1;
        for (CaseEvent event : events) {
            batch.add(new Fact(++seq, NOON, 1, event));
            if (batch.size() == FACTS_AT_ONCE) {
                graph.apply(batch);
                batch.clear();
            }
        }
        graph.apply(batch);
        return graph;
    }
}
