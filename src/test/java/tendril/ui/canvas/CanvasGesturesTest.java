package tendril.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tendril.graph.Moves;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.picture.scene.Camera;
import tendril.session.CaseSession;
import tendril.settings.CanvasSettings;
import tendril.ui.FxPulse;
import tendril.ui.InventedSource;
import tendril.ui.PracticeCase;

/** What hands do on the canvas, event by event. */
@ExtendWith(ApplicationExtension.class)
// The toolkit fills the fields before the first test.
@SuppressWarnings("NullAway.Init")
class CanvasGesturesTest {
    private static final Indicator LEFT = new Indicator(IndicatorType.DOMAIN, "left.example");
    private static final Indicator RIGHT = new Indicator(IndicatorType.DOMAIN, "right.example");
    private static final Indicator BELOW = new Indicator(IndicatorType.DOMAIN, "below.example");

    /** The middle of the view. */
    private static final double X = 400;

    private static final double Y = 300;

    private final Asked actions = new Asked();
    private final CanvasViewModel model = new CanvasViewModel();
    private GraphCanvas canvas;

    @Start
    void open(Stage stage) {
        CaseSession session = PracticeCase.open(new InventedSource(), new ArrayDeque<Runnable>()::add, Runnable::run);
        session.edits()
                .add(
                        List.of(LEFT, RIGHT, BELOW),
                        List.of(
                                new Placement(LEFT, -100, 0),
                                new Placement(RIGHT, 100, 0),
                                new Placement(BELOW, 0, 200)));
        session.edits().link(LEFT, RIGHT, "points to");
        model.show(session.graph());
        canvas = new GraphCanvas(
                model, actions, new FxPulse(), Thread.ofPlatform().daemon().factory());
        // The window is that of the tests before, and keeps their size.
        canvas.setMinSize(2 * X, 2 * Y);
        canvas.setMaxSize(2 * X, 2 * Y);
        StackPane.setAlignment(canvas, Pos.TOP_LEFT);
        stage.setScene(new Scene(new StackPane(canvas), 2 * X, 2 * Y));
        stage.show();
        model.look(new Camera(0, 0, 1, 2 * X, 2 * Y));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(canvas::close);
    }

    @Test
    void middleRightAndSpacePan(FxRobot robot) {
        robot.interact(() -> {
            drag(MouseButton.MIDDLE, X, Y + 50, X + 30, Y + 70);
            assertThat(model.camera().get().toViewX(0)).isCloseTo(X + 30, within(1e-9));
            assertThat(model.camera().get().toViewY(0)).isCloseTo(Y + 20, within(1e-9));

            drag(MouseButton.SECONDARY, X, Y + 50, X - 30, Y + 30);
            assertThat(model.camera().get().toViewX(0)).isCloseTo(X, within(1e-9));
            assertThat(actions.said).as("a menu").isEmpty();

            key(KeyEvent.KEY_PRESSED, KeyCode.SPACE);
            drag(MouseButton.PRIMARY, X - 100, Y, X - 90, Y);
            key(KeyEvent.KEY_RELEASED, KeyCode.SPACE);
            assertThat(model.camera().get().toViewX(0)).isCloseTo(X + 10, within(1e-9));
            assertThat(model.selection().get().isEmpty()).isTrue();
            assertThat(actions.said).isEmpty();
        });
    }

    @Test
    void theWheelZoomsAtThePointer(FxRobot robot) {
        robot.interact(() -> {
            scroll(120, 80, 0, 40);
            assertThat(model.camera().get().zoom()).isCloseTo(1.2, within(1e-9));
            assertThat(model.camera().get().toViewX(120 - X)).isCloseTo(120, within(1e-9));
            assertThat(model.camera().get().toViewY(80 - Y)).isCloseTo(80, within(1e-9));

            scroll(120, 80, 0, -40);
            assertThat(model.camera().get().zoom()).isCloseTo(1, within(1e-9));
        });
    }

