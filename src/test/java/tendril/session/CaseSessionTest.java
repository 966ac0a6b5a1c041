package tendril.session;

import static org.assertj.core.api.Assertions.assertThat;
import static tendril.graph.Journal.contents;
import static tendril.graph.Journal.domain;
import static tendril.graph.Journal.ip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tendril.casefile.record.EvidenceBody;
import tendril.graph.Action;
import tendril.graph.CaseEvent;
import tendril.graph.Entity;
import tendril.graph.Evidence;
import tendril.graph.Handling;
import tendril.graph.PlacedBy;
import tendril.graph.Placement;
import tendril.graph.Request;
import tendril.indicator.Indicator;
import tendril.pivot.Audience;
import tendril.pivot.Fetch;
import tendril.pivot.Pace;
import tendril.pivot.PivotOutcome;
import tendril.pivot.lane.RowState;
import tendril.pivot.queue.QueueRow;

class CaseSessionTest {
    private final Bench bench = new Bench();
    private final Indicator a = domain("a.example");
    private final Indicator b = domain("b.example");
    private final Indicator first = ip("192.0.2.1");
    private final Indicator second = ip("192.0.2.2");

    @Test
    void expandingGrowsTheGraphAndKeepsTheEvidence() {
        bench.provider.says(a, first, second);
        bench.session().edits().add(List.of(a), List.of(new Placement(a, 10, 20)));

        bench.session().expand(List.of(a));
        bench.answerAll();

        assertThat(bench.graph().neighbours(a)).containsExactly(first, second);
        var link = bench.graph().linksOf(a).findFirst().orElseThrow();
        var evidence = bench.graph()
                .evidence(link.supports().getFirst().citation().evidence())
                .orElseThrow();
        assertThat(bench.session().bytes(evidence))
                .hasValueSatisfying(
                        body -> assertThat(EvidenceBody.of(body).sha256()).isEqualTo(evidence.sha256()));
    }

    @Test
    void oldEntitiesStayWhenAPivotAddsNew() {
        bench.provider.says(a, first, b);
        bench.session().edits().add(List.of(a), List.of(new Placement(a, 10.25, 20.5)));
        bench.session().edits().add(List.of(b), List.of(new Placement(b, -3, 4)));

        bench.session().expand(List.of(a));
        bench.answerAll();

        assertThat(bench.graph().entity(a).flatMap(Entity::place))
                .contains(new Entity.Place(10.25, 20.5, PlacedBy.PERSON));
        assertThat(bench.graph().entity(b).flatMap(Entity::place)).contains(new Entity.Place(-3, 4, PlacedBy.PERSON));
        assertThat(bench.graph().entity(first).flatMap(Entity::place)).isPresent();
    }

    @Test
    void whatTheCaseKnowsIsAnsweredFromEvidenceAtOnce() {
        bench.provider.says(a, first, b);
        bench.session().expand(List.of(a));
        bench.answerAll();

        bench.session().ask(ScriptedProvider.ADDRESSES, List.of(a));

        assertThat(bench.sent).isEmpty();
        Request request = bench.graph().requests().stream().toList().getLast();
        assertThat(request.state()).isEqualTo(Request.State.FOUND);
        assertThat(request.message()).isEqualTo("From the answer recorded 2026-03-02.");
    }

    @Test
    void askingAnewSendsAndKeepsBothAnswers() {
        bench.provider.says(a, first);
        bench.session().expand(List.of(a));
        bench.answerAll();
        bench.provider.says(a, second);

        bench.session()
                .ask(new Ask(List.of(new Ask.About(ScriptedProvider.EVERYTHING, a)), "Asked again", true, 0, true));
        bench.answerAll();

        assertThat(bench.graph().evidence()).hasSize(2);
        assertThat(bench.graph().neighbours(a)).containsExactly(first, second);
    }

    @Test
    void equalQuestionsAreSentOnce() {
        bench.provider.paced(Pace.every(Duration.ofSeconds(10), 1));
        bench.reopened();
        bench.provider.says(a, first, b);
        bench.session().expand(List.of(b));

        bench.session().ask(ScriptedProvider.ADDRESSES, List.of(a));
        bench.session().expand(List.of(a));
        bench.answerAll();
        bench.pass(Duration.ofSeconds(11));
        assertThat(bench.sent).hasSize(1);
        bench.answerAll();

        assertThat(bench.graph().requests()).extracting(Request::state).doesNotContain(Request.State.QUEUED);
        assertThat(bench.graph().neighbours(a)).containsExactlyInAnyOrder(first, b);
    }

