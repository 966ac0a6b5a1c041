package tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.exchange.ExchangeNode;
import tendril.exchange.ImportedGraph;
import tendril.exchange.Importing;
import tendril.exchange.graphml.GraphmlImport;

class LayoutCommandTest {
    private static final String GRAPH = """
            <graphml><key id="format" for="graph" attr.name="tendril_format" attr.type="string"/>
            <key id="label" for="node" attr.name="label"/><key id="type" for="node" attr.name="type"/>
            <key id="x" for="node" attr.name="x"/><key id="y" for="node" attr.name="y"/>
            <key id="note" for="node" attr.name="note"/><key id="pinned" for="node" attr.name="pinned"/>
            <key id="hidden" for="node" attr.name="hidden"/><key id="sources" for="node" attr.name="sources"/>
            <graph edgedefault="directed"><data key="format">1</data>
            <node id="n0"><data key="label">evil.example</data><data key="type">domain</data>
              <data key="x">500.0</data><data key="y">-70.0</data><data key="pinned">true</data></node>
            <node id="n1"><data key="label">192.0.2.7</data><data key="type">ipv4</data><data key="note">seen</data></node>
            <node id="n2"><data key="label">192.0.2.8</data><data key="type">ipv4</data>
              <data key="x">9.0</data><data key="y">8.0</data><data key="hidden">true</data></node>
            <node id="n3"><data key="label">192.0.2.9</data><data key="type">ipv4</data></node>
            <edge source="n0" target="n1"/><edge source="n0" target="n2"/><edge source="n0" target="n3"/>
            </graph></graphml>
            """;

    @TempDir
    Path folder;

    @Test
    void whatTheFileSaysIsInTheArrangedCopyToo() throws IOException {
        Path file = Files.writeString(folder.resolve("in.graphml"), GRAPH);
        Path to = folder.resolve("out.graphml");

        CommandRun run = CommandRun.of("layout", file, "--json", "--to", to);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("\"nodes\":3");
        ImportedGraph before = read(file);
        ImportedGraph after = read(to);
        assertThat(after.links()).isEqualTo(before.links());
        assertThat(after.nodes().stream().map(LayoutCommandTest::withoutPlace).toList())
                .isEqualTo(before.nodes().stream()
                        .map(LayoutCommandTest::withoutPlace)
                        .toList());
        assertThat(Files.readString(file)).isEqualTo(GRAPH);
    }

    @Test
    void pinnedAndHiddenNodesStayAndAllOthersHaveAPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("in.graphml"), GRAPH);
        Path to = folder.resolve("out.graphml");

        assertThat(CommandRun.of("layout", file, "--to", to).code()).isZero();

        Map<String, ExchangeNode.Spot> places = read(to).nodes().stream()
                .collect(Collectors.toMap(
                        node -> node.indicator().value(), node -> node.place().orElseThrow()));
        assertThat(places)
                .hasSize(4)
                .containsEntry("evil.example", new ExchangeNode.Spot(500, -70))
                .containsEntry("192.0.2.8", new ExchangeNode.Spot(9, 8));
        assertThat(places.values()).doesNotHaveDuplicates().allMatch(ExchangeNode.Spot::isFinite);
    }

    @Test
    void aFileMayBecomeAPictureOrATable() throws IOException {
        Path file = Files.writeString(folder.resolve("in.graphml"), GRAPH);

        assertThat(CommandRun.of("layout", file, "--to", folder.resolve("out.png"))
                        .err())
                .isEmpty();
        assertThat(CommandRun.of("layout", file, "--to", folder.resolve("out.csv"))
                        .err())
                .isEmpty();

        assertThat(folder.resolve("out.png")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("out.csv"))).contains("evil.example");
    }

    @Test
    void aFileThatIsNotThereIsRefusedInASentence() {
        CommandRun run = CommandRun.of("layout", folder.resolve("none.graphml"));

        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("There is no file").contains("Check the name.");
    }

    private static ImportedGraph read(Path file) {
        return ((Importing.Read) new GraphmlImport().read(file)).graph();
    }

    private static ExchangeNode withoutPlace(ExchangeNode node) {
        return node.at(new ExchangeNode.Spot(0, 0));
    }
}
