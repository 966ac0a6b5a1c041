package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.corpus.MemoryCorpus;
import tendril.server.access.FileAccessLog;
import tendril.server.message.Access;
import tendril.server.message.Fault;

/** What never came to an answer is in the access log all the same, and can do nothing to whoever reads it. */
class RefusalLogTest {
    private static final String QUESTION = "/searchApi/v2/domain/report/?domain=evil.example";

    private final List<Access> seen = new CopyOnWriteArrayList<>();

    @Test
    void unreadableRequestsStandInTheLogWithTheirFirstLine() throws IOException {
        try (var server = start(ServerOptions.loopback(0))) {
            RawClient.exchange(server.url(), "nonsense\r\n\r\n");
            RawClient.exchange(server.url(), "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
            RawClient.exchange(server.url(), "GET /" + "x".repeat(20_000));
            RawClient.exchange(server.url(), "POST /vote.php HTTP/1.0\r\nContent-Length: 99999999\r\n\r\n");
            RawClient.exchange(
                    server.url(),
                    "POST /vote.php HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding:" + " chunked\r\n\r\n?\r\n");
            RawClient.exchange(server.url(), "GET " + QUESTION + " HTTP/1.0\r\nHost: attacker.example\r\n\r\n");
        }
        assertThat(seen)
                .containsExactly(
                        refused("nonsense", 400),
                        refused("GET / HTTP/1.1", 400),
                        refused("GET /" + "x".repeat(507), 431),
                        refused("POST /vote.php HTTP/1.0", 413),
                        refused("POST /vote.php HTTP/1.1", 400),
                        new Access(InetAddress.getLoopbackAddress(), "GET", QUESTION, 403, ""));
    }

    @Test
    void faultsStandInTheLogWithWhatWasDone() throws IOException {
        var script = new FaultScript()
                .then(Fault.Status.of(503), new Fault.Drop(), new Fault.Html())
                .thenFine(1);
        try (var server = start(ServerOptions.loopback(0).withFaults(script))) {
            for (int i = 0; i < 4; i++) {
                RawClient.get(server.url(), QUESTION);
            }
        }
        assertThat(seen)
                .extracting(access -> access.status() + " " + access.remark())
                .containsExactly("503 fault: status 503", "0 fault: drop", "200 fault: html", "200 ");
    }

    @Test
    void connectionsThatNeverBecomeSecureStandInTheLog() throws IOException {
        var options = ServerOptions.loopback(0).withTls(TestCertificates.tls("server"));
        try (var server = start(options)) {
            RawClient.get(server.url(), "/");
            RawClient.exchange(server.url(), "\u0016\u0003\u0001\u0000\u0005nonsense, and more of it");
        }
        assertThat(seen).extracting(Access::remark).containsExactly("not TLS", "no agreement on TLS");
        assertThat(seen).extracting(Access::status).containsExactly(400, Access.NO_STATUS);
    }

    @Test
    void nothingThatAClientSendsCanForgeALine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("access.log");
        try (var log = new FileAccessLog(file, 10_000, () -> Instant.parse("2026-11-23T10:00:00Z"))) {
            var client = InetAddress.getByAddress(new byte[] {10, 0, 0, 7});
            log.answered(new Access(client, "", "\u001b[31m\t200\r\n10.0.0.8\\x\u00e9", 400, "refused"));
            log.answered(new Access(client, "", "", Access.NO_STATUS, "no agreement on TLS"));
        }
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "2026-11-23T10:00:00Z\t10.0.0.7\t-\t\\x1b[31m\\x09200\\x0d\\x0a10.0.0.8\\x5cx\\xe9\t400\trefused",
                        "2026-11-23T10:00:00Z\t10.0.0.7\t-\t-\t-\tno agreement on TLS");
    }

    @Test
    void refusedTransformsAreToldSoInTheWordsOfMaltego() throws IOException {
        try (var server = start(ServerOptions.loopback(0))) {
            String answer = RawClient.exchange(
                    server.url(), "POST /run/threatcrowd.ip HTTP/1.0\r\nContent-Length: 99999999\r\n\r\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 413 ")
                    .contains("\r\nContent-Type: text/xml", "<MaltegoTransformExceptionMessage>", "The body is longer");
        }
    }

    @Test
    void refusalsAreCounted() throws IOException {
        try (var server = start(ServerOptions.loopback(0))) {
            RawClient.exchange(server.url(), "nonsense\r\n\r\n");
            assertThat(RawClient.get(server.url(), "/metrics")).contains("tendril_answers_total{status=\"400\"} 1\n");
        }
    }

    private CorpusServer start(ServerOptions options) throws IOException {
        return CorpusServer.start(new MemoryCorpus(), options.withAccessLog(seen::add));
    }

    private static Access refused(String line, int status) {
        return new Access(InetAddress.getLoopbackAddress(), "", line, status, "refused");
    }
}
