package tendril.exchange.graphml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import tendril.exchange.ExchangeLink;
import tendril.exchange.ExchangeNode;
import tendril.exchange.Exporting;
import tendril.exchange.ImportedGraph;
import tendril.exchange.Source;
import tendril.exchange.Stated;
import tendril.exchange.xml.XmlText;
import tendril.graph.Flag;
import tendril.graph.Handling;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/**
 * Puts one graph into one stream. Ids are {@code n0} and {@code e0}, never the value: the schema takes no spaces or at
 * signs there. The order of the data is fixed, and in the yEd profile the shapes come first, because networkx lets a
 * shape's place overwrite the plain one that came before it. Confined to one thread, for one graph.
 */
final class GraphmlWriter {
    private static final int CHUNK_CHARS = 64 * 1024;
    private static final double NODE_SIZE = 20;
    private static final int HEX_DIGITS = 6;

    private final OutputStream out;
    private final YedShapes shapes;
    private final boolean yed;
    private final ToIntFunction<IndicatorType> rgb;
    private final StringBuilder xml = new StringBuilder(2 * CHUNK_CHARS);
    private final XmlText text = new XmlText();
    private final PropertyKeys nodeKeys = new PropertyKeys("node");
    private final PropertyKeys linkKeys = new PropertyKeys("edge");
    private final Map<Indicator, Integer> numbers = new HashMap<>();
    private long links;

    GraphmlWriter(OutputStream out, GraphmlProfile profile, ToIntFunction<IndicatorType> rgb) {
        this.out = out;
        this.yed = profile == GraphmlProfile.YED;
        this.rgb = rgb;
        this.shapes = new YedShapes(xml, text);
    }

    void write(ImportedGraph graph) throws IOException {
        graph.nodes().forEach(node -> nodeKeys.add(node.properties()));
        graph.links().forEach(link -> linkKeys.add(link.properties()));
        head();
        xml.append("  <graph id=\"G\" edgedefault=\"directed\">\n");
        data("    ", Attribute.FORMAT, Attribute.FORMAT_VERSION);
        data("    ", Attribute.CASE_NAME, graph.name());
        for (ExchangeNode node : graph.nodes()) {
            node(node);
            flush(CHUNK_CHARS);
        }
        for (ExchangeLink link : graph.links()) {
            link(link);
            flush(CHUNK_CHARS);
        }
        xml.append("  </graph>\n</graphml>\n");
        flush(0);
    }

    Exporting.Written written() {
        return new Exporting.Written(numbers.size(), links, text.replaced());
    }

    private void head() {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n")
                .append("    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n")
                .append(yed ? "    xmlns:y=\"" + YedShapes.NAMESPACE + "\"\n" : "")
                .append("    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns")
                .append(" http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd\">\n");
        if (yed) {
            shapes.keys();
        }
        for (Attribute attribute : Attribute.values()) {
            key(attribute.id(), attribute.on(), attribute.title(), attribute.type())
                    .append("/>\n");
        }
        for (PropertyKeys keys : List.of(nodeKeys, linkKeys)) {
            for (PropertyKeys.Key key : keys.all()) {
                key(key.id(), keys.on(), key.title(), "string").append("/>\n");
            }
        }
    }

    private StringBuilder key(String id, String on, String title, String type) {
        return xml.append("  <key id=\"")
                .append(id)
                .append("\" for=\"")
                .append(on)
                .append("\" attr.name=\"")
                .append(title)
                .append("\" attr.type=\"")
                .append(type)
                .append('"');
    }

    private void node(ExchangeNode node) {
        int number = numbers.size();
        if (numbers.putIfAbsent(node.indicator(), number) != null) {
            return;
        }
        IndicatorType type = node.indicator().type();
        int colour = rgb.applyAsInt(type) & 0xffffff;
        xml.append("    <node id=\"n").append(number).append("\">\n");
        if (yed) {
            shapes.node(node, colour);
        }
        data(Attribute.LABEL, node.indicator().value());
        data(Attribute.NAME, node.indicator().value());
        data(Attribute.TYPE, type.id());
        data(Attribute.LABEL_V, type.id());
        data(Attribute.COLOR, hex(colour));
        data(Attribute.RED, Integer.toString(colour >> 16));
        data(Attribute.GREEN, Integer.toString(colour >> 8 & 0xff));
        data(Attribute.BLUE, Integer.toString(colour & 0xff));
        node.place().filter(ExchangeNode.Spot::isFinite).ifPresent(place -> {
            data(Attribute.X, Double.toString(place.x()));
            data(Attribute.Y, Double.toString(place.y()));
        });
        data(Attribute.SIZE, Double.toString(NODE_SIZE));
        marks(node);
        properties(nodeKeys, node.properties());
        data(Attribute.SOURCES, lines(node.sources()));
        xml.append("    </node>\n");
    }

    private void marks(ExchangeNode node) {
        data(Attribute.NOTE, node.note());
        data(Attribute.FLAG, node.flag() == Flag.NONE ? "" : node.flag().name().toLowerCase(Locale.ROOT));
        data(Attribute.TAGS, String.join("\n", node.tags()));
        data(Attribute.PINNED, node.pinned() ? "true" : "");
        data(Attribute.HIDDEN, node.hidden() ? "true" : "");
        Handling handling = node.handling();
        data(Attribute.TLP, handling.tlp().label());
        data(Attribute.PAP, handling.pap().label());
    }

    private void link(ExchangeLink link) {
        Integer from = numbers.get(link.key().from());
        Integer to = numbers.get(link.key().to());
        if (from == null || to == null) {
            return;
        }
        xml.append("    <edge id=\"e").append(links++).append("\" source=\"n").append(from);
        xml.append("\" target=\"n").append(to).append("\">\n");
        if (yed) {
            shapes.link(link);
        }
        data(Attribute.LINK_LABEL, link.key().label());
        data(Attribute.INTERACTION, link.key().label());
        data(Attribute.LABEL_E, link.key().label());
        data(Attribute.WEIGHT, Double.toString(Math.max(1, link.sources().size())));
        data(Attribute.FIRST_SEEN, link.seen().first().map(Objects::toString).orElse(""));
        data(Attribute.LAST_SEEN, link.seen().last().map(Objects::toString).orElse(""));
        properties(linkKeys, link.properties());
        data(Attribute.LINK_SOURCES, lines(link.sources()));
        xml.append("    </edge>\n");
    }

    private void properties(PropertyKeys keys, List<Stated> properties) {
        List<PropertyKeys.Key> found = keys.of(properties);
        for (int i = 0; i < found.size(); i++) {
            datum("      ", found.get(i).id(), properties.get(i).value());
        }
    }

    private static String lines(List<Source> sources) {
        return sources.stream().map(Source::line).collect(Collectors.joining("\n"));
    }

    private void data(Attribute attribute, String value) {
        data("      ", attribute, value);
    }

    /** What is empty is left out; a property is not, for an empty value is one too. */
    private void data(String indent, Attribute attribute, String value) {
        if (!value.isEmpty()) {
            datum(indent, attribute.id(), value);
        }
    }

    private void datum(String indent, String key, String value) {
        xml.append(indent).append("<data key=\"").append(key).append("\">");
        text.content(xml, value);
        xml.append("</data>\n");
    }

    static String hex(int colour) {
        return "#" + HexFormat.of().toHexDigits(colour, HEX_DIGITS);
    }

    private void flush(int least) throws IOException {
        if (xml.length() > least) {
            out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
            xml.setLength(0);
        }
    }
}
