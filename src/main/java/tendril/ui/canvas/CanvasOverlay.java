package tendril.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Group;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;
import tendril.picture.ink.Look;
import tendril.picture.ink.Patch;
import tendril.picture.paint.Highlight;
import tendril.picture.scene.Bounds;
import tendril.picture.scene.Camera;
import tendril.picture.scene.Scene;

/** What lies over the picture and changes with the pointer: hover, selection rectangle, lasso. Never hit itself. */
final class CanvasOverlay {
    /** More neighbours than this are not outlined one by one: a ring round each of 4,000 tells nothing. */
    private static final int NEIGHBOURS_MAX = 250;

    /** More rings than this at once take longer than a frame. */
    private static final int RINGS_MAX = 1_000;

    private static final double RING_GAP_PX = 4;

    /** So long the pointer rests on something before the rest steps back. */
    private static final Duration DWELL = Duration.millis(350);

    private final CanvasViewModel model;
    private final Path links = new Path();
    private final Path rings = new Path();
    private final Path chosen = new Path();
    private final Rectangle band = new Rectangle();
    private final Polygon lasso = new Polygon();
    private final Path guides = new Path();
    private final Line drawn = new Line();
    private final Circle target = new Circle();
    private final Rectangle veil = new Rectangle();
    private final PatchView patch = new PatchView();
    private final PauseTransition dwell = new PauseTransition(DWELL);
    private final Supplier<Look> look;
    private final Highlight highlight = new Highlight();
    private final Group group = new Group(veil, patch.node(), guides, chosen, links, rings, drawn, target, band, lasso);

    CanvasOverlay(CanvasViewModel model, Supplier<Look> look) {
        this.model = model;
        this.look = look;
        veil.getStyleClass().add("hover-veil");
        dwell.setOnFinished(event -> stepBack());
        showVeil(false);
        group.setManaged(false);
        group.setMouseTransparent(true);
        links.getStyleClass().add("hover-links");
        rings.getStyleClass().add("hover-rings");
        chosen.getStyleClass().add("chosen-links");
        band.getStyleClass().add("selection-band");
        lasso.getStyleClass().add("selection-band");
        guides.getStyleClass().add("drag-guides");
        drawn.getStyleClass().add("drawn-link");
        target.getStyleClass().add("hover-rings");
        hideBands();
        model.selection().addListener((property, before, now) -> drawChosen());
        model.hover().addListener((property, before, now) -> hovered(now));
        model.camera().addListener((property, before, now) -> redraw());
        model.scene().addListener((property, before, now) -> redraw());
    }

    Group node() {
        return group;
    }

    void showBand(Bounds view) {
        band.setX(view.left());
        band.setY(view.top());
        band.setWidth(view.width());
        band.setHeight(view.height());
        band.setVisible(true);
    }

    void showLasso(List<Double> corners) {
        lasso.getPoints().setAll(corners);
        lasso.setVisible(true);
    }

    void hideBands() {
        band.setVisible(false);
        lasso.setVisible(false);
        drawn.setVisible(false);
        target.setVisible(false);
        guides.getElements().clear();
    }

    /** A line from a node to the pointer, which becomes a link when it ends on a node. */
    void showLink(int slot, double viewX, double viewY) {
        Scene scene = model.scene().get();
        Camera camera = model.camera().get();
        if (scene.hasNode(slot)) {
            drawn.setStartX(camera.toViewX(scene.x(slot)));
            drawn.setStartY(camera.toViewY(scene.y(slot)));
            drawn.setEndX(viewX);
            drawn.setEndY(viewY);
            drawn.setVisible(true);
            OptionalInt end = model.nodeAt(viewX, viewY);
            showTarget(end.isPresent() && end.getAsInt() != slot ? end : OptionalInt.empty());
        }
    }

