package tendril.ui.window;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import tendril.indicator.Indicator;
import tendril.settings.ColourTheme;
import tendril.ui.Appearance;
import tendril.ui.FxPulse;
import tendril.ui.PracticeWindow;
import tendril.ui.workbench.WorkbenchViewModel;

/** The real window over a practice case, and the hands of the person who walks through it. */
@ExtendWith(ApplicationExtension.class)
// The toolkit fills the fields before the first test.
@SuppressWarnings("NullAway.Init")
abstract class WindowWalk {
    private static final long PATIENCE_S = 10;

    MainWindow window;
    WorkbenchViewModel model;

    /** The toolkit looks for a start in the class of the test alone, so this one is made here. */
    @BeforeEach
    final void start() throws TimeoutException {
        FxToolkit.setupStage(this::open);
    }

    void open(Stage stage) {
        Appearance.loadFonts();
        window = window(stage);
        model = window.model();
        window.show();
    }

    /** The window that is walked through; every question is answered at once, unless a walk wants it otherwise. */
    MainWindow window(Stage stage) {
        return PracticeWindow.window(stage, new FxPulse(), Runnable::run, ColourTheme.DARK);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    /** Where an entity is painted, in pixels of the canvas. */
    final Point2D onCanvas(Indicator indicator) {
        WaitForAsyncUtils.waitForFxEvents();
        int slot = model.canvas().nodes().slotOf(indicator).orElseThrow();
        var scene = model.canvas().scene().get();
        return window.canvas().seenAt(scene.x(slot), scene.y(slot));
    }

    final Point2D onScreen(Indicator indicator) {
        return window.canvas().localToScreen(onCanvas(indicator));
    }

    static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What is held down besides the button of the mouse. */
    enum Held {
        NOTHING,
        CONTROL,
        ALT
    }

    /** The events of a hand that drags on the canvas, without the waiting of a robot. */
    final void drag(Point2D from, Point2D to, Held held) {
        fire(window.canvas(), MouseEvent.MOUSE_PRESSED, from, 1, held);
        fire(window.canvas(), MouseEvent.MOUSE_DRAGGED, from.midpoint(to), 1, held);
        fire(window.canvas(), MouseEvent.MOUSE_DRAGGED, to, 1, held);
        fire(window.canvas(), MouseEvent.MOUSE_RELEASED, to, 1, held);
    }

    final void doubleClick(Point2D at) {
        fire(window.canvas(), MouseEvent.MOUSE_PRESSED, at, 2, Held.NOTHING);
        fire(window.canvas(), MouseEvent.MOUSE_RELEASED, at, 2, Held.NOTHING);
    }

    static void fire(Node on, EventType<MouseEvent> type, Point2D at, int clicks, Held held) {
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Point2D inScene = on.localToScene(at);
        on.fireEvent(new MouseEvent(
                type,
                inScene.getX(),
                inScene.getY(),
                inScene.getX(),
                inScene.getY(),
                MouseButton.PRIMARY,
                clicks,
                false,
                held == Held.CONTROL,
                held == Held.ALT,
                false,
                down,
                false,
                false,
                true,
                false,
                true,
                null));
    }
}
