package tendril.exchange.graphml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tendril.exchange.ExchangeLink;
import tendril.exchange.ExchangeNode;
import tendril.exchange.ExchangeNode.Spot;
import tendril.exchange.ImportedGraph;
import tendril.exchange.Stated;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;

/** What other tools write, in the smallest form that still has their habits. */
class GraphmlDialectsTest {
    private static final Indicator EVIL = Graphs.domain("evil.example");
    private static final Indicator HOST = Graphs.ip("192.0.2.7");

    @Test
    void networkxPutsTheValueIntoTheId() {
        ImportedGraph graph = Graphs.read("""
                <?xml version='1.0' encoding='utf-8'?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                  <key id="d1" for="edge" attr.name="weight" attr.type="long"/>
                  <key id="d0" for="node" attr.name="seen" attr.type="long"/>
                  <graph edgedefault="directed">
                    <node id="evil.example"><data key="d0">3</data></node>
                    <node id="192.0.2.7"/>
                    <edge source="evil.example" target="192.0.2.7" id="0"><data key="d1">2</data></edge>
                  </graph>
                </graphml>
                """.strip());
        assertThat(indicators(graph)).containsExactly(EVIL, HOST);
        assertThat(graph.nodes().getFirst().properties()).containsExactly(new Stated("seen", "3"));
        assertThat(graph.links()).containsExactly(Graphs.link(EVIL, HOST, LinkMeaning.NAMELESS));
        assertThat(graph.warnings()).isEmpty();
    }

    @Test
    void igraphAndGephiUseAttributes() {
        ImportedGraph graph = Graphs.read("""
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                  <key attr.name="label" attr.type="string" for="node" id="label"/>
                  <key id="v_id" for="node" attr.name="id" attr.type="string"/>
                  <key attr.name="x" attr.type="float" for="node" id="px"/>
                  <key attr.name="y" attr.type="float" for="node" id="py"/>
                  <key attr.name="r" attr.type="int" for="node" id="r"/>
                  <key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
                  <graph edgedefault="undirected">
                    <node id="n0"><data key="label">hxxp://evil[.]example/a</data><data key="px">1.5</data>
                      <data key="py">-2</data><data key="r">9</data></node>
                    <node id="n1"><data key="v_id">192.0.2.7</data><data key="px">NaN</data><data key="py">1</data></node>
                    <edge source="n0" target="n1"/>
                  </graph>
                </graphml>
                """);
        assertThat(indicators(graph)).containsExactly(new Indicator(IndicatorType.URL, "http://evil.example/a"), HOST);
        assertThat(graph.nodes().get(0).place()).contains(new Spot(1.5, -2));
        assertThat(graph.nodes().get(0).properties()).isEmpty();
        assertThat(graph.nodes().get(1).place()).isEmpty();
        assertThat(graph.warnings()).singleElement().asString().contains("1 edge without a direction");
    }

    @Test
    void tinkerpopNamesTypesAndRelationsInKeys() {
        ImportedGraph graph = Graphs.read("""
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                  <key id="labelV" for="node" attr.name="labelV" attr.type="string"/>
                  <key id="name" for="node" attr.name="name" attr.type="string"/>
                  <key id="labelE" for="edge" attr.name="labelE" attr.type="string"/>
                  <graph id="G" edgedefault="directed">
                    <node id="1"><data key="labelV">malware</data><data key="name">PlugX</data></node>
                    <node id="2"><data key="labelV">server</data><data key="name">evil.example</data></node>
                    <edge id="7" source="1" target="2"><data key="labelE">called</data></edge>
                  </graph>
                </graphml>
                """);
        Indicator plugx = new Indicator(IndicatorType.MALWARE, "plugx");
        assertThat(indicators(graph)).containsExactly(plugx, EVIL);
        assertThat(graph.nodes().get(0).properties()).isEmpty();
        assertThat(graph.nodes().get(1).properties()).containsExactly(new Stated("labelV", "server"));
        assertThat(graph.links()).containsExactly(Graphs.link(plugx, EVIL, "called"));
    }

