package tendril.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tendril.graph.CaseGraph;
import tendril.graph.Collection;
import tendril.graph.CollectionPlace;
import tendril.graph.Entity;
import tendril.graph.Link;
import tendril.graph.LinkKey;
import tendril.graph.Moves;
import tendril.indicator.Indicator;

/**
 * A case graph as the engines see it: what is drawn, numbered from 0, with the places, pins and label widths of its
 * entities. Taken on the case thread; immutable afterwards, so that an engine may work on it anywhere.
 */
public final class CaseLayout {
    /** Not a node. */
    private static final int NOWHERE = -1;

    private static final double LABEL_CHARACTER_WIDTH = 6.6;
    private static final double HALF_WIDTH_MIN = 26;
    private static final double HALF_WIDTH_MAX = 92;

    private final List<Indicator> nodes;
    private final List<Long> collections;
    private final LayoutGraph graph;

    private CaseLayout(List<Indicator> nodes, List<Long> collections, LayoutGraph graph) {
        this.nodes = List.copyOf(nodes);
        this.collections = List.copyOf(collections);
        this.graph = graph;
    }

    /** Everything that is drawn as a node, entities first and then collections, with the links between. */
    public static CaseLayout of(CaseGraph source) {
        return of(source, Set.of());
    }

    /**
     * Everything that is drawn as a node.
     *
     * @param placeless collections that stand nowhere yet, wherever their members were
     */
    public static CaseLayout of(CaseGraph source, Set<Long> placeless) {
        return of(source, placeless, source.links().map(Link::key).toList());
    }

    private static CaseLayout of(CaseGraph source, Set<Long> placeless, List<LinkKey> links) {
        List<Entity> drawn = source.entities().filter(Entity::isDrawn).toList();
        List<Collection> folded = source.collections();
        List<Indicator> nodes = new ArrayList<>();
        Map<Indicator, Integer> numbers = new HashMap<>();
        double[] xs = new double[drawn.size() + folded.size()];
        double[] ys = new double[xs.length];
        BitSet pinned = new BitSet();
        for (int i = 0; i < drawn.size(); i++) {
            Entity entity = drawn.get(i);
            nodes.add(entity.indicator());
            numbers.put(entity.indicator(), i);
            xs[i] = entity.place().map(Entity.Place::x).orElse(Double.NaN);
            ys[i] = entity.place().map(Entity.Place::y).orElse(Double.NaN);
            pinned.set(i, entity.pinned());
        }
        for (Collection collection : folded) {
            int i = nodes.size();
            // A collection goes by its first member, which is no node of its own while it is inside.
            nodes.add(collection.members().getFirst());
            collection.members().forEach(member -> numbers.put(member, i));
            Optional<Collection.Spot> spot =
                    placeless.contains(collection.id()) ? Optional.empty() : source.spotOf(collection);
            xs[i] = spot.map(Collection.Spot::x).orElse(Double.NaN);
            ys[i] = spot.map(Collection.Spot::y).orElse(Double.NaN);
        }
        LayoutGraph graph =
                linked(nodes, numbers, links).withStart(Positions.of(xs, ys)).withLocked(pinned);
        return new CaseLayout(nodes, folded.stream().map(Collection::id).toList(), graph);
    }

    /** What stands nowhere yet, with the links among it; links to anything else are left out. */
    public static CaseLayout of(List<Indicator> nodes, List<LinkKey> links) {
        Map<Indicator, Integer> numbers = HashMap.newHashMap(nodes.size());
        nodes.forEach(node -> numbers.put(node, numbers.size()));
        return new CaseLayout(nodes, List.of(), linked(nodes, numbers, links));
    }

    /** The same nodes and links, standing there before they are arranged; those that are pinned and have a place stay. */
    public CaseLayout standing(Positions places, BitSet pinned) {
        return new CaseLayout(nodes, collections, graph.withStart(places).withLocked(pinned));
    }

