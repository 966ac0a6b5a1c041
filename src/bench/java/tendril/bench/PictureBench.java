package tendril.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import tendril.picture.Camera;
import tendril.picture.GraphPainter;
import tendril.picture.HitTest;
import tendril.picture.Look;
import tendril.picture.Pass;
import tendril.picture.Scene;
import tendril.picture.Theme;

/** Measures what a picture costs: {@code PictureBench [nodes…]} prints one row a size, median / p99 in milliseconds
 * of the painting thread. */
public final class PictureBench {
    private static final int WIDTH_PX = 1600;
    private static final int HEIGHT_PX = 1000;
    private static final int WARM_UP_MS = 3000;
    private static final int FRAMES = 60;

    private PictureBench() {}

    public static void main(String[] args) {
        int[] sizes = args.length == 0
                ? new int[] {1_000, 5_000, 20_000, 50_000, 100_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        System.out.printf("%d x %d px, %d processors%n", WIDTH_PX, HEIGHT_PX, Runtime.getRuntime().availableProcessors());
        System.out.println("  nodes   fit fast        fit smooth      zoomed fast     zoomed smooth   index   hit node / link");
        for (int nodes : sizes) {
            row(nodes);
        }
    }

    private static void row(int nodes) {
        Scene scene = CaseScenes.of(nodes, 1);
        scene.bounds();
        double indexMs = indexMs(nodes);
        var fit = Camera.ofSize(WIDTH_PX, HEIGHT_PX).fitting(scene.bounds().orElseThrow(), 20);
        var near = fit.zoomedAt(WIDTH_PX / 2.0, HEIGHT_PX / 2.0, 0.8 / fit.zoom());
        System.out.printf(
                Locale.ROOT,
                "%7d   %s   %s   %s   %s   %5.1f   %s%n",
                nodes,
                frames(scene, fit, Pass.FAST),
                frames(scene, fit, Pass.SMOOTH),
                frames(scene, near, Pass.FAST),
                frames(scene, near, Pass.SMOOTH),
                indexMs,
                hits(scene, near));
    }

    /** Time to the first picture after everything moved, less the time of the next one. */
    private static double indexMs(int nodes) {
        var painter = new GraphPainter();
        var camera = Camera.ofSize(WIDTH_PX, HEIGHT_PX);
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            Scene scene = CaseScenes.of(nodes, i);
            var seen = camera.fitting(scene.bounds().orElseThrow(), 20).zoomedAt(0, 0, 30);
            long t0 = cpuNs();
            painter.paint(scene, seen, Look.of(Theme.ofDark()), Pass.FAST);
            long t1 = cpuNs();
            painter.paint(scene, seen, Look.of(Theme.ofDark()), Pass.FAST);
            best = Math.min(best, (2 * t1 - t0 - cpuNs()) / 1e6);
        }
        return best;
    }

    private static String frames(Scene scene, Camera from, Pass pass) {
        var painter = new GraphPainter();
        var look = Look.of(Theme.ofDark());
        var pixels = new int[WIDTH_PX * HEIGHT_PX];
        long start = System.nanoTime();
        for (int i = 0; System.nanoTime() - start < WARM_UP_MS * 1_000_000L; i++) {
            painter.paint(scene, from.pannedBy(i % 50, i % 30), look, pass, pixels, GraphPainter.NEVER_CANCELLED);
        }
        double[] ms = new double[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            long t0 = cpuNs();
            painter.paint(scene, from.pannedBy(i * 3, i), look, pass, pixels, GraphPainter.NEVER_CANCELLED);
            ms[i] = (cpuNs() - t0) / 1e6;
        }
        Arrays.sort(ms);
        return String.format(Locale.ROOT, "%5.1f / %5.1f", ms[FRAMES / 2], ms[FRAMES * 99 / 100]);
    }

    /** Time this thread has computed: other programs on the machine do not count. */
    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String hits(Scene scene, Camera camera) {
        var hits = new HitTest();
        var random = new Random(1);
        double[] node = new double[4000];
        double[] link = new double[4000];
        for (int i = 0; i < node.length; i++) {
            double x = random.nextDouble() * WIDTH_PX;
            double y = random.nextDouble() * HEIGHT_PX;
            long t0 = cpuNs();
            hits.nodeAt(scene, camera, x, y);
            long t1 = cpuNs();
            hits.linkAt(scene, camera, x, y, HitTest.LINK_TOLERANCE_PX);
            node[i] = (t1 - t0) / 1e6;
            link[i] = (cpuNs() - t1) / 1e6;
        }
        Arrays.sort(node);
        Arrays.sort(link);
        return String.format(Locale.ROOT, "%.3f / %.3f (p99)", node[node.length * 99 / 100], link[link.length * 99 / 100]);
    }
}
