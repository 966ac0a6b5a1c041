package tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tendril.cli.console.Console;

class StartScriptTest {
    /** They run long, so they are started like the window. */
    private static final List<String> LONG_COMMANDS = List.of("serve", "ingest");

    @Test
    void everyCommandThatIsSoonOverStartsQuickly() throws IOException {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        Set<String> commands = new TreeSet<>(
                TendrilCommand.line(new Console(new ByteArrayInputStream(new byte[0]), nowhere, nowhere), file -> 0)
                        .getSubcommands()
                        .keySet());
        LONG_COMMANDS.forEach(commands::remove);

        assertThat(quick()).isEqualTo(commands);
    }

    private static Set<String> quick() throws IOException {
        String branch = Files.readAllLines(Path.of("src/dist/bin/tendril")).stream()
                .filter(line -> line.contains("| --help |"))
                .findFirst()
                .orElseThrow();
        return Stream.of(branch.replace(")", "").split("\\|"))
                .map(String::strip)
                .filter(word -> !word.startsWith("-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
