package tendril.ui.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tendril.graph.CaseGraph;
import tendril.graph.GraphDelta;
import tendril.graph.Link;
import tendril.graph.LinkKey;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.picture.paint.HitTest;
import tendril.picture.scene.Bounds;
import tendril.picture.scene.Camera;
import tendril.picture.scene.Scene;

/** What the canvas shows: scene, camera, selection, and what is under the pointer. Confined to the case thread. */
public final class CanvasViewModel {
    private final HitTest hitTest = new HitTest();
    private final ReadOnlyObjectWrapper<Scene> scene = new ReadOnlyObjectWrapper<>(Scene.empty());
    private final ReadOnlyObjectWrapper<Camera> camera = new ReadOnlyObjectWrapper<>(Camera.ofSize(1, 1));
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.NONE);
    private final ReadOnlyObjectWrapper<Hover> hover = new ReadOnlyObjectWrapper<>(Hover.NOTHING);
    private final Framing framing = new Framing(camera::get);
    private CaseGraph graph = new CaseGraph();
    private CanvasNodes nodes = new CanvasNodes(graph);
    private final Set<LinkKey> fanned = new HashSet<>();
    private final Set<String> hiddenSources = new HashSet<>();

    /** Shows another case from now on. */
    public void show(CaseGraph shown) {
        show(shown, new CanvasNodes(shown));
    }

    /** Shows another case from now on, whose nodes are made already. */
    public void show(CaseGraph shown, CanvasNodes drawn) {
        graph = shown;
        nodes = drawn;
        fanned.clear();
        hiddenSources.clear();
        selection.set(Selection.NONE);
        hover.set(Hover.NOTHING);
        publish();
    }

    /** Takes in what a batch of facts changed. */
    public void apply(GraphDelta delta) {
        if (!delta.touchesGraph() && delta.requests().isEmpty()) {
            return;
        }
        nodes.apply(delta);
        if (!delta.entitiesRemoved().isEmpty()
                || !delta.entitiesChanged().isEmpty()
                || !delta.linksRemoved().isEmpty()
                || !delta.collections().isEmpty()) {
            dropStaleSelection();
        }
        publish();
    }

    public ReadOnlyObjectProperty<Scene> scene() {
        return scene.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Camera> camera() {
        return camera.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Selection> selection() {
        return selection.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Hover> hover() {
        return hover.getReadOnlyProperty();
    }

    public CaseGraph graph() {
        return graph;
    }

    public CanvasNodes nodes() {
        return nodes;
    }

    /** Shows the world from another camera. */
    public void look(Camera next) {
        camera.set(next);
    }

    /** The view has another size; what was in its middle stays there. */
    public void resize(double width, double height) {
        camera.set(camera.get().resized(width, height));
    }

    /** Whether every node is in view. */
    boolean seesAll() {
        Bounds seen = camera.get().seen();
        return scene.get()
                .bounds()
                .filter(world -> world.left() < seen.left()
                        || world.right() > seen.right()
                        || world.top() < seen.top()
                        || world.bottom() > seen.bottom())
                .isEmpty();
    }

    /** Whether any node is in view. */
    boolean seesAny() {
        Camera now = camera.get();
        return hitTest.nodesIn(scene.get(), now, new Bounds(0, 0, now.width(), now.height())).length > 0;
    }

    /** The camera that shows everything. */
    public Camera fitted() {
        return framing.of(scene.get().bounds())
                .orElse(Camera.ofSize(camera.get().width(), camera.get().height()));
    }

    /** The camera that shows the selection, or everything when nothing is selected. */
    public Camera fittedToSelection() {
        return framing.of(boundsOf(selectedSlots())).orElseGet(this::fitted);
    }

    /** The camera that shows these besides what is in view now. */
    public Camera widenedTo(java.util.Collection<Indicator> indicators) {
        Optional<Bounds> more = boundsOf(indicators.stream()
                .flatMap(each -> nodes.slotOf(each).stream())
                .mapToInt(Integer::intValue)
                .toArray());
        return framing.besides(more).orElse(camera.get());
    }

    /** The camera with this entity in the middle, at the zoom there is, unless it is too far away to be read. */
    public Optional<Camera> centeredOn(Indicator indicator) {
        return nodes.slotOf(indicator).map(slot -> {
            Camera now = camera.get();
            double zoom = Math.max(now.zoom(), 0.8);
            return new Camera(scene.get().x(slot), scene.get().y(slot), zoom, now.width(), now.height());
        });
    }

    /** The camera with this node in the middle, unless it is in view. */
    Optional<Camera> bringIntoView(int slot) {
        Camera now = camera.get();
        double x = scene.get().x(slot);
        double y = scene.get().y(slot);
        return now.seen().contains(x, y) ? Optional.empty() : Optional.of(now.centeredOn(x, y));
    }

    /** Whether an entity is inside the view now. */
    public boolean isSeen(Indicator indicator) {
        return nodes.slotOf(indicator)
                .filter(slot -> camera.get()
                        .seen()
                        .contains(scene.get().x(slot), scene.get().y(slot)))
                .isPresent();
    }

    public OptionalInt nodeAt(double viewX, double viewY) {
        return hitTest.nodeAt(scene.get(), camera.get(), viewX, viewY);
    }

    /** The links, one or a bundle of them, under a point of the view. */
    public List<LinkKey> linksAt(double viewX, double viewY) {
        OptionalInt hit = hitTest.linkAt(scene.get(), camera.get(), viewX, viewY, HitTest.LINK_TOLERANCE_PX);
        if (hit.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(hitTest.bundleOf(scene.get(), hit.getAsInt()))
                .mapToObj(nodes::linkAt)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /** The pointer is there now. */
    public void point(double viewX, double viewY) {
        OptionalInt node = nodeAt(viewX, viewY);
        Hover next = node.isPresent()
                ? nodes.itemAt(node.getAsInt()).<Hover>map(Hover.OverNode::new).orElse(Hover.NOTHING)
                : overLinks(linksAt(viewX, viewY));
        if (!next.equals(hover.get())) {
            hover.set(next);
        }
    }

    /** A panel points at these; what is selected stays so. */
    public void pointOut(List<Indicator> indicators) {
        hover.set(new Hover.OverSeveral(indicators));
    }

    /** The pointer is nowhere. */
    public void pointNowhere() {
        hover.set(Hover.NOTHING);
    }

    private static Hover overLinks(List<LinkKey> links) {
        return links.isEmpty() ? Hover.NOTHING : new Hover.OverLinks(links);
    }

    public void select(Selection next) {
        nodes.select(next);
        selection.set(next);
        publish();
    }

    /**
     * A click: selects what is under it, or nothing.
     *
     * @param add whether what is selected stays so, and a selected node under the click is let go
     */
    public void click(double viewX, double viewY, boolean add) {
        OptionalInt node = nodeAt(viewX, viewY);
        if (node.isPresent()) {
            Selection hit = nodes.selectionOf(new int[] {node.getAsInt()});
            select(add ? selection.get().toggled(hit) : hit);
            return;
        }
        List<LinkKey> links = linksAt(viewX, viewY);
        if (!links.isEmpty()) {
            select(Selection.ofLinks(links));
        } else if (!add && !selection.get().isEmpty()) {
            select(Selection.NONE);
        }
    }

    /** Selects the nodes in a rectangle of the view, on top of what was selected before. */
    public void selectIn(Bounds view, Selection before) {
        select(before.plus(nodes.selectionOf(hitTest.nodesIn(scene.get(), camera.get(), view))));
    }

    /** Selects the nodes in a lasso, on top of what was selected before. */
    public void selectIn(double[] viewXs, double[] viewYs, Selection before) {
        select(before.plus(nodes.selectionOf(hitTest.nodesIn(scene.get(), camera.get(), viewXs, viewYs))));
    }

    public void selectAll() {
        select(nodes.everything());
    }

    public void selectNone() {
        select(Selection.NONE);
    }

    public void invertSelection() {
        Selection now = selection.get();
        select(nodes.everything().toggled(new Selection(now.entities(), now.collections(), List.of())));
    }

    /** Those of these that are drawn, as a selection. */
    Selection drawn(java.util.Collection<Indicator> indicators) {
        return Selection.of(indicators.stream()
                .filter(indicator -> nodes.slotOf(indicator).isPresent())
                .toList());
    }

    /** The selected nodes, by slot. */
    public int[] selectedSlots() {
        IntStream entities = selection.get().entities().stream()
                .flatMap(each -> nodes.slotOf(each).stream())
                .mapToInt(Integer::intValue);
        IntStream collections = selection.get().collections().stream()
                .flatMap(each -> nodes.slotOf(new CanvasItem.OfCollection(each)).stream())
                .mapToInt(Integer::intValue);
        return IntStream.concat(entities, collections).toArray();
    }

    /**
     * Starts moving the selected nodes with the pointer.
     *
     * @param grabbed the slot of the node under the pointer, negative for none
     */
    public NodeMove beginMove(int grabbed) {
        return new NodeMove(this, selectedSlots(), grabbed);
    }

    /** The collection whose node is under a point of the view, whatever else is. */
    public Optional<Long> collectionAt(double viewX, double viewY) {
        Camera now = camera.get();
        double x = now.toWorldX(viewX);
        double y = now.toWorldY(viewY);
        return graph.collections().stream()
                .map(collection -> collection.id())
                .filter(id -> nodes.slotOf(new CanvasItem.OfCollection(id))
                        .filter(slot ->
                                Math.hypot(scene.get().x(slot) - x, scene.get().y(slot) - y)
                                        <= scene.get().radius(slot))
                        .isPresent())
                .findFirst();
    }

    /** Shows these places in the picture without writing them down. */
    public void preview(Spots spots) {
        for (int i = 0; i < spots.size(); i++) {
            nodes.preview(spots.slots()[i], spots.xs()[i], spots.ys()[i]);
        }
        publish();
    }

    /** Lets the size of a node tell something; empty for the number of links. */
    public void sizeBy(Optional<Map<Indicator, Double>> factors) {
        nodes.sizeBy(factors);
        publish();
    }

    /** The providers whose links are drawn dotted and pale. */
    public Set<String> hiddenSources() {
        return Collections.unmodifiableSet(hiddenSources);
    }

    /** Draws links that nothing but hidden providers state dotted and pale, or as all others again. */
    public void hideSource(String provider, boolean hidden) {
        if (hidden ? hiddenSources.add(provider) : hiddenSources.remove(provider)) {
            nodes.hideSources(hiddenSources);
            publish();
        }
    }

    /**
     * Draws links between the same two nodes side by side, or as one line again if all of them are apart: those
     * selected, those of the selected nodes, or all when nothing is selected.
     */
    public void toggleFans() {
        Selection now = selection.get();
        List<LinkKey> keys = now.isEmpty()
                ? graph.links().map(Link::key).toList()
                : Stream.concat(
                                now.links().stream(),
                                now.entities().stream().flatMap(graph::linksOf).map(Link::key))
                        .distinct()
                        .toList();
        boolean apart = fanned.containsAll(keys);
        nodes.fan(keys, !apart);
        if (apart) {
            keys.forEach(fanned::remove);
        } else {
            fanned.addAll(keys);
        }
        publish();
    }

    /** Shows ghosts of nodes at the places they left; none to show none. */
    public void showGhosts(Spots left) {
        nodes.showGhosts(left);
        publish();
    }

    /** The square a node is drawn in, in world units, if it is drawn. */
    public Optional<Bounds> boxOf(Indicator indicator) {
        return nodes.slotOf(indicator).flatMap(slot -> boundsOf(new int[] {slot}));
    }

    /** Where entities are in the picture now. */
    public List<Placement> placesOf(java.util.Collection<Indicator> indicators) {
        List<Placement> places = new ArrayList<>();
        for (Indicator indicator : indicators) {
            nodes.slotOf(indicator)
                    .ifPresent(slot -> places.add(new Placement(
                            indicator, scene.get().x(slot), scene.get().y(slot))));
        }
        return places;
    }

    private Optional<Bounds> boundsOf(int[] slots) {
        Scene now = scene.get();
        return Arrays.stream(slots)
                .mapToObj(
                        slot -> new Bounds(now.x(slot), now.y(slot), now.x(slot), now.y(slot)).grown(now.radius(slot)))
                .reduce((a, b) -> new Bounds(
                        Math.min(a.left(), b.left()),
                        Math.min(a.top(), b.top()),
                        Math.max(a.right(), b.right()),
                        Math.max(a.bottom(), b.bottom())));
    }

    private void dropStaleSelection() {
        Selection now = selection.get();
        Selection kept = new Selection(
                drawn(now.entities()).entities(),
                new LinkedHashSet<>(now.collections().stream()
                        .filter(id ->
                                nodes.slotOf(new CanvasItem.OfCollection(id)).isPresent())
                        .toList()),
                now.links().stream().filter(key -> graph.link(key).isPresent()).toList());
        if (!kept.equals(now)) {
            nodes.select(kept);
            selection.set(kept);
        }
        hover.set(Hover.NOTHING);
    }

    private void publish() {
        scene.set(nodes.publish());
    }
}