    @Test
    void twoFingersPanAndAPinchZooms(FxRobot robot) {
        robot.interact(() -> {
            Event.fireEvent(canvas, scrollEvent(ScrollEvent.SCROLL_STARTED, X, Y, 0, 0));
            scroll(X, Y, -25, 15);
            Event.fireEvent(canvas, scrollEvent(ScrollEvent.SCROLL_FINISHED, X, Y, 0, 0));
            assertThat(model.camera().get().zoom()).isEqualTo(1);
            assertThat(model.camera().get().toViewX(0)).isCloseTo(X - 25, within(1e-9));
            assertThat(model.camera().get().toViewY(0)).isCloseTo(Y + 15, within(1e-9));

            Event.fireEvent(
                    canvas,
                    new ZoomEvent(
                            ZoomEvent.ZOOM,
                            200,
                            100,
                            200,
                            100,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            1.5,
                            1.5,
                            null));
            assertThat(model.camera().get().zoom()).isEqualTo(1.5);
            assertThat(model.camera().get().toViewX(200 - X + 25)).isCloseTo(200, within(1e-9));
        });
    }

    @Test
    void whoWantsItPansWithTheWheel(FxRobot robot) {
        robot.interact(() -> {
            CanvasSettings usual = CanvasSettings.DEFAULT;
            canvas.choicesProperty().set(usual.withScrollPans(true));
            scroll(X, Y, 0, 40);
            assertThat(model.camera().get().zoom()).isEqualTo(1);
            assertThat(model.camera().get().toViewY(0)).isCloseTo(Y + 40, within(1e-9));
        });
    }

    @Test
    void draggingOnEmptyCanvasSelectsAndWithShiftAdds(FxRobot robot) {
        robot.interact(() -> {
            drag(MouseButton.PRIMARY, 250, 250, 350, 350);
            assertThat(model.selection().get().entities()).containsExactly(LEFT);

            held = Held.SHIFT;
            drag(MouseButton.PRIMARY, 450, 250, 550, 350);
            assertThat(model.selection().get().entities()).containsExactlyInAnyOrder(LEFT, RIGHT);

            click(X, Y + 200);
            assertThat(model.selection().get().entities()).containsExactlyInAnyOrder(LEFT, RIGHT, BELOW);
            held = Held.CONTROL;
            click(X - 100, Y);
            assertThat(model.selection().get().entities()).containsExactlyInAnyOrder(RIGHT, BELOW);
        });
    }

