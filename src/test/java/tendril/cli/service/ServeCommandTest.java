package tendril.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tendril.cli.CommandRun;
import tendril.corpus.sqlite.SqliteCorpus;
import tendril.server.access.ClientPace;
import tendril.server.access.Paces;

/** What the options of a server mean, and what people read when it cannot start. */
class ServeCommandTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final InetAddress EVERYWHERE = InetAddress.ofLiteral("0.0.0.0");

    @TempDir
    private Path folder;

    @Test
    void paceIsOffOnLoopbackAndTheOriginalsElsewhere() {
        assertThat(paces().on(LOOPBACK).usual()).isEqualTo(ClientPace.UNLIMITED);
        Paces elsewhere = paces().on(EVERYWHERE);
        assertThat(elsewhere.usual()).isEqualTo(ClientPace.ORIGINAL);
        assertThat(elsewhere.named()).allMatch(named -> named.pace().equals(ClientPace.UNLIMITED));
        assertThat(paces("--pace", "off").on(EVERYWHERE).usual()).isEqualTo(ClientPace.UNLIMITED);
        assertThat(paces("--pace", "500ms:3").on(LOOPBACK).usual())
                .isEqualTo(new ClientPace(Duration.ofMillis(500), 3, false));
    }

    @Test
    void likeTheOriginalMeansItsPaceAndItsWords() {
        assertThat(paces("--like-the-original").on(LOOPBACK).usual())
                .isEqualTo(new ClientPace(Duration.ofSeconds(10), 10, true));
        assertThat(paces("--like-the-original", "--pace=1s").on(LOOPBACK).usual())
                .isEqualTo(new ClientPace(Duration.ofSeconds(1), 10, true));
    }

    @Test
    void clientsAreNamedByTheirAddresses() {
        Paces paces = paces("--client", "10.1.0.0/16=1s:50", "--client", "192.0.2.7=off")
                .on(EVERYWHERE);
        assertThat(paces.named().get(0).pace()).isEqualTo(new ClientPace(Duration.ofSeconds(1), 50, false));
        assertThat(paces.named().get(1).pace().interval()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--pace=fast", "--pace=10s:0", "--client=host.example=1s", "--client=10.1.2.3=often"})
    void pacesThatMeanNothingAreUsageErrors(String option) {
        CommandRun run = CommandRun.of("serve", option);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).containsPattern("is no (pace|address)\\. Write");
    }

    @Test
    void whatKeepsItFromStartingIsSaid() throws IOException {
        assertThat(CommandRun.of("serve", "--tls-cert", "x.pem").err()).contains("belong together");
        assertThat(CommandRun.of("serve", "--port", "99999").err()).contains("There is no port 99999");
        assertThat(CommandRun.of("serve", "--port", "0", "--fault", "nonsense").err())
                .contains("\"nonsense\" is no fault");
        assertThat(CommandRun.of("serve", "--port", "0", "--access-log", folder).err())
                .contains("The access log " + folder + " cannot be written");
        assertThat(CommandRun.of("serve", "--corpus", folder.resolve("none")).err())
                .contains("There is no file");
        assertThat(CommandRun.of("serve", "--bind", "no-such-host.invalid").err())
                .contains("There is no address");
        assertThat(CommandRun.of("serve", "--port", "0", "--tls-cert", folder.resolve("c"), "--tls-key", "k")
                        .err())
                .contains("There is no file " + folder.resolve("c"));
        Path empty = folder.resolve("empty.corpus");
        SqliteCorpus.openOrCreate(empty).close();
        try (var taken = new ServerSocket(0, 1, LOOPBACK)) {
            CommandRun run = CommandRun.of("serve", "--port", taken.getLocalPort(), "--corpus", empty);
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("cannot listen", "Choose another port");
        }
        assertThat(Files.exists(empty)).isTrue();
    }

    private static ServePaces paces(String... options) {
        var paces = new ServePaces();
        new CommandLine(new Holder(paces)).parseArgs(options);
        return paces;
    }

    /** A command with nothing but the options under test. */
    @CommandLine.Command
    private static final class Holder {
        @CommandLine.Mixin
        private final ServePaces paces;

        Holder(ServePaces paces) {
            this.paces = paces;
        }
    }
}
