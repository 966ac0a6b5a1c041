package tendril.exchange.graphml;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tendril.exchange.ImportedGraph;
import tendril.exchange.Importing;

/** Nothing that stands in a file makes us read another, call anybody, or stop answering. */
class HostileGraphmlTest {
    private static final String PLAIN =
            "<graphml><graph edgedefault='directed'><node id='evil.example'/></graph></graphml>";

    @TempDir
    Path folder;

    @Test
    void noOtherFileIsReadAndNobodyIsCalled() throws IOException {
        Path canary = Files.writeString(folder.resolve("canary.txt"), "CANARY");
        AtomicInteger calls = new AtomicInteger();
        HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        listener.start();
        try {
            String web = "http://127.0.0.1:" + listener.getAddress().getPort() + "/x";
            for (String where : List.of(canary.toUri().toString(), web)) {
                for (String text : attacks(where)) {
                    String outcome = new GraphmlImport()
                            .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "g.graphml")
                            .toString();
                    assertThat(outcome).doesNotContain("CANARY");
                    boolean hasDoctype = text.contains("<!DOCTYPE");
                    assertThat(outcome.contains("document type")).isEqualTo(hasDoctype);
                }
            }
            assertThat(calls).hasValue(0);
        } finally {
            listener.stop(0);
        }
    }

    private static List<String> attacks(String where) {
        String body = PLAIN.replace("evil.example", "a")
                .replace("<node id='a'/>", "<node id='a'><data key='d'>&x;</data></node>");
        return List.of(
                "<!DOCTYPE graphml [<!ENTITY x SYSTEM '" + where + "'>]>" + body,
                "<!DOCTYPE graphml [<!ENTITY x PUBLIC 'p' '" + where + "'>]>" + body,
                "<!DOCTYPE graphml [<!ENTITY % p SYSTEM '" + where + "'> %p;]>" + PLAIN,
                "<!DOCTYPE graphml SYSTEM '" + where + "'>" + PLAIN,
                "<?xml-stylesheet type='text/xsl' href='" + where + "'?>" + PLAIN,
                PLAIN.replace(
                        "<graphml>",
                        "<graphml xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='u " + where
                                + "' xsi:noNamespaceSchemaLocation='" + where + "'>"),
                PLAIN.replace(
                        "<graph ",
                        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text' href='" + where
                                + "'/><graph "));
    }

    @Test
    void bombsDoNotGoOff() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE graphml [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a").append(i).append(" '");
            laughs.append(("&a" + (i - 1) + ";").repeat(10)).append("'>");
        }
        assertThat(refusal(laughs + "]>" + PLAIN.replace("evil.example", "&a29;")))
                .contains("Line 1", "document type");
        assertThat(refusal("<graphml><graph><node id='a'><data key='k'>&lol;</data></node></graph></graphml>"))
                .contains("Line 1");
    }

    @Test
    void whatIsTooDeepTooLongOrTooManyIsRefused() {
        assertThat(refusal("<graphml>" + "<a>".repeat(1_000_000))).contains("deep");
        assertThat(refusal("<graphml><graph>" + "<node id='a'><graph>".repeat(1000)))
                .contains("deep");
        assertThat(refusal("<graphml x='" + "a".repeat(9_000_000) + "'/>")).contains("longer than 8 MB");
        StringBuilder many = new StringBuilder("<graphml ");
        for (int i = 0; i < 100_000; i++) {
            many.append('a').append(i).append("='' ");
        }
        assertThat(refusal(many + "/>")).contains("attributes");
        String wide = many.toString().replace("''", "'\u3c3c<'") + "/>";
        assertThat(Graphs.refusal(wide.getBytes(StandardCharsets.UTF_16))).endsWith(".");
        assertThat(Graphs.refusal(("<?xml version='1.0' encoding='IBM037'?>" + PLAIN).getBytes(StandardCharsets.UTF_8)))
                .contains("encoding");
    }

    @Test
    void aFileWithoutEndIsRefusedInTime() {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream("<graphml><graph><node id='".getBytes(StandardCharsets.UTF_8)),
                new InputStream() {
                    @Override
                    public int read() {
                        return 'a';
                    }
                });
        assertThat(new GraphmlImport().read(endless, "g.graphml")).isInstanceOf(Importing.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
    void everyDeclaredEncodingIsRead(String name) {
        String declared = name.startsWith("UTF-16") ? "UTF-16" : name;
        String text = "<?xml version='1.0' encoding='" + declared + "'?>" + PLAIN.replace("evil.example", "façade");
        String bom = name.equals("UTF-16LE") || name.equals("UTF-16BE") || name.equals("UTF-8") ? "\uFEFF" : "";
        ImportedGraph graph = Graphs.read((bom + text).getBytes(Charset.forName(name)));
        assertThat(graph.nodes().getFirst().indicator().value()).isEqualTo("façade");
    }

    @Test
    void xmlOneDotOneIsRead() {
        assertThat(Graphs.read("<?xml version='1.1' encoding='UTF-8'?>" + PLAIN).nodes())
                .hasSize(1);
    }

    @Test
    void aWrongEncodingIsRefusedWithItsLine() {
        byte[] latin =
                ("<graphml>\n<graph><node id='fa\u00e7ade'/></graph></graphml>").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Graphs.refusal(latin)).contains("Line 2");
    }

    @Test
    void whatIsNoGraphmlIsRefusedWithOneSentence() {
        assertThat(refusal("")).contains("too early");
        assertThat(refusal("hello")).contains("Line 1", "not well-formed");
        assertThat(refusal("<gexf/>")).contains("not GraphML", "<gexf>");
        assertThat(refusal("<graphml/>")).contains("no graph");
        assertThat(refusal("<graphml><graph>\n<node/></graph></graphml>")).contains("Line 2", "a node has no \"id\"");
        assertThat(refusal("<graphml><graph><edge source='a'/></graph></graphml>"))
                .contains("no \"target\"");
        assertThat(refusal(PLAIN + "<graphml/>")).contains("Line 1");
        assertThat(new GraphmlImport().read(folder)).isInstanceOf(Importing.Refused.class);
        assertThat(new GraphmlImport().read(folder.resolve("none.graphml"))).isInstanceOf(Importing.Refused.class);
    }

    @Test
    void aFileCutAnywhereIsRefusedAndAFlippedByteNeverThrows() throws IOException {
        byte[] whole = GraphmlRoundTripTest.bytes(GraphmlProfile.YED, Graphs.rich());
        Random random = new Random(5);
        int end = new String(whole, StandardCharsets.UTF_8).lastIndexOf("</graphml>");
        for (int i = 0; i < 60; i++) {
            assertThat(Graphs.refusal(Arrays.copyOf(whole, random.nextInt(end))))
                    .endsWith(".");
        }
        for (int i = 0; i < 500; i++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(new GraphmlImport().read(new ByteArrayInputStream(flipped), "g.graphml"))
                    .isNotNull();
        }
    }

    private static String refusal(String xml) {
        return Graphs.refusal(xml.getBytes(StandardCharsets.UTF_8));
    }
}