    @Test
    void withAltADragIsALassoAndAClickPins(FxRobot robot) {
        robot.interact(() -> {
            held = Held.ALT;
            mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 250, 250);
            for (double[] corner : new double[][] {{560, 250}, {560, 350}, {250, 350}}) {
                mouse(MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, corner[0], corner[1]);
            }
            mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, 250, 350);
            assertThat(model.selection().get().entities()).containsExactlyInAnyOrder(LEFT, RIGHT);

            click(X, Y + 200);
            assertThat(actions.said).containsExactly("pin");
            assertThat(model.selection().get().entities()).containsExactly(BELOW);
        });
    }

    @Test
    void anAltThatWasForTheMouseIsNoKeyForTheMenuBar(FxRobot robot) {
        List<KeyCode> reached = new ArrayList<>();
        robot.interact(() -> {
            canvas.getScene().addEventHandler(KeyEvent.KEY_RELEASED, event -> reached.add(event.getCode()));
            key(KeyEvent.KEY_PRESSED, KeyCode.ALT);
            held = Held.ALT;
            click(X - 100, Y);
            key(KeyEvent.KEY_RELEASED, KeyCode.ALT);
            assertThat(reached).isEmpty();

            key(KeyEvent.KEY_PRESSED, KeyCode.ALT);
            key(KeyEvent.KEY_RELEASED, KeyCode.ALT);
            assertThat(reached).containsExactly(KeyCode.ALT);
        });
    }

    @Test
    void arrowKeysWalkAlongLinks(FxRobot robot) {
        robot.interact(() -> {
            click(X - 100, Y);
            key(KeyEvent.KEY_PRESSED, KeyCode.RIGHT);
            assertThat(model.selection().get().entities()).containsExactly(RIGHT);

            key(KeyEvent.KEY_PRESSED, KeyCode.LEFT);
            assertThat(model.selection().get().entities()).containsExactly(LEFT);
        });
    }

    @Test
    void aNodeIsDraggedAndEscapePutsItBack(FxRobot robot) {
        robot.interact(() -> {
            drag(MouseButton.PRIMARY, X - 100, Y, X - 60, Y - 40);
            assertThat(actions.said).containsExactly("place");

            mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, X + 100, Y);
            mouse(MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, X + 150, Y);
            key(KeyEvent.KEY_PRESSED, KeyCode.ESCAPE);
            mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, X + 150, Y);
            assertThat(actions.said).containsExactly("place");
            assertThat(model.nodeAt(X + 100, Y)).isPresent();
        });
    }

    @Test
    void whoWantsLessMotionIsThereAtOnce(FxRobot robot) {
        robot.interact(() -> {
            canvas.reducedMotionProperty().set(true);
            canvas.zoomBy(2);
            assertThat(model.camera().get().zoom()).isEqualTo(2);
        });
    }

    private enum Held {
        NOTHING,
        SHIFT,
        CONTROL,
        ALT
    }

    private Held held = Held.NOTHING;

    private void drag(MouseButton button, double fromX, double fromY, double toX, double toY) {
        mouse(MouseEvent.MOUSE_PRESSED, button, fromX, fromY);
        mouse(MouseEvent.MOUSE_DRAGGED, button, (fromX + toX) / 2, (fromY + toY) / 2);
        mouse(MouseEvent.MOUSE_DRAGGED, button, toX, toY);
        mouse(MouseEvent.MOUSE_RELEASED, button, toX, toY);
    }

    private void click(double x, double y) {
        mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, x, y);
        mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, x, y);
    }

    private void mouse(EventType<MouseEvent> type, MouseButton button, double x, double y) {
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                canvas,
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        button,
                        1,
                        held == Held.SHIFT,
                        held == Held.CONTROL,
                        held == Held.ALT,
                        false,
                        down && button == MouseButton.PRIMARY,
                        down && button == MouseButton.MIDDLE,
                        down && button == MouseButton.SECONDARY,
                        false,
                        false,
                        true,
                        null));
    }

    private void key(EventType<KeyEvent> type, KeyCode code) {
        Event.fireEvent(canvas, new KeyEvent(type, "", "", code, false, false, false, false));
    }

    private void scroll(double x, double y, double dx, double dy) {
        Event.fireEvent(canvas, scrollEvent(ScrollEvent.SCROLL, x, y, dx, dy));
    }

    private static ScrollEvent scrollEvent(EventType<ScrollEvent> type, double x, double y, double dx, double dy) {
        return new ScrollEvent(
                type,
                x,
                y,
                x,
                y,
                false,
                false,
                false,
                false,
                false,
                false,
                dx,
                dy,
                dx,
                dy,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    /** What the canvas asked of the window. */
    private static final class Asked implements CanvasActions {
        private final List<String> said = new ArrayList<>();

        @Override
        public void expand(List<Indicator> entities) {
            said.add("expand");
        }

        @Override
        public void place(Moves moves) {
            said.add("place");
        }

        @Override
        public void link(Indicator from, Indicator to, double viewX, double viewY) {
            said.add("link");
        }

        @Override
        public void addToCollection(long id, List<Indicator> entities) {
            said.add("collect");
        }

        @Override
        public void togglePin() {
            said.add("pin");
        }

        @Override
        public void openCollection(long id) {
            said.add("open");
        }

        @Override
        public void showEvidence() {
            said.add("evidence");
        }

        @Override
        public void showMenu(double viewX, double viewY) {
            said.add("menu");
        }

        @Override
        public void typed(String text, double viewX, double viewY) {
            said.add("typed");
        }
    }
}
