package tendril.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tendril.graph.CaseEvent;
import tendril.graph.CaseGraph;
import tendril.graph.Citation;
import tendril.graph.Fact;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;

class SpokenSelectionTest {
    private static final Indicator HOST = new Indicator(IndicatorType.DOMAIN, "evil.example");
    private static final Indicator ADDRESS = new Indicator(IndicatorType.IPV4, "192.0.2.7");
    private static final LinkKey LINK = new LinkKey(HOST, ADDRESS, "resolved to");

    @Test
    void whatTheKeyboardStandsOnIsSaid() {
        CaseGraph graph = graph();

        assertThat(SpokenSelection.of(Selection.of(List.of(HOST)), graph))
                .isEqualTo("evil.example, Domain, 1 link, with a note");
        assertThat(SpokenSelection.of(Selection.of(List.of(ADDRESS)), graph))
                .isEqualTo("192.0.2.7, IPv4 address, 1 link");
        assertThat(SpokenSelection.of(Selection.ofLinks(List.of(LINK)), graph))
                .isEqualTo("evil.example resolved to 192.0.2.7");
        assertThat(SpokenSelection.of(Selection.of(List.of(HOST, ADDRESS)), graph))
                .isEqualTo("2 nodes selected");
        assertThat(SpokenSelection.of(Selection.NONE, graph)).contains("Arrow keys");
    }

    private static CaseGraph graph() {
        List<CaseEvent> events = List.of(
                new CaseEvent.LinkAdded(LINK, Seen.UNKNOWN, new TreeMap<>(), Citation.ANALYST),
                new CaseEvent.NoteWritten(HOST, "seen in the mail"));
        List<Fact> facts = new ArrayList<>();
        events.forEach(event -> facts.add(new Fact(facts.size() + 1L, Instant.EPOCH, 0, event)));
        var graph = new CaseGraph();
        graph.apply(facts);
        return graph;
    }
}
