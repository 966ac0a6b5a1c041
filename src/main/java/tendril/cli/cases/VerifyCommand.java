package tendril.cli.cases;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tendril.casefile.CaseFile;
import tendril.casefile.CheckReport;
import tendril.casefile.disk.CaseFileException;
import tendril.cli.console.Console;
import tendril.cli.console.ReadCase;
import tendril.graph.CaseGraph;
import tendril.graph.Request;
import tools.jackson.databind.json.JsonMapper;

/** {@code tendril verify}: checks every byte of a case and says what it holds. */
@Command(
        name = "verify",
        description = "Check a case file completely: its structure, every fact, the hash of every piece of evidence.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "CASE", description = "Case to check.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print one JSON object instead of words.")
    private boolean json;

    public VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (ReadCase.open(file)) {
            case ReadCase.Refused refused -> refused(refused.sentence());
            case ReadCase.Open open -> check(open.file());
        };
    }

    private int refused(String sentence) {
        if (json) {
            console.out().println(JsonMapper.shared().writeValueAsString(Map.of("ok", false, "problem", sentence)));
        }
        return console.problem(sentence);
    }

    private int check(CaseFile open) {
        try (open) {
            CheckReport report = open.verify();
            var graph = new CaseGraph();
            graph.apply(open.facts());
            print(graph, report);
            return report.isSound() ? Console.OK : Console.PROBLEM;
        } catch (CaseFileException e) {
            return refused(e.sentence());
        }
    }

    private void print(CaseGraph graph, CheckReport report) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("entities", graph.entityCount());
        found.put("links", graph.linkCount());
        found.put("evidence", graph.evidence().size());
        found.put("queued", queued(graph));
        found.put("ok", report.isSound());
        if (json) {
            console.out().println(JsonMapper.shared().writeValueAsString(found));
        } else {
            console.out()
                    .printf(
                            "%d entities, %d links, %d pieces of evidence, %d requests queued.%n",
                            graph.entityCount(),
                            graph.linkCount(),
                            graph.evidence().size(),
                            queued(graph));
        }
        report.problems().forEach(console.err()::println);
    }

    private static long queued(CaseGraph graph) {
        return graph.requests().stream()
                .filter(request -> request.state() == Request.State.QUEUED)
                .count();
    }
}
