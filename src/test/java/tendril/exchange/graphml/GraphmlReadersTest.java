package tendril.exchange.graphml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.graphstream.graph.implementations.MultiGraph;
import org.graphstream.stream.file.FileSourceGraphML;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import tendril.exchange.ImportedGraph;

/** Other people's programs read what we write. */
class GraphmlReadersTest {
    private static final String PARSER = "javax.xml.stream.XMLInputFactory";

    @Property(tries = 30)
    void thePortableProfileIsValidByTheSchema(@ForAll("graphs") ImportedGraph graph) throws Exception {
        validate(GraphmlRoundTripTest.bytes(GraphmlProfile.PORTABLE, graph));
    }

    @Test
    void jgraphtReadsEveryNodeAndLink() throws IOException {
        String xml = text(Graphs.rich());
        var graph = new DirectedPseudograph<String, DefaultEdge>(DefaultEdge.class);
        Map<String, String> labels = new HashMap<>();
        var importer = new GraphMLImporter<String, DefaultEdge>();
        importer.setSchemaValidation(true);
        importer.setVertexFactory(id -> id);
        importer.addVertexAttributeConsumer((key, value) -> {
            if (key.getSecond().equals("label")) {
                labels.put(key.getFirst(), value.getValue());
            }
        });
        importer.importGraph(graph, new StringReader(xml));
        assertThat(graph.vertexSet()).hasSize(3);
        assertThat(graph.edgeSet()).hasSize(4);
        assertThat(labels.values()).containsExactlyInAnyOrder("evil.example", "192.0.2.7", "a&b@evil.example");
    }

    @Test
    void graphstreamReadsEveryNodeAndLink() throws IOException {
        var graph = new MultiGraph("g");
        var source = new FileSourceGraphML();
        source.addSink(graph);
        // It only works on the parser of the JDK, and takes whichever it finds.
        System.setProperty(PARSER, "com.sun.xml.internal.stream.XMLInputFactoryImpl");
        try {
            source.readAll(new ByteArrayInputStream(text(Graphs.rich()).getBytes(StandardCharsets.UTF_8)));
        } finally {
            System.clearProperty(PARSER);
        }
        assertThat(graph.getNodeCount()).isEqualTo(3);
        assertThat(graph.getEdgeCount()).isEqualTo(4);
        assertThat(graph.getNode("n0").getAttribute("label")).isEqualTo("evil.example");
    }

    private static String text(ImportedGraph graph) throws IOException {
        return new String(GraphmlRoundTripTest.bytes(GraphmlProfile.PORTABLE, graph), StandardCharsets.UTF_8);
    }

    /** By the schema that JGraphT carries, without fetching anything. */
    private static void validate(byte[] xml) throws SAXException, IOException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        ClassLoader jgrapht = GraphMLImporter.class.getClassLoader();
        var sources = List.of("xlink.xsd", "graphml.xsd").stream()
                .map(name -> new StreamSource(jgrapht.getResourceAsStream(name)))
                .toArray(StreamSource[]::new);
        factory.newSchema(sources).newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
    }

    @Provide
    Arbitrary<ImportedGraph> graphs() {
        return Graphs.any();
    }
}
