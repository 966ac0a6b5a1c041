package tendril.ui.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tendril.graph.CaseGraph;
import tendril.graph.Collection;
import tendril.graph.Entity;
import tendril.graph.GraphDelta;
import tendril.graph.Link;
import tendril.graph.LinkKey;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.picture.LinkStyle;
import tendril.picture.LiveScene;
import tendril.picture.NodeKind;
import tendril.picture.Scene;

/**
 * Keeps a {@link LiveScene} in step with a case graph, delta by delta, and knows which slot stands for what. Confined
 * to the case thread.
 */
public final class CaseScene {
    private static final double COLLECTION_RADIUS = LiveScene.RADIUS * 1.35;

    /** How far from its anchor a collection hangs that has no place of its own, in world units. */
    private static final double COLLECTION_REACH = 130;

    private final LiveScene live = new LiveScene();
    private final NodeMarks marks = new NodeMarks();
    private final Map<Indicator, Integer> slots = new HashMap<>();
    private final Map<Long, Integer> collectionSlots = new HashMap<>();
    private final Map<Integer, CanvasItem> items = new HashMap<>();
    private final Map<LinkKey, Integer> linkSlots = new HashMap<>();
    private final Map<Integer, LinkKey> links = new HashMap<>();
    private Set<Indicator> fresh = Set.of();
    private Selection selection = Selection.NONE;

    /** Takes in a whole graph: every entity that has a place and is drawn. */
    public void show(CaseGraph graph) {
        List.copyOf(slots.keySet()).forEach(this::removeNode);
        List.copyOf(collectionSlots.keySet()).forEach(this::removeCollection);
        fresh = Set.of();
        selection = Selection.NONE;
        marks.showRequests(graph.requests());
        graph.entities().forEach(entity -> syncEntity(graph, entity));
        graph.collections().forEach(collection -> syncCollection(graph, collection.id()));
        graph.links().forEach(this::syncLink);
    }

    /** Takes in what one batch of facts changed. */
    public void apply(CaseGraph graph, GraphDelta delta) {
        if (!delta.entitiesAdded().isEmpty()) {
            markFresh(graph, new HashSet<>(delta.entitiesAdded()));
        }
        delta.linksRemoved().forEach(this::removeLink);
        delta.entitiesRemoved().forEach(this::removeNode);
        changed(delta).forEach(indicator -> graph.entity(indicator).ifPresent(entity -> syncEntity(graph, entity)));
        delta.collections().forEach(id -> syncCollection(graph, id));
        delta.linksAdded().forEach(key -> graph.link(key).ifPresent(this::syncLink));
        delta.linksChanged().forEach(key -> graph.link(key).ifPresent(this::syncLink));
        delta.requests().stream()
                .flatMap(id -> graph.request(id).stream())
                .flatMap(request -> marks.take(request).stream())
                .forEach(indicator -> graph.entity(indicator).ifPresent(this::syncMarks));
    }

    /** The scene as it is now. */
    public Scene publish() {
        return live.publish();
    }

    /** Marks exactly these nodes as selected. */
    public void select(Selection next) {
        Selection before = selection;
        selection = next;
        before.entities().stream()
                .filter(each -> !next.entities().contains(each))
                .forEach(each -> slotOf(each).ifPresent(slot -> setSelected(slot, false)));
        next.entities().stream()
                .filter(each -> !before.entities().contains(each))
                .forEach(each -> slotOf(each).ifPresent(slot -> setSelected(slot, true)));
        before.collections().forEach(id -> collectionSlot(id).ifPresent(slot -> setSelected(slot, false)));
        next.collections().forEach(id -> collectionSlot(id).ifPresent(slot -> setSelected(slot, true)));
    }

    /** Moves a node in the picture only, while a hand drags it or a transition runs. */
    public void preview(int slot, double x, double y) {
        if (live.hasNode(slot)) {
            live.moveNode(slot, x, y);
        }
    }

    /** Moves nodes in the picture only. */
    public void preview(List<Placement> placements) {
        placements.forEach(place -> slotOf(place.indicator()).ifPresent(slot -> preview(slot, place.x(), place.y())));
    }

    public Optional<Integer> slotOf(Indicator indicator) {
        return Optional.ofNullable(slots.get(indicator));
    }

    public Optional<Integer> slotOf(CanvasItem item) {
        return switch (item) {
            case CanvasItem.OfEntity of -> slotOf(of.indicator());
            case CanvasItem.OfCollection of -> collectionSlot(of.id());
        };
    }

    public Optional<CanvasItem> itemAt(int slot) {
        return Optional.ofNullable(items.get(slot));
    }

    public Optional<LinkKey> linkAt(int linkSlot) {
        return Optional.ofNullable(links.get(linkSlot));
    }

    /** Every node drawn, as a selection. */
    public Selection everything() {
        return new Selection(slots.keySet(), collectionSlots.keySet(), List.of());
    }

    /** The nodes in these slots, as a selection. */
    public Selection selectionOf(int[] nodeSlots) {
        List<Indicator> entities = new ArrayList<>();
        Set<Long> collections = new HashSet<>();
        for (int slot : nodeSlots) {
            itemAt(slot).ifPresent(item -> {
                switch (item) {
                    case CanvasItem.OfEntity of -> entities.add(of.indicator());
                    case CanvasItem.OfCollection of -> collections.add(of.id());
                }
            });
        }
        return Selection.of(entities).plus(new Selection(Set.of(), collections, List.of()));
    }