    @Test
    void neo4jUsesAttributesOfTheElements() {
        ImportedGraph graph = Graphs.read("""
                <graphml><graph id="G" edgedefault="directed">
                <node id="n0" labels=":Domain"><data key="name">evil.example</data></node>
                <node id="n1" labels=":Phrase"><data key="name">192.0.2.7</data></node>
                <edge id="e0" source="n0" target="n1" label="RESOLVES"><data key="last_seen">2014-01-02T03:04:05Z</data></edge>
                </graph></graphml>
                """);
        Indicator phrase = new Indicator(IndicatorType.PHRASE, "192.0.2.7");
        assertThat(indicators(graph)).containsExactly(EVIL, phrase);
        assertThat(graph.links())
                .containsExactly(new ExchangeLink(
                        new LinkKey(EVIL, phrase, "RESOLVES"),
                        Seen.lastOn(LocalDate.of(2014, 1, 2)),
                        List.of(),
                        List.of()));
    }

    @Test
    void yedDrawsItsLabelsAndPlaces() {
        ImportedGraph graph = Graphs.read("""
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
                  <key for="node" id="d6" yfiles.type="nodegraphics"/>
                  <key for="edge" id="d10" yfiles.type="edgegraphics"/>
                  <key attr.name="description" attr.type="string" for="node" id="d5"/>
                  <graph edgedefault="directed" id="G">
                    <node id="n0"><data key="d5"/><data key="d6"><y:ShapeNode>
                      <y:Geometry height="30.0" width="40.0" x="100" y="50.0"/>
                      <y:NodeLabel alignment="center">evil.example<y:LabelModel><y:SmartNodeLabelModel/></y:LabelModel>
                      </y:NodeLabel></y:ShapeNode></data></node>
                    <node id="n1" yfiles.foldertype="group"><graph edgedefault="directed" id="n1:">
                      <node id="n1::n0"><data key="d6"><y:ShapeNode><y:NodeLabel>192.0.2.7</y:NodeLabel></y:ShapeNode></data></node>
                    </graph></node>
                    <edge id="e0" source="n0" target="n1::n0"><data key="d10"><y:PolyLineEdge>
                      <y:EdgeLabel>resolved to</y:EdgeLabel></y:PolyLineEdge></data></edge>
                  </graph>
                </graphml>
                """);
        assertThat(indicators(graph)).containsExactlyInAnyOrder(EVIL, HOST, new Indicator(IndicatorType.PHRASE, "n1"));
        assertThat(node(graph, EVIL).place()).contains(new Spot(120, 65));
        assertThat(graph.links()).containsExactly(Graphs.link(EVIL, HOST, "resolved to"));
        assertThat(graph.warnings()).singleElement().asString().contains("1 graph inside");
    }

