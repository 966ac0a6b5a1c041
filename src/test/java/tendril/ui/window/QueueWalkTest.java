package tendril.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.pivot.lane.RowState;
import tendril.settings.ColourTheme;
import tendril.ui.FxPulse;
import tendril.ui.PracticeWindow;
import tendril.ui.canvas.Selection;
import tendril.ui.queue.QueueLine;

/** The queue in the real window, with a real mouse: the first request runs for ever, the others wait behind it. */
class QueueWalkTest extends WindowWalk {
    private static final int REQUESTS = 5;

    private final ArrayDeque<Runnable> answers = new ArrayDeque<>();

    @Override
    MainWindow window(Stage stage) {
        return PracticeWindow.window(stage, new FxPulse(), answers::add, ColourTheme.DARK);
    }

    @Override
    void open(Stage stage) {
        super.open(stage);
        List<Indicator> hosts =
                IntStream.range(0, REQUESTS).mapToObj(QueueWalkTest::host).toList();
        model.session().edits().add(hosts, List.of());
        model.session().expand(hosts);
    }

    @Test
    void severalLinesAreDraggedAndStaySelectedWhereTheyLand(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Q);
        await(() -> lines(robot).size() == REQUESTS);
        robot.clickOn(row(robot, 3));
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        await(() -> table(robot).getSelectionModel().getSelectedIndices().size() == 2);

        drag(robot, 4, 2);
        robot.release(MouseButton.PRIMARY);

        await(() -> order(robot).equals(List.of(0, 1, 3, 4, 2)));
        assertThat(table(robot).getSelectionModel().getSelectedIndices()).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void escapeLetsGoOfADraggedLine(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Q);
        await(() -> lines(robot).size() == REQUESTS);

        drag(robot, 4, 2);
        robot.push(KeyCode.ESCAPE);
        robot.release(MouseButton.PRIMARY);

        WaitForAsyncUtils.waitForFxEvents();
        assertThat(order(robot)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aClickShowsTheEntityAndDeleteCancelsIt(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Q);
        await(() -> lines(robot).size() == REQUESTS);

        robot.clickOn(row(robot, 3));
        await(() -> model.canvas().selection().get().entities().contains(host(3)));
        robot.push(KeyCode.DELETE);

        await(() -> model.session().queue().count(RowState.CANCELLED) == 1);
        assertThat(order(robot)).containsExactly(0, 1, 2, 4, 3);
        assertThat(model.entities().get()).as("the entity stays").isEqualTo(REQUESTS);
    }

    @Test
    void whatIsSelectedStaysSoWhileRequestsGo(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Q);
        await(() -> lines(robot).size() == REQUESTS);
        robot.clickOn(row(robot, 1)).push(KeyCode.SHIFT, KeyCode.DOWN);
        await(() -> selected(robot).equals(List.of(1, 2)));

        robot.interact(() -> answers.remove().run());
        await(() -> order(robot).equals(List.of(1, 2, 3, 4, 0)));
        assertThat(selected(robot)).containsExactly(1, 2);
        robot.interact(() -> answers.remove().run());
        await(() -> order(robot).equals(List.of(2, 3, 4, 1, 0)));
        assertThat(selected(robot)).containsExactly(1, 2);
    }

    @Test
    void oneSourceIsPausedAndResumedWhereItsHealthStands(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Q);
        await(() -> robot.lookup("#pause-invented").tryQuery().isPresent());

        robot.clickOn("#pause-invented");
        await(() -> robot.lookup("#pause-invented").queryButton().getText().equals("Resume"));
        robot.interact(() -> answers.remove().run());
        await(() -> model.session().queue().count(RowState.DONE) == 1);
        assertThat(answers).isEmpty();

        robot.clickOn("#pause-invented");
        await(() -> answers.size() == 1);
    }

    @Test
    void whatOnePersonAsksWithAKeyGoesBeforeFiveHundredInBulk(FxRobot robot) throws Exception {
        robot.interact(() -> {
            List<Indicator> many =
                    IntStream.range(100, 600).mapToObj(QueueWalkTest::host).toList();
            model.session().edits().add(many, List.of());
            model.session().expand(many);
            model.session().edits().add(List.of(host(900)), List.of());
            model.canvas().select(Selection.of(List.of(host(900))));
            window.canvas().requestFocus();
        });
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Q);

        await(() -> lines(robot).size() == REQUESTS + 501);
        assertThat(order(robot)).startsWith(0, 900, 1);
        robot.interact(() -> answers.remove().run());
        await(() -> order(robot).getFirst() == 900);
    }

    @Test
    void aWordThatBeginsWithTheLetterOfACommandLosesNoLetter(FxRobot robot) throws Exception {
        robot.interact(() -> {
            model.canvas().select(Selection.of(List.of(host(1))));
            window.canvas().requestFocus();
        });
        robot.push(KeyCode.E);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(focused()).as("one letter is the command").isNotInstanceOf(TextField.class);
        robot.push(KeyCode.V).push(KeyCode.I).push(KeyCode.L);

        await(() -> focused() instanceof TextField field && field.getText().equals("evil"));
    }

    private Object focused() {
        return window.canvas().getScene().getFocusOwner();
    }

    /** Takes one line to the upper half of another, without letting go. */
    private static void drag(FxRobot robot, int from, int to) {
        robot.moveTo(row(robot, from)).press(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveBy(0, -4).moveTo(robot.offset(row(robot, to), 0, -6));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Indicator host(int number) {
        return new Indicator(IndicatorType.DOMAIN, "host" + number + ".example");
    }

    @SuppressWarnings("unchecked")
    private static TableView<QueueLine> table(FxRobot robot) {
        return robot.lookup("#queue-table").queryAs(TableView.class);
    }

    private static List<QueueLine> lines(FxRobot robot) {
        return robot.lookup("#queue-table").tryQuery().isPresent()
                ? table(robot).getItems()
                : List.of();
    }

    private static List<Integer> order(FxRobot robot) {
        return lines(robot).stream()
                .map(line -> Integer.valueOf(line.indicator().replaceAll("\\D", "")))
                .toList();
    }

    private static List<Integer> selected(FxRobot robot) {
        return table(robot).getSelectionModel().getSelectedItems().stream()
                .map(line -> Integer.valueOf(line.indicator().replaceAll("\\D", "")))
                .sorted()
                .toList();
    }

    private static Node row(FxRobot robot, int index) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.from(table(robot))
                .lookup((Node node) -> node instanceof TableRow<?> row && row.getIndex() == index && !row.isEmpty())
                .query();
    }
}
