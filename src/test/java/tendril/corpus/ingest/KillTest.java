package tendril.corpus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Day;
import tendril.corpus.Lookup;
import tendril.corpus.Observation;
import tendril.corpus.Relation;
import tendril.corpus.Tally;
import tendril.corpus.ingest.rows.IngestResult;
import tendril.corpus.sqlite.SqliteCorpus;

/** A program that is killed while it writes has lost nothing of what it said was kept. */
class KillTest {
    private static final int ROWS = 60_000;
    private static final int DOMAINS = 500;
    private static final int BAD_ROW_EVERY = 997;

    @TempDir
    private Path folder;

    @Test
    void ingestThatWasKilledCarriesOnToWhatAnUndisturbedRunKnows() throws Exception {
        Path input = passiveDns();
        Path file = folder.resolve("killed.db");
        for (int steps : new int[] {1, 4}) {
            killAfter(steps, "ingest", file.toString(), input.toString());
        }

        IngestResult resumed;
        List<String> rows;
        try (Corpus corpus = SqliteCorpus.open(file)) {
            resumed = ingest(corpus, input);
            rows = rows(corpus);
        }
        List<String> badRows = Files.readAllLines(folder.resolve("cof.ndjson.bad-rows.txt"));

        assertThat(resumed.rows()).isEqualTo(ROWS);
        assertThat(resumed.merged().added()).isLessThan(ROWS - 5L * KilledProgram.STEP_OBSERVATIONS);
        try (Corpus undisturbed = SqliteCorpus.temporary()) {
            ingest(undisturbed, input);
            assertThat(rows).isEqualTo(rows(undisturbed));
        }
        assertThat(badRows).isEqualTo(Files.readAllLines(folder.resolve("cof.ndjson.bad-rows.txt")));
    }

    @Test
    void removalThatWasKilledHasTakenTheBatchAndNothingElse() throws Exception {
        Path input = passiveDns();
        Path file = folder.resolve("removed.db");
        var other = Observation.undated(Relation.RESOLVES, "other.example", "192.0.2.7");
        List<String> rows;
        try (Corpus corpus = SqliteCorpus.openOrCreate(file)) {
            ingest(corpus, input);
            corpus.add(new Batch("other", "s", ""), List.of(other));
        }

        killAfter(1, "remove", file.toString(), "cof.ndjson");

        try (Corpus corpus = SqliteCorpus.open(file)) {
            assertThat(corpus.batches()).hasSize(1);
            rows = rows(corpus);
            assertThat(rows).containsExactly("other.example " + Day.UNKNOWN);
            assertThat(corpus.remove("cof.ndjson", Corpus.Progress.UNHEARD))
                    .as("the killed program's word that it is at it holds for a while")
                    .isEqualTo(Corpus.Removal.TAKES_ROOM);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE state SET merging_until = 0");
            }
            assertThat(corpus.remove("cof.ndjson", Corpus.Progress.UNHEARD)).isEqualTo(Corpus.Removal.REMOVED);
            assertThat(rows(corpus)).isEqualTo(rows);
        }
        assertThat(Files.size(file)).as("the room is given back").isLessThan(400_000);
    }

    @Test
    void votesThatWereAcknowledgedStandAfterTheProgramWasKilled() throws Exception {
        Path file = folder.resolve("votes.db");
        int acknowledged = killAfter(40, "vote", file.toString());

        try (Corpus corpus = SqliteCorpus.open(file);
                CorpusReading reading = corpus.read()) {
            for (int i = 0; i < acknowledged; i++) {
                assertThat(reading.tally("v" + i + ".example")).isEqualTo(new Tally(1, 0));
            }
        }
    }

    /** Starts the program, kills it once it has said so many lines, and returns how many it had said when it died. */
    private static int killAfter(int lines, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledProgram.class.getName()));
        command.addAll(List.of(arguments));
        Process program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int said = 0;
        try (BufferedReader out = program.inputReader()) {
            String line = out.readLine();
            while (line != null) {
                said++;
                if (said == lines) {
                    program.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        } finally {
            program.destroyForcibly();
            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(said).as("it was killed while it wrote").isGreaterThanOrEqualTo(lines);
        assertThat(program.exitValue()).as("it did not end by itself").isNotZero();
        return said;
    }

    private Path passiveDns() throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            if (i % BAD_ROW_EVERY == 0) {
                text.append("bad row ").append(i).append('\n');
                continue;
            }
            text.append("{\"rrname\":\"h").append(i % 977).append(".d").append(i % DOMAINS);
            text.append(".example\",\"rrtype\":\"A\",\"rdata\":\"192.0.2.").append(i % 251);
            text.append("\",\"time_first\":")
                    .append(1_400_000_000L + i * 3571L % 100_000_000L)
                    .append("}\n");
        }
        return Files.writeString(folder.resolve("cof.ndjson"), text);
    }

    private static IngestResult ingest(Corpus corpus, Path input) throws IOException {
        return new Ingest(corpus, InstantSource.system(), KilledProgram.STEP_OBSERVATIONS)
                .run(IngestJob.of(input, IngestFormat.COF), (read, all) -> {});
    }

    private static List<String> rows(Corpus corpus) throws IOException {
        var rows = new ArrayList<String>();
        try (CorpusReading reading = corpus.read()) {
            for (int i = 0; i < 251; i++) {
                reading.rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2." + i, (value, last) -> rows.add(value + " " + last));
            }
        }
        return rows;
    }
}
