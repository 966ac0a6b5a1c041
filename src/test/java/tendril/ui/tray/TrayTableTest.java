package tendril.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.pivot.Pace;
import tendril.session.PacedCase;

/** The lines of a large answer under a person's keys. */
@ExtendWith(ApplicationExtension.class)
// The toolkit fills the fields before the first test.
@SuppressWarnings("NullAway.Init")
class TrayTableTest {
    private static final int MANY = 3_000;
    private static final Indicator ASKED = new Indicator(IndicatorType.IPV4, "192.0.2.7");

    private final PacedCase bench = new PacedCase(Pace.unlimited(1));
    private final ArrayDeque<Runnable> background = new ArrayDeque<>();
    private final TrayViewModel model = new TrayViewModel(bench::session, background::add, Runnable::run);
    private TrayTable table;

    @Start
    void open(Stage stage) {
        bench.provider()
                .says(
                        ASKED,
                        IntStream.range(0, MANY)
                                .mapToObj(n -> new Indicator(IndicatorType.DOMAIN, "n" + (n * 7) % MANY + ".example"))
                                .toArray(Indicator[]::new));
        bench.ask(List.of(ASKED));
        bench.answerNext();
        model.refresh();
        table = new TrayTable(model);
        stage.setScene(new Scene(table, 900, 400));
        stage.show();
    }

    @Test
    void ctrlATicksEverythingInsteadOfSelectingIt(FxRobot robot) {
        press(robot, KeyCode.A, true, false);

        assertThat(model.ticked().get()).isEqualTo(MANY);
        assertThat(table.getSelectionModel().getSelectedIndices()).hasSizeLessThan(2);
        robot.interact(() -> ((CheckBox) table.getColumns().getFirst().getGraphic()).fire());
        assertThat(model.ticked().get()).isZero();
    }

    @Test
    void aLongRangeIsTickedAndAShortOneSelected(FxRobot robot) {
        robot.interact(() -> table.getSelectionModel().clearAndSelect(100));
        press(robot, KeyCode.END, false, true);
        assertThat(model.ticked().get()).isEqualTo(MANY - 100);

        robot.interact(() -> table.getSelectionModel().clearAndSelect(MANY - 10));
        press(robot, KeyCode.END, false, true);
        assertThat(table.getSelectionModel().getSelectedIndices()).hasSize(10);
    }

    @Test
    void clicksWithShiftAndCtrlTickWhatTheButtonsActOn(FxRobot robot) {
        click(robot, 2, false, false);
        assertThat(model.ticked().get()).isZero();
        click(robot, 7, false, true);
        assertThat(model.chosen()).isEqualTo(model.rows().subList(2, 8));

        click(robot, 4, true, false);
        assertThat(model.ticked().get()).isEqualTo(5);
        click(robot, 0, false, true);
        assertThat(model.chosen()).isEqualTo(model.rows().subList(0, 8));
    }

    @Test
    void enterKeepsAllThatAreTickedWhereTheSelectedLineIsOneOfThem(FxRobot robot) {
        robot.interact(() -> model.tick(model.rows().subList(0, 12)));
        robot.interact(() -> table.getSelectionModel().clearAndSelect(40));
        press(robot, KeyCode.ENTER, false, false);
        assertThat(bench.session().tray().waiting()).as("only the selected one").isEqualTo(MANY - 1);

        robot.interact(() -> table.getSelectionModel().clearAndSelect(3));
        press(robot, KeyCode.ENTER, false, false);
        assertThat(bench.session().tray().waiting()).isEqualTo(MANY - 13);
    }

    @Test
    void theOrderComesFromTheBackgroundAndTheLastChoiceCounts(FxRobot robot) {
        background.clear();
        List<TrayRow> answered = List.copyOf(model.rows());
        robot.interact(() -> model.orderBy(Optional.of(TrayOrder.VALUE), true));
        robot.interact(() -> model.orderBy(Optional.of(TrayOrder.VALUE), false));
        assertThat(model.rows()).as("as it was until it is sorted").isEqualTo(answered);

        Runnable first = background.remove();
        robot.interact(() -> background.remove().run());
        robot.interact(first::run);

        assertThat(model.rows()).isSortedAccordingTo(TrayOrder.VALUE.words);
        robot.interact(() -> model.drop(model.rows().subList(0, 5)));
        assertThat(model.rows()).hasSize(MANY - 5).isSortedAccordingTo(TrayOrder.VALUE.words);
    }

    private void click(FxRobot robot, int place, boolean control, boolean shift) {
        Node line = table.lookupAll(".table-row-cell").stream()
                .filter(row -> ((TableRow<?>) row).getIndex() == place)
                .findFirst()
                .orElseThrow();
        robot.interact(() -> line.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                1,
                1,
                1,
                1,
                MouseButton.PRIMARY,
                1,
                shift,
                control,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null)));
    }

    private void press(FxRobot robot, KeyCode code, boolean control, boolean shift) {
        robot.interact(
                () -> table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false)));
    }
}
