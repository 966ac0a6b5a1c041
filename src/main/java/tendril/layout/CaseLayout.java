package tendril.layout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tendril.graph.CaseGraph;
import tendril.graph.Entity;
import tendril.graph.Link;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;

/**
 * A case graph as the engines see it: what is drawn, numbered from 0, with the places, pins and label widths of its
 * entities. Taken on the case thread; immutable afterwards, so that an engine may work on it anywhere.
 */
public final class CaseLayout {
    private static final double LABEL_CHARACTER_WIDTH = 6.6;
    private static final double HALF_WIDTH_MIN = 26;
    private static final double HALF_WIDTH_MAX = 92;

    private final List<Indicator> nodes;
    private final LayoutGraph graph;

    private CaseLayout(List<Indicator> nodes, LayoutGraph graph) {
        this.nodes = List.copyOf(nodes);
        this.graph = graph;
    }

    /** Everything that is drawn as a node of its own, with the links between. */
    public static CaseLayout of(CaseGraph source) {
        List<Entity> drawn = source.entities().filter(Entity::isDrawn).toList();
        double[] xs = new double[drawn.size()];
        double[] ys = new double[drawn.size()];
        BitSet pinned = new BitSet();
        for (int i = 0; i < drawn.size(); i++) {
            Entity entity = drawn.get(i);
            xs[i] = entity.place().map(Entity.Place::x).orElse(Double.NaN);
            ys[i] = entity.place().map(Entity.Place::y).orElse(Double.NaN);
            pinned.set(i, entity.pinned());
        }
        CaseLayout unplaced = of(
                drawn.stream().map(Entity::indicator).toList(),
                source.links().map(Link::key).toList());
        return new CaseLayout(
                unplaced.nodes, unplaced.graph.withStart(Positions.of(xs, ys)).withLocked(pinned));
    }

    /** What stands nowhere yet, with the links among it; links to anything else are left out. */
    public static CaseLayout of(List<Indicator> nodes, List<LinkKey> links) {
        Map<Indicator, Integer> numbers = HashMap.newHashMap(nodes.size());
        nodes.forEach(node -> numbers.put(node, numbers.size()));
        List<LinkKey> keys = links.stream()
                .filter(key -> numbers.containsKey(key.from()) && numbers.containsKey(key.to()))
                .toList();
        int[] from = keys.stream()
                .mapToInt(key -> numbers.getOrDefault(key.from(), 0))
                .toArray();
        int[] to =
                keys.stream().mapToInt(key -> numbers.getOrDefault(key.to(), 0)).toArray();
        LayoutGraph graph = LayoutGraph.of(nodes.size(), from, to)
                .withBoxes(node -> box(nodes.get(node)))
                .withGroups(node -> nodes.get(node).type().ordinal());
        return new CaseLayout(nodes, graph);
    }

    private static NodeBox box(Indicator indicator) {
        double half = indicator.value().length() * LABEL_CHARACTER_WIDTH / 2 + 4;
        return new NodeBox(
                Math.clamp(half, HALF_WIDTH_MIN, HALF_WIDTH_MAX), NodeBox.STANDARD.above(), NodeBox.STANDARD.below());
    }

    /** The graph that engines work on; node {@code i} is {@code nodes().get(i)}. */
    public LayoutGraph graph() {
        return graph;
    }

    public List<Indicator> nodes() {
        return nodes;
    }

    /**
     * Places for everything that has none, near what it hangs on.
     *
     * @param centreX where what hangs on nothing goes, world units
     * @param centreY likewise
     */
    public List<tendril.graph.Placement> placeNew(double centreX, double centreY) {
        return moves(Placement.placeNew(graph, centreX, centreY));
    }

    /**
     * New places for the whole graph, or for some of it.
     *
     * @param only who may move; empty means everybody who is not pinned
     */
    public List<tendril.graph.Placement> arrange(LayoutEngine engine, Set<Indicator> only, LayoutRun run) {
        LayoutGraph free = graph;
        if (!only.isEmpty()) {
            BitSet moving = new BitSet();
            for (int i = 0; i < nodes.size(); i++) {
                moving.set(i, only.contains(nodes.get(i)) && !graph.isPinned(i));
            }
            free = graph.withOnlyFree(moving);
        }
        return moves(engine.arrange(free, run));
    }

    /** What of these positions differs from where things stand. */
    public List<tendril.graph.Placement> moves(Positions positions) {
        List<tendril.graph.Placement> moves = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            boolean same = graph.start().x(i) == positions.x(i) && graph.start().y(i) == positions.y(i);
            if (!same && positions.isPlaced(i)) {
                moves.add(new tendril.graph.Placement(nodes.get(i), positions.x(i), positions.y(i)));
            }
        }
        return moves;
    }
}
