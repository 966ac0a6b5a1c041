package tendril.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tendril.picture.ink.Look;
import tendril.picture.ink.Pass;
import tendril.picture.ink.Theme;
import tendril.picture.paint.Frame;
import tendril.picture.paint.GraphPainter;
import tendril.picture.paint.HitTest;
import tendril.picture.paint.PaintLoop;
import tendril.picture.scene.Camera;
import tendril.picture.scene.LiveScene;
import tendril.picture.scene.Scene;

/**
 * What a picture costs: {@code PictureBench [nodes…]} writes a row for each size and kind of picture to the console and
 * {@code target/bench/picture.md}: milliseconds by the clock and of the painting thread alone, median and p99, and what
 * a frame leaves to the collector. Everything is in view unless it says zoomed.
 */
public final class PictureBench {
    private static final int WIDTH_PX = 1600;
    private static final int HEIGHT_PX = 1000;
    private static final int WARM_UP_MS = 1500;
    private static final int FRAMES = 60;
    private static final int FEW_LINKS = 6;
    private static final int HITS = 4000;
    private static final int[] USUAL_SIZES = {1_000, 5_000, 20_000, 50_000, 100_000};

    private final StringBuilder table = new StringBuilder("""
            | nodes | what | wall ms, median | p99 | CPU ms, median | p99 | KB allocated |
            |--:|---|--:|--:|--:|--:|--:|
            """);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private PictureBench() {}

    public static void main(String[] args) throws IOException {
        int[] sizes = args.length == 0
                ? USUAL_SIZES
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        PictureBench bench = new PictureBench();
        for (int nodes : sizes) {
            bench.size(nodes);
        }
        System.out.print(bench.table);
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(folder.resolve("picture.md"), bench.table);
    }

    private void size(int nodes) {
        Scene scene = CaseScenes.of(nodes, 1);
        var fit = Camera.ofSize(WIDTH_PX, HEIGHT_PX).fitting(scene.bounds().orElseThrow(), 20);
        var near = fit.zoomedAt(WIDTH_PX / 2.0, HEIGHT_PX / 2.0, 0.8 / fit.zoom());
        frames(scene, fit, Pass.FAST, "true picture");
        frames(scene, fit, Pass.SMOOTH, "smooth picture");
        frames(scene, near, Pass.FAST, "zoomed, true picture");
        frames(scene, near, Pass.SMOOTH, "zoomed, smooth picture");
        selection(nodes, fit);
        index(nodes);
        hits(scene, near);
    }

    private void frames(Scene scene, Camera from, Pass pass, String what) {
        var painter = new GraphPainter();
        var look = Look.of(Theme.ofDark());
        var pixels = new int[WIDTH_PX * HEIGHT_PX];
        IntConsumer frame = i -> painter.paint(
                scene, from.pannedBy(i % 50, i % 30), look, pass, pixels, GraphPainter.NEVER_CANCELLED);
        long start = System.nanoTime();
        for (int i = 0; System.nanoTime() - start < WARM_UP_MS * 1_000_000L; i++) {
            frame.accept(i);
        }
        row(scene.nodeSlots(), what, FRAMES, frame);
    }

    /** A node with few links is selected and let go, everything in view, through the painter thread. */
    private void selection(int nodes, Camera fit) {
        Semaphore finished = new Semaphore(0);
        LiveScene live = CaseScenes.live(nodes, 1);
        Scene scene = live.publish();
        int stride = Math.max(1, nodes / (4 * FRAMES));
        int[] few = IntStream.iterate(0, node -> node < nodes, node -> node + stride)
                .filter(node -> scene.degree(node) < FEW_LINKS)
                .limit(FRAMES)
                .toArray();
        try (var loop = new PaintLoop(Thread.ofPlatform().daemon().factory(), System::nanoTime, finished::release)) {
            var look = Look.of(Theme.ofDark());
            Predicate<Frame> smooth = frame -> frame.pass() == Pass.SMOOTH;
            loop.request(scene, fit, look);
            await(loop, finished, smooth);
            for (boolean on : new boolean[] {true, false, true}) {
                row(nodes, on ? "one node selected" : "one node let go", few.length, i -> {
                    live.setMarks(few[i], live.marks(few[i]).selected(on));
                    Scene next = live.publish();
                    loop.request(next, fit, look);
                    await(loop, finished, frame -> frame.scene() == next);
                });
            }
        }
    }

    private static void await(PaintLoop loop, Semaphore finished, Predicate<Frame> wanted) {
        while (loop.take().filter(wanted).isEmpty()) {
            finished.acquireUninterruptibly();
        }
    }

    /** The first picture after everything moved: all grids are made anew. */
    private void index(int nodes) {
        var painter = new GraphPainter();
        var camera = Camera.ofSize(WIDTH_PX, HEIGHT_PX);
        Scene[] scenes = new Scene[3];
        Arrays.setAll(scenes, i -> CaseScenes.of(nodes, i));
        Camera seen = camera.fitting(CaseScenes.of(nodes, 0).bounds().orElseThrow(), 20).zoomedAt(0, 0, 30);
        row(nodes, "first picture of a changed scene", scenes.length, i ->
                painter.paint(scenes[i], seen, Look.of(Theme.ofDark()), Pass.FAST));
    }

    private void hits(Scene scene, Camera camera) {
        var hits = new HitTest();
        var random = new Random(1);
        double[] x = random.doubles(HITS, 0, WIDTH_PX).toArray();
        double[] y = random.doubles(HITS, 0, HEIGHT_PX).toArray();
        IntConsumer node = i -> hits.nodeAt(scene, camera, x[i], y[i]);
        IntConsumer link = i -> hits.linkAt(scene, camera, x[i], y[i], HitTest.LINK_TOLERANCE_PX);
        for (int i = 0; i < HITS; i++) {
            node.accept(i);
            link.accept(i);
        }
        row(scene.nodeSlots(), "hit test, node", HITS, node);
        row(scene.nodeSlots(), "hit test, link", HITS, link);
    }

    private void row(int nodes, String what, int times, IntConsumer work) {
        double[] wall = new double[times];
        double[] cpu = new double[times];
        long bytes = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times; i++) {
            long w = System.nanoTime();
            long c = threads.getCurrentThreadCpuTime();
            work.accept(i);
            cpu[i] = (threads.getCurrentThreadCpuTime() - c) / 1e6;
            wall[i] = (System.nanoTime() - w) / 1e6;
        }
        double kb = (threads.getCurrentThreadAllocatedBytes() - bytes) / 1024.0 / times;
        Arrays.sort(wall);
        Arrays.sort(cpu);
        table.append(String.format(
                Locale.ROOT,
                "| %,d | %s | %.3g | %.3g | %.3g | %.3g | %.0f |%n",
                nodes,
                what,
                wall[times / 2],
                wall[times * 99 / 100],
                cpu[times / 2],
                cpu[times * 99 / 100],
                kb));
    }
}
