package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tendril.corpus.Observation;
import tendril.corpus.Relation;
import tendril.server.maltego.Transform;

/** Transforms as Maltego runs them. */
class TrxTest {
    @RegisterExtension
    static final DemoServer server = DemoServer.with(
            Observation.undated(Relation.REGISTERED, "odd@mail.example", "<&>\u0001\"\ud83d\udc1b.example"));

    @ParameterizedTest
    @CsvSource({
        "threatcrowd.email, william19770319@yahoo.com, maltego.Domain aoldaily.com",
        "threatcrowd.ThreatCrowdenrichDomain, aoldaily.com, maltego.IPv4Address 50.116.42.33",
        "threatcrowd.ThreatCrowdenrichDomain, aoldaily.com, maltego.EmailAddress william19770319@yahoo.com",
        "threatcrowd.ip, 188.40.75.132, malformity.Hash 003f0ed24b5f70ddc7c6e80f9c4dac73",
        "threatcrowd.md5, ec8c89aa5e521572c74e2dd02a4daf78, maltego.Domain ks.aoldaily.com",
        "threatcrowd.malwareName, plugx, malformity.Hash 321c1d36c16833477ada58ccfa012c6e",
        "tendril.IpToDomain, 188.40.75.132, maltego.Domain advtravel.info",
        "tendril.HashToName, ec8c89aa5e521572c74e2dd02a4daf78, maltego.Phrase APT1.A"
    })
    void transformsGiveEntities(String transform, String value, String entity) throws Exception {
        assertThat(entities(run("/run/" + transform + "/", message(value, "")))).contains(entity);
        assertThat(entities(run("/run/" + transform, message(value, "")))).contains(entity);
    }

    @Test
    void placeholdersAreNoEntities() throws Exception {
        assertThat(entities(run("/run/tendril.DomainToIp", message("aoldaily.com", ""))))
                .hasSize(6)
                .doesNotContain("maltego.IPv4Address -", "maltego.IPv4Address 0.0.0.0");
    }

    @Test
    void linksOfSingleStepsHaveALabelAndADay() throws Exception {
        assertThat(run("/run/tendril.DomainToIp", message("aoldaily.com", "")))
                .contains("<Field Name=\"link#maltego.link.label\" DisplayName=\"Label\">resolved to</Field>")
                .contains("<Field Name=\"link#last_seen\" DisplayName=\"Last seen\">2013-09-03</Field>");
    }

    @Test
    void sliderIsObeyed() throws Exception {
        String answer =
                run("/run/tendril.IpToDomain", message("192.0.2.10", "<Limits SoftLimit=\"12\" HardLimit=\"12\"/>"));
        assertThat(entities(answer)).hasSize(12);
        assertThat(answer).contains("3988 more are not shown");
    }

    @Test
    void oddValuesStayXml() throws Exception {
        assertThat(entities(run("/run/threatcrowd.email", message("odd@mail.example", ""))))
                .containsExactly("maltego.Domain <&>\ufffd\"\ud83d\udc1b.example");
    }

    @Test
    void everyTransformIsFoundByItsName() {
        for (Transform transform : Transform.values()) {
            assertThat(Transform.ofId(transform.id())).contains(transform);
            assertThat(transform.title()).isNotBlank();
            assertThat(transform.input()).contains(".");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "value=aoldaily.com",
                "<MaltegoMessage>",
                "<MaltegoMessage/>",
                "<MaltegoMessage><Entities><Entity><Value></Value></Entity></Entities></MaltegoMessage>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><M><Entity><Value>&e;</Value></Entity></M>"
            })
    void malformedRequestsGetAnException(String body) throws Exception {
        Document answer = parse(run("/run/threatcrowd.email", body));
        assertThat(answer.getElementsByTagName("Exception").getLength()).isEqualTo(1);
        assertThat(answer.getElementsByTagName("Exception").item(0).getTextContent())
                .contains("not a Maltego message");
    }

    @Test
    void unknownTransformsGetAnException() throws IOException {
        assertThat(post("/run/nothing", message("x", "")))
                .startsWith("HTTP/1.1 404 ")
                .contains("<Exception>There is no transform nothing on this server.</Exception>");
        assertThat(server.get("/run/threatcrowd.ip"))
                .startsWith("HTTP/1.1 405 ")
                .contains("\r\nContent-Type: text/xml", "<Exception>");
    }

