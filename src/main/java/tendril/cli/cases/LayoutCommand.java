package tendril.cli.cases;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tendril.casefile.CaseFile;
import tendril.casefile.disk.CaseFileException;
import tendril.cli.console.Console;
import tendril.cli.console.ReadCase;
import tendril.exchange.ImportedGraph;
import tendril.exchange.Importing;
import tendril.graph.CaseEvent;
import tendril.graph.CaseGraph;
import tendril.graph.Fact;
import tendril.graph.Moves;
import tendril.graph.PlacedBy;
import tendril.layout.CaseLayout;
import tendril.layout.Lanes;
import tendril.layout.LayoutKind;
import tendril.layout.LayoutRun;
import tendril.layout.Positions;
import tendril.layout.StopToken;
import tools.jackson.databind.json.JsonMapper;

/** {@code tendril layout}: arranges a graph without a window. */
@Command(
        name = "layout",
        description = {
            "Arrange a case, or the graph in a GraphML file, and say how long it took.",
            "A case keeps its new places unless --to names a file to write instead."
        },
        mixinStandardHelpOptions = true)
public final class LayoutCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "CASE|GRAPHML", description = "What to arrange.")
    private Path file = Path.of("");

    @Option(names = "--engine", paramLabel = "NAME", description = "Default: ${DEFAULT-VALUE}.")
    private String engine = LayoutKind.ORGANIC.id();

    @Option(names = "--seed", paramLabel = "N", description = "Same seed, same picture. Default: ${DEFAULT-VALUE}.")
    private long seed = LayoutRun.DEFAULT_SEED;

    @Option(
            names = "--to",
            paramLabel = "OUT",
            description = "Write the arranged graph here; leave the input as it is.")
    private Optional<Path> to = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object instead of words.")
    private boolean json;

    public LayoutCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<LayoutKind> kind = LayoutKind.ofId(engine.toLowerCase(Locale.ROOT));
        if (kind.isEmpty()) {
            List<String> names =
                    Arrays.stream(LayoutKind.values()).map(LayoutKind::id).toList();
            return console.problem(
                    "There is no layout called " + engine + ". There are: " + String.join(", ", names) + ".");
        }
        if (isGraphml(file) || nameOf(file).endsWith(".xml")) {
            return ofFile(kind.get());
        }
        return to.isPresent() ? ofCaseCopy(kind.get()) : ofCase(kind.get());
    }

    private int ofFile(LayoutKind kind) {
        return switch (Exchange.graphOf(file)) {
            case Importing.Refused refused -> console.problem(refused.sentence());
            case Importing.Read read -> ofGraph(new GraphOfFile(read.graph()), kind);
        };
    }

    private int ofGraph(GraphOfFile graph, LayoutKind kind) {
        // What reading, and then arranging, left behind is room enough for what follows: the heap need not grow for it.
        System.gc();
        Positions places = graph.layout().inPlace(arrange(graph.layout(), kind));
        System.gc();
        return to.flatMap(target -> write(graph.at(places), target))
                .map(console::problem)
                .orElse(Console.OK);
    }

    private static Optional<String> write(ImportedGraph graph, Path target) {
        if (isGraphml(target)) {
            return Exchange.write(graph, target);
        }
        var whole = new CaseGraph();
        apply(whole, Exchange.events(graph, GraphOfFile.placesIn(graph), 0));
        return Exchange.write(Exchange.Contents.of(whole), target, Exchange.Wishes.USUAL);
    }

    private static boolean isGraphml(Path file) {
        return nameOf(file).endsWith(".graphml");
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private int ofCaseCopy(LayoutKind kind) {
        return switch (ReadCase.open(file)) {
            case ReadCase.Refused refused -> console.problem(refused.sentence());
            case ReadCase.Open open -> {
                var graph = new CaseGraph();
                try (CaseFile read = open.file()) {
                    graph.apply(read.facts());
                } catch (CaseFileException e) {
                    yield console.problem(e.sentence());
                }
                yield arrangedCopy(graph, kind);
            }
        };
    }

    private int ofCase(LayoutKind kind) {
        return new HeadlessRun(console, Sources.none(), file)
                .run(session -> session.edits()
                        .arrange("Arranged the graph (" + kind.label() + ")", moves(session.graph(), kind)));
    }

    private int arrangedCopy(CaseGraph graph, LayoutKind kind) {
        apply(graph, moves(graph, kind).events(PlacedBy.LAYOUT));
        if (to.isEmpty()) {
            return Console.OK;
        }
        return Exchange.write(Exchange.Contents.of(graph), to.get(), Exchange.Wishes.USUAL)
                .map(console::problem)
                .orElse(Console.OK);
    }

    private Moves moves(CaseGraph graph, LayoutKind kind) {
        CaseLayout layout = CaseLayout.of(graph);
        return layout.movesInPlace(arrange(layout, kind));
    }

    private Positions arrange(CaseLayout layout, LayoutKind kind) {
        var steps = new AtomicInteger();
        int cores = Runtime.getRuntime().availableProcessors();
        try (ExecutorService helpers = Executors.newFixedThreadPool(cores)) {
            var run = new LayoutRun(
                    seed, new Lanes(helpers, cores), new StopToken(), (fraction, soFar) -> steps.incrementAndGet());
            long wall = System.nanoTime();
            long cpu = cpuNanos();
            Positions arranged = kind.engine().arrange(layout.graph(), run);
            report(layout.nodes().size(), System.nanoTime() - wall, cpuNanos() - cpu, steps.get());
            return arranged;
        }
    }

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(java.time.Duration::toNanos)
                .orElse(0L);
    }

    private void report(int nodes, long wallNanos, long cpuNanos, int steps) {
        if (json) {
            Map<String, Object> found = new LinkedHashMap<>();
            found.put("engine", engine);
            found.put("seed", seed);
            found.put("nodes", nodes);
            found.put("wallSeconds", wallNanos / 1e9);
            found.put("cpuSeconds", cpuNanos / 1e9);
            found.put("steps", steps);
            console.out().println(JsonMapper.shared().writeValueAsString(found));
        } else {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "Arranged %d nodes in %.3f s (%.3f s of CPU, %d steps).%n",
                            nodes,
                            wallNanos / 1e9,
                            cpuNanos / 1e9,
                            steps);
        }
    }

    private static void apply(CaseGraph graph, List<CaseEvent> events) {
        var at = java.time.Instant.EPOCH;
        long seq = graph.lastSeq();
        List<Fact> facts = new java.util.ArrayList<>();
        for (CaseEvent event : events) {
            facts.add(new Fact(++seq, at, 0, event));
        }
        graph.apply(facts);
    }
}