    /** A ring around the collection that dragged nodes would go into. */
    void showTarget(Optional<Long> collection) {
        showTarget(collection
                .flatMap(id -> model.nodes().slotOf(new CanvasItem.OfCollection(id)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty()));
    }

    private void showTarget(OptionalInt node) {
        target.setVisible(node.isPresent());
        node.ifPresent(slot -> {
            Scene scene = model.scene().get();
            Camera camera = model.camera().get();
            target.setCenterX(camera.toViewX(scene.x(slot)));
            target.setCenterY(camera.toViewY(scene.y(slot)));
            target.setRadius(scene.paintedRadius(slot, camera) + RING_GAP_PX);
        });
    }

    /** Lines through the whole view along what a dragged node is level with. */
    void showGuides(OptionalDouble column, OptionalDouble row) {
        Camera camera = model.camera().get();
        guides.getElements().clear();
        column.ifPresent(worldX -> {
            double x = Math.round(camera.toViewX(worldX)) + 0.5;
            guides.getElements().addAll(new MoveTo(x, 0), new LineTo(x, camera.height()));
        });
        row.ifPresent(worldY -> {
            double y = Math.round(camera.toViewY(worldY)) + 0.5;
            guides.getElements().addAll(new MoveTo(0, y), new LineTo(camera.width(), y));
        });
    }

    private void hovered(Hover now) {
        showVeil(false);
        dwell.stop();
        if (!(now instanceof Hover.OverNothing)) {
            dwell.playFromStart();
        }
        drawHover();
    }

    private void redraw() {
        showVeil(false);
        drawChosen();
        drawHover();
    }

    private void showVeil(boolean on) {
        veil.setVisible(on);
        patch.node().setVisible(on);
        links.setVisible(!on);
        rings.setVisible(!on);
    }

    /** The pointer rests: what it rests on and what hangs on that stay, everything else steps back. */
    private void stepBack() {
        Scene scene = model.scene().get();
        Camera camera = model.camera().get();
        Optional<Patch> painted = switch (model.hover().get()) {
            case Hover.OverNothing nothing -> Optional.empty();
            case Hover.OverSeveral several -> Optional.empty();
            case Hover.OverNode over ->
                model.nodes().slotOf(over.item()).flatMap(slot -> highlight.around(scene, camera, look.get(), slot));
            case Hover.OverLinks over ->
                model.nodes()
                        .slotOfLink(over.links().getFirst())
                        .flatMap(link -> highlight.link(scene, camera, look.get(), link));
        };
        painted.ifPresent(found -> {
            patch.show(found, look.get().pixelScale());
            veil.setWidth(camera.width());
            veil.setHeight(camera.height());
            showVeil(true);
        });
    }

    private void drawHover() {
        switch (model.hover().get()) {
            case Hover.OverNothing nothing -> clear();
            case Hover.OverNode over ->
                model.nodes().slotOf(over.item()).ifPresentOrElse(slot -> drawNode(over.item(), slot), this::clear);
            case Hover.OverSeveral several -> drawSeveral(several.indicators());
            case Hover.OverLinks over -> drawLinks(over.links());
        }
    }

    /** Links that are selected: no mark of the picture says so, and nothing else would. */
    private void drawChosen() {
        List<PathElement> lines = new ArrayList<>();
        model.selection().get().links().stream()
                .limit(RINGS_MAX)
                .forEach(key ->
                        slot(key.from()).ifPresent(from -> slot(key.to()).ifPresent(to -> line(lines, from, to))));
        if (!lines.isEmpty() || !chosen.getElements().isEmpty()) {
            chosen.getElements().setAll(lines);
        }
    }

    private void clear() {
        if (!links.getElements().isEmpty() || !rings.getElements().isEmpty()) {
            links.getElements().clear();
            rings.getElements().clear();
        }
    }

    private void drawNode(CanvasItem item, int slot) {
        List<PathElement> lines = new ArrayList<>();
        List<PathElement> circles = new ArrayList<>();
        ring(circles, slot, RING_GAP_PX);
        if (item instanceof CanvasItem.OfEntity of) {
            var neighbours = model.graph().neighbours(of.indicator());
            if (neighbours.size() <= NEIGHBOURS_MAX) {
                neighbours.stream()
                        .flatMap(each -> model.nodes().slotOf(each).stream())
                        .forEach(other -> {
                            line(lines, slot, other);
                            ring(circles, other, RING_GAP_PX / 2);
                        });
            }
        }
        links.getElements().setAll(lines);
        rings.getElements().setAll(circles);
    }

    private void drawSeveral(List<Indicator> indicators) {
        List<PathElement> circles = new ArrayList<>();
        indicators.stream()
                .flatMap(each -> model.nodes().slotOf(each).stream())
                .limit(RINGS_MAX)
                .forEach(slot -> ring(circles, slot, RING_GAP_PX));
        links.getElements().clear();
        rings.getElements().setAll(circles);
    }

    private void drawLinks(List<LinkKey> keys) {
        List<PathElement> lines = new ArrayList<>();
        List<PathElement> circles = new ArrayList<>();
        keys.stream().findFirst().ifPresent(key -> {
            Optional<Integer> from = slot(key.from());
            Optional<Integer> to = slot(key.to());
            if (from.isPresent() && to.isPresent()) {
                line(lines, from.get(), to.get());
                ring(circles, from.get(), RING_GAP_PX / 2);
                ring(circles, to.get(), RING_GAP_PX / 2);
            }
        });
        links.getElements().setAll(lines);
        rings.getElements().setAll(circles);
    }

    private Optional<Integer> slot(Indicator indicator) {
        return model.nodes().slotOf(indicator);
    }

    /** A line from rim to rim. */
    private void line(List<PathElement> path, int from, int to) {
        Scene scene = model.scene().get();
        Camera camera = model.camera().get();
        double x0 = camera.toViewX(scene.x(from));
        double y0 = camera.toViewY(scene.y(from));
        double dx = camera.toViewX(scene.x(to)) - x0;
        double dy = camera.toViewY(scene.y(to)) - y0;
        double length = Math.hypot(dx, dy);
        double startAt = scene.paintedRadius(from, camera) + RING_GAP_PX;
        double endAt = length - scene.paintedRadius(to, camera) - RING_GAP_PX;
        if (endAt > startAt) {
            path.add(new MoveTo(x0 + dx * startAt / length, y0 + dy * startAt / length));
            path.add(new LineTo(x0 + dx * endAt / length, y0 + dy * endAt / length));
        }
    }

    private void ring(List<PathElement> path, int slot, double gap) {
        Scene scene = model.scene().get();
        if (!scene.hasNode(slot)) {
            return;
        }
        Camera camera = model.camera().get();
        double x = camera.toViewX(scene.x(slot));
        double y = camera.toViewY(scene.y(slot));
        double r = scene.paintedRadius(slot, camera) + gap;
        path.add(new MoveTo(x - r, y));
        path.add(new ArcTo(r, r, 0, x + r, y, true, true));
        path.add(new ArcTo(r, r, 0, x - r, y, true, true));
        path.add(new ClosePath());
    }
}
