package tendril.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.graphstream.algorithm.ConnectedComponents;
import org.graphstream.algorithm.PageRank;
import org.graphstream.graph.Edge;
import org.graphstream.graph.Graph;
import org.graphstream.graph.Node;
import org.graphstream.graph.implementations.MultiGraph;
import tendril.graph.CaseGraph;
import tendril.graph.Entity;
import tendril.graph.GraphDelta;
import tendril.graph.Link;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;

/**
 * A case graph as a GraphStream graph, kept in step by deltas. Confined to the case thread.
 *
 * <p><b>What is in it.</b> A node for each entity of the scope, a directed edge for each link between two of them; links
 * that run side by side are edges side by side, and a link of an entity with itself is a loop. GraphStream's names for
 * nodes and edges are running numbers, never values: a value is hostile text, and GraphStream writes names unescaped.
 * The attributes are {@value #INDICATOR} and, once it has one, {@value #PLACE} of a node, and {@value #KEY} of an edge.
 *
 * <p><b>When to use it.</b> For what GraphStream computes well while a person waits. Whatever may take long belongs on
 * another thread, which must never see this graph: give it {@link #skeleton()} instead.
 */
public final class GraphMirror {
    /** Node attribute: its {@link Indicator}. */
    static final String INDICATOR = "indicator";
    /** Node attribute: its {@link Entity.Place}. */
    static final String PLACE = "place";
    /** Edge attribute: its {@link LinkKey}. */
    static final String KEY = "key";
    /** Above so many entities PageRank is computed over arrays: GraphStream's takes seconds there. */
    static final int GRAPHSTREAM_RANK_ENTITIES_MAX = 1_000;
    /**
     * A delta that takes out more elements than this makes a new graph: GraphStream looks for each edge among all those
     * of its node, so emptying a hub one by one takes the square of its links.
     */
    static final int REMOVALS_ONE_BY_ONE_MAX = 1_000;

    private final CaseGraph source;
    private final Scope scope;
    private final Graph graph = new MultiGraph("case", true, false);
    private final Map<Indicator, Node> nodes = new HashMap<>();
    private final Map<LinkKey, Edge> edges = new HashMap<>();
    private long lastName;
    private Optional<Skeleton> skeleton = Optional.empty();

    /**
     * Mirrors a case from now on; the caller passes on each delta by {@link #accept}.
     *
     * @param source the case, as it stands after each delta that is passed on
     */
    public GraphMirror(CaseGraph source, Scope scope) {
        this.source = source;
        this.scope = scope;
        load();
    }

    /** Takes in what one batch of facts changed; the case must already stand as it is after it. */
    public void accept(GraphDelta delta) {
        if (!delta.touchesGraph()) {
            return;
        }
        List<Entity> changed = found(delta.entitiesChanged());
        List<Indicator> leaving = new ArrayList<>(delta.entitiesRemoved());
        changed.stream()
                .filter(entity -> !scope.holds(entity))
                .map(Entity::indicator)
                .forEach(leaving::add);
        if (leaving.size() + delta.linksRemoved().size() > REMOVALS_ONE_BY_ONE_MAX) {
            reload();
            return;
        }
        delta.linksRemoved().forEach(this::remove);
        leaving.forEach(this::remove);
        found(delta.entitiesAdded()).forEach(this::put);
        changed.forEach(this::put);
        found(delta.entitiesMoved()).forEach(this::put);
        delta.linksAdded().forEach(this::put);
    }

    public int entityCount() {
        return graph.getNodeCount();
    }

    public int linkCount() {
        return graph.getEdgeCount();
    }

    /** The shape of the mirrored graph as it stands, for any thread; made once for each change of shape. */
    public Skeleton skeleton() {
        Skeleton shape = skeleton.orElseGet(() -> Skeleton.of(source, scope));
        skeleton = Optional.of(shape);
        return shape;
    }

    /** The parts of the graph that no link joins, by GraphStream; equal to {@link Measures#components()}. */
    public Components components() {
        var algorithm = new ConnectedComponents();
        algorithm.init(graph);
        try {
            algorithm.compute();
            return Components.of(graph.nodes()
                    .collect(Collectors.groupingBy(
                            node -> algorithm.getConnectedComponentOf(node).id,
                            Collectors.mapping(GraphMirror::indicator, Collectors.toList())))
                    .values());
        } finally {
            algorithm.terminate();
        }
    }

