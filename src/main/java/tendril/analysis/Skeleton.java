package tendril.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
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
    private static final int NOT_HERE = -1;

    private final List<Indicator> indicators;
    private final Map<Indicator, Integer> numbers;
    private final List<LinkKey> links;
    private final int[] from;
    private final int[] to;
    private final Rows leaving;
    private final Rows entering;
    private final Rows neighbours;

    private Skeleton(List<Indicator> indicators, Stream<LinkKey> candidates, int linksExpected) {
        this.indicators = Collections.unmodifiableList(indicators);
        this.numbers = HashMap.newHashMap(indicators.size());
        indicators.forEach(indicator -> numbers.put(indicator, numbers.size()));
        List<LinkKey> kept = new ArrayList<>(linksExpected);
        int[] starts = new int[linksExpected];
        int[] ends = new int[linksExpected];
        candidates.forEach(key -> {
            int start = numbers.getOrDefault(key.from(), NOT_HERE);
            int end = numbers.getOrDefault(key.to(), NOT_HERE);
            if (start != NOT_HERE && end != NOT_HERE) {
                starts[kept.size()] = start;
                ends[kept.size()] = end;
                kept.add(key);
            }
        });
        this.links = Collections.unmodifiableList(kept);
        this.from = Arrays.copyOf(starts, kept.size());
        this.to = Arrays.copyOf(ends, kept.size());
        this.leaving = Rows.grouped(indicators.size(), from);
        this.entering = Rows.grouped(indicators.size(), to);
        this.neighbours = Rows.neighbours(from, to, leaving, entering);
    }

    /** Takes the shape of a case as it stands. Call it on the case thread, and once for each delta, not for each question. */
    public static Skeleton of(CaseGraph graph, Scope scope) {
        List<Indicator> indicators = new ArrayList<>(graph.entityCount());
        graph.entities().filter(scope::holds).map(Entity::indicator).forEach(indicators::add);
        return new Skeleton(indicators, graph.links().map(Link::key), graph.linkCount());
    }

    /** Of these entities and those of the links that join two of them, each given once. */
    static Skeleton of(List<Indicator> indicators, List<LinkKey> links) {
        return new Skeleton(List.copyOf(indicators), links.stream(), links.size());
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