    @Test
    void methodsThatRunNothingGetAnExceptionToo() throws IOException {
        assertThat(server.exchange("PUT /run/threatcrowd.ip HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .contains("\r\nContent-Type: text/xml", "<Exception>");
    }

    @Test
    void seedLeadsToTheTransforms() throws Exception {
        Document seed = parse(RawClient.body(server.get("/maltego/seed")));
        String url = attribute(seed, "TransformApplication", "URL");
        assertThat(url).isEqualTo(server.url() + "maltego/transforms");

        Document listed = parse(RawClient.body(server.get("/maltego/transforms?Command=_TRANSFORMS")));
        var nodes = listed.getElementsByTagName("Transform");
        assertThat(nodes.getLength()).isEqualTo(Transform.values().length);
        var first = (Element) nodes.item(0);
        assertThat(first.getAttribute("TransformName")).isEqualTo("threatcrowd.ThreatCrowdenrichDomain");
        assertThat(first.getAttribute("Description"))
                .isEqualTo("Asks the corpus what it knows about a domain and gives IP addresses, samples, email"
                        + " addresses, domains.");
        assertThat(first.getElementsByTagName("InputEntity").item(0).getTextContent())
                .isEqualTo("maltego.Domain");
        assertThat(first.getElementsByTagName("OutputEntity").getLength()).isEqualTo(4);
    }

    @Test
    void transformsRunByCommandToo() throws Exception {
        assertThat(entities(run(
                        "/maltego/transforms?Command=_RUN&TransformToRun=threatcrowd.email",
                        message("william19770319@yahoo.com", ""))))
                .contains("maltego.Domain aoldaily.com");
        assertThat(server.get("/maltego/transforms?Command=_NOTHING"))
                .startsWith("HTTP/1.1 400 ")
                .contains("<Exception>");
        assertThat(server.get("/maltego/nothing")).startsWith("HTTP/1.1 404 ").contains("<Exception>");
    }

    @Test
    void archiveHoldsEveryTransformInFormThatMaltegoExports() throws Exception {
        Map<String, String> files = unzipped(RawClient.body(server.get("/maltego/tendril.mtz")));
        assertThat(files)
                .containsKeys(
                        "version.properties",
                        "Servers/Local.tas",
                        "TransformSets/threatcrowd.set",
                        "Entities/malformity.Hash.entity");
        for (Transform transform : Transform.values()) {
            String file = "TransformRepositories/Local/" + transform.id();
            assertThat(attribute(parse(files.getOrDefault(file + ".transform", "")), "Entity", "type"))
                    .isEqualTo(transform.input());
            assertThat(parse(files.getOrDefault(file + ".transformsettings", ""))
                            .getElementsByTagName("Property")
                            .item(1)
                            .getTextContent())
                    .isEqualTo("transform " + transform.id() + " --");
            assertThat(files.get("Servers/Local.tas")).contains("\"" + transform.id() + "\"");
            assertThat(files.get("TransformSets/threatcrowd.set")).contains("\"" + transform.id() + "\"");
        }
        Map<String, String> shared = unzipped(RawClient.body(server.get("/maltego/transforms?Command=_CONFIG")));
        assertThat(shared).doesNotContainKey("Servers/Local.tas").containsKey("TransformSets/threatcrowd.set");
    }

    private static Map<String, String> unzipped(String bytes) throws IOException {
        Map<String, String> files = new TreeMap<>();
        var in = new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1));
        try (var zip = new ZipInputStream(in)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String attribute(Document xml, String element, String name) {
        return ((Element) xml.getElementsByTagName(element).item(0)).getAttribute(name);
    }

    private static String message(String value, String limits) {
        return "<MaltegoMessage><MaltegoTransformRequestMessage><Entities><Entity Type=\"maltego.Domain\">"
                + "<Genealogy><Type Name=\"maltego.Domain\" OldName=\"Domain\"/></Genealogy><AdditionalFields>"
                + "<Field Name=\"fqdn\" DisplayName=\"Domain Name\">other.example</Field></AdditionalFields><Value>"
                + value
                + "</Value><Weight>0</Weight></Entity></Entities>" + limits
                + "</MaltegoTransformRequestMessage></MaltegoMessage>";
    }

    private static String run(String path, String body) throws IOException {
        String answer = post(path, body);
        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").contains("\r\nContent-Type: text/xml; charset=utf-8\r\n");
        return RawClient.body(answer);
    }

    private static String post(String path, String body) throws IOException {
        return server.exchange("POST " + path + " HTTP/1.0\r\nContent-Type: text/xml\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    private static List<String> entities(String xml) throws Exception {
        var nodes = parse(xml).getElementsByTagName("Entity");
        var entities = new ArrayList<String>();
        for (int i = 0; i < nodes.getLength(); i++) {
            var entity = (Element) nodes.item(i);
            assertThat(entity.getElementsByTagName("Weight").item(0).getTextContent())
                    .isEqualTo("100");
            entities.add(entity.getAttribute("Type") + " "
                    + entity.getElementsByTagName("Value").item(0).getTextContent());
        }
        return entities;
    }

    private static Document parse(String xml) throws Exception {
        byte[] bytes = xml.getBytes(StandardCharsets.ISO_8859_1);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /run", "GET /run", "POST /run/", "GET /maltego", "PUT /run/threatcrowd.ip"})
    void whateverIsAskedOfMaltegosPathsIsAnsweredInItsFormat(String line) throws IOException {
        assertThat(server.exchange(line + " HTTP/1.0\r\nContent-Length: 0\r\n\r\n"))
                .contains("\r\nContent-Type: text/xml", "<MaltegoTransformExceptionMessage>");
    }

    @Test
    void foreignHostIsRefusedInMaltegosFormatToo() throws IOException {
        assertThat(server.exchange("POST /run/threatcrowd.ip HTTP/1.0\r\nHost: evil.example\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .contains("\r\nContent-Type: text/xml", "<MaltegoTransformExceptionMessage>");
        assertThat(server.exchange("POST http://localhost//run/threatcrowd.ip HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Length: 99999999\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ")
                .contains("<MaltegoTransformExceptionMessage>");
    }
}
