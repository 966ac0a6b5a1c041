package tendril.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tendril.cli.cases.ExportCommand;
import tendril.cli.cases.ExtractCommand;
import tendril.cli.cases.ImportCommand;
import tendril.cli.cases.LayoutCommand;
import tendril.cli.cases.PivotCommand;
import tendril.cli.cases.VerifyCommand;
import tendril.cli.console.Console;
import tendril.cli.console.Version;
import tendril.cli.service.IngestCommand;
import tendril.cli.service.ServeCommand;
import tendril.cli.service.TransformCommand;

/** {@code tendril}: opens the window, or runs one of the commands below it. */
@Command(
        name = "tendril",
        description = "A graph-pivot tool for threat investigators. Without a command it opens the window.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class TendrilCommand implements Callable<Integer> {
    private final ToIntFunction<Optional<Path>> window;

    @Parameters(arity = "0..1", paramLabel = "CASE", description = "Case to open in the window.")
    private Optional<Path> file = Optional.empty();

    private TendrilCommand(ToIntFunction<Optional<Path>> window) {
        this.window = window;
    }

    /**
     * The whole command line.
     *
     * @param console where the commands read and write
     * @param window  opens the window on a case, or on none, and returns the exit code
     */
    public static CommandLine line(Console console, ToIntFunction<Optional<Path>> window) {
        return new CommandLine(new TendrilCommand(window))
                .addSubcommand(new PivotCommand(console))
                .addSubcommand(new ExtractCommand(console))
                .addSubcommand(new ImportCommand(console))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new LayoutCommand(console))
                .addSubcommand(new VerifyCommand(console))
                .addSubcommand(new ServeCommand(console))
                .addSubcommand(new IngestCommand(console))
                .addSubcommand(new TransformCommand(console))
                .setUsageHelpAutoWidth(true)
                .setOut(new java.io.PrintWriter(console.out(), true, java.nio.charset.StandardCharsets.UTF_8))
                .setErr(new java.io.PrintWriter(console.err(), true, java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public Integer call() {
        return window.applyAsInt(file);
    }
}
