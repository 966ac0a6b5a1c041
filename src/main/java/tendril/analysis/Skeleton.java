package tendril.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import tendril.graph.CaseGraph;
import tendril.graph.Entity;
import tendril.graph.Link;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;

/**
 * The shape of a case graph at one moment: entities are numbers from 0 in the order they came into the case, links are
 * two arrays of such numbers. Immutable, so any thread may compute on it while the case goes on.
 */
public final class Skeleton {
    private final List<Indicator> indicators;
    private final Map<Indicator, Integer> numbers;
    private final List<LinkKey> links;
    private final int[] from;
    private final int[] to;
    private final Rows leaving;
    private final Rows entering;
    private final Rows neighbours;

    private Skeleton(List<Indicator> indicators, Map<Indicator, Integer> numbers, List<LinkKey> links) {
        this.indicators = Collections.unmodifiableList(indicators);
        this.numbers = numbers;
        this.links = Collections.unmodifiableList(links);
        this.from = new int[links.size()];
        this.to = new int[links.size()];
        for (int link = 0; link < from.length; link++) {
            from[link] = requireNumber(links.get(link).from());
            to[link] = requireNumber(links.get(link).to());
        }
        this.leaving = Rows.grouped(indicators.size(), from);
        this.entering = Rows.grouped(indicators.size(), to);
        this.neighbours = Rows.neighbours(from, to, leaving, entering);
    }

    private int requireNumber(Indicator indicator) {
        return number(indicator).orElseThrow();
    }

    /** Takes the shape of a case as it stands. Call it on the case thread, and once for each delta, not for each question. */
    public static Skeleton of(CaseGraph graph, Scope scope) {
        List<Indicator> indicators = new ArrayList<>(graph.entityCount());
        Map<Indicator, Integer> numbers = HashMap.newHashMap(graph.entityCount());
        graph.entities().filter(scope::holds).map(Entity::indicator).forEach(indicator -> {
            numbers.put(indicator, indicators.size());
            indicators.add(indicator);
        });
        List<LinkKey> links = new ArrayList<>(graph.linkCount());
        graph.links()
                .map(Link::key)
                .filter(key -> numbers.containsKey(key.from()) && numbers.containsKey(key.to()))
                .forEach(links::add);
        return new Skeleton(indicators, numbers, links);
    }

    /** Of these entities and links, each given once; the ends of every link are among the entities. */
    static Skeleton of(List<Indicator> indicators, List<LinkKey> links) {
        Map<Indicator, Integer> numbers = HashMap.newHashMap(indicators.size());
        indicators.forEach(indicator -> numbers.put(indicator, numbers.size()));
        return new Skeleton(List.copyOf(indicators), numbers, List.copyOf(links));
    }

    /** The entities, in the order they came into the case. */
    public List<Indicator> indicators() {
        return indicators;
    }

    /** The links, in the order they came into the case. */
    public List<LinkKey> links() {
        return links;
    }

    public boolean contains(Indicator indicator) {
        return numbers.containsKey(indicator);
    }

    int size() {
        return indicators.size();
    }

    Indicator indicator(int node) {
        return indicators.get(node);
    }

    OptionalInt number(Indicator indicator) {
        Integer number = numbers.get(indicator);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Those of them that are here. */
    BitSet numbers(Collection<Indicator> chosen) {
        BitSet nodes = new BitSet(size());
        chosen.forEach(indicator -> number(indicator).ifPresent(nodes::set));
        return nodes;
    }

    /** In the order they came into the case. */
    Set<Indicator> indicators(BitSet nodes) {
        Set<Indicator> chosen = LinkedHashSet.newLinkedHashSet(nodes.cardinality());
        nodes.stream().forEach(node -> chosen.add(indicators.get(node)));
        return Collections.unmodifiableSet(chosen);
    }

    int from(int link) {
        return from[link];
    }

    int to(int link) {
        return to[link];
    }

    /** For each node the numbers of the links that start there. */
    Rows leaving() {
        return leaving;
    }

    /** For each node the numbers of the links that end there. */
    Rows entering() {
        return entering;
    }

    /** For each node the others it is linked with, whatever the direction, each once. */
    Rows neighbours() {
        return neighbours;
    }
}
