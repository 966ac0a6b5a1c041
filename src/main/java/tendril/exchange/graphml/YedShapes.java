package tendril.exchange.graphml;

import tendril.exchange.ExchangeLink;
import tendril.exchange.ExchangeNode;
import tendril.exchange.xml.XmlText;

/** Writes what yEd draws: an ellipse with a label beneath for a node, an arrow with a label for a link. */
final class YedShapes {
    static final String NAMESPACE = "http://www.yworks.com/xml/graphml";

    private static final String NODE_KEY = "ng";
    private static final String LINK_KEY = "eg";
    private static final double SIDE = 30;

    private final StringBuilder xml;
    private final XmlText text;

    YedShapes(StringBuilder xml, XmlText text) {
        this.xml = xml;
        this.text = text;
    }

    void keys() {
        xml.append("  <key id=\"" + NODE_KEY + "\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n")
                .append("  <key id=\"" + LINK_KEY + "\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n");
    }

    /** yEd's place is the upper left corner, ours the middle. */
    void node(ExchangeNode node, int colour) {
        xml.append("      <data key=\"" + NODE_KEY + "\"><y:ShapeNode>");
        xml.append("<y:Geometry height=\"")
                .append(SIDE)
                .append("\" width=\"")
                .append(SIDE)
                .append('"');
        node.place()
                .filter(ExchangeNode.Spot::isFinite)
                .ifPresent(place -> xml.append(" x=\"")
                        .append(place.x() - SIDE / 2)
                        .append("\" y=\"")
                        .append(place.y() - SIDE / 2)
                        .append('"'));
        xml.append("/><y:Fill color=\"").append(GraphmlWriter.hex(colour)).append("\" transparent=\"false\"/>");
        xml.append("<y:BorderStyle color=\"#404040\" type=\"line\" width=\"1.0\"/>");
        xml.append("<y:NodeLabel modelName=\"sides\" modelPosition=\"s\">");
        text.content(xml, node.indicator().value());
        xml.append("</y:NodeLabel><y:Shape type=\"ellipse\"/></y:ShapeNode></data>\n");
    }

    void link(ExchangeLink link) {
        xml.append("      <data key=\"" + LINK_KEY + "\"><y:PolyLineEdge>");
        xml.append("<y:LineStyle color=\"#606060\" type=\"line\" width=\"1.0\"/>");
        xml.append("<y:Arrows source=\"none\" target=\"standard\"/><y:EdgeLabel>");
        text.content(xml, link.key().label());
        xml.append("</y:EdgeLabel></y:PolyLineEdge></data>\n");
    }
}
