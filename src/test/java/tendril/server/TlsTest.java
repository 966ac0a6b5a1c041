package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.MemoryCorpus;
import tendril.corpus.Observation;
import tendril.corpus.Relation;
import tendril.server.access.Tls;
import tendril.server.engine.HttpLimits;

/** The server behind a certificate. */
class TlsTest {
    private static final int MANY = 20_000;

    @TempDir
    private Path folder;

    @Test
    void answersAreTheSameOverHttps() throws Exception {
        try (var server = start();
                var client = HttpClient.newBuilder()
                        .sslContext(TestCertificates.trusting())
                        .build()) {
            assertThat(server.url().toString()).startsWith("https://127.0.0.1:");
            for (int i = 0; i < 2; i++) {
                String answer = get(client, server, "searchApi/v2/ip/report/?ip=192.0.2.1");
                assertThat(answer)
                        .as("a long answer arrives whole")
                        .startsWith("{\"response_code\":\"1\"")
                        .contains("h" + (MANY - 1) + ".example")
                        .endsWith("\"permalink\":\"https:\\/\\/127.0.0.1:"
                                + server.url().getPort() + "\\/ip.php?ip=192.0.2.1\"}");
            }
        }
    }

    @Test
    void namesOfTheCertificateAreTheServersOwn() throws Exception {
        try (var server = start()) {
            assertThat(exchange(server, "GET /healthz HTTP/1.1\r\nHost: TC.test\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 OK\r\n");
            assertThat(exchange(server, "GET /healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ");
            assertThat(exchange(server, "nonsense\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void plainRequestIsToldToUseHttps() throws IOException {
        try (var server = start()) {
            assertThat(RawClient.get(server.url(), "/"))
                    .startsWith("HTTP/1.0 400 ")
                    .contains("speaks HTTPS only");
        }
    }

    @Test
    void clientThatNeverFinishesItsHandshakeIsLetGo() throws IOException {
        HttpLimits usual = HttpLimits.USUAL;
        var limits = new HttpLimits(
                usual.headBytesMax(),
                usual.headersMax(),
                usual.bodyBytesMax(),
                Duration.ofMillis(100),
                usual.idleTimeMax(),
                usual.writeTimeMax(),
                usual.graceTimeMax(),
                usual.connectionsMax());
        ServerOptions options = ServerOptions.loopback(0)
                .withTls(TestCertificates.tls("server"))
                .withLimits(limits);
        try (var server = CorpusServer.start(new MemoryCorpus(), options);
                var socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.url().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(new byte[] {0x16, 0x03, 0x01});
            assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(100);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RSA PRIVATE KEY, 'old form \"RSA PRIVATE KEY\"; Tendril reads PKCS#8. Convert it: openssl pkcs8'",
        "EC PRIVATE KEY, 'old form \"EC PRIVATE KEY\"; Tendril reads PKCS#8. Convert it: openssl pkcs8'",
        "ENCRYPTED PRIVATE KEY, locked with a passphrase",
        "PRIVATE KEY, is damaged",
        "NOTHING, holds no private key"
    })
    void keysThatCannotBeUsedAreExplained(String kind, String sentence) throws IOException {
        Path key = folder.resolve("key.pem");
        Files.writeString(key, "-----BEGIN " + kind + "-----\nAAAA\n-----END " + kind + "-----\n");
        assertThatThrownBy(() -> Tls.read(TestCertificates.file("server.pem"), key))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(key.toString())
                .hasMessageContaining(sentence);
    }

    @Test
    void filesThatDoNotBelongTogetherAreExplained() throws IOException {
        Path server = TestCertificates.file("server.pem");
        assertThatThrownBy(() -> Tls.read(server, TestCertificates.file("other-key.pem")))
                .hasMessageContaining("is not the key of the first certificate");
        assertThatThrownBy(() -> Tls.read(TestCertificates.file("server-key.pem"), server))
                .hasMessageContaining("holds no certificate");
        assertThatThrownBy(() -> Tls.read(folder.resolve("none.pem"), server)).hasMessageContaining("There is no file");
    }

    private static CorpusServer start() throws IOException {
        Corpus corpus = new MemoryCorpus();
        var rows = new ArrayList<Observation>();
        for (int i = 0; i < MANY; i++) {
            rows.add(Observation.undated(Relation.RESOLVES, "h" + i + ".example", "192.0.2.1"));
        }
        corpus.add(new Batch("many", "test", ""), List.copyOf(rows));
        return CorpusServer.start(corpus, ServerOptions.loopback(0).withTls(TestCertificates.tls("server")));
    }

    private static String get(HttpClient client, CorpusServer server, String target) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(server.url().resolve(target)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String exchange(CorpusServer server, String bytes) throws Exception {
        try (var socket = (SSLSocket) TestCertificates.trusting()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
