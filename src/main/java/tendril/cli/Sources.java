package tendril.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.DemoCorpus;
import tendril.pivot.FilePaceLedger;
import tendril.pivot.MemoryPaceLedger;
import tendril.pivot.Pace;
import tendril.pivot.PaceLedger;
import tendril.pivot.Provider;
import tendril.pivot.Ticker;
import tendril.provider.BaseUrl;
import tendril.provider.HttpFetch;
import tendril.provider.HttpLimits;
import tendril.provider.threatcrowd.ThreatCrowdProvider;
import tendril.server.CorpusServer;
import tendril.server.ServerOptions;
import tendril.session.Providers;
import tendril.settings.ConfigFolder;

/** The sources a program asks, and the embedded server among them. Close it when nobody asks any more. */
public final class Sources implements AutoCloseable {
    private final Providers providers;
    private final Optional<CorpusServer> embedded;
    private final Optional<Corpus> corpus;

    private Sources(Providers providers, Optional<CorpusServer> embedded, Optional<Corpus> corpus) {
        this.providers = providers;
        this.embedded = embedded;
        this.corpus = corpus;
    }

    /** What came of setting the sources up. */
    public sealed interface Made {
        record Ready(Sources sources) implements Made {}

        /** They could not be set up, for this reason, in one sentence. */
        record Failed(String reason) implements Made {}
    }

    /**
     * The embedded server over the demo corpus, asked through the same path as any other server.
     *
     * @param pace how often to ask it; none leaves that to the provider
     */
    public static Made embedded(String version, Optional<Pace> pace) {
        Corpus corpus;
        try {
            corpus = DemoCorpus.open();
        } catch (CorpusException e) {
            return new Made.Failed(String.valueOf(e.getMessage()));
        }
        try {
            CorpusServer server = CorpusServer.start(corpus, ServerOptions.loopback(0));
            Providers providers = providers(BaseUrl.of(server.url()), version, pace);
            return new Made.Ready(new Sources(providers, Optional.of(server), Optional.of(corpus)));
        } catch (IOException e) {
            close(corpus);
            return new Made.Failed("The embedded server could not start: " + e.getMessage()
                    + ". Name another server with --provider.");
        }
    }

    /** Nobody is asked. */
    static Sources none() {
        return new Sources(new Providers(List.of()), Optional.empty(), Optional.empty());
    }

    /** A ThreatCrowd-compatible server somewhere else. */
    public static Made at(String baseUrl, String version, Optional<Pace> pace) {
        return switch (BaseUrl.read(baseUrl)) {
            case BaseUrl.Reading.Usable usable ->
                new Made.Ready(new Sources(providers(usable.url(), version, pace), Optional.empty(), Optional.empty()));
            case BaseUrl.Reading.Unusable unusable -> new Made.Failed(unusable.reason());
        };
    }

    private static Providers providers(BaseUrl base, String version, Optional<Pace> pace) {
        var http = new HttpFetch("Tendril/" + version, HttpLimits.DEFAULT, Optional.empty(), InstantSource.system());
        Provider threatCrowd = new ThreatCrowdProvider(base, http);
        return new Providers(
                List.of(threatCrowd), pace.map(p -> Map.of(threatCrowd.id(), p)).orElse(Map.of()));
    }

    public Providers providers() {
        return providers;
    }

    /** Whether the server that is asked lives and dies with this program, so that asking it again costs nobody. */
    public boolean areEmbedded() {
        return embedded.isPresent();
    }

    /** The record of what was asked when: shared by all programs of this machine, unless nobody else is asked. */
    public PaceLedger ledger(Ticker ticker) {
        return areEmbedded()
                ? new MemoryPaceLedger(ticker)
                : new FilePaceLedger(ConfigFolder.ofThisUser().resolve("pace"), ticker);
    }

    @Override
    public void close() {
        embedded.ifPresent(CorpusServer::close);
        corpus.ifPresent(Sources::close);
    }

    private static void close(Corpus corpus) {
        try {
            corpus.close();
        } catch (CorpusException e) {
            System.getLogger(Sources.class.getName()).log(System.Logger.Level.WARNING, "Closing the corpus failed", e);
        }
    }
}
