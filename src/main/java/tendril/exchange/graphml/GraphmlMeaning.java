package tendril.exchange.graphml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tendril.exchange.ExchangeLink;
import tendril.exchange.ExchangeNode;
import tendril.exchange.ImportedGraph;
import tendril.exchange.Source;
import tendril.exchange.Stated;
import tendril.exchange.graphml.RawGraph.Element;
import tendril.graph.Flag;
import tendril.graph.Handling;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;

/** Says what the elements of a GraphML file mean here. Confined to one thread, for one file. */
final class GraphmlMeaning {
    private final RawGraph raw;
    private final boolean ours;
    private final NodeMeaning nodeMeaning;
    private final LinkMeaning linkMeaning;
    private final Map<String, Indicator> byId = new HashMap<>();
    private final Map<Indicator, ExchangeNode> nodes = new LinkedHashMap<>();
    private final Map<LinkKey, ExchangeLink> links = new LinkedHashMap<>();
    private int nameless;
    private int merged;
    private int dangling;
    private int undirected;

    GraphmlMeaning(RawGraph raw) {
        this.raw = raw;
        this.ours = Attribute.FORMAT_VERSION.equals(raw.graphData.get(Attribute.FORMAT.id()))
                && raw.keys.containsKey(Attribute.FORMAT.id())
                && Attribute.FORMAT
                        .title()
                        .equals(raw.keys.get(Attribute.FORMAT.id()).title());
        this.nodeMeaning = new NodeMeaning(raw, ours);
        this.linkMeaning = new LinkMeaning(raw, ours);
    }

    /** What a file means all of which has been read. */
    static ImportedGraph of(RawGraph raw) {
        GraphmlMeaning meaning = new GraphmlMeaning(raw);
        raw.nodes.values().forEach(meaning::node);
        raw.edges.forEach(meaning::edge);
        return meaning.graph();
    }

    /** What has been understood so far. */
    ImportedGraph graph() {
        String name = ours ? raw.graphData.getOrDefault(Attribute.CASE_NAME.id(), "") : "";
        return new ImportedGraph(name, List.copyOf(nodes.values()), List.copyOf(links.values()), warnings());
    }

    /** Takes a node; false if nothing in it could be an indicator. */
    boolean node(Element element) {
        Optional<ExchangeNode> node = nodeMeaning.of(element);
        if (node.isEmpty()) {
            nameless++;
            return false;
        }
        Indicator indicator = node.get().indicator();
        // an id that is the value needs no room of its own
        byId.put(element.id.equals(indicator.value()) ? indicator.value() : element.id, indicator);
        ExchangeNode known = nodes.get(indicator);
        if (known != null) {
            merged++;
        }
        nodes.put(indicator, known == null ? node.get() : both(known, node.get()));
        return true;
    }

    /** Whether a node of this id was taken. */
    boolean knows(String id) {
        return byId.containsKey(id);
    }

    /** Takes an edge, after its nodes; one without them is left out. */
    void edge(Element element) {
        Indicator from = byId.get(element.source);
        Indicator to = byId.get(element.target);
        if (from == null || to == null) {
            dangling++;
            return;
        }
        if (!element.directed) {
            undirected++;
        }
        ExchangeLink link = linkMeaning.of(element, from, to);
        links.merge(link.key(), link, GraphmlMeaning::both);
    }

    /** Two nodes of a file that are one indicator. */
    private static ExchangeNode both(ExchangeNode first, ExchangeNode second) {
        SortedSet<String> tags = new TreeSet<>(first.tags());
        tags.addAll(second.tags());
        boolean same = first.note().equals(second.note());
        return new ExchangeNode(
                first.indicator(),
                first.place().or(second::place),
                same ? first.note() : (first.note() + "\n" + second.note()).strip(),
                first.flag() == Flag.NONE ? second.flag() : first.flag(),
                tags,
                first.pinned() || second.pinned(),
                first.hidden() && second.hidden(),
                first.handling().strictest(second.handling()),
                union(first.properties(), second.properties()),
                union(first.sources(), second.sources()));
    }

    private static ExchangeLink both(ExchangeLink first, ExchangeLink second) {
        return new ExchangeLink(
                first.key(),
                first.seen().widen(second.seen()),
                union(first.properties(), second.properties()),
                union(first.sources(), second.sources()));
    }

    private static <T> List<T> union(List<T> first, List<T> second) {
        Set<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        warn(warnings, nameless, "without any text that could be an indicator", "node", "left out");
        warn(warnings, merged, "that mean the same as another", "node", "put together with it");
        warn(warnings, raw.repeatedNodes, "whose id stands twice", "node", "put together");
        warn(warnings, dangling, "to a node that is not there", "edge", "left out");
        warn(warnings, undirected, "without a direction", "edge", "read as going from its source to its target");
        warn(warnings, raw.hyperedges, "between more than two nodes", "edge", "left out");
        warn(warnings, raw.nestedGraphs, "inside or beside the first", "graph", "read as part of it");
        return warnings;
    }

    private static void warn(List<String> warnings, int count, String which, String what, String done) {
        if (count > 0) {
            warnings.add(count + " " + what + (count == 1 ? " " : "s ") + which + (count == 1 ? " was " : " were ")
                    + done + ".");
        }
    }

    /** The sources that stand in a datum, a line each. */
    static List<Source> sources(String lines) {
        return lines.isEmpty() ? List.of() : lines.lines().map(Source::ofLine).toList();
    }

    static Handling handling(String tlp, String pap) {
        Handling.Tlp first = Handling.Tlp.UNSET;
        for (Handling.Tlp value : Handling.Tlp.values()) {
            first = value.label().equals(tlp) ? value : first;
        }
        Handling.Pap second = Handling.Pap.UNSET;
        for (Handling.Pap value : Handling.Pap.values()) {
            second = value.label().equals(pap) ? value : second;
        }
        return new Handling(first, second);
    }

    static List<Stated> stated(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> new Stated(entry.getKey(), entry.getValue()))
                .toList();
    }
}
