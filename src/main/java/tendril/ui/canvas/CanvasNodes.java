package tendril.ui.canvas;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tendril.graph.CaseGraph;
import tendril.graph.Collection;
import tendril.graph.CollectionNode;
import tendril.graph.CollectionPlace;
import tendril.graph.Entity;
import tendril.graph.GraphDelta;
import tendril.graph.LinkKey;
import tendril.graph.Moves;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.picture.scene.CaseScene;
import tendril.picture.scene.LiveScene;
import tendril.picture.scene.Scene;

/**
 * The nodes of a case on the canvas, and what they wear that is no fact: selection, and the ring of what came last.
 * Confined to the case thread.
 */
public final class CanvasNodes {
    private final CaseGraph graph;
    private final CaseScene scene;
    private Set<Indicator> fresh = Set.of();
    private BitSet selected = new BitSet();

    public CanvasNodes(CaseGraph graph) {
        this.graph = graph;
        this.scene = new CaseScene(graph);
    }

    /** Takes in what one batch of facts changed. */
    public void apply(GraphDelta delta) {
        scene.apply(delta);
        if (!delta.entitiesAdded().isEmpty()) {
            markFresh(fresh, false);
            fresh = new HashSet<>(delta.entitiesAdded());
            markFresh(fresh, true);
        }
    }

    /** The entities that came last. */
    public Set<Indicator> fresh() {
        return Collections.unmodifiableSet(fresh);
    }

    /** The scene as it is now; what is derived from it is worked out once, by whoever asks first. */
    public Scene publish() {
        return scene.publish();
    }

    /** Marks exactly these nodes as selected. */
    public void select(Selection next) {
        BitSet before = selected;
        selected = new BitSet();
        next.entities().forEach(each -> scene.slotOf(each).ifPresent(selected::set));
        next.collections().forEach(each -> scene.slotOfCollection(each).ifPresent(selected::set));
        before.andNot(selected);
        before.stream().filter(scene.live()::hasNode).forEach(slot -> setSelected(slot, false));
        selected.stream().forEach(slot -> setSelected(slot, true));
    }

    /** Moves a node in the picture only, while a hand drags it or a transition runs. */
    public void preview(int slot, double x, double y) {
        if (scene.live().hasNode(slot)) {
            scene.live().moveNode(slot, x, y);
        }
    }

    /** Shows ghosts of nodes at the places they left; none to show none. */
    public void showGhosts(Spots left) {
        scene.live().setGhosts(left.slots(), left.xs(), left.ys());
    }

    /** The nodes that these moves are about, and where they go; what is not drawn is left out. */
    public Spots spotsOf(Moves moves) {
        Spots spots = Spots.of(moves.size());
        int count = 0;
        for (Placement place : moves.entities()) {
            Optional<Integer> slot = slotOf(place.indicator());
            if (slot.isPresent()) {
                spots.set(count++, slot.get(), place.x(), place.y());
            }
        }
        for (CollectionPlace place : moves.collections()) {
            OptionalInt slot = scene.slotOfCollection(place.collection());
            if (slot.isPresent()) {
                spots.set(count++, slot.getAsInt(), place.x(), place.y());
            }
        }
        return spots.first(count);
    }

    /** Lets the size of a node tell something; empty for the number of links. */
    public void sizeBy(Optional<Map<Indicator, Double>> factors) {
        scene.sizeBy(factors);
    }

    /** Draws links that nothing but these providers state dotted and pale. */
    public void hideSources(Set<String> providers) {
        scene.hideSources(providers);
    }

    /** Draws links that run between the same two nodes side by side, or as one line again; of these links only. */
    public void fan(List<LinkKey> keys, boolean on) {
        scene.fan(keys, on);
    }

