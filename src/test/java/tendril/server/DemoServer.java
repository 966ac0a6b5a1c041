package tendril.server;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tendril.corpus.Batch;
import tendril.corpus.MemoryCorpus;
import tendril.corpus.Observation;
import tendril.corpus.demo.DemoCorpus;

/** A server over the demo corpus, and more if a test needs it, that runs for all tests of a class. */
final class DemoServer implements BeforeAllCallback, AfterAllCallback {
    private final MemoryCorpus corpus = new MemoryCorpus();
    private final CorpusServer server;

    private DemoServer(List<Observation> more) {
        try {
            DemoCorpus.fill(corpus);
            corpus.add(new Batch("more", "test", ""), more);
            server = CorpusServer.start(corpus);
        } catch (IOException e) {
            throw new IllegalStateException("no server to test", e);
        }
    }

    /**
     * Starts one. Register it as an extension, so that it is stopped after the last test.
     *
     * @param more what its corpus holds beside the demo
     */
    static DemoServer with(Observation... more) {
        return with(List.of(more));
    }

    static DemoServer with(List<Observation> more) {
        return new DemoServer(more);
    }

    URI url() {
        return server.url();
    }

    /** The whole answer to a GET over HTTP/1.0 without a host. */
    String get(String target) throws IOException {
        return RawClient.get(url(), target);
    }

    /** Everything that comes back for some bytes, until the server closes the connection. */
    String exchange(String bytes) throws IOException {
        return RawClient.exchange(url(), bytes);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // It is up since it was made.
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.close();
        corpus.close();
    }
}
