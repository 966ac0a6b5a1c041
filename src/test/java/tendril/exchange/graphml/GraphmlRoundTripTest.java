package tendril.exchange.graphml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tendril.exchange.ExchangeNode;
import tendril.exchange.Exporting;
import tendril.exchange.ImportedGraph;
import tendril.exchange.Source;
import tendril.exchange.Sources;
import tendril.graph.CaseEvent;
import tendril.graph.CaseGraph;
import tendril.graph.Citation;
import tendril.graph.Evidence;
import tendril.graph.Fact;
import tendril.graph.Flag;
import tendril.graph.Handling;
import tendril.graph.LinkKey;
import tendril.graph.PlacedBy;
import tendril.graph.Placement;
import tendril.indicator.Seen;

class GraphmlRoundTripTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(GraphmlProfile.class)
    void everythingComesBack(GraphmlProfile profile) throws IOException {
        assertThat(Graphs.read(bytes(profile, Graphs.rich()))).isEqualTo(Graphs.rich());
    }

    @Property(tries = 80)
    void whatIsWrittenIsReadBackAndWrittenTheSame(@ForAll("graphs") ImportedGraph graph) throws IOException {
        byte[] written = bytes(GraphmlProfile.PORTABLE, graph);
        ImportedGraph read = Graphs.read(written);
        assertThat(bytes(GraphmlProfile.PORTABLE, read)).isEqualTo(written);
        assertThat(read.nodes()).isEqualTo(graph.nodes());
        assertThat(read.links()).hasSameSizeAs(graph.links());
    }

    @Test
    void aCaseIsWrittenWithTheSourcesBehindIt() throws IOException {
        var evil = Graphs.domain("evil.example");
        var host = Graphs.ip("192.0.2.7");
        Evidence answer = new Evidence(
                1,
                "threatcrowd",
                "k",
                "GET /",
                Instant.parse("2026-11-23T10:00:00Z"),
                200,
                "application/json",
                3,
                "cd".repeat(32));
        CaseGraph graph = new CaseGraph();
        graph.apply(List.of(
                fact(1, new CaseEvent.EvidenceKept(answer)),
                fact(2, new CaseEvent.EntityAdded(evil, Citation.ANALYST)),
                fact(
                        3,
                        new CaseEvent.LinkAdded(
                                new LinkKey(evil, host, "resolved to"),
                                Seen.UNKNOWN,
                                new TreeMap<>(),
                                new Citation(1, "/r/0"))),
                fact(4, new CaseEvent.EntitiesPlaced(List.of(new Placement(evil, 3, 4)), PlacedBy.PERSON))));
        Path file = folder.resolve("g.graphml");

        Exporting exporting = export(GraphmlProfile.of(file))
                .write(
                        file,
                        "Harbour",
                        graph.entities().toList(),
                        graph.links().toList(),
                        new Sources(graph::evidence));

        assertThat(exporting).isEqualTo(new Exporting.Written(2, 1, 0));
        ImportedGraph read = Graphs.read(Files.readAllBytes(file));
        Source crowd = new Source("threatcrowd", Optional.of(answer.at()), answer.sha256());
        assertThat(read.name()).isEqualTo("Harbour");
        assertThat(read.links().getFirst().sources()).containsExactly(crowd);
        assertThat(read.nodes())
                .filteredOn(node -> node.indicator().equals(evil))
                .singleElement()
                .satisfies(node -> {
                    assertThat(node.sources()).containsExactly(Source.ANALYST, crowd);
                    assertThat(node.place()).contains(new ExchangeNode.Spot(3, 4));
                });
    }

    @Test
    void whatXmlHasNoFormForIsReplacedAndCounted() throws IOException {
        var node = new ExchangeNode(
                Graphs.domain("evil.example"),
                Optional.of(new ExchangeNode.Spot(Double.NaN, 1)),
                "nul \0, escape \u001b, half \ud800, none \uffff",
                Flag.NONE,
                new TreeSet<>(),
                false,
                false,
                Handling.UNSET,
                List.of(),
                List.of());
        Path file = folder.resolve("g.graphml");
        Exporting exporting =
                export(GraphmlProfile.PORTABLE).write(file, new ImportedGraph("", List.of(node), List.of(), List.of()));
        assertThat(exporting).isEqualTo(new Exporting.Written(1, 0, 4));
        ExchangeNode read = Graphs.read(Files.readAllBytes(file)).nodes().getFirst();
        assertThat(read.note()).isEqualTo("nul \ufffd, escape \ufffd, half \ufffd, none \ufffd");
        assertThat(read.place()).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenLeavesTheOldOneAndASentence() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken.graphml"));
        Exporting.Failed failed =
                (Exporting.Failed) export(GraphmlProfile.PORTABLE).write(taken, Graphs.rich());
        assertThat(failed.sentence()).contains("taken.graphml", "folder");
        Exporting nowhere = export(GraphmlProfile.PORTABLE).write(folder.resolve("no/g.graphml"), Graphs.rich());
        assertThat(nowhere).isInstanceOf(Exporting.Failed.class);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(taken);
        }
    }

    @Test
    void theNameAsksForTheProfile() {
        assertThat(GraphmlProfile.of(Path.of("a/b.YED.GraphML"))).isEqualTo(GraphmlProfile.YED);
        assertThat(GraphmlProfile.of(Path.of("a/yed.graphml"))).isEqualTo(GraphmlProfile.PORTABLE);
    }

    static GraphmlExport export(GraphmlProfile profile) {
        return new GraphmlExport(profile, type -> 0x102030 + type.ordinal());
    }

    static byte[] bytes(GraphmlProfile profile, ImportedGraph graph) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new GraphmlWriter(out, profile, type -> 0x102030 + type.ordinal()).write(graph);
        return out.toByteArray();
    }

    private static Fact fact(long seq, CaseEvent event) {
        return new Fact(seq, Instant.EPOCH, 0, event);
    }

    @Provide
    Arbitrary<ImportedGraph> graphs() {
        return Graphs.any();
    }
}
