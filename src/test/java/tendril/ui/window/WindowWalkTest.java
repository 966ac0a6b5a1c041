package tendril.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.settings.ColourTheme;
import tendril.ui.Appearance;
import tendril.ui.FxPulse;
import tendril.ui.PracticeWindow;
import tendril.ui.canvas.Selection;
import tendril.ui.workbench.WorkbenchViewModel;

@ExtendWith(ApplicationExtension.class)
// The toolkit fills the fields before the first test.
@SuppressWarnings("NullAway.Init")
class WindowWalkTest {
    private static final Indicator EMAIL = new Indicator(IndicatorType.EMAIL, "ana@mail.example");
    private static final long PATIENCE_S = 10;

    private MainWindow window;
    private WorkbenchViewModel model;

    @Start
    void open(Stage stage) {
        Appearance.loadFonts();
        window = PracticeWindow.window(stage, new FxPulse(), Runnable::run, ColourTheme.DARK);
        model = window.model();
        window.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void typeOnTheEmptyCanvasExpandByDoubleClickUndoByKey(FxRobot robot) throws Exception {
        robot.write("ana@mail.example").push(KeyCode.ENTER);
        await(() -> model.entities().get() == 1);
        assertThat(model.canvas().selection().get()).isEqualTo(Selection.of(List.of(EMAIL)));

        Point2D at = onScreen(EMAIL);
        robot.doubleClickOn(at, MouseButton.PRIMARY);
        await(() -> model.entities().get() > 1);

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> model.entities().get() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        await(() -> model.entities().get() > 1);
    }

    @Test
    void aDragMovesOneNodeAndIsOneStep(FxRobot robot) throws Exception {
        robot.interact(() -> model.add(List.of(EMAIL)));
        robot.interact(window.canvas()::fitAtOnce);
        Point2D at = onScreen(EMAIL);

        robot.drag(at, MouseButton.PRIMARY).dropTo(at.add(120, 60));

        await(() -> model.undoName().get().equals("Undo Moved ana@mail.example"));
    }

    @Test
    void oneKeyGoesFromTheCanvasToEveryPaneAndBack(FxRobot robot) {
        robot.interact(() -> {
            model.add(List.of(EMAIL));
            window.canvas().requestFocus();
        });
        robot.push(KeyCode.F6);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(owner(robot).getStyleClass()).contains("inspector");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Q).push(KeyCode.F6);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(owner(robot).getStyleClass()).contains("dock");
        robot.push(KeyCode.F6);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(owner(robot)).isSameAs(window.canvas());
    }

    @Test
    void whatComesOutsideTheViewIsToldAndOneClickLeadsThere(FxRobot robot) throws Exception {
        robot.interact(() -> {
            model.add(List.of(EMAIL));
            model.canvas().look(model.canvas().camera().get().centeredOn(100_000, 0));
            model.add(List.of(new Indicator(IndicatorType.DOMAIN, "evil.example")));
            model.canvas().look(model.canvas().camera().get().centeredOn(-100_000, 0));
        });
        await(() -> robot.lookup("#status-beyond")
                .tryQuery()
                .filter(Node::isVisible)
                .isPresent());

        robot.clickOn("#status-beyond");

        await(() -> robot.lookup("#status-beyond")
                .tryQuery()
                .filter(Node::isVisible)
                .isEmpty());
    }

    private static Node owner(FxRobot robot) {
        return robot.lookup(".main-root").query().getScene().getFocusOwner();
    }

    @Test
    void theMenuOfANodeIsSearchedByTyping(FxRobot robot) throws Exception {
        robot.interact(() -> model.add(List.of(EMAIL)));
        robot.interact(window.canvas()::fitAtOnce);

        robot.clickOn(onScreen(EMAIL), MouseButton.SECONDARY);
        await(() -> robot.lookup("#pivot-search").tryQuery().isPresent());
        robot.write("to domains").push(KeyCode.ENTER);

        await(() -> model.entities().get() > 1);
        assertThat(model.undoName().get()).contains("To domains");
    }

    @Test
    void twoSelectedAreLinkedAndANoteIsWrittenByKeyOnly(FxRobot robot) throws Exception {
        Indicator other = new Indicator(IndicatorType.DOMAIN, "evil.example");
        robot.interact(() -> {
            model.add(List.of(EMAIL, other));
            window.canvas().requestFocus();
        });
        robot.push(KeyCode.CONTROL, KeyCode.K);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("paid for").push(KeyCode.ENTER);
        await(() -> model.links().get() == 1);
        assertThat(model.session().graph().links().findFirst().orElseThrow())
                .satisfies(link -> assertThat(link.isDrawnByAnalyst()).isTrue())
                .satisfies(link -> assertThat(link.key().label()).isEqualTo("paid for"));

        robot.interact(() -> model.canvas().select(Selection.of(List.of(EMAIL))));
        robot.push(KeyCode.F2);
        robot.write("met in 2014").push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> model.session().graph().entity(EMAIL).orElseThrow().note().equals("met in 2014"));
    }

    @Test
    void nonsenseIsAnsweredInPlace(FxRobot robot) throws Exception {
        robot.write("0177.0.0.1").push(KeyCode.ENTER);

        Optional<Node> hint = robot.lookup("#quick-add-hint").tryQuery();
        assertThat(hint).isPresent();
        await(() -> hint.orElseThrow().isVisible());
        assertThat(model.entities().get()).isZero();
    }

    private Point2D onScreen(Indicator indicator) {
        WaitForAsyncUtils.waitForFxEvents();
        var canvas = model.canvas();
        int slot = canvas.nodes().slotOf(indicator).orElseThrow();
        var scene = canvas.scene().get();
        var camera = canvas.camera().get();
        return window.canvas().localToScreen(camera.toViewX(scene.x(slot)), camera.toViewY(scene.y(slot)));
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
