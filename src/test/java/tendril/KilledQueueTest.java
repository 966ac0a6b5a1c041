package tendril;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tendril.casefile.CaseFile;
import tendril.casefile.Opening;
import tendril.graph.CaseGraph;
import tendril.graph.Request;
import tendril.provider.ScriptedServer;

/** The real program, killed with SIGKILL in the middle of its queue: nothing is lost, and nothing is asked twice. */
@Timeout(120)
class KilledQueueTest {
    private static final int REQUESTS = 60;
    private static final int KILLED_AT = 30;
    private static final int KILLED_BY_SIGKILL = 137;
    private static final String NOTHING = "{\"response_code\":\"0\"}";

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<Process> program = new AtomicReference<>();

    @Test
    void killedAtTheThirtiethOfSixtyThirtyRemainAndNoneIsAskedTwice() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(this::answerOrKill)) {
            List<String> hosts = IntStream.rangeClosed(1, REQUESTS)
                    .mapToObj(n -> "host" + n + ".example")
                    .toList();
            assertThat(run(server, hosts)).isEqualTo(KILLED_BY_SIGKILL);
            assertThat(server.requests()).hasSize(KILLED_AT);
            assertThat(states())
                    .containsEntry(Request.State.NOTHING_FOUND, (long) KILLED_AT - 1)
                    .containsEntry(Request.State.STARTED, 1L)
                    .containsEntry(Request.State.QUEUED, (long) REQUESTS - KILLED_AT);

            assertThat(run(server, List.of())).as("one is left to a person").isEqualTo(1);
            assertThat(lines(server)).hasSize(REQUESTS).doesNotHaveDuplicates();
            assertThat(Files.readString(folder.resolve("said"))).contains("may have been sent", "--retry");

            assertThat(run(server, List.of("--retry"))).isZero();
            assertThat(lines(server)).hasSize(REQUESTS + 1);
            assertThat(lines(server).getLast()).isEqualTo(lines(server).get(KILLED_AT - 1));
            assertThat(states()).containsOnlyKeys(Request.State.NOTHING_FOUND);
        }
    }

    private void answerOrKill(ScriptedServer.Wire wire) throws IOException {
        if (asked.incrementAndGet() == KILLED_AT) {
            program.get().toHandle().destroyForcibly();
        } else {
            ScriptedServer.json(NOTHING).play(wire);
        }
    }

    private int run(ScriptedServer server, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Dtendril.config=" + folder.resolve("config"),
                "-DTENDRIL_LOG=" + folder.resolve("log"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "pivot",
                folder.resolve("case.tendril").toString()));
        command.addAll(arguments);
        command.addAll(List.of("--provider", server.uri().toString(), "--interval", "10ms"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        program.set(process);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Map<Request.State, Long> states() throws Exception {
        if (CaseFile.open(folder.resolve("case.tendril")) instanceof Opening.Opened opened) {
            try (CaseFile file = opened.file()) {
                CaseGraph graph = new CaseGraph();
                graph.apply(file.facts());
                Collection<Request> requests = graph.requests();
                return requests.stream().collect(Collectors.groupingBy(Request::state, Collectors.counting()));
            }
        }
        throw new AssertionError("the case cannot be opened");
    }

    private static List<String> lines(ScriptedServer server) {
        return server.requests().stream()
                .map(head -> head.lines().findFirst().orElse(""))
                .toList();
    }
}
