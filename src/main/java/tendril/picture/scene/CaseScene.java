package tendril.picture.scene;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tendril.graph.CaseGraph;
import tendril.graph.CollectionNode;
import tendril.graph.Entity;
import tendril.graph.GraphDelta;
import tendril.graph.Link;
import tendril.graph.LinkKey;
import tendril.graph.Request;
import tendril.indicator.Indicator;

/**
 * A live scene that follows a case graph: entities and collections as nodes, links between whatever stands for their
 * ends. Confined to the case thread. What is no fact (selection, focus, what is fresh) the canvas marks itself, on
 * {@link #live}; it is kept when facts change.
 */
public final class CaseScene {
    /** How much a node grows with the logarithm of its links; a hub of 900 has about twice the usual radius. */
    private static final double GROWTH = 0.15;

    /** World units between an entity without a place and the neighbour it is shown beside until it gets one. */
    private static final double BESIDE = 110;

    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
    private static final String VOTES = "votes";

    private final CaseGraph graph;
    private final LiveScene live = new LiveScene();
    private final SlotNames<Indicator> entities = new SlotNames<>();
    private final SlotNames<LinkKey> links = new SlotNames<>();
    private final SlotNames<Long> collections = new SlotNames<>();
    private final Map<Indicator, Map<Long, Marks.Queue>> requests = new HashMap<>();
    private Optional<Map<Indicator, Double>> sizes = Optional.empty();
    private Set<String> hiddenSources = Set.of();

    /** Takes over the graph as it stands; {@link #apply} keeps up from there. */
    public CaseScene(CaseGraph graph) {
        this.graph = graph;
        List<Indicator> all = graph.entities().map(Entity::indicator).toList();
        all.forEach(this::addNode);
        graph.collections().forEach(collection -> refreshCollection(collection.id()));
        graph.links().map(Link::key).forEach(this::addLink);
        graph.requests().forEach(request -> refreshRequest(request.id()));
        settle(new LinkedHashSet<>(all));
    }

    /** Brings in what one batch of facts has changed. The graph must already be as it is after the batch. */
    public void apply(GraphDelta delta) {
        Set<Indicator> touched = new LinkedHashSet<>();
        delta.linksRemoved().forEach(key -> removeLink(key, touched));
        delta.entitiesRemoved().forEach(this::removeNode);
        delta.entitiesAdded().forEach(this::addNode);
        delta.entitiesMoved().forEach(this::move);
        delta.entitiesChanged().forEach(this::move);
        delta.collections().forEach(this::refreshCollection);
        delta.linksAdded().forEach(this::addLink);
        delta.linksAdded().forEach(key -> touch(key, touched));
        delta.linksChanged().forEach(key -> relink(key));
        delta.requests().forEach(this::refreshRequest);
        delta.entitiesChanged().forEach(this::relinkIfFolded);
        touched.addAll(delta.entitiesAdded());
        touched.addAll(delta.entitiesChanged());
        settle(touched);
    }

    /** The scene under it, for marks that are no facts, for places while a layout or a hand moves nodes, and to publish. */
    public LiveScene live() {
        return live;
    }

    /** The scene as it is now. */
    public Scene publish() {
        return live.publish();
    }

    /** The node of an entity, whether it is drawn or not. */
    public OptionalInt slotOf(Indicator indicator) {
        return entities.slotOf(indicator);
    }

    public Optional<Indicator> indicatorAt(int slot) {
        return entities.at(slot);
    }

    /** The node that stands for a collection. */
    public OptionalInt slotOfCollection(long collection) {
        return collections.slotOf(collection);
    }

    /** The id of the collection a node stands for. */
    public Optional<Long> collectionAt(int slot) {
        return collections.at(slot);
    }

    public Optional<LinkKey> linkAt(int linkSlot) {
        return links.at(linkSlot);
    }

    public OptionalInt slotOf(LinkKey key) {
        return links.slotOf(key);
    }

    private void addNode(Indicator indicator) {
        var place = graph.entity(indicator).flatMap(Entity::place);
        int slot = live.addNode(
                NodeKind.of(indicator.type()),
                indicator.value(),
                place.map(Entity.Place::x).orElse(Double.NaN),
                place.map(Entity.Place::y).orElse(Double.NaN));
        entities.put(indicator, slot);
    }

    private void removeNode(Indicator indicator) {
        entities.remove(indicator).ifPresent(slot -> {
            forgetLinksAt(slot);
            live.removeNode(slot);
        });
    }

