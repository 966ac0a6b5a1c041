package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Tally;
import tendril.corpus.sqlite.SqliteCorpus;

/** A server that is killed while clients vote has kept every vote that it thanked for. */
class KilledServerTest {
    private static final int CLIENTS = 4;
    private static final int VOTES_BEFORE_THE_KILL = 30;
    private static final List<String> SAID = List.of("0", "1", "withdraw");
    private static final List<Tally> COUNTED = List.of(new Tally(1, 0), new Tally(0, 1), new Tally(0, 0));

    @TempDir
    private Path folder;

    /** The number of the last vote on a value that was acknowledged; it says what the value's tally has to be. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    private final CountDownLatch enough = new CountDownLatch(VOTES_BEFORE_THE_KILL);

    @Test
    void everyVoteThatWasAcknowledgedIsThereAfterTheRestart() throws Exception {
        Path file = folder.resolve("killed.corpus");
        SqliteCorpus.openOrCreate(file).close();
        Process program = program(file);
        var clients = new ArrayList<Thread>();
        try (BufferedReader out = program.inputReader()) {
            URI server = URI.create(out.readLine());
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                clients.add(Thread.ofVirtual().start(() -> vote(server, number)));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        for (Thread client : clients) {
            client.join();
        }

        assertThat(acknowledged.values().stream().mapToInt(last -> last + 1).sum())
                .isGreaterThanOrEqualTo(VOTES_BEFORE_THE_KILL);
        try (Corpus corpus = SqliteCorpus.open(file);
                CorpusReading reading = corpus.read()) {
            for (var vote : acknowledged.entrySet()) {
                // The vote behind the last one that was acknowledged may have been kept as well.
                assertThat(reading.tally(vote.getKey()))
                        .as(vote.getKey())
                        .isIn(counted(vote.getValue()), counted(vote.getValue() + 1));
            }
        }
    }

    /** Votes on one value after the other, thrice on each, until the server is gone. */
    private void vote(URI server, int client) {
        try {
            for (int i = 0; ; i++) {
                String value = "v" + i / SAID.size() + ".client" + client + ".example";
                String answer =
                        RawClient.get(server, "/vote.php?value=" + value + "&vote=" + SAID.get(i % SAID.size()));
                if (!answer.contains(">Counted: you call it ") && !answer.contains(">Your vote is withdrawn.")) {
                    return;
                }
                acknowledged.put(value, i % SAID.size());
                enough.countDown();
            }
        } catch (IOException gone) {
            // The server was killed, as was intended.
        }
    }

    private static Tally counted(int vote) {
        return COUNTED.get(Math.min(vote, COUNTED.size() - 1));
    }

    private static Process program(Path corpus) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "tendril.Main",
                        "serve",
                        "--port",
                        "0",
                        "--corpus",
                        corpus.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