    @Test
    void undoOfAPivotTakesWhatOnlyItSupportsAndCallsOffWhatItWaitsFor() {
        bench.provider.says(a, first, second);
        bench.session().edits().add(List.of(a), List.of());
        var before = contents(bench.graph());
        bench.session().expand(List.of(a));
        bench.answerAll();

        bench.session().undo();
        assertThat(contents(bench.graph()).entities()).isEqualTo(before.entities());

        bench.session().redo();
        assertThat(bench.graph().neighbours(a)).containsExactly(first, second);

        long waiting = bench.session().expand(List.of(b));
        bench.session().undo(waiting);
        assertThat(bench.cancelled).hasSize(1);
        assertThat(bench.session().queue().count(RowState.CANCELLED)).isEqualTo(1);
    }

    @Test
    void manyResultsWaitInTheTrayUntilTheyAreKept() {
        Indicator[] many =
                IntStream.range(0, 100).mapToObj(i -> ip("192.0.2." + i)).toArray(Indicator[]::new);
        bench.provider.says(a, many);
        bench.session().edits().add(List.of(a), List.of());

        bench.session().expand(List.of(a));
        bench.answerAll();

        assertThat(bench.graph().entityCount()).isEqualTo(1);
        Request request = bench.session().tray().requests().getFirst();
        assertThat(request.found()).isEqualTo(100);
        assertThat(bench.session().tray().candidates(request.id())).hasSize(100);

        long kept = bench.session().tray().keep(request.id(), List.of(many).subList(0, 12));
        bench.session().tray().keepAsCollection(request.id(), List.of(many).subList(12, 100));
        assertThat(bench.graph().entities().filter(Entity::isDrawn)).hasSize(13);
        assertThat(bench.graph().collections()).singleElement().satisfies(collection -> {
            assertThat(collection.label()).isEqualTo("88 IPv4 addresses");
            assertThat(collection.members()).hasSize(88);
        });
        assertThat(bench.session().tray().requests()).isEmpty();

        bench.session().undo(kept);
        assertThat(bench.session().tray().candidates(request.id())).hasSize(12);
    }

    @Test
    void twoAnswersToOneQuestionAreCompared() {
        Indicator asked = domain("a.example");
        bench.session().edits().add(List.of(asked), List.of());
        bench.provider.says(asked, ip("192.0.2.1"), ip("192.0.2.2"));
        bench.session().expand(List.of(asked));
        bench.answerAll();
        bench.provider.says(asked, ip("192.0.2.2"), ip("192.0.2.3"));
        bench.session().ask(new Ask(bench.session().expanding(List.of(asked)), "Again", true, 0, true));
        bench.answerAll();
        List<Evidence> both = List.copyOf(bench.graph().evidence());

        AnswerDiff diff =
                AnswerDiff.between(bench.session(), both.get(1), both.get(0)).orElseThrow();

        assertThat(AnswerDiff.others(bench.session(), both.get(0))).containsExactly(both.get(1));
        assertThat(diff.earlier()).isEqualTo(both.get(0));
        assertThat(diff.fresh()).singleElement().asString().contains("192.0.2.3");
        assertThat(diff.gone()).singleElement().asString().contains("192.0.2.1");
    }

    @Test
    void undoAndRedoGoOnWhereTheyWereAfterReopening() {
        bench.session().edits().add(List.of(domain("a.example")), List.of());
        bench.session().edits().add(List.of(domain("b.example")), List.of());

        bench.reopened().undo();
        assertThat(bench.graph().contains(domain("b.example"))).isFalse();
        bench.reopened().undo();
        assertThat(bench.graph().entityCount()).isZero();
        bench.reopened().redo();
        bench.reopened().redo();
        assertThat(bench.graph().entityCount()).isEqualTo(2);
    }

