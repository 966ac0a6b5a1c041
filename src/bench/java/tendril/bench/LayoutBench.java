package tendril.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lays graphs out with our organic engine and with peers, each from nothing, and writes seconds and quality side by side:
 * a line for each run to the console, {@code layout.md} and {@code layout.png} into {@code target/bench}. Engines take
 * turns, so that all see the same machine. Peers that do not end by themselves get a budget of CPU seconds.
 *
 * <p>Arguments: sizes of made-up cases, {@code shapes} for graphs of other shapes, files of links; {@code --seeds N},
 * {@code --rounds N} (our engine runs so often and the last run counts: figures of a warm program), {@code --budget S}
 * (CPU seconds of one run; without it, by size), {@code --cold} (each engine once more in programs of its own, for its
 * memory, the live heap of its layout alone, and the cost of a first run), {@code --only NAME,NAME} (parts of names), {@code --out FOLDER}. Without sizes and files: 1000 5000
 * 20000.
 */
public final class LayoutBench {
    private static final int LANES = 2;
    private static final int[] USUAL_SIZES = {1_000, 5_000, 20_000};

    /** CPU seconds of budget for each node, enough for Gephi's ForceAtlas2 to settle, and at the least. */
    private static final double BUDGET_OF_NODE = 0.8e-3;

    private static final double BUDGET_MIN = 5;

    /** Rounds until a program is warm: more of them the sooner each is over. */
    private static final int ROUNDS_OF_NODES = 60_000;

    private static final int ROUNDS_MIN = 3;
    private static final int ROUNDS_MAX = 40;

    private final PrintStream out;
    private final List<LayoutResult> results = new ArrayList<>();
    private final Map<String, double[]> cold = new LinkedHashMap<>();
    private int seeds = 1;
    private int rounds;
    private double budget;
    private boolean alsoCold;
    private List<String> only = List.of("");
    private Path folder = Path.of("target", "bench");

    private LayoutBench(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (ExecutorService helpers = Executors.newFixedThreadPool(LANES - 1, Thread.ofPlatform().daemon().factory())) {
            List<LayoutPeer> peers = LayoutPeers.all(helpers, LANES);
            if (arguments.length > 0 && arguments[0].equals(ColdRun.ARGUMENT)) {
                ColdRun.child(peers, arguments);
            } else if (arguments.length > 0 && arguments[0].equals(ColdRun.HEAP_ARGUMENT)) {
                ColdRun.heapChild(peers, arguments);
            } else {
                LayoutBench bench = new LayoutBench(System.out);
                bench.run(bench.parse(List.of(arguments)), peers);
            }
        }
        // Gephi leaves threads behind that are no daemons.
        System.exit(0);
    }

    private List<LayoutCase> parse(List<String> arguments) throws IOException {
        List<LayoutCase> cases = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--seeds" -> seeds = Integer.parseInt(arguments.get(++i));
                case "--rounds" -> rounds = Integer.parseInt(arguments.get(++i));
                case "--budget" -> budget = Double.parseDouble(arguments.get(++i));
                case "--out" -> folder = Path.of(arguments.get(++i));
                case "--only" -> only = List.of(arguments.get(++i).split(","));
                case "--cold" -> alsoCold = true;
                case "shapes" -> cases.addAll(LayoutShapes.odd());
                case String size when size.matches("\\d+") ->
                    cases.add(LayoutShapes.investigation(Integer.parseInt(size)));
                case String file -> cases.add(LayoutCase.read(Path.of(file)));
            }
        }
        if (cases.isEmpty()) {
            for (int size : USUAL_SIZES) {
                cases.add(LayoutShapes.investigation(size));
            }
        }
        return cases;
    }

    private void run(List<LayoutCase> cases, List<LayoutPeer> peers) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        out.printf("%-18s %-22s %4s %9s %9s %8s %7s %9s%n", "graph", "engine", "seed", "wall s", "CPU s", "stress",
                "NP2", "crossings");
        for (LayoutCase graph : cases) {
            List<LayoutPeer> able = peers.stream()
                    .filter(peer -> graph.size() <= peer.nodesMax() && only.stream().anyMatch(peer.name()::contains))
                    .toList();
            LayoutQuality quality = new LayoutQuality(graph);
            for (int seed = 1; seed <= seeds; seed++) {
                for (LayoutPeer peer : able) {
                    measure(graph, quality, peer, seed);
                }
            }
            if (alsoCold) {
                coldRuns(graph, able);
            }
            write();
        }
        out.println();
        out.print(LayoutTable.of(results, cold).markdown());
    }

    private double budgetOf(LayoutCase graph) {
        return budget > 0 ? budget : Math.max(BUDGET_MIN, BUDGET_OF_NODE * graph.size());
    }

    private void measure(LayoutCase graph, LayoutQuality quality, LayoutPeer peer, int seed) {
        int usual = Math.clamp(ROUNDS_OF_NODES / graph.size(), ROUNDS_MIN, ROUNDS_MAX);
        int times = !peer.name().equals(LayoutPeers.OURS) ? 1 : rounds > 0 ? rounds : usual;
        Trail trail = new Trail(budgetOf(graph));
        for (int round = 0; round < times; round++) {
            trail = new Trail(budgetOf(graph));
            peer.arrange(graph, seed, trail);
        }
        LayoutResult result = LayoutResult.of(graph, peer.name(), seed, trail, quality);
        results.add(result);
        out.printf(Locale.ROOT, "%-18s %-22s %4d %9.3f %9.3f %8.4f %7.3f %9.0f%n", graph.name(), peer.name(), seed,
                result.settledWall(), result.settledCpu(), result.score().stress(), result.score().np2(),
                result.score().crossings());
    }

    private void coldRuns(LayoutCase graph, List<LayoutPeer> peers) throws IOException, InterruptedException {
        Path file = folder.resolve(graph.name().replace(' ', '-') + ".txt");
        graph.write(file);
        for (LayoutPeer peer : peers) {
            if (peer instanceof SfdpPeer) {
                continue;
            }
            double settled = results.stream()
                    .filter(result -> result.graph().equals(graph.name()) && result.engine().equals(peer.name()))
                    .mapToDouble(LayoutResult::settledCpu)
                    .sorted()
                    .skip(seeds / 2)
                    .findFirst()
                    .orElse(0);
            ColdRun.heapOf(peer, file, settled).ifPresent(heap -> out.printf(Locale.ROOT,
                    "%-18s %-22s live heap: graph %.1f MB, layout %.1f MB%n", graph.name(), peer.name(), heap.graphMb(),
                    heap.layoutMb()));
            ColdRun.of(peer, file, settled).ifPresent(run -> {
                cold.put(graph.name() + "|" + peer.name(), new double[] {run.cpuSeconds(), run.peakMb()});
                out.printf(Locale.ROOT, "%-18s %-22s cold %9.3f %9.3f %8.0f MB%n", graph.name(), peer.name(),
                        run.wallSeconds(), run.cpuSeconds(), run.peakMb());
            });
        }
    }

    private void write() throws IOException {
        LayoutTable table = LayoutTable.of(results, cold);
        Files.writeString(folder.resolve("layout.md"), table.markdown());
        LayoutPlot.write(table.rows(), folder.resolve("layout.png"));
    }
}
