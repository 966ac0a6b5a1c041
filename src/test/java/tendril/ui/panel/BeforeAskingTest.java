package tendril.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tendril.graph.Handling;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.session.CaseSession;
import tendril.session.Noise;
import tendril.session.Suggestion;
import tendril.ui.InventedSource;
import tendril.ui.PracticeCase;
import tendril.ui.tray.TrayRow;
import tendril.ui.tray.TrayViewModel;

/** The tray, the suggestions and the labels, without a window. */
class BeforeAskingTest {
    private static final Indicator HUB = new Indicator(IndicatorType.DOMAIN, InventedSource.HUB);
    private static final Indicator EMAIL = new Indicator(IndicatorType.EMAIL, "ana@mail.example");

    private final ArrayDeque<Runnable> answers = new ArrayDeque<>();
    private final CaseSession session = PracticeCase.open(new InventedSource(), answers::add, Runnable::run);
    private final TrayViewModel tray = new TrayViewModel(() -> session);

    private void expand(Indicator indicator) {
        session.edits().add(List.of(indicator), List.of());
        session.expand(List.of(indicator));
        while (!answers.isEmpty()) {
            answers.remove().run();
        }
        tray.refresh();
    }

    @Test
    void anEmptyTrayShowsNothing() {
        tray.refresh();

        assertThat(tray.count().get()).isZero();
        assertThat(tray.shown().get()).isEmpty();
        assertThat(tray.rows()).isEmpty();
    }

    @Test
    void anAnswerShowsItsTrueNumberByType() {
        expand(HUB);

        assertThat(tray.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.found()).isEqualTo(InventedSource.HUB_DEGREE);
            assertThat(answer.words()).isEqualTo("300 results");
        });
        assertThat(tray.types())
                .containsExactly(new TrayViewModel.TypeCount(IndicatorType.DOMAIN, InventedSource.HUB_DEGREE));
        tray.type().set(Optional.of(IndicatorType.EMAIL));
        assertThat(tray.rows()).isEmpty();
    }

    @Test
    void tickedResultsAreKeptAndTheRestBecomesOneNode() {
        expand(HUB);
        int before = session.graph().entityCount();
        tray.toggle(List.copyOf(tray.rows().subList(0, 12)));
        assertThat(tray.ticked().get()).isEqualTo(12);

        tray.keep(tray.chosen());
        assertThat(session.graph().entityCount()).isEqualTo(before + 12);
        assertThat(tray.ticked().get()).isZero();

        tray.keepAsCollection(tray.chosen());
        assertThat(tray.count().get()).isZero();
        assertThat(session.graph().collections())
                .singleElement()
                .satisfies(collection -> assertThat(collection.members()).hasSize(InventedSource.HUB_DEGREE - 12));
    }

    @Test
    void tickingTwiceTakesTheTickAway() {
        expand(HUB);
        List<TrayRow> two = List.copyOf(tray.rows().subList(0, 2));

        tray.toggle(two.subList(0, 1));
        tray.toggle(two);
        assertThat(tray.ticked().get()).isEqualTo(2);
        tray.toggle(two);
        assertThat(tray.ticked().get()).isZero();
        assertThat(tray.chosen()).hasSize(InventedSource.HUB_DEGREE);
    }

    @Test
    void lookingAgainAtAnUnchangedTrayMakesNoNewRows() {
        expand(HUB);
        TrayRow first = tray.rows().getFirst();

        session.edits().note(HUB, "a hub");
        tray.refresh();

        assertThat(tray.rows().getFirst()).isSameAs(first);
    }

    @Test
    void suggestionsAreAskedByTheirPivot() {
        expand(EMAIL);
        List<Suggestion> asked = new ArrayList<>();
        var best = new NextBestViewModel(() -> session, () -> Noise.NONE, asked::add);

        best.refresh();
        best.ask(best.suggestions().getFirst());

        assertThat(best.suggestions()).hasSizeLessThanOrEqualTo(NextBestViewModel.SHOWN_MAX);
        assertThat(asked).singleElement().satisfies(each -> {
            assertThat(each.pivot().everything()).isTrue();
            assertThat(each.reason()).endsWith(".");
        });
    }

    @Test
    void labelsGoToTheCaseOrToTheSelection() {
        expand(EMAIL);
        var ofCase = new HandlingViewModel(() -> session, List.of());
        ofCase.tlp().set(Handling.Tlp.GREEN);
        ofCase.apply();
        var ofOne = new HandlingViewModel(() -> session, List.of(EMAIL));
        ofOne.tlp().set(Handling.Tlp.RED);
        assertThat(ofOne.consequence().get()).isEqualTo("Every source may be asked.");
        ofOne.apply();

        assertThat(session.graph().handling().tlp()).isEqualTo(Handling.Tlp.GREEN);
        assertThat(session.graph().handlingOf(EMAIL).tlp()).isEqualTo(Handling.Tlp.RED);
        assertThat(session.graph().handlingOf(HUB).tlp()).isEqualTo(Handling.Tlp.GREEN);
    }
}
