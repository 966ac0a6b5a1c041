package tendril.exchange.graphml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tendril.exchange.ExchangeNode.Spot;

/** What stands in a GraphML file, before anybody asks what it means. Filled by {@link GraphmlParser}, then only read. */
class RawGraph {
    /**
     * A declared datum.
     *
     * @param id       by which data name it
     * @param on       {@code node}, {@code edge}, {@code graph}, or {@code all}
     * @param title    what the writer calls it
     * @param fallback what elements without it have, if anything
     */
    record Key(String id, String on, String title, Optional<String> fallback) {
        boolean isFor(String element) {
            return on.equals(element) || on.equals("all");
        }
    }

    /** A node or an edge, and what foreign markup inside it says. */
    static final class Element {
        final String id;
        final String source;
        final String target;
        final boolean directed;

        /** Plain data by key id. */
        final Map<String, String> data = new LinkedHashMap<>();

        /** What yEd shows on it. */
        String shownLabel = "";

        /** Where yEd or Maltego has it. */
        Optional<Spot> place = Optional.empty();

        /** Maltego's or Neo4j's type. */
        String foreignType = "";

        /** Maltego's properties by name. */
        final Map<String, String> foreignProperties = new LinkedHashMap<>();

        /** Maltego's notes. */
        String foreignNote = "";

        Element(String id, String source, String target, boolean directed) {
            this.id = id;
            this.source = source;
            this.target = target;
            this.directed = directed;
        }
    }

    final Map<String, Key> keys = new LinkedHashMap<>();
    final Map<String, String> graphData = new LinkedHashMap<>();
    final Map<String, Element> nodes = new LinkedHashMap<>();
    final List<Element> edges = new ArrayList<>();
    int nestedGraphs;
    int hyperedges;
    int repeatedNodes;

    void add(Key key) {
        keys.put(key.id(), key);
    }

    /** Takes what is said of the graph itself. */
    void state(String key, String value) {
        graphData.put(key, value);
    }

    /** The node of this id, to be filled in: a new one, or the one that is there already. */
    Element begin(String id) {
        Element known = nodes.get(id);
        if (known != null) {
            repeatedNodes++;
            return known;
        }
        Element node = new Element(id, "", "", true);
        nodes.put(id, node);
        return node;
    }

    /** All of this node has been read. */
    void end(Element node) {}

    /** Takes an edge, all of which has been read. */
    void add(Element edge) {
        edges.add(edge);
    }

    int nodeCount() {
        return nodes.size();
    }

    int edgeCount() {
        return edges.size();
    }
}