    /** Where the case says that these nodes are, whatever the picture shows. */
    public Spots homesOf(BitSet slots) {
        Spots spots = Spots.of(slots.cardinality());
        int count = 0;
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            Optional<Collection.Spot> home = itemAt(slot).flatMap(this::homeOf);
            if (home.isPresent() && scene.live().hasNode(slot)) {
                spots.set(count++, slot, home.get().x(), home.get().y());
            }
        }
        return spots.first(count);
    }

    private Optional<Collection.Spot> homeOf(CanvasItem item) {
        return switch (item) {
            case CanvasItem.OfEntity of ->
                graph.entity(of.indicator())
                        .flatMap(Entity::place)
                        .map(place -> new Collection.Spot(place.x(), place.y()));
            case CanvasItem.OfCollection of -> graph.collectionNode(of.id()).flatMap(CollectionNode::spot);
        };
    }

    /** These nodes as moves, at the places the picture shows them. */
    public Moves movesOf(int[] slots, Scene shown) {
        List<Placement> entities = new ArrayList<>();
        List<CollectionPlace> collections = new ArrayList<>();
        for (int slot : slots) {
            itemAt(slot).filter(item -> shown.hasNode(slot)).ifPresent(item -> {
                switch (item) {
                    case CanvasItem.OfEntity of ->
                        entities.add(new Placement(of.indicator(), shown.x(slot), shown.y(slot)));
                    case CanvasItem.OfCollection of ->
                        collections.add(new CollectionPlace(of.id(), shown.x(slot), shown.y(slot)));
                }
            });
        }
        return new Moves(entities, collections);
    }

    /** The node of an entity that is drawn. */
    public Optional<Integer> slotOf(Indicator indicator) {
        OptionalInt slot = scene.slotOf(indicator);
        boolean drawn = slot.isPresent()
                && graph.entity(indicator).filter(Entity::isDrawn).isPresent();
        return drawn ? Optional.of(slot.getAsInt()) : Optional.empty();
    }

    public Optional<Integer> slotOf(CanvasItem item) {
        return switch (item) {
            case CanvasItem.OfEntity of -> slotOf(of.indicator());
            case CanvasItem.OfCollection of -> {
                OptionalInt slot = scene.slotOfCollection(of.id());
                yield slot.isPresent() ? Optional.of(slot.getAsInt()) : Optional.empty();
            }
        };
    }

    public Optional<CanvasItem> itemAt(int slot) {
        Optional<CanvasItem> entity = scene.indicatorAt(slot).map(CanvasItem.OfEntity::new);
        return entity.or(() -> scene.collectionAt(slot).map(CanvasItem.OfCollection::new));
    }

    /** The line of a link that is drawn. */
    public Optional<Integer> slotOfLink(LinkKey key) {
        OptionalInt slot = scene.slotOf(key);
        return slot.isPresent() ? Optional.of(slot.getAsInt()) : Optional.empty();
    }

    public Optional<LinkKey> linkAt(int linkSlot) {
        return scene.linkAt(linkSlot);
    }

    /** Every node drawn, as a selection. */
    public Selection everything() {
        Set<Indicator> entities = new LinkedHashSet<>();
        graph.entities().filter(Entity::isDrawn).map(Entity::indicator).forEach(entities::add);
        Set<Long> collections = new LinkedHashSet<>();
        graph.collections().forEach(collection -> collections.add(collection.id()));
        return new Selection(entities, collections, List.of());
    }

    /** The nodes in these slots, as a selection. */
    public Selection selectionOf(int[] nodeSlots) {
        Set<Indicator> entities = new LinkedHashSet<>();
        Set<Long> collections = new LinkedHashSet<>();
        for (int slot : nodeSlots) {
            itemAt(slot).ifPresent(item -> {
                switch (item) {
                    case CanvasItem.OfEntity of -> entities.add(of.indicator());
                    case CanvasItem.OfCollection of -> collections.add(of.id());
                }
            });
        }
        return new Selection(entities, collections, List.of());
    }

    private void markFresh(Set<Indicator> indicators, boolean on) {
        LiveScene live = scene.live();
        indicators.forEach(each -> scene.slotOf(each)
                .ifPresent(slot -> live.setMarks(slot, live.marks(slot).fresh(on))));
    }

    private void setSelected(int slot, boolean on) {
        LiveScene live = scene.live();
        live.setMarks(slot, live.marks(slot).selected(on));
    }
}
