package tendril.ui.canvas;

import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import tendril.picture.ink.Look;
import tendril.picture.paint.PaintLoop;
import tendril.picture.scene.Bounds;
import tendril.picture.scene.Camera;
import tendril.ui.FxPulse;

/**
 * The whole graph in a corner of the canvas, with a frame around what is in view. Dragging the frame moves the view, and
 * a click leads there. Painted on a thread of its own, a little after the graph has changed. Confined to the FX thread.
 */
final class OverviewMap extends Region implements AutoCloseable {
    static final double WIDTH_PX = 208;
    static final double HEIGHT_PX = 138;

    private static final double MARGIN_PX = 8;
    private static final double FRAME_PX_MIN = 6;
    private static final double NOTCH_FACTOR = 1.2;

    /** How much of the view an arrow key moves it by. */
    private static final double KEY_STEP_PART = 0.2;

    /** So long after a change it is painted again: a map need not follow every frame of a drag. */
    private static final Duration DELAY = Duration.millis(140);

    private final CanvasViewModel model;
    private final Supplier<Look> look;
    private final PictureShow picture;
    private final Rectangle frame = new Rectangle();
    private final PaintLoop painter;
    private final PauseTransition delay = new PauseTransition(DELAY);
    private Camera camera = Camera.ofSize(WIDTH_PX, HEIGHT_PX);

    OverviewMap(CanvasViewModel model, Supplier<Look> look, FxPulse pulse, ThreadFactory threads) {
        this.model = model;
        this.look = () -> look.get().withLabels(false).withGridStep(0);
        getStyleClass().add("overview-map");
        setManaged(false);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Overview of the whole graph");
        setAccessibleHelp("Arrow keys move the view, plus and minus zoom it.");
        setFocusTraversable(true);
        Runnable take = () -> picture().changed();
        painter = new PaintLoop(threads, System::nanoTime, () -> pulse.execute(take));
        picture = new PictureShow(painter::take, () -> camera, this.look);
        frame.getStyleClass().add("overview-frame");
        frame.setMouseTransparent(true);
        var inside = new Group(picture, frame);
        inside.setManaged(false);
        inside.setMouseTransparent(true);
        inside.setClip(new Rectangle(1, 1, WIDTH_PX - 2, HEIGHT_PX - 2));
        getChildren().add(inside);
        setCursor(Cursor.HAND);
        delay.setOnFinished(event -> paint());
        model.scene().addListener((property, before, now) -> later());
        model.camera().addListener((property, before, now) -> moveFrame());
        visibleProperty().addListener((property, before, now) -> paint());
        addEventHandler(MouseEvent.MOUSE_ENTERED, event -> model.pointNowhere());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::lead);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::lead);
        addEventHandler(MouseEvent.MOUSE_RELEASED, MouseEvent::consume);
        addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        addEventHandler(MouseEvent.MOUSE_MOVED, MouseEvent::consume);
        addEventHandler(ScrollEvent.SCROLL, this::zoom);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private PictureShow picture() {
        return picture;
    }

    private void later() {
        if (isVisible()) {
            delay.play();
        }
    }

    /** Paints the whole graph as it is now. */
    void paint() {
        if (!isVisible()) {
            return;
        }
        Bounds world = model.scene().get().bounds().orElse(new Bounds(-1, -1, 1, 1));
        camera = Camera.ofSize(WIDTH_PX, HEIGHT_PX).fitting(world, MARGIN_PX);
        painter.request(model.scene().get(), camera, look.get());
        picture.changed();
        moveFrame();
    }

    private void moveFrame() {
        Bounds seen = model.camera().get().seen();
        double left = camera.toViewX(seen.left());
        double top = camera.toViewY(seen.top());
        double width = Math.max(FRAME_PX_MIN, camera.toViewX(seen.right()) - left);
        double height = Math.max(FRAME_PX_MIN, camera.toViewY(seen.bottom()) - top);
        frame.setX(left);
        frame.setY(top);
        frame.setWidth(width);
        frame.setHeight(height);
    }

    private void lead(MouseEvent event) {
        model.look(model.camera().get().centeredOn(camera.toWorldX(event.getX()), camera.toWorldY(event.getY())));
        event.consume();
    }

    private void pressed(KeyEvent event) {
        Camera seen = model.camera().get();
        double step = KEY_STEP_PART * Math.min(seen.width(), seen.height());
        Camera next = switch (event.getCode()) {
            case LEFT -> seen.pannedBy(step, 0);
            case RIGHT -> seen.pannedBy(-step, 0);
            case UP -> seen.pannedBy(0, step);
            case DOWN -> seen.pannedBy(0, -step);
            case PLUS, ADD, EQUALS -> seen.zoomedAt(seen.width() / 2, seen.height() / 2, NOTCH_FACTOR);
            case MINUS, SUBTRACT -> seen.zoomedAt(seen.width() / 2, seen.height() / 2, 1 / NOTCH_FACTOR);
            default -> seen;
        };
        if (next != seen) {
            model.look(next);
            event.consume();
        }
    }

    private void zoom(ScrollEvent event) {
        Camera seen = model.camera().get();
        double factor = Math.pow(NOTCH_FACTOR, event.getDeltaY() / 40);
        model.look(seen.zoomedAt(seen.width() / 2, seen.height() / 2, factor));
        event.consume();
    }

    @Override
    public void close() {
        painter.close();
    }
}
