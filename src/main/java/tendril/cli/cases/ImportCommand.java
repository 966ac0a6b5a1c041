package tendril.cli.cases;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tendril.cli.console.Console;

/** {@code tendril import}: takes what a file of another program says into a case. */
@Command(
        name = "import",
        description =
                "Take what a GraphML or Maltego file says, or the indicators in a text, into a case; the file is kept as evidence.",
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "CASE", description = "Case to grow; made where there is none.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "FROM", description = "File to read.")
    private Path from = Path.of("");

    public ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (Exchange.read(from)) {
            case Exchange.Read.Refused refused -> console.problem(refused.sentence());
            case Exchange.Read.Taken taken -> {
                int code = new HeadlessRun(console, Sources.none(), file).run(taken::into);
                taken.graph().warnings().forEach(console.err()::println);
                yield code;
            }
        };
    }
}
