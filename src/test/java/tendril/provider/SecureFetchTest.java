package tendril.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tendril.corpus.MemoryCorpus;
import tendril.pivot.Fetch;
import tendril.pivot.PivotOutcome.Unreachable;
import tendril.pivot.Question;
import tendril.server.CorpusServer;
import tendril.server.ServerOptions;
import tendril.server.TestCertificates;

/** What a person reads when a server's certificate cannot be trusted; nothing is asked then. */
class SecureFetchTest {
    private static final HttpLimits AMPLE = new HttpLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 1 << 20, 3);

    private SSLContext before;

    @BeforeEach
    void trustTheAuthorityOfTheTests() throws Exception {
        before = SSLContext.getDefault();
        SSLContext.setDefault(TestCertificates.trusting());
    }

    @AfterEach
    void trustAsBefore() {
        SSLContext.setDefault(before);
    }

    @Test
    void trustedServerIsAsked() throws Exception {
        assertThat(fetch("server")).isInstanceOf(Fetch.Got.class);
    }

    @ParameterizedTest
    @CsvSource({
        "expired, its certificate has expired",
        "other, its certificate is not for this host",
    })
    void distrustSaysWhy(String certificate, String reason) throws Exception {
        assertThat(sentence(fetch(certificate)))
                .startsWith("No secure connection to 127.0.0.1:")
                .endsWith(": " + reason + "; nothing was asked.");
    }

    @Test
    void authorityThatNobodyKnowsIsSaid() throws Exception {
        SSLContext.setDefault(before);
        assertThat(sentence(fetch("server")))
                .endsWith(": its certificate comes from nobody this computer trusts; nothing was asked.");
    }

    @Test
    void serverThatSpeaksPlainHttpIsNotTrusted() throws Exception {
        try (var server = CorpusServer.start(new MemoryCorpus())) {
            URI secure = URI.create("https" + server.url().toString().substring("http".length()));
            assertThat(sentence(fetch(secure))).endsWith("it does not speak TLS as we do; nothing was asked.");
        }
    }

    private static Fetch fetch(String certificate) throws Exception {
        ServerOptions options = ServerOptions.loopback(0).withTls(TestCertificates.tls(certificate));
        try (var server = CorpusServer.start(new MemoryCorpus(), options)) {
            return fetch(server.url().resolve("searchApi/v2/ip/report/?ip=192.0.2.1"));
        }
    }

    private static Fetch fetch(URI uri) throws InterruptedException {
        return new HttpFetch("Tendril/test", AMPLE, Optional.empty(), InstantSource.system())
                .fetch(new Question("source", "key", "GET"), HttpQuery.get(uri));
    }

    private static String sentence(Fetch fetch) {
        return ((Unreachable) ((Fetch.Failed) fetch).trouble()).reason();
    }
}
