package tendril.corpus.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.Day;
import tendril.corpus.Observation;
import tendril.corpus.Relation;

/** An answer that is far larger than the memory there is goes through it. */
class LongAnswerTest {
    private static final int ROWS = 100_000;
    private static final int STEP = 25_000;
    private static final String LONG_LABEL = "x".repeat(200);

    @TempDir
    private Path folder;

    @Test
    void aHundredThousandRowsPassThroughASmallHeap() throws Exception {
        Path file = folder.resolve("long.db");
        try (Corpus corpus = SqliteCorpus.openOrCreate(file)) {
            for (int from = 0; from < ROWS; from += STEP) {
                corpus.add(new Batch("b", "s", ""), rows(from));
            }
        }
        // The texts alone are 22 MB.
        assertThat(said(file, "DOMAINS_OF_ADDRESS", "192.0.2.1", "DOMAINS_OF_EMAIL", "who@example.com"))
                .containsExactly(ROWS + " rows in order", ROWS + " rows in order");
    }

    private static List<Observation> rows(int from) {
        var rows = new ArrayList<Observation>();
        for (int i = from; i < from + STEP; i++) {
            // Places in the order of arrival and in the order of values have nothing to do with each other.
            String name = "h%06d.%s.example".formatted(i * 7919L % ROWS, LONG_LABEL);
            rows.add(Observation.on(new Day(2015_01_01), Relation.RESOLVES, name, "192.0.2.1"));
            rows.add(Observation.undated(Relation.REGISTERED, "who@example.com", name));
        }
        return rows;
    }

    private static List<String> said(Path file, String... lookups) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LongAnswerProgram.class.getName(),
                file.toString()));
        command.addAll(List.of(lookups));
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = program.inputReader()) {
            List<String> said = out.lines().toList();
            program.waitFor();
            return said;
        } finally {
            program.destroyForcibly();
        }
    }
}