    private void move(Indicator indicator) {
        graph.entity(indicator)
                .flatMap(Entity::place)
                .ifPresent(place ->
                        entities.slotOf(indicator).ifPresent(slot -> live.moveNode(slot, place.x(), place.y())));
    }

    private void addLink(LinkKey key) {
        OptionalInt from = standIn(key.from());
        OptionalInt to = standIn(key.to());
        boolean insideOne = from.equals(to) && !key.from().equals(key.to());
        if (from.isEmpty() || to.isEmpty() || insideOne || links.has(key)) {
            return;
        }
        int slot = live.addLink(from.getAsInt(), to.getAsInt(), key.label(), LinkStyle.RESOLVED);
        links.put(key, slot);
        graph.link(key).ifPresent(link -> {
            live.setLinkStyle(slot, styleOf(link));
            live.setLinkDay(
                    slot, link.seen().last().map(day -> (int) day.toEpochDay()).orElse(Scene.NO_DAY));
        });
    }

    /** The node that shows an entity: its own, or its collection's. */
    private OptionalInt standIn(Indicator indicator) {
        long collection = graph.entity(indicator).map(Entity::collection).orElse(0L);
        OptionalInt folded = collection == 0 ? OptionalInt.empty() : slotOfCollection(collection);
        return folded.isPresent() ? folded : slotOf(indicator);
    }

    private void removeLink(LinkKey key, Set<Indicator> touched) {
        forgetLink(key);
        touch(key, touched);
    }

    private void forgetLink(LinkKey key) {
        links.remove(key).ifPresent(slot -> {
            if (live.hasLink(slot)) {
                live.removeLink(slot);
            }
        });
    }

    private void relink(LinkKey key) {
        forgetLink(key);
        addLink(key);
    }

    private static void touch(LinkKey key, Set<Indicator> touched) {
        touched.add(key.from());
        touched.add(key.to());
    }

    /** Links of what went into a collection, or came out, lead elsewhere now. */
    private void relinkIfFolded(Indicator indicator) {
        OptionalInt standsIn = standIn(indicator);
        for (Link link : graph.linksOf(indicator).toList()) {
            OptionalInt slot = links.slotOf(link.key());
            boolean holds =
                    slot.isPresent() && standsIn.isPresent() && live.touches(slot.getAsInt(), standsIn.getAsInt());
            if (!holds) {
                relink(link.key());
            }
        }
    }

    private void refreshCollection(long id) {
        Optional<CollectionNode> collection = graph.collectionNode(id);
        if (collection.isEmpty()) {
            collections.remove(id).ifPresent(slot -> {
                forgetLinksAt(slot);
                live.removeNode(slot);
            });
            return;
        }
        CollectionNode node = collection.get();
        int slot = collections.slotOf(id).orElseGet(() -> addCollection(id));
        node.spot().ifPresent(spot -> live.moveNode(slot, spot.x(), spot.y()));
        live.setLabel(slot, node.label());
        live.setCollected(slot, node.size());
        var kind = node.type().map(NodeKind::of).orElse(NodeKind.COLLECTION);
        live.setMarks(slot, live.marks(slot).members(kind));
        live.setRadius(slot, radius(node.size()));
    }

    private int addCollection(long id) {
        int slot = live.addNode(NodeKind.COLLECTION, "", 0, 0);
        collections.put(id, slot);
        return slot;
    }

    private void forgetLinksAt(int node) {
        if (live.isLinked(node)) {
            live.linksAt(node).forEach(slot -> links.at(slot).ifPresent(this::forgetLink));
        }
    }

    private void refreshRequest(long id) {
        graph.request(id).ifPresent(request -> {
            var byRequest = requests.computeIfAbsent(request.indicator(), key -> new HashMap<>());
            var state = queueState(request);
            if (state == Marks.Queue.NONE) {
                byRequest.remove(id);
            } else {
                byRequest.put(id, state);
            }
            refreshMarks(request.indicator());
        });
    }

    private static Marks.Queue queueState(Request request) {
        return switch (request.state()) {
            case QUEUED, HELD -> Marks.Queue.QUEUED;
            case STARTED -> Marks.Queue.RUNNING;
            case FAILED, TOO_MANY -> request.cleared() ? Marks.Queue.NONE : Marks.Queue.FAILED;
            case FOUND, NOTHING_FOUND, CANCELLED -> Marks.Queue.NONE;
        };
    }

    /** Gives everything touched its marks, size and, where it has none, a place for the time being. */
    private void settle(Set<Indicator> touched) {
        for (Indicator indicator : touched) {
            entities.slotOf(indicator).ifPresent(slot -> {
                refreshMarks(indicator);
                live.setRadius(slot, radiusOf(indicator));
                if (!live.isPlaced(slot)) {
                    placeBeside(slot, indicator);
                }
            });
        }
    }

