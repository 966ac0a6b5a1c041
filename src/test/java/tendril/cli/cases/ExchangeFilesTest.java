package tendril.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.exchange.ExchangeNode;
import tendril.graph.CaseGraph;
import tendril.graph.Fact;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/** Files of other programs by their endings, and shapes of graphs that no program should have written. */
class ExchangeFilesTest {
    private static final int SPOKES = 20_000;

    @TempDir
    private Path folder;

    @Test
    void whateverIsTextIsSearchedForIndicators() throws IOException {
        for (String name : List.of("list.txt", "table.CSV", "report.md", "mail.eml", "bundle.json", "no-ending")) {
            assertThat(taken(name, "see evil[.]example").graph().nodes())
                    .as(name)
                    .extracting(ExchangeNode::indicator)
                    .containsExactly(new Indicator(IndicatorType.DOMAIN, "evil.example"));
        }
    }

    @Test
    void whatCannotBeReadIsOneSentenceThatNamesTheFile() throws IOException {
        Files.createDirectory(folder.resolve("folder.txt"));
        Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13});

        for (String name : List.of("folder.txt", "missing.graphml", "picture.png")) {
            assertThat(refusal(name)).contains(name).doesNotContain("\n").doesNotContain("Exception");
        }
        assertThat(refusal(written("empty.graphml", ""))).contains("empty.graphml");
        assertThat(refusal(written("empty.mtgx", ""))).contains("empty.mtgx");
    }

    @Test
    void aStarWithOddPlacesLoopsTwinsAndDanglingLinksIsReadAndArranged() throws IOException {
        var xml = new StringBuilder("""
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                <key id="x" for="node" attr.name="x" attr.type="double"/><key id="y" for="node" attr.name="y" attr.type="double"/>
                <graph edgedefault="directed"><node id="hub.example"/>
                <node id="a.example"><data key="x">NaN</data><data key="y">1</data></node>
                <node id="b.example"><data key="x">Infinity</data><data key="y">-Infinity</data></node>
                <node id="c.example"><data key="x">1e308</data><data key="y">-1e308</data></node>
                <node id="a.example"/>
                <edge source="hub.example" target="hub.example"/><edge source="hub.example" target="nobody"/>
                """);
        for (int i = 0; i < SPOKES; i++) {
            xml.append("<node id=\"n").append(i).append(".example\"/>");
            xml.append("<edge source=\"hub.example\" target=\"n").append(i).append(".example\"/>");
        }
        Exchange.Read.Taken taken =
                taken("odd.graphml", xml.append("</graph></graphml>").toString());

        List<Placement> places = taken.places().in(new CaseGraph());

        assertThat(taken.graph().nodes()).hasSize(SPOKES + 4);
        assertThat(taken.graph().warnings()).anyMatch(sentence -> sentence.contains("not there"));
        assertThat(places).allMatch(place -> Double.isFinite(place.x()) && Double.isFinite(place.y()));
    }

    @Test
    void aGraphGoesOutByItsEndingAndComesBack() throws IOException {
        Exchange.Contents contents = Exchange.Contents.of(graph(taken("list.txt", "evil.example 192.0.2.7")));
        for (String name : List.of("out.graphml", "out.yed.graphml", "out.csv")) {
            Path file = folder.resolve(name);

            assertThat(Exchange.write(contents, file, Exchange.Wishes.USUAL))
                    .as(name)
                    .isEmpty();
            assertThat(((Exchange.Read.Taken) Exchange.read(file)).graph().nodes())
                    .as(name)
                    .hasSize(2);
        }
        assertThat(Exchange.write(contents, folder.resolve("out.xlsx"), Exchange.Wishes.USUAL))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("out.xlsx", ".csv"));
    }

    private static CaseGraph graph(Exchange.Read.Taken taken) {
        List<Fact> facts = new ArrayList<>();
        Exchange.events(taken.graph(), List.of(), 7)
                .forEach(event -> facts.add(new Fact(facts.size() + 1L, Instant.EPOCH, 0, event)));
        var graph = new CaseGraph();
        graph.apply(facts);
        return graph;
    }

    private Exchange.Read.Taken taken(String name, String text) throws IOException {
        Exchange.Read read = Exchange.read(folder.resolve(written(name, text)));
        assertThat(read).as(name).isInstanceOf(Exchange.Read.Taken.class);
        return (Exchange.Read.Taken) read;
    }

    private String written(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        return name;
    }

    private String refusal(String name) {
        Exchange.Read read = Exchange.read(folder.resolve(name));
        assertThat(read).as(name).isInstanceOf(Exchange.Read.Refused.class);
        return ((Exchange.Read.Refused) read).sentence();
    }
}
