package tendril.session;

import static org.assertj.core.api.Assertions.assertThat;
import static tendril.graph.Journal.domain;
import static tendril.graph.Journal.ip;

import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tendril.graph.Entity;
import tendril.graph.Request;
import tendril.indicator.Indicator;
import tendril.pivot.lane.RowState;

/** What takes long is done in portions: others are served in between, and whatever comes in between is heeded. */
class PortionsTest {
    private static final int MANY = 5_000;

    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final Bench bench = new Bench();
    private final Indicator host = ip("192.0.2.10");

    @BeforeEach
    void workWaits() {
        bench.later = waiting::add;
        bench.with(new Limits(25, MANY));
    }

    private long answerWith(int count) {
        bench.session().edits().add(List.of(host), List.of());
        bench.provider.says(host, names(count).toArray(Indicator[]::new));
        bench.session().expand(List.of(host));
        bench.answerAll();
        return bench.graph().lastRequest();
    }

    private static List<Indicator> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> domain("n" + n + ".example"))
                .toList();
    }

    private void doTheRest() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private Tray tray() {
        return bench.session().tray();
    }

    @Test
    void manyAreKeptPortionByPortionAndOneUndoBringsThemBack() {
        long request = answerWith(MANY);
        long action = tray().keep(request, names(MANY));

        int first = bench.graph().entityCount();
        assertThat(first).isBetween(2, 1_001);
        assertThat(bench.session().isAtWork()).isTrue();
        assertThat(tray().waiting()).isEqualTo(MANY - first + 1);
        doTheRest();

        assertThat(bench.session().isAtWork()).isFalse();
        assertThat(bench.graph().entityCount()).isEqualTo(MANY + 1);
        assertThat(bench.graph().entities()).allMatch(entity -> entity.place().isPresent());
        assertThat(tray().waiting()).isZero();
        bench.session().undo(action);
        assertThat(bench.session().isAtWork()).isTrue();
        doTheRest();

        assertThat(bench.session().isAtWork()).isFalse();
        assertThat(tray().waiting()).isEqualTo(MANY);
        assertThat(bench.graph().entityCount()).isEqualTo(1);
    }

    @Test
    void undoneInBetweenNothingMoreComes() {
        long request = answerWith(MANY);
        long action = tray().keep(request, names(MANY));
        waiting.remove().run();

        bench.session().undo(action);
        doTheRest();

        assertThat(bench.graph().entityCount()).isEqualTo(1);
        assertThat(tray().waiting()).isEqualTo(MANY);
    }

    @Test
    void whatIsDroppedInBetweenStaysAway() {
        long request = answerWith(MANY);
        tray().keep(request, names(MANY));
        tray().drop(request, List.of(domain("n4999.example")));
        doTheRest();

        assertThat(bench.graph().entityCount()).isEqualTo(MANY);
        assertThat(bench.graph().contains(domain("n4999.example"))).isFalse();
    }

    @Test
    void closingTheCaseKeepsWhatWasChosen() {
        long request = answerWith(MANY);
        tray().keep(request, names(MANY));

        bench.session().close();

        bench.reopened();
        assertThat(bench.graph().entityCount()).isEqualTo(MANY + 1);
    }

    @Test
    void noMemberOfACollectionIsEverDrawnByItself() {
        long request = answerWith(MANY);
        tray().keepAsCollection(request, names(MANY));
        while (!waiting.isEmpty()) {
            assertThat(bench.graph().entities().filter(Entity::isDrawn)).hasSize(1);
            waiting.remove().run();
        }

        assertThat(bench.graph().collections())
                .singleElement()
                .satisfies(collection -> assertThat(collection.members()).hasSize(MANY));
    }

    @Test
    void aFieldOfVeryManyCoversNothingThatIsThere() {
        long request = answerWith(MANY);
        double right = bench.graph()
                .entity(host)
                .flatMap(Entity::place)
                .map(Entity.Place::x)
                .orElseThrow();
        tray().keep(request, names(MANY));
        doTheRest();

        assertThat(bench.graph().entities().filter(entity -> !entity.indicator().equals(host)))
                .allMatch(entity -> entity.place().orElseThrow().x() > right + 100);
    }

    @Test
    void veryManyQuestionsAreAskedPortionByPortionUntilTheirActionIsCalledOff() {
        bench.session().edits().add(names(1_000), List.of());
        long action = bench.session().ask(ScriptedProvider.EVERYTHING, names(1_000));
        assertThat(bench.graph().requests()).hasSize(Asking.ASKED_AT_ONCE_MAX);
        waiting.remove().run();
        assertThat(bench.graph().requests()).hasSize(2 * Asking.ASKED_AT_ONCE_MAX);

        bench.session().cancelAction(action);
        doTheRest();

        assertThat(bench.graph().requests()).hasSize(2 * Asking.ASKED_AT_ONCE_MAX);
        assertThat(bench.session().queue().count(RowState.QUEUED)).isZero();
        assertThat(bench.graph().requests()).allMatch(request -> request.state() == Request.State.CANCELLED);
    }

    @Test
    void closingWhileAskingKeepsTheRestInLineAndSendsNothing() {
        bench.session().edits().add(names(1_000), List.of());
        bench.session().ask(ScriptedProvider.EVERYTHING, names(1_000));
        int sent = bench.sent.size();

        bench.session().close();

        assertThat(bench.sent).hasSize(sent);
        bench.reopened();
        assertThat(bench.graph().requests()).hasSize(1_000);
        assertThat(bench.session().queue().count(RowState.INTERRUPTED)).isEqualTo(sent);
    }
}
