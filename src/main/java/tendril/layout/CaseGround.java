package tendril.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tendril.graph.CaseGraph;
import tendril.graph.Collection;
import tendril.graph.Entity;
import tendril.graph.GraphDelta;
import tendril.graph.Link;
import tendril.graph.LinkKey;
import tendril.graph.Placement;
import tendril.graph.Placing;
import tendril.indicator.Indicator;

/**
 * The ground that a case stands on: the boxes of all that is drawn, kept up change by change, so that finding places for
 * an answer costs what the answer brings and what is around it, and not what the case holds. The places are those that
 * {@link tendril.layout.Placement} finds for the whole case. Confined to the case thread; it may be made on another one
 * before.
 */
public final class CaseGround implements Placing {
    private static final int FIRST_CAPACITY = 64;
    private static final double CELL_SIDE = NodeBox.STANDARD.width() + 2 * tendril.layout.Placement.GAP;

    /** The number of what stands nowhere. */
    private static final int NOWHERE = -1;

    private final CaseGraph graph;
    private final BoxGrid standing = new BoxGrid(FIRST_CAPACITY, CELL_SIDE);
    private final Map<Indicator, Node> entities = new HashMap<>();
    private final Map<Long, Node> collections = new HashMap<>();
    /** What is drawn and has no place yet. */
    private final Set<Node> placeless = new TreeSet<>(Node.IN_ORDER);
    /** Numbers of the grid that were given back. */
    private final List<Integer> spare = new ArrayList<>();

    private int numbers;

    /**
     * One thing that is drawn.
     *
     * @param number   its number in the grid; -1 while it stands nowhere
     * @param folded   whether it is a collection; those come after all entities
     * @param arrival  as how manieth of its kind it came
     * @param labelled whose label it wears: a collection goes by its first member
     */
    private record Node(int number, boolean folded, int arrival, Indicator labelled, Optional<Collection.Spot> spot) {
        static final Comparator<Node> IN_ORDER =
                Comparator.comparing(Node::folded).thenComparingInt(Node::arrival);
    }

    /** The ground of a case as it stands; {@link #changed} keeps up from there. */
    public CaseGround(CaseGraph graph) {
        this.graph = graph;
        graph.entities().map(Entity::indicator).forEach(this::refresh);
        graph.collections().forEach(collection -> refresh(collection.id()));
    }

    @Override
    public void changed(GraphDelta delta) {
        delta.entitiesRemoved().forEach(this::refresh);
        delta.entitiesAdded().forEach(this::refresh);
        delta.entitiesChanged().forEach(this::refresh);
        delta.entitiesMoved().forEach(this::refresh);
        delta.collections().forEach(this::refresh);
    }

    private void refresh(Indicator indicator) {
        Optional<Entity> drawn = graph.entity(indicator).filter(Entity::isDrawn);
        Optional<Node> before = Optional.ofNullable(entities.get(indicator));
        Optional<Collection.Spot> spot = drawn.flatMap(Entity::place)
                .map(place -> new Collection.Spot(place.x(), place.y()))
                .filter(CaseGround::isSomewhere);
        if (before.isPresent() && drawn.isPresent() && before.get().spot().equals(spot)) {
            return;
        }
        before.ifPresent(this::leave);
        if (drawn.isPresent()) {
            entities.put(indicator, stand(false, graph.arrival(indicator), indicator, spot));
        } else {
            entities.remove(indicator);
        }
    }

    private void refresh(long collection) {
        Optional.ofNullable(collections.remove(collection)).ifPresent(this::leave);
        graph.collectionNode(collection)
                .ifPresent(node -> collections.put(
                        collection,
                        stand(true, node.arrival(), node.first(), node.spot().filter(CaseGround::isSomewhere))));
    }

    private static boolean isSomewhere(Collection.Spot spot) {
        return Double.isFinite(spot.x()) && Double.isFinite(spot.y());
    }

    private Node stand(boolean folded, int arrival, Indicator labelled, Optional<Collection.Spot> spot) {
        if (spot.isEmpty()) {
            Node nowhere = new Node(NOWHERE, folded, arrival, labelled, spot);
            placeless.add(nowhere);
            return nowhere;
        }
        int number = spare.isEmpty() ? numbers++ : spare.removeLast();
        standing.add(number, spot.get().x(), spot.get().y(), CaseLayout.box(labelled), tendril.layout.Placement.GAP);
        return new Node(number, folded, arrival, labelled, spot);
    }

    private void leave(Node node) {
        if (node.number() == NOWHERE) {
            placeless.remove(node);
        } else {
            standing.remove(node.number());
            spare.add(node.number());
        }
    }

    /** Places for all that is drawn and has none, these among it. */
    @Override
    public List<Placement> place(List<Indicator> added) {
        List<LinkKey> links = linksNear();
        Set<Node> nodes = new TreeSet<>(Node.IN_ORDER);
        nodes.addAll(placeless);
        for (LinkKey key : links) {
            standIn(key.from()).ifPresent(nodes::add);
            standIn(key.to()).ifPresent(nodes::add);
        }
        return placesAmong(List.copyOf(nodes), links);
    }

    /** The links of what has no place, and of what that hangs on: they say where there is room around it. */
    private List<LinkKey> linksNear() {
        Set<Indicator> near = new LinkedHashSet<>();
        for (Node node : placeless) {
            if (!node.folded()) {
                near.add(node.labelled());
                near.addAll(graph.neighbours(node.labelled()));
            }
        }
        return near.stream().flatMap(graph::linksOf).map(Link::key).distinct().toList();
    }

    /** The node that shows an entity: its own, or that of the collection it is in. */
    private Optional<Node> standIn(Indicator indicator) {
        long collection = graph.entity(indicator).map(Entity::collection).orElse(0L);
        return Optional.ofNullable(collection == 0 ? entities.get(indicator) : collections.get(collection));
    }

    private List<Placement> placesAmong(List<Node> nodes, List<LinkKey> links) {
        Map<Node, Integer> byNode = new IdentityHashMap<>();
        double[] x = new double[nodes.size()];
        double[] y = new double[nodes.size()];
        for (int i = 0; i < x.length; i++) {
            byNode.put(nodes.get(i), i);
            x[i] = nodes.get(i).spot().map(Collection.Spot::x).orElse(Double.NaN);
            y[i] = nodes.get(i).spot().map(Collection.Spot::y).orElse(Double.NaN);
        }
        Map<Indicator, Integer> byIndicator = new HashMap<>();
        for (LinkKey key : links) {
            standIn(key.from()).ifPresent(node -> byIndicator.put(key.from(), byNode.get(node)));
            standIn(key.to()).ifPresent(node -> byIndicator.put(key.to(), byNode.get(node)));
        }
        LayoutGraph part = CaseLayout.linked(nodes.stream().map(Node::labelled).toList(), byIndicator, links)
                .withStart(Positions.of(x, y));
        Positions found = tendril.layout.Placement.placeNew(part, standing);
        List<Placement> places = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            Node node = nodes.get(i);
            if (node.number() == NOWHERE && !node.folded()) {
                places.add(new Placement(node.labelled(), found.x(i), found.y(i)));
            }
        }
        return places;
    }
}