    /**
     * PageRank, by GraphStream in a small case; {@link Measures#pageRank()}, which is the same but for the last digits,
     * in a larger one.
     */
    public Ranking pageRank() {
        // Starting with one share of nobody is no number, so an empty graph does not go there either.
        if (graph.getNodeCount() == 0 || graph.getNodeCount() > GRAPHSTREAM_RANK_ENTITIES_MAX) {
            return new Measures(skeleton()).pageRank();
        }
        var algorithm = new PageRank(Measures.PAGE_RANK_DAMPING, Measures.PAGE_RANK_PRECISION, "rank");
        algorithm.init(graph);
        try {
            algorithm.compute();
            return Ranking.of(graph.nodes().collect(Collectors.toMap(GraphMirror::indicator, algorithm::getRank)));
        } finally {
            algorithm.terminate();
        }
    }

    /** What the GraphStream graph itself holds, read from it alone. */
    Contents contents() {
        return new Contents(
                graph.nodes()
                        .collect(Collectors.toMap(
                                GraphMirror::indicator,
                                node -> Optional.ofNullable(node.getAttribute(PLACE, Entity.Place.class)))),
                graph.edges()
                        .map(edge -> new Arrow(
                                edge.getAttribute(KEY, LinkKey.class),
                                indicator(edge.getSourceNode()),
                                indicator(edge.getTargetNode()),
                                edge.isDirected()))
                        .collect(Collectors.toSet()));
    }

    record Contents(Map<Indicator, Optional<Entity.Place>> places, Set<Arrow> arrows) {}

    record Arrow(LinkKey key, Indicator from, Indicator to, boolean directed) {}

    private void reload() {
        graph.clear();
        nodes.clear();
        edges.clear();
        load();
    }

    private void load() {
        skeleton = Optional.empty();
        source.entities().filter(scope::holds).forEach(this::putNode);
        source.links().map(Link::key).forEach(this::put);
    }

    private List<Entity> found(List<Indicator> indicators) {
        return indicators.stream().map(source::entity).flatMap(Optional::stream).toList();
    }

    /** Brings one entity up to date; one that comes into the scope brings its links with it. */
    private void put(Entity entity) {
        if (!scope.holds(entity)) {
            return;
        }
        boolean isNew = !nodes.containsKey(entity.indicator());
        putNode(entity);
        if (isNew) {
            source.linksOf(entity.indicator()).map(Link::key).forEach(this::put);
        }
    }

    private void putNode(Entity entity) {
        Node node = nodes.computeIfAbsent(entity.indicator(), this::newNode);
        entity.place().ifPresentOrElse(place -> node.setAttribute(PLACE, place), () -> node.removeAttribute(PLACE));
    }

    private Node newNode(Indicator indicator) {
        skeleton = Optional.empty();
        Node node = graph.addNode(nextName());
        node.setAttribute(INDICATOR, indicator);
        return node;
    }

    private void put(LinkKey key) {
        Node from = nodes.get(key.from());
        Node to = nodes.get(key.to());
        if (from == null || to == null || edges.containsKey(key)) {
            return;
        }
        skeleton = Optional.empty();
        Edge edge = graph.addEdge(nextName(), from, to, true);
        edge.setAttribute(KEY, key);
        edges.put(key, edge);
    }

    private void remove(Indicator indicator) {
        Node node = nodes.remove(indicator);
        if (node != null) {
            skeleton = Optional.empty();
            node.edges().map(edge -> edge.getAttribute(KEY, LinkKey.class)).forEach(edges::remove);
            graph.removeNode(node);
        }
    }

    private void remove(LinkKey key) {
        Edge edge = edges.remove(key);
        if (edge != null) {
            skeleton = Optional.empty();
            graph.removeEdge(edge);
        }
    }

    private String nextName() {
        return Long.toString(lastName++);
    }

    private static Indicator indicator(Node node) {
        return node.getAttribute(INDICATOR, Indicator.class);
    }
}