    /**
     * A graph with the boxes and groups of these.
     *
     * @param numbers which node each end of a link is; links to anything else are left out
     */
    static LayoutGraph linked(List<Indicator> nodes, Map<Indicator, Integer> numbers, List<LinkKey> links) {
        int[] from = new int[links.size()];
        int[] to = new int[links.size()];
        int count = 0;
        for (LinkKey key : links) {
            int start = numbers.getOrDefault(key.from(), NOWHERE);
            int end = numbers.getOrDefault(key.to(), NOWHERE);
            if (start != NOWHERE && end != NOWHERE) {
                from[count] = start;
                to[count++] = end;
            }
        }
        Map<Integer, NodeBox> boxes = new HashMap<>();
        return LayoutGraph.of(nodes.size(), Arrays.copyOf(from, count), Arrays.copyOf(to, count))
                .withBoxes(node -> boxes.computeIfAbsent(nodes.get(node).value().length(), CaseLayout::box))
                .withGroups(node -> nodes.get(node).type().ordinal());
    }

    static NodeBox box(Indicator indicator) {
        return box(indicator.value().length());
    }

    private static NodeBox box(int characters) {
        double half = characters * LABEL_CHARACTER_WIDTH / 2 + 4;
        return new NodeBox(
                Math.clamp(half, HALF_WIDTH_MIN, HALF_WIDTH_MAX), NodeBox.STANDARD.above(), NodeBox.STANDARD.below());
    }

    /** The graph that engines work on; node {@code i} is {@code nodes().get(i)}. */
    public LayoutGraph graph() {
        return graph;
    }

    /** What each node stands for; a collection goes by its first member. */
    public List<Indicator> nodes() {
        return nodes;
    }

    /**
     * Places for everything that has none, near what it hangs on.
     *
     * @param centreX where what hangs on nothing goes, world units
     * @param centreY likewise
     */
    public Moves placeNew(double centreX, double centreY) {
        return moves(Placement.placeNew(graph, centreX, centreY));
    }

    /**
     * New places for the whole graph, or for some of it.
     *
     * @param only who may move; empty means everybody who is not pinned
     */
    public Moves arrange(LayoutEngine engine, Set<Indicator> only, LayoutRun run) {
        LayoutGraph free = graph;
        if (!only.isEmpty()) {
            BitSet moving = new BitSet();
            for (int i = 0; i < nodes.size(); i++) {
                moving.set(i, only.contains(nodes.get(i)) && !graph.isPinned(i));
            }
            free = graph.withOnlyFree(moving);
        }
        Positions arranged = engine.arrange(free, run);
        return only.isEmpty() ? movesInPlace(arranged) : moves(arranged);
    }

    /**
     * New places of everything, the middle of which stays where it was: engines put it anywhere. Where a node is pinned,
     * that one says where the picture is, and this is {@link #moves}.
     */
    public Moves movesInPlace(Positions positions) {
        return moves(inPlace(positions));
    }

    /** The same picture with its middle where that of the nodes was; as it is where a node is pinned. */
    public Positions inPlace(Positions positions) {
        Positions start = graph.start();
        double dx = 0;
        double dy = 0;
        int count = 0;
        for (int i = 0; i < nodes.size(); i++) {
            if (start.isPlaced(i) && positions.isPlaced(i)) {
                dx += start.x(i) - positions.x(i);
                dy += start.y(i) - positions.y(i);
                count++;
            }
        }
        if (count == 0 || !graph.pinned().isEmpty()) {
            return positions;
        }
        double[] x = positions.xs();
        double[] y = positions.ys();
        for (int i = 0; i < x.length; i++) {
            x[i] += dx / count;
            y[i] += dy / count;
        }
        return Positions.owning(x, y);
    }

    /** What of these positions differs from where things stand. */
    public Moves moves(Positions positions) {
        List<tendril.graph.Placement> entities = new ArrayList<>();
        List<CollectionPlace> folded = new ArrayList<>();
        int own = nodes.size() - collections.size();
        for (int i = 0; i < nodes.size(); i++) {
            boolean same = graph.start().x(i) == positions.x(i) && graph.start().y(i) == positions.y(i);
            if (same || !positions.isPlaced(i)) {
                continue;
            }
            if (i < own) {
                entities.add(new tendril.graph.Placement(nodes.get(i), positions.x(i), positions.y(i)));
            } else {
                folded.add(new CollectionPlace(collections.get(i - own), positions.x(i), positions.y(i)));
            }
        }
        return new Moves(entities, folded);
    }
}
