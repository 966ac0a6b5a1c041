package tendril.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lays graphs out with our organic engine and with peers, each from nothing, and prints seconds and quality side by
 * side. Peers that settle by themselves only after hours get a budget of CPU seconds.
 *
 * <p>Arguments: sizes of made-up cases or files of links; {@code --seeds N}, {@code --budget CPU_SECONDS},
 * {@code --rounds N}, {@code --out FOLDER}. Without any: 1000 5000 20000. The last round of each engine counts, so the
 * figures are those of a warm program; positions go to {@code target/bench} as trajectories: an int n, then
 * {int step, double wall, double cpu, float x and y of each node}, little endian.
 */
public final class LayoutBench {
    private static final double NANOS = 1e9;
    private static final int LANES = 2;

    private final PrintStream out;
    private int seeds = 1;
    private int rounds = 3;
    private double budget = 20;
    private Path folder = Path.of("target", "bench");

    private LayoutBench(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        try (ExecutorService helpers = Executors.newFixedThreadPool(LANES - 1, Thread.ofPlatform().daemon().factory())) {
            LayoutBench bench = new LayoutBench(System.out);
            List<LayoutCase> cases = bench.parse(List.of(arguments));
            bench.run(cases, LayoutPeers.all(helpers, LANES));
        }
    }

    private List<LayoutCase> parse(List<String> arguments) throws IOException {
        List<LayoutCase> cases = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--seeds" -> seeds = Integer.parseInt(arguments.get(++i));
                case "--rounds" -> rounds = Integer.parseInt(arguments.get(++i));
                case "--budget" -> budget = Double.parseDouble(arguments.get(++i));
                case "--out" -> folder = Path.of(arguments.get(++i));
                case String size when size.matches("\\d+") ->
                    cases.add(LayoutCase.investigation(Integer.parseInt(size), 42));
                case String file -> cases.add(LayoutCase.read(Path.of(file)));
            }
        }
        if (cases.isEmpty()) {
            for (int size : new int[] {1_000, 5_000, 20_000}) {
                cases.add(LayoutCase.investigation(size, 42));
            }
        }
        return cases;
    }

    private void run(List<LayoutCase> cases, List<LayoutPeer> peers) throws IOException {
        Files.createDirectories(folder);
        out.printf("%-14s %-24s %5s %9s %9s %8s %7s %9s%n", "graph", "engine", "seed", "wall s", "CPU s", "stress",
                "NP2", "crossings");
        for (LayoutCase graph : cases) {
            LayoutQuality quality = new LayoutQuality(graph.size(), graph.from(), graph.to());
            for (int seed = 1; seed <= seeds; seed++) {
                for (LayoutPeer peer : peers) {
                    if (graph.size() <= peer.nodesMax()) {
                        measure(graph, quality, peer, seed);
                    }
                }
            }
        }
    }

    private void measure(LayoutCase graph, LayoutQuality quality, LayoutPeer peer, int seed) throws IOException {
        double[][] places = {};
        double wall = 0;
        double cpu = 0;
        int times = peer.name().startsWith("Tendril") ? rounds : 1;
        for (int round = 0; round < times; round++) {
            Budget used = new Budget(budget);
            long start = System.nanoTime();
            places = peer.arrange(graph, seed, budget);
            wall = (System.nanoTime() - start) / NANOS;
            cpu = used.secondsUsed();
        }
        LayoutQuality.Score score = quality.score(places[0], places[1]);
        out.printf(Locale.ROOT, "%-14s %-24s %5d %9.3f %9.3f %8.4f %7.3f %9.0f%n", graph.name(), peer.name(), seed,
                wall, cpu, score.stress(), score.np2(), score.crossings());
        String name = (graph.name() + "-" + peer.name() + "-" + seed).replaceAll("[^A-Za-z0-9]+", "-");
        Files.write(folder.resolve(name + ".traj"), trajectory(places, wall, cpu));
    }

    private static byte[] trajectory(double[][] places, double wall, double cpu) {
        int size = places[0].length;
        ByteBuffer bytes = ByteBuffer.allocate(24 + 8 * size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(size).putInt(1).putDouble(wall).putDouble(cpu);
        for (int node = 0; node < size; node++) {
            bytes.putFloat((float) places[0][node]).putFloat((float) places[1][node]);
        }
        return bytes.array();
    }
}
