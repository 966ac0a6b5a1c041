package tendril.ui.canvas;

import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import tendril.picture.ink.Look;
import tendril.picture.ink.Theme;
import tendril.picture.paint.PaintLoop;
import tendril.picture.scene.Camera;
import tendril.picture.scene.Scene;
import tendril.settings.CanvasSettings;
import tendril.settings.CaseView;
import tendril.settings.ColourTheme;
import tendril.settings.MouseMode;
import tendril.ui.FxPulse;

/**
 * The picture of a case in the window. The painter's thread makes the picture; this shows it, keeps it under the
 * pointer while the true one is on its way, and puts hover, selection rectangle and lasso on top. Confined to the FX
 * thread.
 */
public final class GraphCanvas extends Region implements AutoCloseable {
    private static final double EDGE_PX = 14;

    private final CanvasViewModel model;
    private final PictureShow picture;
    private final CanvasOverlay overlay;
    private final PaintLoop painter;
    private final CameraFlight flight;
    private final CanvasGestures gestures;
    private final OverviewMap map;
    private final LegendView legend;
    private Optional<Point2D> pointer = Optional.empty();
    private final ObjectProperty<ColourTheme> theme = new SimpleObjectProperty<>(this, "theme", ColourTheme.DARK);
    private final ObjectProperty<MouseMode> mouse = new SimpleObjectProperty<>(this, "mouse", MouseMode.SELECT);
    private final ObjectProperty<CanvasSettings> choices =
            new SimpleObjectProperty<>(this, "choices", CanvasSettings.DEFAULT);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion");
    private final ChangeListener<Scene> onScene = (property, before, now) -> requestPicture();
    private final ChangeListener<Camera> onCamera = (property, before, now) -> cameraMoved();

