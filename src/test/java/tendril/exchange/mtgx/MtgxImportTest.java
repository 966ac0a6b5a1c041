package tendril.exchange.mtgx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import tendril.exchange.ExchangeNode;
import tendril.exchange.ImportedGraph;
import tendril.exchange.Importing;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

class MtgxImportTest {
    private static final String GRAPH = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:mtg="http://maltego.paterva.com/xml/mtgx">
              <VersionInfo createdBy="Maltego" subtitle="" version="4.6"/>
              <key attr.name="MaltegoEntity" for="node" id="d0"/>
              <key for="node" id="d1" yfiles.type="nodegraphics"/>
              <key attr.name="MaltegoLink" for="edge" id="d2"/>
              <graph edgedefault="directed" id="G">
                <node id="n0"><data key="d0"><mtg:MaltegoEntity id="a1" type="maltego.Domain"><mtg:Properties>
                  <mtg:Property displayName="Domain Name" name="fqdn" type="string"><mtg:Value>evil.example</mtg:Value></mtg:Property>
                </mtg:Properties></mtg:MaltegoEntity></data>
                <data key="d1"><mtg:EntityRenderer><mtg:Position x="10.0" y="-20.0"/></mtg:EntityRenderer></data></node>
                <node id="n1"><data key="d0"><mtg:MaltegoEntity id="a2" type="maltego.IPv4Address"><mtg:Properties>
                  <mtg:Property displayName="IP Address" name="ipv4-address" type="string"><mtg:Value>192.0.2.7</mtg:Value></mtg:Property>
                </mtg:Properties></mtg:MaltegoEntity></data></node>
                <edge id="e0" source="n0" target="n1"><data key="d2"><mtg:MaltegoLink id="l1" type="maltego.link.manual-link"/></data></edge>
              </graph>
            </graphml>
            """;

    @Test
    void theGraphOfAnArchiveIsReadAndNothingElseOfIt() throws IOException {
        byte[] archive = archive(
                "version.properties", "maltego.graph.version=1.3",
                "../../etc/passwd", "root",
                "Icons/x.png", "picture",
                "Graphs/Graph1.graphml", GRAPH);

        ImportedGraph graph = read(archive);

        assertThat(graph.nodes())
                .extracting(ExchangeNode::indicator)
                .containsExactly(
                        new Indicator(IndicatorType.DOMAIN, "evil.example"),
                        new Indicator(IndicatorType.IPV4, "192.0.2.7"));
        assertThat(graph.nodes().getFirst().place()).contains(new ExchangeNode.Spot(10, -20));
        assertThat(graph.links()).hasSize(1);
    }

    @Test
    void ofSeveralGraphsTheFirstIsReadAndThatIsSaid() throws IOException {
        assertThat(read(archive("Graphs/Graph1.graphml", GRAPH, "Graphs/Graph2.graphml", GRAPH))
                        .warnings())
                .contains("The file holds 2 graphs; the first one was read.");
    }

    @Test
    void anArchiveThatIsNoneOrCutOrWithoutAGraphIsRefused() throws IOException {
        byte[] whole = archive("Graphs/Graph1.graphml", GRAPH.repeat(1) + "<!--" + "z".repeat(70_000) + "-->");
        assertThat(refusal("no archive".getBytes(StandardCharsets.UTF_8))).contains("no Maltego graph");
        assertThat(refusal(Arrays.copyOf(whole, whole.length / 3))).containsAnyOf("ends in the middle", "damaged");
        assertThat(refusal(archive("readme.txt", "hello"))).contains("no Graphs/");
        assertThat(refusal(new byte[0])).contains("no Maltego graph");
    }

    @Test
    void anArchiveThatUnpacksToGigabytesIsRefusedBeforeItDoes() throws IOException {
        assertThat(refusal(bomb())).contains("larger than 256 MB");
    }

    @Test
    void aGraphWithADoctypeIsRefused() throws IOException {
        String hostile =
                GRAPH.replace("<graphml ", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><graphml ");
        assertThat(refusal(archive("Graphs/Graph1.graphml", hostile))).isNotBlank();
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Icons/zeros"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] archive(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static ImportedGraph read(byte[] raw) {
        Importing read = new MtgxImport().read(raw, "case.mtgx");
        assertThat(read).isInstanceOf(Importing.Read.class);
        return ((Importing.Read) read).graph();
    }

    private static String refusal(byte[] raw) {
        Importing read = new MtgxImport().read(raw, "case.mtgx");
        assertThat(read).isInstanceOf(Importing.Refused.class);
        return ((Importing.Refused) read).sentence();
    }
}