    @Test
    void aReopenedCaseIsEqualFactByFactAndGoesOn() {
        bench.provider.paced(Pace.every(Duration.ofSeconds(10), 1));
        bench.reopened();
        bench.provider.says(a, first).says(b, second);
        bench.session().expand(List.of(a));
        bench.session().expand(List.of(b));
        bench.answerNext();
        var before = contents(bench.graph());

        bench.reopened();

        assertThat(contents(bench.graph())).isEqualTo(before);
        bench.pass(Duration.ofSeconds(11));
        bench.answerAll();
        assertThat(bench.graph().neighbours(b)).containsExactly(second);
    }

    @Test
    void whatWasUnderWayWhenTheProgramDiedIsNotSentTwice() {
        bench.session().expand(List.of(a));
        assertThat(bench.sent).hasSize(1);

        bench.reopened();

        assertThat(bench.sent).isEmpty();
        assertThat(bench.session().queue().rows()).extracting(QueueRow::state).containsExactly(RowState.INTERRUPTED);
        bench.session().retry(List.of(1L));
        assertThat(bench.sent).hasSize(1);
    }

    @Test
    void aSilentSourceIsAskedAgainAndNeverSaysNoResults() {
        bench.session().expand(List.of(a));
        bench.answerNext(new Fetch.Failed(new PivotOutcome.Unreachable("scripted.test did not answer.")));

        assertThat(bench.graph().requests()).extracting(Request::state).containsExactly(Request.State.QUEUED);
        bench.provider.says(a, first);
        bench.pass(Duration.ofHours(1));
        bench.answerAll();
        assertThat(bench.graph().neighbours(a)).containsExactly(first);
    }

    @Test
    void aRedEntityIsNotSentToAThirdPartyUntilSomebodyOverridesIt() {
        bench.session().edits().add(List.of(a), List.of());
        bench.session().edits().handle(Optional.of(a), new Handling(Handling.Tlp.RED, Handling.Pap.UNSET));

        bench.session().expand(List.of(a));

        assertThat(bench.sent).isEmpty();
        QueueRow row = bench.session().queue().rows().getFirst();
        assertThat(row.state()).isEqualTo(RowState.HELD);
        assertThat(row.why()).contains("TLP:RED").contains("Scripted");

        bench.session().override(row.request().id());
        assertThat(bench.sent).hasSize(1);
        assertThat(bench.journal.facts)
                .extracting(fact -> fact.event().getClass().getSimpleName())
                .contains("HoldOverridden");
    }

    @Test
    void aRedEntityMayBeAskedOnThisMachine() {
        bench.provider.seenBy(Audience.THIS_MACHINE);
        bench.session().edits().add(List.of(a), List.of());
        bench.session().edits().handle(Optional.of(a), new Handling(Handling.Tlp.RED, Handling.Pap.RED));

        bench.session().expand(List.of(a));

        assertThat(bench.sent).hasSize(1);
    }

    @Test
    void hopsFollowWhatAPivotBringsAndAskNothingTwice() {
        CaseSession session = bench.with(Limits.NONE);
        bench.provider.says(a, b).says(b, a, first);

        session.ask(new Ask(session.expanding(List.of(a)), "Expanded a.example, 2 hops", false, 1, false));
        bench.answerAll();

        assertThat(bench.graph().requests()).hasSize(2);
        assertThat(bench.graph().contains(first)).isTrue();
        assertThat(bench.graph().history()).extracting(Action::title).containsExactly("Expanded a.example, 2 hops");
    }

    @Test
    void offlineModeReplaysWhatIsRecordedAndTheRestWaits() {
        bench.provider.says(a, first);
        bench.session().expand(List.of(a));
        bench.answerAll();
        bench.session().offline(true);

        bench.session().expand(List.of(a));
        bench.session().expand(List.of(b));

        assertThat(bench.sent).isEmpty();
        List<RowState> states = new ArrayList<>();
        bench.session().queue().rows().forEach(row -> states.add(row.state()));
        assertThat(states).contains(RowState.QUEUED);
        bench.session().offline(false);
        assertThat(bench.sent).hasSize(1);
    }

    @Test
    void startedIsOnDiskBeforeTheQuestionLeaves() {
        bench.session().expand(List.of(a));

        assertThat(bench.journal.facts.getLast().event()).isEqualTo(new CaseEvent.PivotStarted(1));
        assertThat(bench.sent).hasSize(1);
    }
}
