package tendril.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.session.CaseSession;
import tendril.settings.Settings;
import tendril.ui.FxPulse;
import tendril.ui.InventedSource;
import tendril.ui.Notices;
import tendril.ui.PracticeCase;
import tendril.ui.PracticePulse;
import tendril.ui.canvas.Selection;

class WorkbenchViewModelTest {
    private static final Indicator EMAIL = new Indicator(IndicatorType.EMAIL, "ana@mail.example");

    private final ArrayDeque<Runnable> answers = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private final FxPulse pulse = PracticePulse.atOnce();
    private final CaseSession session = PracticeCase.open(new InventedSource(), answers::add, Runnable::run);
    private final WorkbenchViewModel bench = new WorkbenchViewModel(session, Settings.DEFAULT, new Said(), pulse);

    @Test
    void whatIsAddedIsSelected() {
        bench.add(List.of(EMAIL));

        assertThat(bench.entities().get()).isEqualTo(1);
        assertThat(bench.canvas().selection().get()).isEqualTo(Selection.of(List.of(EMAIL)));
        assertThat(bench.undoName().get()).isEqualTo("Undo Added ana@mail.example");
    }

    @Test
    void whatIsThereAlreadyIsSelectedAndSaidSo() {
        bench.add(List.of(EMAIL));
        bench.add(List.of(EMAIL));

        assertThat(session.graph().history()).hasSize(1);
        assertThat(said).singleElement().asString().contains("in the case already");
    }

    @Test
    void nonsensePastedIsAnsweredWithASentence() {
        bench.paste("%%%%");

        assertThat(bench.entities().get()).isZero();
        assertThat(said).hasSize(1);
    }

    @Test
    void expandingGrowsTheGraphAndUndoTakesItBack() {
        bench.add(List.of(EMAIL));
        bench.expandSelection();
        answers.remove().run();
        assertThat(bench.entities().get()).isGreaterThan(1);

        bench.undo();

        assertThat(bench.entities().get()).isEqualTo(1);
        assertThat(bench.canRedo().get()).isTrue();
    }

    @Test
    void aTypeThatNoSourceKnowsIsSaidSo() {
        var phrase = new Indicator(IndicatorType.PHRASE, "winter vivern");
        bench.add(List.of(phrase));

        bench.expandSelection();

        assertThat(said).containsExactly("No source knows a pivot for Phrase yet.");
    }

    @Test
    void copiesAreDefangedWhenAsked() {
        bench.add(List.of(EMAIL));

        assertThat(bench.selected().text(true))
                .doesNotContain("ana@mail.example")
                .contains("[.]");
        assertThat(bench.selected().text(false)).isEqualTo("ana@mail.example");
    }

    @Test
    void theTitleNamesTheCaseAndCountsWhatWaits() {
        var status = new StatusViewModel(bench, ZoneOffset.UTC);
        assertThat(status.title().get()).isEqualTo("New case - Tendril");

        bench.open(session, Optional.of(Path.of("/cases/plugx.tendril")));
        bench.add(List.of(EMAIL));
        bench.expandSelection();

        assertThat(status.title().get()).isEqualTo("(1) plugx - Tendril");
        assertThat(status.queue().get()).isEqualTo("1 running");
        answers.remove().run();
        assertThat(status.title().get()).isEqualTo("plugx - Tendril");
        assertThat(status.counts().get()).startsWith(session.graph().entityCount() + " entities, ");
    }

    @Test
    void removingTheSelectionIsOneStep() {
        bench.add(List.of(EMAIL));
        bench.selected().remove();

        assertThat(bench.entities().get()).isZero();
        bench.undo();
        assertThat(bench.entities().get()).isEqualTo(1);
    }

    private final class Said implements Notices {
        @Override
        public void show(Weight weight, String sentence) {
            said.add(sentence);
        }

        @Override
        public void show(Weight weight, String sentence, String actionName, Runnable action) {
            said.add(sentence);
        }
    }
}
