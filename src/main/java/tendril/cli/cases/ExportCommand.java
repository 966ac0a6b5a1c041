package tendril.cli.cases;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tendril.casefile.CaseFile;
import tendril.casefile.disk.CaseFileException;
import tendril.cli.console.Console;
import tendril.cli.console.ReadCase;
import tendril.graph.CaseGraph;

/** {@code tendril export}: writes a case as a picture or in the format of another program. */
@Command(
        name = "export",
        description = "Write a case as a picture (.png) or as GraphML (.graphml, .yed.graphml).",
        mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "CASE", description = "Case to export.")
    private Path file = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "OUT", description = "File to write; its ending decides.")
    private Path to = Path.of("");

    @Option(names = "--profile", paramLabel = "NAME", description = "Dialect of the format: yed for GraphML.")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--width", paramLabel = "PIXELS", description = "Width of a picture. Default: by its nodes.")
    private Optional<Integer> width = Optional.empty();

    @Option(names = "--dpi", paramLabel = "DPI", description = "Pixels an inch, written into a picture.")
    private Optional<Double> dpi = Optional.empty();

    public ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (ReadCase.open(file)) {
            case ReadCase.Refused refused -> console.problem(refused.sentence());
            case ReadCase.Open open -> export(open.file());
        };
    }

    private int export(CaseFile open) {
        var graph = new CaseGraph();
        try (open) {
            graph.apply(open.facts());
        } catch (CaseFileException e) {
            return console.problem(e.sentence());
        }
        return Exchange.write(Exchange.Contents.of(graph), to, new Exchange.Wishes(width, dpi, profile))
                .map(console::problem)
                .orElseGet(() -> {
                    console.err().println("Wrote " + to + ".");
                    return Console.OK;
                });
    }
}
