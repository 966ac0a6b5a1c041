package tendril.session;

import static org.assertj.core.api.Assertions.assertThat;
import static tendril.graph.Journal.contents;
import static tendril.graph.Journal.domain;
import static tendril.graph.Journal.ip;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tendril.graph.Entity;
import tendril.graph.Narrowing;
import tendril.graph.Request;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;
import tendril.pivot.Finding;

class TrayTest {
    private static final int MANY = 50_000;
    private static final int KEPT = 12;

    private final Bench bench = new Bench();
    private final Indicator host = ip("192.0.2.10");

    @BeforeEach
    void addTheHost() {
        bench.session().edits().add(List.of(host), List.of());
    }

    private Tray tray() {
        return bench.session().tray();
    }

    private static Indicator[] names(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> domain("n" + i + ".example"))
                .toArray(Indicator[]::new);
    }

    private long asked(Indicator about, Indicator... neighbours) {
        bench.provider.says(about, neighbours);
        bench.session().expand(List.of(about));
        bench.answerAll();
        return bench.graph().lastRequest();
    }

    private static List<Indicator> indicators(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::indicator).toList();
    }

    @Test
    void ofFiftyThousandTwelveAreKeptTheRestIsOneCollectionAndUndoPutsThemBack() {
        bench.with(new Limits(25, MANY));
        long request = asked(host, names(0, MANY));
        int reads = bench.provider.reads();

        List<Candidate> all = tray().candidates(request);
        assertThat(all).hasSize(MANY);
        assertThat(all.get(MANY - 1).indicator()).isEqualTo(domain("n49999.example"));
        assertThat(tray().candidates(request)).isSameAs(all);
        assertThat(tray().requests()).extracting(Request::found).containsExactly(MANY);
        assertThat(bench.graph().entityCount()).isEqualTo(1);

        long kept = tray().keep(request, indicators(all).subList(0, KEPT));
        List<Candidate> rest = tray().candidates(request);
        assertThat(rest).hasSize(MANY - KEPT);
        assertThat(rest.getFirst()).isSameAs(all.get(KEPT));

        long folded = tray().keepAsCollection(request, indicators(rest));
        assertThat(bench.graph().entities().filter(Entity::isDrawn)).hasSize(1 + KEPT);
        assertThat(bench.graph().collections())
                .singleElement()
                .satisfies(collection -> assertThat(collection.members()).hasSize(MANY - KEPT));
        assertThat(tray().requests()).isEmpty();

        bench.session().undo(kept);
        assertThat(indicators(tray().candidates(request)))
                .isEqualTo(indicators(all).subList(0, KEPT));
        bench.session().undo(folded);
        assertThat(tray().candidates(request)).isEqualTo(all);
        assertThat(bench.provider.reads()).isEqualTo(reads);
    }

    @Test
    void droppedResultsStayAwayAlsoAfterReopening() {
        long request = asked(host, names(0, 100));
        List<Indicator> all = indicators(tray().candidates(request));

        tray().drop(request, all.subList(10, 100));
        assertThat(indicators(tray().candidates(request))).isEqualTo(all.subList(0, 10));

        bench.reopened();
        assertThat(indicators(tray().candidates(request))).isEqualTo(all.subList(0, 10));
        assertThat(tray().inGraph(request)).isZero();
        tray().keep(request, all.subList(0, 4));
        assertThat(tray().inGraph(request)).isEqualTo(4);
    }

    @Test
    void whatAnotherPivotBringsLeavesTheTrayAndComesBackWithItsUndo() {
        long request = asked(host, names(0, 100));
        assertThat(tray().candidates(request)).hasSize(100);
        Indicator other = domain("other.example");
        bench.provider.says(other, domain("n7.example"));
        long expanded = bench.session().expand(List.of(other));
        bench.answerAll();

        assertThat(tray().candidates(request)).hasSize(99);
        bench.session().undo(expanded);
        assertThat(tray().candidates(request)).hasSize(100);
    }

    @Test
    void anAnswerThatIsAskedForAgainWaitsOnce() {
        long first = asked(host, names(0, 100));
        tray().drop(first, List.of(domain("n1.example")));
        tray().keep(first, List.of(domain("n2.example")));
        long action = bench.session().expand(List.of(host));
        long second = bench.graph().lastRequest();

        assertThat(second).isNotEqualTo(first);
        assertThat(tray().requests()).extracting(Request::id).containsExactly(second);
        assertThat(tray().waiting()).as("what was dropped is asked for again").isEqualTo(99);
        assertThat(tray().otherAnswers(tray().candidates(second).getFirst())).isZero();

        bench.session().undo(action);
        assertThat(tray().requests()).extracting(Request::id).containsExactly(first);
        assertThat(tray().waiting()).isEqualTo(98);
    }

    @Test
    void anAnswerThatIsTooLargeAndAskedForAgainIsRefusedOnceAndStaysNarrowed() {
        bench.with(new Limits(25, 100));
        bench.session().edits().add(List.of(host), List.of());
        asked(host, names(0, 4_000));
        long second = asked(host, names(0, 4_000));
        assertThat(tray().refused()).extracting(Request::id).containsExactly(second);

        tray().narrow(second, newest(30));
        asked(host, names(0, 4_000));

        assertThat(tray().refused()).isEmpty();
        assertThat(tray().requests()).extracting(Request::id).containsExactly(second);
    }

    @Test
    void keepingInAnyOrderEndsInTheSameGraph() {
        long request = asked(host, names(0, 60));
        List<Indicator> all = indicators(tray().candidates(request));
        var turned = new ArrayList<>(all);
        Collections.reverse(turned);
        long one = tray().keep(request, all);
        var straight = contents(bench.graph());
        bench.session().undo(one);

        for (Indicator indicator : turned) {
            tray().keep(request, List.of(indicator));
        }

        assertThat(contents(bench.graph()).entities().keySet())
                .isEqualTo(straight.entities().keySet());
        assertThat(contents(bench.graph()).links().keySet())
                .isEqualTo(straight.links().keySet());
        assertThat(tray().requests()).isEmpty();
    }

    @Test
    void whatTheTrayDoesNotHoldIsNeitherKeptNorDropped() {
        long request = asked(host, names(0, 40));
        long before = bench.graph().lastSeq();

        assertThat(tray().keep(request, List.of(domain("stranger.example")))).isZero();
        tray().drop(request, List.of(domain("stranger.example")));
        assertThat(tray().keep(request + 1, List.of(domain("n1.example")))).isZero();

        assertThat(bench.graph().lastSeq()).isEqualTo(before);
    }

    @Test
    void anAnswerAboveTheLimitIsRefusedWithItsTrueNumberAndTakenNarrowed() {
        bench.with(new Limits(25, 100));
        bench.session().edits().add(List.of(host), List.of());
        long request = asked(host, names(0, 4_000));

        assertThat(bench.graph().entityCount()).isEqualTo(1);
        assertThat(tray().requests()).isEmpty();
        assertThat(tray().refused()).singleElement().satisfies(refused -> {
            assertThat(refused.found()).isEqualTo(4_000);
            assertThat(refused.message()).contains("4,000 results", "limit of 100");
        });
        assertThat(tray().counted(request, newest(30))).isEqualTo(30);

        tray().narrow(request, newest(30));
        assertThat(tray().refused()).isEmpty();
        assertThat(tray().candidates(request)).hasSize(30);
        tray().keep(request, indicators(tray().candidates(request)).subList(0, 12));

        bench.reopened();
        assertThat(tray().candidates(request)).hasSize(18);
        assertThat(tray().narrowing(request)).isEqualTo(newest(30));
        tray().narrow(request, Narrowing.EVERYTHING);
        assertThat(tray().candidates(request)).hasSize(4_000 - 12);
        assertThat(bench.graph().entityCount()).isEqualTo(13);
    }

    @Test
    void anAnswerIsNarrowedByDayTypeAndNumberTogether() {
        List<Finding> said = new ArrayList<>();
        for (int day = 1; day <= 28; day++) {
            said.add(related(domain("n" + day + ".example"), Seen.lastOn(LocalDate.of(2020, 2, day))));
        }
        said.add(related(domain("undated.example"), Seen.UNKNOWN));
        said.add(related(ip("198.51.100.1"), Seen.lastOn(LocalDate.of(2020, 2, 28))));
        var narrowing =
                new Narrowing(Optional.of(LocalDate.of(2020, 2, 20)), Set.of(IndicatorType.DOMAIN), OptionalInt.of(3));

        var answer = new TrayAnswer(1, host, 1, said, narrowing);

        assertThat(indicators(answer.candidates()))
                .containsExactly(domain("n26.example"), domain("n27.example"), domain("n28.example"));
        assertThat(narrowing.words()).isEqualTo("the newest 3, seen since 2020-02-20, only Domain");
    }

    private static Narrowing newest(int most) {
        return new Narrowing(Optional.empty(), Set.of(), OptionalInt.of(most));
    }

    @Test
    void undoingThePivotEmptiesItsTray() {
        asked(host, names(0, 40));
        bench.session().undo();

        assertThat(tray().requests()).isEmpty();
        bench.session().redo();
        assertThat(tray().waiting()).isEqualTo(40);
    }

    @Test
    void aCandidateSaysWhatItTiesTogether() {
        long first = asked(host, names(0, 40));
        Indicator secondHost = ip("192.0.2.80");
        asked(secondHost, names(39, 80));
        tray().seenIn(indicator -> indicator.equals(domain("n39.example")) ? List.of("a", "b") : List.of());
        List<Candidate> waiting = tray().candidates(first);

        assertThat(tray().otherAnswers(waiting.get(39))).isEqualTo(1);
        assertThat(tray().otherAnswers(waiting.get(38))).isZero();
        assertThat(tray().otherCases().with(domain("n39.example"))).containsExactly("a", "b");
        assertThat(tray().links(waiting.get(39))).isEqualTo(1);
    }

    @Test
    void aCandidateHasDatesAndVotesOfTheAnswer() {
        Indicator name = domain("n1.example");
        Candidate candidate = Candidate.of(
                1,
                name,
                List.of(
                        related(name, Seen.lastOn(LocalDate.of(2016, 4, 2))),
                        related(name, Seen.lastOn(LocalDate.of(2019, 1, 5))),
                        new Finding.Stated(name, "votes", "-1 (most say malicious)", "/votes")));

        assertThat(candidate.seen()).isEqualTo(Seen.lastOn(LocalDate.of(2019, 1, 5)));
        assertThat(candidate.votes()).isEqualTo(Optional.of("-1 (most say malicious)"));
    }

    private Finding related(Indicator name, Seen seen) {
        return new Finding.Related(name, host, "resolved to", seen, new TreeMap<>(), "/resolutions/0");
    }
}