    public GraphCanvas(CanvasViewModel model, CanvasActions actions, FxPulse pulse, ThreadFactory threads) {
        this.model = model;
        overlay = new CanvasOverlay(model, this::look);
        flight = new CameraFlight(model);
        Runnable takeFrame = () -> picture().changed();
        painter = new PaintLoop(threads, System::nanoTime, () -> pulse.execute(takeFrame));
        picture = new PictureShow(painter::take, model.camera()::get, this::look);
        getStyleClass().add("graph-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleRoleDescription("Graph canvas");
        Runnable speak =
                () -> setAccessibleText(SpokenSelection.of(model.selection().get(), model.graph()));
        model.selection().addListener((property, before, now) -> speak.run());
        speak.run();
        var card = new HoverCard(model);
        addEventFilter(MouseEvent.MOUSE_MOVED, event -> {
            card.follow(event.getX(), event.getY());
            pointer = Optional.of(new Point2D(event.getX(), event.getY()));
        });
        addEventFilter(MouseEvent.MOUSE_EXITED, event -> pointer = Optional.empty());
        map = new OverviewMap(model, this::look, pulse, threads);
        legend = new LegendView(model, this::look);
        map.setVisible(false);
        getChildren().addAll(picture, overlay.node(), map, legend, card);
        clipToBounds();
        model.scene().addListener(onScene);
        model.camera().addListener(onCamera);
        theme.addListener((property, before, now) -> lookChanged());
        choices.addListener((property, before, now) -> lookChanged());
        model.scene().addListener((property, before, now) -> showExtras());
        gestures = new CanvasGestures(this, model, actions, overlay);
        gestures.install();
        new CanvasKeys(this, model, actions).install();
    }

    public ObjectProperty<ColourTheme> themeProperty() {
        return theme;
    }

    /** What dragging on empty canvas does. */
    public ObjectProperty<MouseMode> mouseProperty() {
        return mouse;
    }

    /** What is seen besides the graph, and how the canvas answers to the hand. */
    public ObjectProperty<CanvasSettings> choicesProperty() {
        return choices;
    }

    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** Where a place of the graph is seen, in the coordinates of this node. */
    public Point2D seenAt(double worldX, double worldY) {
        Camera now = model.camera().get();
        return new Point2D(now.toViewX(worldX), now.toViewY(worldY));
    }

    public void fit() {
        flight.to(model.fitted(), !reducedMotion.get());
    }

    public void fitSelection() {
        flight.to(model.fittedToSelection(), !reducedMotion.get());
    }

    /** The next drag draws a lasso, wherever it begins. */
    public void lassoNext() {
        gestures.lassoNext();
    }

    /** One pixel a world unit, the middle stays. */
    public void zoomToWhole() {
        Camera now = model.camera().get();
        flight.to(new Camera(now.centerX(), now.centerY(), 1, now.width(), now.height()), !reducedMotion.get());
    }

    /** Zooms around the middle of the view. */
    public void zoomBy(double factor) {
        Camera target = flight.target();
        flight.to(target.zoomedAt(target.width() / 2, target.height() / 2, factor), !reducedMotion.get());
    }

    /** Zooms around a point of the view, at once. */
    void zoomAt(double viewX, double viewY, double factor) {
        flight.stop();
        model.look(model.camera().get().zoomedAt(viewX, viewY, factor));
    }

    void panBy(double dx, double dy) {
        flight.stop();
        model.look(model.camera().get().pannedBy(dx, dy));
    }

    /** Moves the view so that a node is seen. */
    public void show(Camera camera) {
        flight.to(camera, !reducedMotion.get());
    }

    /** Fits everything without moving there, for a case just opened. */
    public void fitAtOnce() {
        flight.stop();
        model.look(model.fitted());
    }

    /** Shows what was in view when the case was left; all of it where nothing would be seen. */
    public void lookAtOnce(CaseView left) {
        Camera now = model.camera().get();
        model.look(new Camera(left.centerX(), left.centerY(), left.zoom(), now.width(), now.height()));
        if (!model.seesAny()) {
            fitAtOnce();
        }
    }

    /** What is in view now. */
    public CaseView view() {
        Camera now = flight.target();
        return new CaseView(now.centerX(), now.centerY(), now.zoom());
    }

    /** Where the pointer is over the canvas, or its middle. */
    Point2D pointer() {
        return pointer.orElseGet(() -> new Point2D(getWidth() / 2, getHeight() / 2));
    }

    @Override
    protected void layoutChildren() {
        boolean first = model.camera().get().width() <= 1;
        model.resize(getWidth(), getHeight());
        map.resizeRelocate(
                EDGE_PX,
                Math.max(0, getHeight() - OverviewMap.HEIGHT_PX - EDGE_PX),
                OverviewMap.WIDTH_PX,
                OverviewMap.HEIGHT_PX);
        double width = legend.prefWidth(-1);
        double height = legend.prefHeight(-1);
        legend.resizeRelocate(getWidth() - width - EDGE_PX, getHeight() - height - EDGE_PX, width, height);
        showExtras();
        if (first) {
            fitAtOnce();
        }
    }

    @Override
    public void close() {
        flight.stop();
        model.scene().removeListener(onScene);
        model.camera().removeListener(onCamera);
        painter.close();
        map.close();
    }

    private void clipToBounds() {
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    private void lookChanged() {
        requestPicture();
        showExtras();
        map.paint();
        legend.refresh();
    }

    /** Map and legend are there when they are wanted and have something to show; a map of what is all in view has not. */
    private void showExtras() {
        boolean some = model.scene().get().nodeSlots() > 0;
        map.setVisible(some && choices.get().overview() && !model.seesAll() && getWidth() > 3 * OverviewMap.WIDTH_PX);
        legend.setVisible(some && choices.get().legend());
    }

    private void cameraMoved() {
        picture.changed();
        requestPicture();
        showExtras();
    }

    private void requestPicture() {
        Camera camera = model.camera().get();
        if (camera.width() > 1 && camera.height() > 1) {
            painter.request(model.scene().get(), camera, look());
        }
    }

    private Look look() {
        Theme colours = switch (theme.get()) {
            case DARK -> DARK;
            case LIGHT -> LIGHT;
        };
        double scale = Optional.ofNullable(getScene())
                .map(javafx.scene.Scene::getWindow)
                .map(javafx.stage.Window::getOutputScaleX)
                .orElse(1.0);
        return Look.of(colours)
                .withPixelScale(scale)
                .withFadeByDate(choices.get().fadeByDate())
                .withGridStep(choices.get().grid() ? Snapping.GRID_STEP : 0);
    }

    private static final Theme DARK = Theme.ofDark();
    private static final Theme LIGHT = Theme.ofLight();

    private PictureShow picture() {
        return picture;
    }

    /** Moves the camera there over a few frames. */
    private static final class CameraFlight {
        private static final long DURATION_NS = 220_000_000;

        private final CanvasViewModel model;
        private Optional<Camera> goal = Optional.empty();
        private Camera from;
        private long startedAt;

        private final AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                step(now);
            }
        };

        CameraFlight(CanvasViewModel model) {
            this.model = model;
            from = model.camera().get();
        }

        Camera target() {
            return goal.orElse(model.camera().get());
        }

        void to(Camera camera, boolean animated) {
            if (!animated) {
                stop();
                model.look(camera);
                return;
            }
            from = model.camera().get();
            goal = Optional.of(camera);
            startedAt = 0;
            timer.start();
        }

        void stop() {
            goal = Optional.empty();
            timer.stop();
        }

        private void step(long now) {
            startedAt = startedAt == 0 ? now : startedAt;
            double part = Math.min(1, (double) (now - startedAt) / DURATION_NS);
            double eased = 1 - Math.pow(1 - part, 3);
            Camera size = model.camera().get();
            goal.ifPresent(camera -> model.look(from.toward(camera, eased).resized(size.width(), size.height())));
            if (part >= 1) {
                stop();
            }
        }
    }
}