    private Optional<Integer> collectionSlot(long id) {
        return Optional.ofNullable(collectionSlots.get(id));
    }

    private static Set<Indicator> changed(GraphDelta delta) {
        Set<Indicator> all = new HashSet<>(delta.entitiesAdded());
        all.addAll(delta.entitiesChanged());
        all.addAll(delta.entitiesMoved());
        return all;
    }

    private void markFresh(CaseGraph graph, Set<Indicator> added) {
        Set<Indicator> before = fresh;
        fresh = added;
        before.stream().flatMap(each -> graph.entity(each).stream()).forEach(this::syncMarks);
    }

    private void syncEntity(CaseGraph graph, Entity entity) {
        if (!entity.isDrawn() || entity.place().isEmpty()) {
            removeNode(entity.indicator());
            return;
        }
        Entity.Place place = entity.place().get();
        Integer slot = slots.get(entity.indicator());
        if (slot == null) {
            slot = live.addNode(
                    NodeKind.of(entity.indicator().type()), entity.indicator().value(), place.x(), place.y());
            slots.put(entity.indicator(), slot);
            items.put(slot, new CanvasItem.OfEntity(entity.indicator()));
            graph.linksOf(entity.indicator()).forEach(this::syncLink);
        } else {
            live.moveNode(slot, place.x(), place.y());
        }
        syncMarks(entity);
    }

    private void syncMarks(Entity entity) {
        Integer slot = slots.get(entity.indicator());
        if (slot != null) {
            live.setMarks(
                    slot,
                    marks.of(entity)
                            .fresh(fresh.contains(entity.indicator()))
                            .selected(selection.entities().contains(entity.indicator())));
        }
    }

    private void setSelected(int slot, boolean on) {
        live.setMarks(slot, live.marks(slot).selected(on));
    }

    private void removeNode(Indicator indicator) {
        Integer slot = slots.remove(indicator);
        if (slot != null) {
            forgetSlot(slot);
        }
    }

    private void removeCollection(long id) {
        Integer slot = collectionSlots.remove(id);
        if (slot != null) {
            forgetSlot(slot);
        }
    }

    private void forgetSlot(int slot) {
        items.remove(slot);
        Scene before = live.publish();
        for (int link = 0; link < before.linkSlots(); link++) {
            if (before.hasLink(link) && (before.linkFrom(link) == slot || before.linkTo(link) == slot)) {
                LinkKey key = links.remove(link);
                if (key != null) {
                    linkSlots.remove(key);
                }
            }
        }
        live.removeNode(slot);
    }

    private void syncLink(Link link) {
        Integer from = slots.get(link.key().from());
        Integer to = slots.get(link.key().to());
        if (from == null || to == null) {
            return;
        }
        LinkStyle style = link.isDrawnByAnalyst() ? LinkStyle.DRAWN : LinkStyle.RESOLVED;
        Integer slot = linkSlots.get(link.key());
        if (slot == null) {
            slot = live.addLink(from, to, link.key().label(), style);
            linkSlots.put(link.key(), slot);
            links.put(slot, link.key());
        } else {
            live.setLinkStyle(slot, style);
        }
        int day = link.seen().last().map(last -> (int) last.toEpochDay()).orElse(Scene.NO_DAY);
        live.setLinkDay(slot, day);
    }

    private void removeLink(LinkKey key) {
        Integer slot = linkSlots.remove(key);
        if (slot != null) {
            links.remove(slot);
            live.removeLink(slot);
        }
    }

    private void syncCollection(CaseGraph graph, long id) {
        Optional<Collection> collection = graph.collection(id);
        if (collection.isEmpty()) {
            removeCollection(id);
            return;
        }
        int slot = collectionSlots.computeIfAbsent(id, added -> addCollection(graph, collection.get()));
        live.setCollected(slot, collection.get().members().size());
        live.setLabel(slot, collection.get().label());
    }

    private int addCollection(CaseGraph graph, Collection collection) {
        double[] spot = spotOf(graph, collection);
        int slot = live.addNode(NodeKind.COLLECTION, collection.label(), spot[0], spot[1]);
        live.setRadius(slot, COLLECTION_RADIUS);
        items.put(slot, new CanvasItem.OfCollection(collection.id()));
        slotOf(collection.anchor()).ifPresent(anchor -> live.addLink(anchor, slot, "", LinkStyle.RESOLVED));
        return slot;
    }

    /** The middle of the members that had a place, or a spot beside the anchor. */
    private static double[] spotOf(CaseGraph graph, Collection collection) {
        double[] sum = new double[2];
        int placed = 0;
        for (Indicator member : collection.members()) {
            Optional<Entity.Place> place = graph.entity(member).flatMap(Entity::place);
            if (place.isPresent()) {
                sum[0] += place.get().x();
                sum[1] += place.get().y();
                placed++;
            }
        }
        if (placed > 0) {
            return new double[] {sum[0] / placed, sum[1] / placed};
        }
        Optional<Entity.Place> anchor = graph.entity(collection.anchor()).flatMap(Entity::place);
        double angle = collection.id() * Math.PI * (3 - Math.sqrt(5));
        return new double[] {
            anchor.map(Entity.Place::x).orElse(0.0) + COLLECTION_REACH * Math.cos(angle),
            anchor.map(Entity.Place::y).orElse(0.0) + COLLECTION_REACH * Math.sin(angle)
        };
    }
}
