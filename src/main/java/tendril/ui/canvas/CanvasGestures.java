package tendril.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import tendril.graph.Placement;
import tendril.picture.Bounds;
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
    private Drag drag = new Drag.None();
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean spaceHeld;

    /** What the held button is doing. */
    private sealed interface Drag {
        /** No button is held. */
        record None() implements Drag {}

        /**
         * Held, and not moved far enough to tell.
         *
         * @param onNode whether it went down on a node
         * @param pans   whether moving will pan
         */
        record Pressed(boolean onNode, boolean pans, boolean lassoes) implements Drag {}

        record Panning() implements Drag {}

        record Moving(NodeMove move) implements Drag {}

        record Banding(Selection before) implements Drag {}

        record Lassoing(Selection before, List<Double> corners) implements Drag {}
    }

    CanvasGestures(GraphCanvas canvas, CanvasViewModel model, CanvasActions actions, CanvasOverlay overlay) {
        this.canvas = canvas;
        this.model = model;
        this.actions = actions;
        this.overlay = overlay;
    }

    void install() {
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> model.point(event.getX(), event.getY()));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> model.pointNowhere());
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        canvas.addEventHandler(ZoomEvent.ZOOM, event -> {
            canvas.zoomAt(event.getX(), event.getY(), event.getZoomFactor());
            event.consume();
        });
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                spaceHeld = false;
                canvas.setCursor(Cursor.DEFAULT);
            }
        });
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && !event.isShortcutDown()) {
            spaceHeld = true;
            canvas.setCursor(Cursor.OPEN_HAND);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !(drag instanceof Drag.None)) {
            callOff();
            event.consume();
        }
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        pressX = lastX = event.getX();
        pressY = lastY = event.getY();
        OptionalInt node = model.nodeAt(pressX, pressY);
        boolean left = event.getButton() == MouseButton.PRIMARY;
        boolean lassoes = left && event.isAltDown();
        boolean pans = !left
                || spaceHeld
                || (node.isEmpty()
                        && !lassoes
                        && canvas.mouseProperty().get() == MouseMode.PAN
                        && !event.isShiftDown());
        drag = new Drag.Pressed(node.isPresent(), pans, lassoes);
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
            case Drag.Moving moving -> moving.move().by(event.getX() - pressX, event.getY() - pressY);
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
        boolean selected = node.isPresent()
                && model.nodes()
                        .itemAt(node.getAsInt())
                        .filter(model.selection().get()::contains)
                        .isPresent();
        if (!selected) {
            model.click(pressX, pressY, event.isShiftDown() || event.isShortcutDown());
        }
        canvas.setCursor(Cursor.MOVE);
        return new Drag.Moving(model.beginMove());
    }

    private void band(Drag.Banding banding, MouseEvent event) {
        Bounds view = Bounds.between(pressX, pressY, event.getX(), event.getY());
        overlay.showBand(view);
        model.selectIn(view, banding.before());
    }

    private void released(MouseEvent event) {
        Drag ended = drag;
        drag = new Drag.None();
        canvas.setCursor(spaceHeld ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        overlay.hideBands();
        switch (ended) {
            case Drag.None none -> {}
            case Drag.Panning panning -> {}
            case Drag.Banding banding -> {}
            case Drag.Pressed click -> clicked(event);
            case Drag.Moving moving -> {
                List<Placement> places = moving.move().places();
                if (!places.isEmpty()) {
                    actions.place(places);
                }
            }
            case Drag.Lassoing lassoing -> lasso(lassoing);
        }
        event.consume();
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
            if (event.getClickCount() == 2 && !event.isShortcutDown() && !event.isShiftDown()) {
                openAt(x, y);
            } else {
                model.click(x, y, event.isShiftDown() || event.isShortcutDown());
            }
        }
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
        if (event.getTouchCount() > 0 || (event.isDirect() && !event.isShortcutDown())) {
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
        overlay.hideBands();
        canvas.setCursor(Cursor.DEFAULT);
    }
}
