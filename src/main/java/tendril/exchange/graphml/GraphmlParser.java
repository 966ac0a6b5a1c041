package tendril.exchange.graphml;

import java.util.Map;
import java.util.Optional;
import tendril.exchange.ExchangeNode.Spot;
import tendril.exchange.graphml.RawGraph.Element;
import tendril.exchange.xml.XmlCursor;
import tendril.exchange.xml.XmlCursor.Piece;
import tendril.exchange.xml.XmlTrouble;

/**
 * Reads the elements of GraphML, with or without its namespace, and what yEd and Maltego put inside. Elements are told
 * by their names without prefix: writers in the wild differ in namespaces and in the ids of keys. Nested graphs are read
 * as part of the one graph. Confined to one thread, for one file.
 */
final class GraphmlParser {
    /** Most nodes of a file. */
    static final int NODES_MAX = 2_000_000;
    /** Most edges of a file. */
    static final int EDGES_MAX = 10_000_000;

    private final XmlCursor xml;
    private final RawGraph graph;
    private int graphs;

    GraphmlParser(XmlCursor xml, RawGraph into) {
        this.xml = xml;
        this.graph = into;
    }

    /** Reads the whole file into the graph. */
    void parse() throws XmlTrouble {
        Piece first = xml.next();
        while (first == Piece.TEXT) {
            first = xml.next();
        }
        if (first != Piece.START || !xml.name().equals("graphml")) {
            throw new XmlTrouble(
                    first == Piece.START
                            ? "this is XML but not GraphML: it begins with <" + shortened(xml.name()) + ">"
                            : "there is nothing in the file",
                    xml.line());
        }
        int root = xml.depth();
        while (xml.depth() >= root) {
            switch (xml.next()) {
                case START -> topLevel();
                case END, TEXT -> {}
                case END_OF_FILE -> throw new XmlTrouble("the file ends too early", xml.line());
            }
        }
        readToTheEnd();
        if (graphs == 0) {
            throw new XmlTrouble("there is no graph in the file", xml.line());
        }
    }

    /** What comes after the graph must be well-formed too. */
    private void readToTheEnd() throws XmlTrouble {
        while (xml.next() != Piece.END_OF_FILE) {
            continue;
        }
    }

    private void topLevel() throws XmlTrouble {
        switch (xml.name()) {
            case "key" -> key();
            case "graph" -> graph(true);
            default -> xml.skip();
        }
    }

    private void key() throws XmlTrouble {
        String id = required("id", "a key");
        String on = xml.attribute("for").orElse("all");
        String title = xml.attribute("attr.name").orElse("");
        Optional<String> fallback = Optional.empty();
        int inside = xml.depth();
        while (xml.depth() >= inside) {
            if (next() == Piece.START) {
                if (xml.name().equals("default")) {
                    fallback = Optional.of(xml.text());
                } else {
                    xml.skip();
                }
            }
        }
        graph.add(new RawGraph.Key(id, on, title, fallback));
    }

    private void graph(boolean top) throws XmlTrouble {
        graphs++;
        if (!top || graphs > 1) {
            graph.nestedGraphs++;
        }
        boolean directed = !xml.attribute("edgedefault").orElse("directed").equals("undirected");
        int inside = xml.depth();
        while (xml.depth() >= inside) {
            if (next() == Piece.START) {
                switch (xml.name()) {
                    case "node" -> node();
                    case "edge" -> edge(directed);
                    case "hyperedge" -> {
                        graph.hyperedges++;
                        xml.skip();
                    }
                    case "data" -> {
                        String key = xml.attribute("key").orElse("");
                        String value = xml.text();
                        if (top) {
                            graph.state(key, value);
                        }
                    }
                    default -> xml.skip();
                }
            }
        }
    }

    private void node() throws XmlTrouble {
        String id = required("id", "a node");
        Element node = graph.begin(id);
        if (graph.nodeCount() > NODES_MAX) {
            throw new XmlTrouble("there are more than " + NODES_MAX + " nodes", xml.line());
        }
        node.foreignType = xml.attribute("labels").orElse(node.foreignType);
        inside(node);
        graph.end(node);
    }

    private void edge(boolean directedByDefault) throws XmlTrouble {
        boolean directed = xml.attribute("directed").map("true"::equals).orElse(directedByDefault);
        Element edge = new Element(
                xml.attribute("id").orElse(""), required("source", "an edge"), required("target", "an edge"), directed);
        edge.foreignType = xml.attribute("label").orElse("");
        inside(edge);
        graph.add(edge);
        if (graph.edgeCount() > EDGES_MAX) {
            throw new XmlTrouble("there are more than " + EDGES_MAX + " edges", xml.line());
        }
    }

    private void inside(Element element) throws XmlTrouble {
        int inside = xml.depth();
        while (xml.depth() >= inside) {
            if (next() == Piece.START) {
                switch (xml.name()) {
                    case "data" -> data(element);
                    case "graph" -> graph(false);
                    default -> xml.skip();
                }
            }
        }
    }

    /** Plain text is a datum; elements inside are what another program draws or means. */
    private void data(Element element) throws XmlTrouble {
        String key = xml.attribute("key").orElse("");
        StringBuilder text = new StringBuilder();
        boolean plain = true;
        int inside = xml.depth();
        while (xml.depth() >= inside) {
            switch (next()) {
                case TEXT -> xml.append(text);
                case START -> {
                    plain = false;
                    foreign(element);
                }
                case END, END_OF_FILE -> {}
            }
        }
        if (plain) {
            element.data.put(key, text.toString());
        }
    }

    private void foreign(Element element) throws XmlTrouble {
        switch (xml.name()) {
            case "Geometry" -> element.place = geometry().or(() -> element.place);
            case "Position" -> element.place = spot("x", "y").or(() -> element.place);
            case "NodeLabel", "EdgeLabel" -> {
                String label = xml.text().strip();
                element.shownLabel = element.shownLabel.isEmpty() ? label : element.shownLabel;
            }
            case "MaltegoEntity", "MaltegoLink" ->
                element.foreignType = xml.attribute("type").orElse("");
            case "Property" -> property(element.foreignProperties);
            case "Notes", "Note" -> element.foreignNote = xml.text().strip();
            default -> {}
        }
    }

    private void property(Map<String, String> properties) throws XmlTrouble {
        String name = xml.attribute("name").orElse("");
        String value = xml.text().strip();
        if (!name.isEmpty()) {
            properties.putIfAbsent(name, value);
        }
    }

    /** yEd says where the upper left corner is. */
    private Optional<Spot> geometry() {
        double width = number("width").orElse(0.0);
        double height = number("height").orElse(0.0);
        return spot("x", "y").map(corner -> new Spot(corner.x() + width / 2, corner.y() + height / 2));
    }

    private Optional<Spot> spot(String x, String y) {
        return number(x).flatMap(left -> number(y).map(top -> new Spot(left, top)));
    }

    private Optional<Double> number(String attribute) {
        return xml.attribute(attribute).flatMap(Numbers::finite);
    }

    private String required(String attribute, String of) throws XmlTrouble {
        Optional<String> value = xml.attribute(attribute);
        if (value.isEmpty()) {
            throw new XmlTrouble(of + " has no \"" + attribute + "\"", xml.line());
        }
        return value.get();
    }

    private Piece next() throws XmlTrouble {
        Piece piece = xml.next();
        if (piece == Piece.END_OF_FILE) {
            throw new XmlTrouble("the file ends too early", xml.line());
        }
        return piece;
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