    @Test
    void maltegoKeepsValuesInPropertiesOfTheirTypes() {
        ImportedGraph graph = Graphs.read("""
                <?xml version='1.1' encoding='UTF-8'?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:mtg="http://maltego.paterva.com/xml/mtgx">
                 <VersionInfo createdBy="Maltego" subtitle="" version="4.2.6"/>
                 <key attr.name="MaltegoEntity" for="node" id="d3"/>
                 <key for="node" id="d4" yfiles.type="nodegraphics"/>
                 <key attr.name="MaltegoLink" for="edge" id="d6"/>
                 <graph edgedefault="directed" id="G">
                  <node id="n0"><data key="d3"><mtg:MaltegoEntity id="1" type="maltego.Domain"><mtg:Properties>
                    <mtg:Property displayName="Domain" name="fqdn" type="string"><mtg:Value>Evil.Example</mtg:Value></mtg:Property>
                    <mtg:Property displayName="WHOIS" name="whois-info" type="string"><mtg:Value>x</mtg:Value></mtg:Property>
                    </mtg:Properties><mtg:Weight>100</mtg:Weight></mtg:MaltegoEntity></data>
                    <data key="d4"><mtg:EntityRenderer><mtg:Position x="10.0" y="-4.5"/></mtg:EntityRenderer></data></node>
                  <node id="n1"><data key="d3"><mtg:MaltegoEntity id="2" type="maltego.AS"><mtg:Properties>
                    <mtg:Property name="as.number"><mtg:Value>64496</mtg:Value></mtg:Property>
                    </mtg:Properties></mtg:MaltegoEntity></data></node>
                  <node id="n2"><data key="d3"><mtg:MaltegoEntity id="3" type="acme.Badge"><mtg:Properties>
                    <mtg:Property name="badge.no"><mtg:Value>K 17</mtg:Value></mtg:Property>
                    </mtg:Properties></mtg:MaltegoEntity></data></node>
                  <edge id="e0" source="n0" target="n1"><data key="d6"><mtg:MaltegoLink id="9" type="maltego.link.manual-link">
                    <mtg:Properties><mtg:Property name="maltego.link.show-label"><mtg:Value>1</mtg:Value></mtg:Property>
                    <mtg:Property name="maltego.link.manual.type"><mtg:Value>announced by</mtg:Value></mtg:Property>
                    </mtg:Properties></mtg:MaltegoLink></data></edge>
                 </graph></graphml>
                """.strip());
        Indicator as = new Indicator(IndicatorType.AS, "AS64496");
        Indicator badge = new Indicator(IndicatorType.PHRASE, "K 17");
        assertThat(indicators(graph)).containsExactly(EVIL, as, badge);
        assertThat(node(graph, EVIL).place()).contains(new Spot(10, -4.5));
        assertThat(node(graph, EVIL).properties()).containsExactly(new Stated("whois-info", "x"));
        assertThat(node(graph, badge).properties()).containsExactly(new Stated("type", "acme.Badge"));
        assertThat(graph.links()).containsExactly(Graphs.link(EVIL, as, "announced by"));
    }

    @Test
    void aDefaultHoldsForThoseWithoutADatum() {
        ImportedGraph graph = Graphs.read("""
                <graphml><key id="t" for="node" attr.name="type"><default>phrase</default></key>
                <graph><node id="evil.example"/><node id="192.0.2.7"><data key="t">ipv4</data></node></graph></graphml>
                """);
        assertThat(indicators(graph)).containsExactly(new Indicator(IndicatorType.PHRASE, "evil.example"), HOST);
    }

    @Test
    void oddGraphsAreReadWithAWordOfWarning() {
        ImportedGraph graph = Graphs.read("""
                <graphml><graph edgedefault="directed">
                <node id="evil.example"/><node id="EVIL[.]example"/><node id=" "/><node id="evil.example"/>
                <edge source="evil.example" target="gone"/><edge source="evil.example" target="EVIL[.]example"/>
                <hyperedge><endpoint node="evil.example"/></hyperedge></graph></graphml>
                """);
        assertThat(indicators(graph)).containsExactly(EVIL);
        assertThat(graph.links()).containsExactly(Graphs.link(EVIL, EVIL, LinkMeaning.NAMELESS));
        assertThat(graph.warnings())
                .containsExactly(
                        "1 node without any text that could be an indicator was left out.",
                        "1 node that mean the same as another was put together with it.",
                        "1 node whose id stands twice was put together.",
                        "1 edge to a node that is not there was left out.",
                        "1 edge between more than two nodes was left out.");
    }

    private static List<Indicator> indicators(ImportedGraph graph) {
        return graph.nodes().stream().map(ExchangeNode::indicator).toList();
    }

    private static ExchangeNode node(ImportedGraph graph, Indicator indicator) {
        return graph.nodes().stream()
                .filter(node -> node.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }
}
