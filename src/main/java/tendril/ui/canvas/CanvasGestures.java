package tendril.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.stage.Window;
import tendril.graph.Moves;
import tendril.indicator.Indicator;
import tendril.picture.scene.Bounds;
import tendril.settings.CanvasSettings;
import tendril.settings.MouseMode;

/** Turns mouse and wheel on the canvas into what they mean. Confined to the FX thread. */
final class CanvasGestures {
    /** A press that moves less than this is a click, in pixels. */
    private static final double DRAG_PX_MIN = 4;

    /** Zoom factor for one notch of an ordinary wheel. */
    private static final double NOTCH_FACTOR = 1.2;

    /** What the toolkit reports for one notch, in pixels. */
    private static final double NOTCH_PX = 40;

    private final GraphCanvas canvas;
    private final CanvasViewModel model;
    private final CanvasActions actions;
    private final CanvasOverlay overlay;
    private final ObservableValue<Window> shownIn;
    private final EventHandler<KeyEvent> altFilter = this::altReleased;
    private Drag drag = new Drag.None();
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean spaceHeld;
    private boolean lassoNext;
    /** Alt was held for the mouse. */
    private boolean altWasForMouse;
    /** A wheel has no beginning and no end; fingers on a touchpad have. */
    private boolean touchpad;

    /** What the held button is doing. */
    private sealed interface Drag {
        /** No button is held. */
        record None() implements Drag {}

        /**
         * Held, and not moved far enough to tell.
         *
         * @param onNode  whether it went down on a node
         * @param pans    whether moving will pan
         * @param lassoes whether moving will draw a lasso
         * @param links   whether moving will draw a link
         */
        record Pressed(boolean onNode, boolean pans, boolean lassoes, boolean links) implements Drag {}

        record Panning() implements Drag {}

        record Moving(NodeMove move) implements Drag {}

        record Linking(int slot) implements Drag {}

        record Banding(Selection before) implements Drag {}

        record Lassoing(Selection before, List<Double> corners) implements Drag {}
    }

    CanvasGestures(GraphCanvas canvas, CanvasViewModel model, CanvasActions actions, CanvasOverlay overlay) {
        this.canvas = canvas;
        this.model = model;
        this.actions = actions;
        this.overlay = overlay;
        shownIn = canvas.sceneProperty().flatMap(Scene::windowProperty);
    }