    /**
     * Lets the size of a node tell something.
     *
     * @param factors how many times the usual radius, 1 for whoever is not named; empty for the number of links
     */
    public void sizeBy(Optional<Map<Indicator, Double>> factors) {
        if (sizes.equals(factors)) {
            return;
        }
        sizes = factors;
        entities.forEach((indicator, slot) -> live.setRadius(slot, radiusOf(indicator)));
    }

    private double radiusOf(Indicator indicator) {
        return sizes.map(factors -> LiveScene.RADIUS * factors.getOrDefault(indicator, 1.0))
                .orElseGet(() -> radius(graph.linkCount(indicator)));
    }

    /** Draws links that nothing but these providers state dotted and pale; none to show all alike. */
    public void hideSources(Set<String> providers) {
        hiddenSources = Set.copyOf(providers);
        links.forEach((key, slot) -> graph.link(key)
                .map(this::styleOf)
                .filter(style -> style != live.linkStyle(slot))
                .ifPresent(style -> live.setLinkStyle(slot, style)));
    }

    private LinkStyle styleOf(Link link) {
        if (link.isDrawnByAnalyst()) {
            return LinkStyle.DRAWN;
        }
        boolean hidden = !hiddenSources.isEmpty()
                && link.supports().stream()
                        .allMatch(support -> graph.evidence(support.citation().evidence())
                                .filter(evidence -> hiddenSources.contains(evidence.provider()))
                                .isPresent());
        return hidden ? LinkStyle.HIDDEN_SOURCE : LinkStyle.RESOLVED;
    }

    /** Draws all links between the ends of these side by side, or as one line again. */
    public void fan(List<LinkKey> keys, boolean on) {
        keys.forEach(key -> slotOf(key).ifPresent(slot -> live.setFanned(slot, on)));
    }

    private static double radius(int links) {
        return LiveScene.RADIUS * (links <= 2 ? 1 : 1 + GROWTH * Math.log1p(links));
    }

    private void placeBeside(int slot, Indicator indicator) {
        double x = 0;
        double y = 0;
        for (Indicator neighbour : graph.neighbours(indicator)) {
            OptionalInt other = slotOf(neighbour);
            if (other.isPresent() && live.isPlaced(other.getAsInt())) {
                x = live.x(other.getAsInt());
                y = live.y(other.getAsInt());
                break;
            }
        }
        double away = BESIDE * (1 + (slot % 7) * 0.25);
        live.moveNode(slot, x + Math.cos(slot * GOLDEN_ANGLE) * away, y + Math.sin(slot * GOLDEN_ANGLE) * away);
    }

    private void refreshMarks(Indicator indicator) {
        OptionalInt slot = entities.slotOf(indicator);
        var entity = graph.entity(indicator);
        if (slot.isEmpty() || entity.isEmpty()) {
            return;
        }
        live.setMarks(
                slot.getAsInt(),
                live.marks(slot.getAsInt())
                        .hidden(!entity.get().isDrawn())
                        .pinned(entity.get().pinned())
                        .note(!entity.get().note().isEmpty())
                        .flag(entity.get().flag())
                        .vote(vote(entity.get().values(VOTES)))
                        .queue(queue(indicator)));
    }

    /** What is most urgent to know of a node's pivots. */
    private Marks.Queue queue(Indicator indicator) {
        var states = requests.getOrDefault(indicator, Map.of()).values();
        if (states.contains(Marks.Queue.RUNNING)) {
            return Marks.Queue.RUNNING;
        }
        if (states.contains(Marks.Queue.QUEUED)) {
            return Marks.Queue.QUEUED;
        }
        return states.contains(Marks.Queue.FAILED) ? Marks.Queue.FAILED : Marks.Queue.NONE;
    }

    /** Votes are stated as a number, perhaps with words behind it; sources that contradict each other make a tie. */
    private static Marks.Vote vote(List<String> stated) {
        boolean malicious = stated.stream().anyMatch(value -> value.startsWith("-1"));
        boolean harmless = stated.stream().anyMatch(value -> value.startsWith("1"));
        if (malicious != harmless) {
            return malicious ? Marks.Vote.MALICIOUS : Marks.Vote.HARMLESS;
        }
        return malicious || stated.stream().anyMatch(value -> value.startsWith("0")) ? Marks.Vote.TIE : Marks.Vote.NONE;
    }
}
