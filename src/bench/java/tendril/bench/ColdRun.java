package tendril.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One layout in a program of its own that starts, reads the graph, lays it out once and ends.
 *
 * @param wallSeconds from the program's start to its end
 * @param cpuSeconds  of the whole program
 * @param peakMb      the most memory it held, as Linux counts it
 */
record ColdRun(double wallSeconds, double cpuSeconds, double peakMb) {
    static final String ARGUMENT = "--child";
    static final String HEAP_ARGUMENT = "--heap-child";
    private static final double NANOS = 1e9;
    private static final double KB_OF_MB = 1024;
    private static final String PEAK = "VmHWM:";

    /** Runs it, giving a peer that does not end by itself the CPU seconds it took to settle when warm. */
    static Optional<ColdRun> of(LayoutPeer peer, Path graph, double settledCpu) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx3g",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LayoutBench.class.getName(),
                        ARGUMENT,
                        peer.name(),
                        graph.toString(),
                        Double.toString(settledCpu))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        double wall = (System.nanoTime() - start) / NANOS;
        return said.lines()
                .filter(line -> line.startsWith(ARGUMENT))
                .map(line -> line.split(" "))
                .map(words -> new ColdRun(wall, Double.parseDouble(words[1]), Double.parseDouble(words[2])))
                .findFirst();
    }

    /**
     * The live heap of one layout, measured in a program of its own: the engine's graph, and what the layout adds to it at
     * the most. The same links as arrays are in memory for every engine and are taken off.
     *
     * @param graphMb  of the graph as the engine wants it
     * @param layoutMb at the most beyond that, while it lays out
     */
    record Heap(double graphMb, double layoutMb) {}

    /** Measures the live heap of a peer; one that does not end by itself gets so many CPU seconds. */
    static Optional<Heap> heapOf(LayoutPeer peer, Path graph, double cpuSeconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx3g",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LayoutBench.class.getName(),
                        HEAP_ARGUMENT,
                        peer.name(),
                        graph.toString(),
                        Double.toString(cpuSeconds))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return said.lines()
                .filter(line -> line.startsWith(HEAP_ARGUMENT))
                .map(line -> line.split(" "))
                .map(words -> new Heap(Double.parseDouble(words[1]), Double.parseDouble(words[2])))
                .findFirst();
    }

    /** What the program that measures the heap does: one small layout first, so that classes are loaded, then the real one. */
    static void heapChild(List<LayoutPeer> peers, String[] arguments) throws IOException {
        LayoutCase graph = LayoutCase.read(Path.of(arguments[2]));
        for (LayoutPeer peer : peers) {
            if (peer.name().equals(arguments[1])) {
                peer.arrange(LayoutShapes.investigation(200), 1, new Trail(1));
                try (HeapPeak heap = new HeapPeak()) {
                    double before = heap.aliveMb();
                    double[] withGraph = new double[1];
                    Runnable atBegin = () -> {
                        withGraph[0] = heap.aliveMb();
                        heap.start();
                    };
                    peer.arrange(graph, 1, Trail.withoutMarks(Double.parseDouble(arguments[3]), atBegin));
                    System.out.println(HEAP_ARGUMENT + " " + (withGraph[0] - before) + " " + (heap.mostMb() - withGraph[0]));
                }
            }
        }
    }

    /** What the program does. */
    static void child(List<LayoutPeer> peers, String[] arguments) throws IOException {
        LayoutCase graph = LayoutCase.read(Path.of(arguments[2]));
        for (LayoutPeer peer : peers) {
            if (peer.name().equals(arguments[1])) {
                peer.arrange(graph, 1, new Trail(Double.parseDouble(arguments[3])));
            }
        }
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println(ARGUMENT + " " + system.getProcessCpuTime() / NANOS + " " + peakOfThisProgram());
    }

    private static double peakOfThisProgram() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(PEAK))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KB_OF_MB)
                .findFirst()
                .orElse(Double.NaN);
    }
}
