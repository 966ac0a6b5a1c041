package tendril.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.session.CaseSession;
import tendril.settings.Settings;
import tendril.ui.InventedSource;
import tendril.ui.Notices;
import tendril.ui.PracticeCase;
import tendril.ui.PracticePulse;
import tendril.ui.canvas.Selection;

class SavedSelectionsTest {
    private static final Indicator ONE = new Indicator(IndicatorType.DOMAIN, "one.example");
    private static final Indicator TWO = new Indicator(IndicatorType.DOMAIN, "two.example");
    private static final Indicator THREE = new Indicator(IndicatorType.DOMAIN, "three.example");

    private final CaseSession session =
            PracticeCase.open(new InventedSource(), new ArrayDeque<Runnable>()::add, Runnable::run);
    private final List<String> told = new ArrayList<>();
    private final Notices notices = new Said();
    private final WorkbenchViewModel model =
            new WorkbenchViewModel(session, Settings.DEFAULT, notices, PracticePulse.atOnce());
    private final SavedSelections selections = new SavedSelections(model, notices);

    @BeforeEach
    void threeNodes() {
        session.edits().add(List.of(ONE, TWO, THREE), List.of());
    }

    @Test
    void aSelectionIsKeptInTheCaseAndSelectedAgain() {
        model.canvas().select(Selection.of(List.of(ONE, THREE)));
        selections.save("1");
        model.canvas().selectNone();

        selections.recall("1");

        assertThat(model.canvas().selection().get()).isEqualTo(Selection.of(List.of(ONE, THREE)));
        assertThat(session.graph().selections()).containsOnlyKeys("1");
        assertThat(model.undoName().get()).isEqualTo("Undo Saved selection 1");
    }

    @Test
    void whatWasFoldedSinceIsSelectedByItsCollection() {
        model.canvas().select(Selection.of(List.of(ONE, THREE)));
        selections.save("hosts");
        model.canvas().select(Selection.of(List.of(TWO, THREE)));
        new Folding(model, notices).foldSelection();
        long folded = session.graph().collections().getFirst().id();

        selections.recall("hosts");

        assertThat(model.canvas().selection().get()).isEqualTo(new Selection(Set.of(ONE), Set.of(folded), List.of()));
    }

    @Test
    void aNameThatStandsForNothingSaysSo() {
        selections.recall("7");

        assertThat(told).containsExactly("No selection is called 7 yet.");
    }

    @Test
    void nothingSelectedIsNotKept() {
        selections.save("1");

        assertThat(selections.all()).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void aForgottenNameComesBackByUndo() {
        model.canvas().select(Selection.of(List.of(ONE)));
        selections.save("1");
        selections.forget("1");
        assertThat(selections.all()).isEmpty();

        session.undo();

        assertThat(selections.all()).containsOnlyKeys("1");
    }

    private final class Said implements Notices {
        @Override
        public void show(Weight weight, String sentence) {
            told.add(sentence);
        }

        @Override
        public void show(Weight weight, String sentence, String actionName, Runnable action) {
            told.add(sentence);
        }
    }
}
