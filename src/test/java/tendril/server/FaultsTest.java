package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tendril.corpus.Corpus;
import tendril.corpus.MemoryCorpus;
import tendril.corpus.demo.DemoCorpus;
import tendril.server.message.Fault;

/** Faults appear exactly when they are asked for. */
class FaultsTest {
    private static final String QUESTION = "/searchApi/v2/ip/report/?ip=1.2.3.5";

    private final FaultScript faults = new FaultScript();
    private final Corpus corpus = new MemoryCorpus();
    private CorpusServer server;

    @BeforeEach
    void start() throws IOException {
        DemoCorpus.fill(corpus);
        server = CorpusServer.start(corpus, ServerOptions.loopback(0).withFaults(faults));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void scriptRunsOnceAndThenAllIsWell() throws IOException {
        faults.then(Fault.Status.tooMany("7"), Fault.Status.of(503)).thenFine(1).then(new Fault.Busy());

        assertThat(ask()).startsWith("HTTP/1.1 429 Too Many Requests\r\n").contains("\r\nRetry-After: 7\r\n");
        assertThat(ask()).startsWith("HTTP/1.1 503 Service Unavailable\r\n");
        assertThat(ask()).contains("\"response_code\":\"1\"");
        assertThat(ask()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\nToo many connections");
        assertThat(ask()).contains("\"response_code\":\"1\"");
    }

    @Test
    void faultyAnswersLookLikeThoseOfRealServers() throws IOException {
        String whole = RawClient.body(ask());

        faults.always(new Fault.Html());
        assertThat(ask()).contains("\r\nContent-Type: text/html", "<html>");
        faults.always(new Fault.Empty());
        assertThat(ask()).endsWith("\r\nContent-Length: 0\r\n\r\n");
        faults.always(new Fault.Drop());
        assertThat(ask()).isEmpty();
        faults.always(new Fault.Truncated());
        String half = ask();
        assertThat(half).contains("\r\nContent-Length: " + whole.length() + "\r\n");
        assertThat(RawClient.body(half)).isNotEmpty().hasSizeLessThan(whole.length());
        assertThat(whole).startsWith(RawClient.body(half));
        faults.always(new Fault.Slow(Duration.ofMillis(1)));
        assertThat(RawClient.body(ask())).isEqualTo(whole);
        faults.always(new Fault.Trickle(Duration.ZERO));
        assertThat(RawClient.body(ask())).isEqualTo(whole);
        faults.clear();
        assertThat(RawClient.body(ask())).isEqualTo(whole);
    }

    @Test
    void pagesHaveNoFaults() throws IOException {
        faults.always(new Fault.Drop());
        assertThat(RawClient.get(server.url(), "/")).startsWith("HTTP/1.1 200 OK\r\n");
    }

    private String ask() throws IOException {
        return RawClient.get(server.url(), QUESTION);
    }
}
