package tendril;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.cli.cases.Sources;
import tendril.corpus.sqlite.SqliteCorpus;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.pivot.Pace;
import tendril.pivot.Provider;
import tendril.session.Noise;
import tendril.settings.Network;
import tendril.settings.PaceSetting;
import tendril.settings.Settings;

/** What settings come to once the program runs. */
class SourcingTest {
    private static final Settings OWN_SERVER = Settings.DEFAULT.withBaseUrl(Optional.of("https://threatcrowd.example"));
    private static final PaceSetting FAST = PaceSetting.every(Duration.ofSeconds(1), 1);

    @TempDir
    Path folder;

    private final Sourcing sourcing = new Sourcing("test");

    private Sources made(Settings settings) {
        return switch (sourcing.make(settings)) {
            case Sources.Made.Ready ready -> ready.sources();
            case Sources.Made.Failed failed -> throw new AssertionError(failed.reason());
        };
    }

    @Test
    void aFasterPaceHoldsOnlyOnceTheOperatorHasAgreed() {
        try (Sources sources = made(OWN_SERVER)) {
            Provider threatCrowd = sources.providers().all().getFirst();
            Settings fast = OWN_SERVER.withPace("threatcrowd", Optional.of(FAST));
            Settings agreed = OWN_SERVER.withPace("threatcrowd", Optional.of(FAST.agreedAt(Instant.EPOCH)));

            assertThat(Sourcing.pace(fast, threatCrowd)).isEmpty();
            assertThat(Sourcing.unagreed(fast, sources.providers()))
                    .singleElement()
                    .asString()
                    .contains("ThreatCrowd", "operator agreed");
            assertThat(Sourcing.pace(agreed, threatCrowd)).hasValue(Pace.every(Duration.ofSeconds(1), 1));
            assertThat(Sourcing.unagreed(agreed, sources.providers())).isEmpty();
        }
    }

    @Test
    void aProxyOrFileOfCertificatesThatMakesNoSenseGetsASentence() throws IOException {
        Path empty = Files.writeString(folder.resolve("ca.pem"), "not a certificate");
        var proxy = new Network(OWN_SERVER.baseUrl(), Optional.empty(), Optional.of("socks5://x"), Optional.empty());
        var file = new Network(OWN_SERVER.baseUrl(), Optional.empty(), Optional.empty(), Optional.of(empty.toString()));

        assertThat(sourcing.make(Settings.DEFAULT.with(proxy)))
                .isInstanceOfSatisfying(
                        Sources.Made.Failed.class,
                        failed -> assertThat(failed.reason()).contains("proxy.example:3128"));
        assertThat(sourcing.make(Settings.DEFAULT.with(file))).isInstanceOf(Sources.Made.Failed.class);
    }

    @Test
    void theBuiltInServerAnswersFromACorpusOfOnesOwn() throws Exception {
        Path corpus = folder.resolve("own.corpus");
        SqliteCorpus.openOrCreate(corpus).close();
        Path other = Files.writeString(folder.resolve("notes.txt"), "not a corpus");

        try (Sources sources = made(Settings.DEFAULT.with(builtIn(corpus)))) {
            assertThat(sources.areEmbedded()).isTrue();
        }
        assertThat(sourcing.make(Settings.DEFAULT.with(builtIn(folder.resolve("none.corpus")))))
                .isInstanceOfSatisfying(
                        Sources.Made.Failed.class,
                        failed -> assertThat(failed.reason()).contains("none.corpus"));
        assertThat(sourcing.make(Settings.DEFAULT.with(builtIn(other))))
                .isInstanceOfSatisfying(
                        Sources.Made.Failed.class,
                        failed -> assertThat(failed.reason()).contains("notes.txt"));
    }

    private static Network builtIn(Path corpus) {
        return new Network(Optional.empty(), Optional.of(corpus.toString()), Optional.empty(), Optional.empty());
    }

    @Test
    void onesOwnListOfNoiseIsKeptReadAndWeighedBy() {
        List<Noise> heard = new ArrayList<>();
        var files = new OwnFiles(folder.resolve("new"), heard::add, () -> {});

        assertThat(files.keepOwnNoise("sinkhole\taddress\t198.51.100.7\tours\t12\nnonsense\n"))
                .isEmpty();

        assertThat(heard.getLast().about(new Indicator(IndicatorType.IPV4, "198.51.100.7")))
                .hasValueSatisfying(entry -> assertThat(entry.reason()).isEqualTo("ours"));
        assertThat(files.noise().problems()).singleElement().asString().contains("line 2");
        assertThat(files.ownNoise()).contains("nonsense");
    }
}
