package tendril.cli.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.demo.DemoCorpus;
import tendril.corpus.sqlite.SqliteCorpus;
import tendril.pivot.Pace;
import tendril.pivot.Provider;
import tendril.pivot.pace.FilePaceLedger;
import tendril.pivot.pace.MemoryPaceLedger;
import tendril.pivot.pace.PaceLedger;
import tendril.pivot.pace.PatientLedger;
import tendril.pivot.pace.Ticker;
import tendril.provider.BaseUrl;
import tendril.provider.HttpFetch;
import tendril.provider.HttpLimits;
import tendril.provider.HttpRoute;
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
     * The embedded server, asked through the same path as any other server.
     *
     * @param pace   how often to ask it; none leaves that to the provider
     * @param corpus the file to answer from; none is the demo corpus
     */
    static Made embedded(String version, Optional<Pace> pace, Optional<Path> corpus) {
        return embedded(new Asked(version, HttpRoute.DIRECT, provider -> pace), corpus);
    }

    /**
     * How sources are asked.
     *
     * @param version what we say we are
     * @param route   by which way requests go; the embedded server is asked directly
     * @param paces   how often to ask a provider; none leaves that to the provider
     */
    public record Asked(String version, HttpRoute route, Function<Provider, Optional<Pace>> paces) {}

    /**
     * The embedded server, asked through the same path as any other server.
     *
     * @param file the corpus to answer from; none is the demo corpus
     */
    public static Made embedded(Asked asked, Optional<Path> file) {
        Corpus corpus;
        try {
            corpus = file.isPresent() ? SqliteCorpus.open(file.get()) : DemoCorpus.open();
        } catch (CorpusException e) {
            return new Made.Failed(e.sentence());
        }
        try {
            CorpusServer server = CorpusServer.start(corpus, ServerOptions.loopback(0));
            Providers providers =
                    providers(BaseUrl.of(server.url()), new Asked(asked.version(), HttpRoute.DIRECT, asked.paces()));
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
    static Made at(String baseUrl, String version, Optional<Pace> pace) {
        return at(baseUrl, new Asked(version, HttpRoute.DIRECT, provider -> pace));
    }

    /** A ThreatCrowd-compatible server somewhere else. */
    public static Made at(String baseUrl, Asked asked) {
        return switch (BaseUrl.read(baseUrl)) {
            case BaseUrl.Reading.Usable usable ->
                new Made.Ready(new Sources(providers(usable.url(), asked), Optional.empty(), Optional.empty()));
            case BaseUrl.Reading.Unusable unusable -> new Made.Failed(unusable.reason());
        };
    }

    private static Providers providers(BaseUrl base, Asked asked) {
        var http =
                new HttpFetch("Tendril/" + asked.version(), HttpLimits.DEFAULT, asked.route(), InstantSource.system());
        // How much of an answer is taken is the session's to decide: it can take the same bytes again, narrowed.
        Provider threatCrowd = new ThreatCrowdProvider("threatcrowd", "ThreatCrowd", base, http, Integer.MAX_VALUE);
        return new Providers(
                List.of(threatCrowd),
                asked.paces()
                        .apply(threatCrowd)
                        .map(pace -> Map.of(threatCrowd.id(), pace))
                        .orElse(Map.of()));
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
                : PatientLedger.over(
                        new FilePaceLedger(ConfigFolder.ofThisUser().resolve("pace"), ticker), ticker);
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
