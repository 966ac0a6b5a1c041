package tendril.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.ui.canvas.Selection;

/** What a person does in the window from the first indicator on. */
class WindowWalkTest extends WindowWalk {
    private static final Indicator EMAIL = new Indicator(IndicatorType.EMAIL, "ana@mail.example");

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
    void escapeInFullScreenLetsGoOfTheSelectionAndF11OfFullScreen(FxRobot robot) throws Exception {
        robot.interact(() -> {
            model.add(List.of(EMAIL));
            window.canvas().requestFocus();
        });
        robot.push(KeyCode.F11);
        await(() -> stage(robot).isFullScreen());
        await(() -> robot.lookup("Full screen. F11 leaves it.").tryQuery().isPresent());

        robot.push(KeyCode.ESCAPE);
        await(() -> model.canvas().selection().get().isEmpty());
        assertThat(stage(robot).isFullScreen()).isTrue();

        robot.push(KeyCode.F11);
        await(() -> !stage(robot).isFullScreen());
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

    private static Stage stage(FxRobot robot) {
        return (Stage) robot.lookup(".main-root").query().getScene().getWindow();
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
}
