package tendril.session;

import static org.assertj.core.api.Assertions.assertThat;
import static tendril.graph.Journal.domain;
import static tendril.graph.Journal.ip;
import static tendril.session.ScriptedProvider.EVERYTHING;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

class WorthTest {
    private final Bench bench = new Bench();
    private final Indicator a = domain("a.example");
    private final Indicator b = domain("b.example");
    private final Indicator sinkhole = ip("192.0.2.10");
    private final Indicator person = new Indicator(IndicatorType.EMAIL, "r.halvorsen@post.example");

    private Worth worth() {
        return new Worth(bench.graph(), bench.session().providers(), Noise.shipped());
    }

    @Test
    void theSinkholeIsWarnedOfBeforeAnythingIsSent() {
        Estimate estimate = worth().of(EVERYTHING, sinkhole);

        assertThat(estimate.expected()).isEqualTo(OptionalInt.of(4000));
        assertThat(estimate.count()).isEqualTo("about 4,000");
        assertThat(estimate.asksFirst()).isTrue();
        assertThat(estimate.warning())
                .startsWith("192.0.2.10 is a sinkhole: ")
                .endsWith("Expect about 4,000 results, by the list of known noise.");
        assertThat(bench.sent).isEmpty();
    }

    @Test
    void onlyDoubtfulPivotsAreConfirmedAndEachIndicatorOnce() {
        List<Ask.About> abouts = bench.session().expanding(List.of(a, sinkhole, ip("198.51.100.23")));

        assertThat(worth().toConfirm(abouts, false))
                .extracting(Estimate::indicator)
                .containsExactly(sinkhole);
    }

    @Test
    void whatIsRecordedNeedsNoConfirmation() {
        bench.provider.says(sinkhole, a, b);
        bench.session().expand(List.of(sinkhole));
        bench.answerAll();

        Estimate estimate = worth().of(EVERYTHING, sinkhole);

        assertThat(estimate.expected()).isEqualTo(OptionalInt.of(2));
        assertThat(estimate.basis()).isEqualTo("as it brought before in this case");
        assertThat(estimate.asksFirst()).isFalse();
    }

    @Test
    void aPivotIsExpectedToBringWhatItUsuallyBrings() {
        for (int i = 0; i < 3; i++) {
            Indicator asked = domain("asked" + i + ".example");
            bench.provider.says(
                    asked,
                    IntStream.range(0, 1 + 4 * i)
                            .mapToObj(j -> ip("198.51.100." + j))
                            .toArray(Indicator[]::new));
            bench.session().expand(List.of(asked));
            bench.answerAll();
        }

        Estimate estimate = worth().of(EVERYTHING, a);

        assertThat(estimate.expected()).isEqualTo(OptionalInt.of(5));
        assertThat(estimate.basis()).isEqualTo("the middle of 3 answers to this pivot in this case");
        assertThat(worth().of(EVERYTHING, ip("198.51.100.77")).expected()).isEmpty();
    }

    @Test
    void theRareLinkIsAmongTheThreeBest() {
        Indicator[] hosts =
                IntStream.range(0, 20).mapToObj(i -> ip("203.0.113." + i)).toArray(Indicator[]::new);
        bench.provider.says(a, append(hosts, person, sinkhole)).says(b, append(hosts, person, sinkhole));
        bench.session().expand(List.of(a, b));
        bench.answerAll();

        List<Suggestion> best = worth().nextBest(3);

        assertThat(best).hasSize(3);
        assertThat(best.getFirst().indicator()).isEqualTo(person);
        assertThat(best.getFirst().reason())
                .startsWith("Ties 2 entities together, and is the only email address of 2 of them");
    }

    @Test
    void neitherNoiseNorWhatWasAskedIsSuggested() {
        bench.provider.says(a, sinkhole, ip("198.51.100.23"));
        bench.session().expand(List.of(a));
        bench.answerAll();

        assertThat(worth().nextBest(10)).extracting(Suggestion::indicator).containsExactly(ip("198.51.100.23"));
    }

    @Test
    void anEmptyCaseHasNothingToSuggest() {
        assertThat(worth().nextBest(5)).isEmpty();
    }

    private static Indicator[] append(Indicator[] some, Indicator... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(some), java.util.Arrays.stream(more))
                .toArray(Indicator[]::new);
    }
}