    void install() {
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> model.point(event.getX(), event.getY()));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> model.pointNowhere());
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        canvas.addEventHandler(ScrollEvent.SCROLL_STARTED, event -> touchpad = true);
        canvas.addEventHandler(ScrollEvent.SCROLL_FINISHED, event -> touchpad = false);
        canvas.addEventHandler(ZoomEvent.ZOOM, event -> {
            canvas.zoomAt(event.getX(), event.getY(), event.getZoomFactor());
            event.consume();
        });
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
        shownIn.subscribe((before, now) -> {
            Optional.ofNullable(before).ifPresent(gone -> gone.removeEventFilter(KeyEvent.KEY_RELEASED, altFilter));
            Optional.ofNullable(now).ifPresent(seen -> seen.addEventFilter(KeyEvent.KEY_RELEASED, altFilter));
        });
    }

    /** The menu bar would take it for the key that opens it, and it looks before anything in the scene does. */
    private void altReleased(KeyEvent event) {
        if (event.getCode() == KeyCode.ALT && altWasForMouse) {
            altWasForMouse = false;
            event.consume();
        }
    }

    private void keyReleased(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            spaceHeld = false;
            canvas.setCursor(Cursor.DEFAULT);
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && !event.isShortcutDown()) {
            spaceHeld = true;
            canvas.setCursor(Cursor.OPEN_HAND);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && (lassoNext || !(drag instanceof Drag.None))) {
            callOff();
            event.consume();
        }
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        pressX = lastX = event.getX();
        pressY = lastY = event.getY();
        OptionalInt node = model.nodeAt(pressX, pressY);
        altWasForMouse |= event.isAltDown();
        boolean left = event.getButton() == MouseButton.PRIMARY;
        boolean lassoes = left && (event.isAltDown() || lassoNext);
        boolean links = left && node.isPresent() && event.isShortcutDown() && !lassoes && !spaceHeld;
        boolean pans = !left
                || spaceHeld
                || (node.isEmpty()
                        && !lassoes
                        && canvas.mouseProperty().get() == MouseMode.PAN
                        && !event.isShiftDown());
        drag = new Drag.Pressed(node.isPresent(), pans, lassoes, links);
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (drag instanceof Drag.Pressed pressed
                && Math.hypot(event.getX() - pressX, event.getY() - pressY) >= DRAG_PX_MIN) {
            drag = begin(pressed, event);
        }
        switch (drag) {
            case Drag.None none -> {}
            case Drag.Pressed stillClick -> {}
            case Drag.Panning panning -> canvas.panBy(event.getX() - lastX, event.getY() - lastY);
            case Drag.Moving moving -> move(moving.move(), event);
            case Drag.Linking linking -> overlay.showLink(linking.slot(), event.getX(), event.getY());
            case Drag.Banding banding -> band(banding, event);
            case Drag.Lassoing lassoing -> {
                lassoing.corners().addAll(List.of(event.getX(), event.getY()));
                overlay.showLasso(lassoing.corners());
            }
        }
        lastX = event.getX();
        lastY = event.getY();
        event.consume();
    }

    private Drag begin(Drag.Pressed pressed, MouseEvent event) {
        model.pointNowhere();
        if (pressed.pans()) {
            canvas.setCursor(Cursor.CLOSED_HAND);
            return new Drag.Panning();
        }
        Selection before = event.isShiftDown() || event.isShortcutDown()
                ? model.selection().get()
                : Selection.NONE;
        if (pressed.lassoes()) {
            return new Drag.Lassoing(before, new ArrayList<>(List.of(pressX, pressY)));
        }
        if (!pressed.onNode()) {
            return new Drag.Banding(before);
        }
        OptionalInt node = model.nodeAt(pressX, pressY);
        if (pressed.links() && node.isPresent()) {
            canvas.setCursor(Cursor.CROSSHAIR);
            return new Drag.Linking(node.getAsInt());
        }
        boolean selected = node.isPresent()
                && model.nodes()
                        .itemAt(node.getAsInt())
                        .filter(model.selection().get()::contains)
                        .isPresent();
        if (!selected) {
            model.click(pressX, pressY, event.isShiftDown() || event.isShortcutDown());
        }
        canvas.setCursor(Cursor.MOVE);
        return new Drag.Moving(model.beginMove(node.orElse(-1)));
    }

    private void move(NodeMove move, MouseEvent event) {
        CanvasSettings choices = canvas.choicesProperty().get();
        Snapping.Spot spot = move.by(
                event.getX() - pressX,
                event.getY() - pressY,
                new NodeMove.Help(choices.guides(), choices.grid(), event.isShiftDown()));
        overlay.showGuides(spot.column(), spot.row());
        overlay.showTarget(event.isShiftDown() ? model.collectionAt(event.getX(), event.getY()) : Optional.empty());
    }

    private void band(Drag.Banding banding, MouseEvent event) {
        Bounds view = Bounds.between(pressX, pressY, event.getX(), event.getY());
        overlay.showBand(view);
        model.selectIn(view, banding.before());
    }

    private void released(MouseEvent event) {
        Drag ended = drag;
        drag = new Drag.None();
        lassoNext = false;
        canvas.setCursor(spaceHeld ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        overlay.hideBands();
        switch (ended) {
            case Drag.None none -> {}
            case Drag.Panning panning -> {}
            case Drag.Banding banding -> {}
            case Drag.Pressed click -> clicked(event);
            case Drag.Linking linking -> link(linking, event);
            case Drag.Moving moving -> drop(moving.move(), event);
            case Drag.Lassoing lassoing -> lasso(lassoing);
        }
        event.consume();
    }

    /** On a collection, with Shift held, nodes go inside; anywhere else they stay where they are. */
    private void drop(NodeMove move, MouseEvent event) {
        Optional<Long> target = event.isShiftDown() ? model.collectionAt(event.getX(), event.getY()) : Optional.empty();
        List<Indicator> entities = List.copyOf(model.selection().get().entities());
        if (target.isPresent() && !entities.isEmpty()) {
            move.cancel();
            actions.addToCollection(target.get(), entities);
            return;
        }
        Moves moves = move.moves();
        if (!moves.isEmpty()) {
            actions.place(moves);
        }
    }

    private void link(Drag.Linking linking, MouseEvent event) {
        OptionalInt target = model.nodeAt(event.getX(), event.getY());
        if (target.isEmpty()) {
            return;
        }
        Optional<CanvasItem> from = model.nodes().itemAt(linking.slot());
        Optional<CanvasItem> to = model.nodes().itemAt(target.getAsInt());
        if (from.isPresent()
                && to.isPresent()
                && from.get() instanceof CanvasItem.OfEntity start
                && to.get() instanceof CanvasItem.OfEntity end
                && !start.equals(end)) {
            actions.link(start.indicator(), end.indicator(), event.getX(), event.getY());
        }
    }

    /** The next drag draws a lasso, wherever it begins. */
    void lassoNext() {
        lassoNext = true;
        canvas.setCursor(Cursor.CROSSHAIR);
    }

    private void lasso(Drag.Lassoing lassoing) {
        List<Double> corners = lassoing.corners();
        int count = corners.size() / 2;
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = corners.get(2 * i);
            ys[i] = corners.get(2 * i + 1);
        }
        model.selectIn(xs, ys, lassoing.before());
    }

    private void clicked(MouseEvent event) {
        double x = event.getX();
        double y = event.getY();
        if (event.getButton() == MouseButton.SECONDARY) {
            boolean onSelected = hitItemIsSelected(x, y);
            if (!onSelected) {
                model.click(x, y, false);
            }
            model.pointNowhere();
            actions.showMenu(x, y);
        } else if (event.getButton() == MouseButton.PRIMARY && !spaceHeld) {
            if (event.isAltDown() && model.nodeAt(x, y).isPresent()) {
                pinAt(x, y);
            } else if (event.getClickCount() == 2 && !event.isShortcutDown() && !event.isShiftDown()) {
                openAt(x, y);
            } else {
                model.click(x, y, event.isShiftDown() || event.isShortcutDown());
            }
        }
    }

    private void pinAt(double x, double y) {
        if (!hitItemIsSelected(x, y)) {
            model.click(x, y, false);
        }
        actions.togglePin();
    }

    private boolean hitItemIsSelected(double x, double y) {
        OptionalInt node = model.nodeAt(x, y);
        return node.isPresent()
                && model.nodes()
                        .itemAt(node.getAsInt())
                        .filter(model.selection().get()::contains)
                        .isPresent();
    }

    private void openAt(double x, double y) {
        OptionalInt node = model.nodeAt(x, y);
        if (node.isPresent()) {
            model.nodes().itemAt(node.getAsInt()).ifPresent(item -> {
                switch (item) {
                    case CanvasItem.OfEntity of -> actions.expand(List.of(of.indicator()));
                    case CanvasItem.OfCollection of -> actions.openCollection(of.id());
                }
            });
        } else if (!model.linksAt(x, y).isEmpty()) {
            model.click(x, y, false);
            actions.showEvidence();
        }
    }

    private void scrolled(ScrollEvent event) {
        boolean byFingers = touchpad || event.getTouchCount() > 0 || event.isDirect() || event.isInertia();
        boolean pans = byFingers || canvas.choicesProperty().get().scrollPans();
        if (pans && !event.isShortcutDown()) {
            canvas.panBy(event.getDeltaX(), event.getDeltaY());
        } else if (event.getDeltaY() != 0) {
            canvas.zoomAt(event.getX(), event.getY(), Math.pow(NOTCH_FACTOR, event.getDeltaY() / NOTCH_PX));
        } else if (event.getDeltaX() != 0) {
            canvas.panBy(event.getDeltaX(), 0);
        }
        event.consume();
    }

    private void callOff() {
        if (drag instanceof Drag.Moving moving) {
            moving.move().cancel();
        } else if (drag instanceof Drag.Banding banding) {
            model.select(banding.before());
        }
        drag = new Drag.None();
        lassoNext = false;
        overlay.hideBands();
        canvas.setCursor(Cursor.DEFAULT);
    }
}
