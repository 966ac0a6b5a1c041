package tendril.exchange.graphml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tendril.exchange.ImportedGraph;
import tendril.exchange.xml.XmlCursor;
import tendril.exchange.xml.XmlTrouble;

class PassingGraphTest {
    private static final String KEY = "<key id='k' for='node' attr.name='label' attr.type='string'/>";
    private static final String EVIL = "<node id='a'><data key='k'>evil.example</data></node>";
    private static final String HOST = "<node id='b'><data key='k'>192.0.2.7</data></node>";
    private static final String LINK = "<edge source='a' target='b'/>";

    @Test
    void whatIsInOrderIsUnderstoodInPassing() throws XmlTrouble {
        assertThat(passed(file(KEY, EVIL + HOST + LINK))).contains(Graphs.read(file(KEY, EVIL + HOST + LINK)));
    }

    @Test
    void anEdgeToANodeThatNeverComesIsLeftOut() throws XmlTrouble {
        String dangling = file(KEY, EVIL + "<edge source='a' target='none'/>");

        assertThat(passed(dangling)).contains(Graphs.read(dangling));
        assertThat(passed(dangling).orElseThrow().warnings()).hasSize(1);
    }

    @Test
    void anEdgeBeforeItsNodesNeedsTheWholeFile() throws XmlTrouble {
        assertThat(passed(file(KEY, EVIL + LINK + HOST))).isEmpty();
        assertThat(Graphs.read(file(KEY, EVIL + LINK + HOST)).links()).hasSize(1);
    }

    @Test
    void aKeyAfterItsNodesNeedsTheWholeFile() throws XmlTrouble {
        String late = "<graphml><graph>" + EVIL + "</graph>" + KEY + "</graphml>";

        assertThat(passed(late)).isEmpty();
        assertThat(Graphs.read(late).nodes().getFirst().indicator()).isEqualTo(Graphs.domain("evil.example"));
    }

    @Test
    void aNodeInTwoPlacesNeedsTheWholeFile() throws XmlTrouble {
        assertThat(passed(file(KEY, EVIL + HOST + EVIL))).isEmpty();
        assertThat(Graphs.read(file(KEY, EVIL + HOST + EVIL)).nodes()).hasSize(2);
    }

    @Test
    void aNodeInsideAnotherNeedsTheWholeFile() throws XmlTrouble {
        String nested = file(KEY, "<node id='o'><data key='k'>AS64496</data><graph>" + EVIL + "</graph></node>" + HOST);

        assertThat(passed(nested)).isEmpty();
        assertThat(Graphs.read(nested).nodes()).hasSize(3);
    }

    private static String file(String keys, String elements) {
        return "<graphml>" + keys + "<graph edgedefault='directed'>" + elements + "</graph></graphml>";
    }

    private static Optional<ImportedGraph> passed(String xml) throws XmlTrouble {
        PassingGraph graph = new PassingGraph();
        try (XmlCursor cursor = XmlCursor.of(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))) {
            new GraphmlParser(cursor, graph).parse();
        }
        return graph.meaning();
    }
}
