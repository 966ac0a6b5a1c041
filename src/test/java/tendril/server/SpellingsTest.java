package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.corpus.Observation;
import tendril.corpus.Relation;

/** A value finds the same, however it is spelled. */
class SpellingsTest {
    private static final String MD5 = "0".repeat(31) + "7";
    private static final String SHA1 = "0".repeat(39) + "7";
    private static final String SHA256 = "0".repeat(63) + "7";
    private static final String LONE_SHA256 = "0".repeat(63) + "8";

    @RegisterExtension
    static final DemoServer server = DemoServer.with(
            Observation.undated(Relation.RESOLVES, "xn--bcher-kva.example", "2001:db8::1"),
            Observation.undated(Relation.REGISTERED, "who@xn--bcher-kva.example", "xn--bcher-kva.example"),
            Observation.undated(Relation.RESOLVES, "as-it-\u00fcs.example", "192.0.2.80"),
            Observation.undated(Relation.SHA256, MD5, SHA256),
            Observation.undated(Relation.CONTACTS_DOMAIN, MD5, "one.example"),
            Observation.undated(Relation.CONTACTS_DOMAIN, SHA256, "one.example"),
            Observation.undated(Relation.CONTACTS_DOMAIN, SHA256, "two.example"),
            Observation.undated(Relation.SHA1, SHA256, SHA1),
            Observation.undated(Relation.REFERENCE, LONE_SHA256, "a list"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain/report/?domain=xn--bcher-kva.example",
                "domain/report/?domain=b%C3%BCcher.example",
                "domain/report/?domain=B%C3%9CCHER.EXAMPLE.",
                "domain/report/?domain=b\u00c3\u00bccher.example",
                "domain/report/?domain=bu%CC%88cher.example",
                "ip/report/?ip=2001:db8::1",
                "ip/report/?ip=2001:0DB8:0000:0000:0000:0000:0000:0001",
                "ip/report/?ip=2001%3ADB8%3A0%3A%3A1",
                "ip/report/?ip=[2001:db8::1]",
                "email/report/?email=who@b%C3%BCcher.example"
            })
    void apiKnowsEverySpelling(String question) throws IOException {
        assertThat(server.get("/searchApi/v2/" + question)).contains("\"response_code\":\"1\"");
    }

    @Test
    void valueKeptAsItWasWrittenIsFoundAsItWasWritten() throws IOException {
        assertThat(server.get("/searchApi/v2/domain/report/?domain=as-it-%C3%BCs.example"))
                .contains("\"ip_address\":\"192.0.2.80\"");
    }

    @Test
    void pagesAndOldLinesKnowThemToo() throws IOException {
        assertThat(server.get("/domain.php?domain=b%C3%BCcher.example")).contains("2001:db8::1");
        assertThat(server.get("/searchApi/v1/api.php?type=ip&query=2001:db8:0::1"))
                .contains("DOMAIN,xn--bcher-kva.example,");
    }

    @Test
    void votesOnEverySpellingCountForOneValue() throws IOException {
        server.get("/vote.php?vote=0&value=b%C3%BCcher.example");
        assertThat(server.get("/searchApi/v2/domain/report/?domain=xn--bcher-kva.example"))
                .contains("\"votes\":-1");
        server.get("/vote.php?vote=1&value=XN--BCHER-KVA.example");
        assertThat(server.get("/searchApi/v2/domain/report/?domain=b%C3%BCcher.example"))
                .contains("\"votes\":1");
    }

    @Test
    void sampleIsFoundByAnyOfItsHashes() throws IOException {
        for (String hash : List.of(MD5, SHA1, SHA256.toUpperCase(Locale.ROOT))) {
            assertThat(server.get("/searchApi/v2/file/report/?resource=" + hash))
                    .as(hash)
                    .contains("\"md5\":\"" + MD5 + "\",\"sha1\":\"" + SHA1 + "\"")
                    .contains("\"domains\":[\"one.example\",\"two.example\"]");
            assertThat(server.get("/searchApi/v1/api.php?type=md5&query=" + hash))
                    .contains("DOMAIN,one.example,", "DOMAIN,two.example,");
            assertThat(server.get("/malware.php?md5=" + hash)).contains(">two.example</a>");
        }
    }

    @Test
    void longHashIsNotShownAsAnMd5() throws IOException {
        assertThat(server.get("/searchApi/v2/file/report/?resource=" + LONE_SHA256))
                .contains("\"md5\":\"\",\"sha1\":\"\"", "\"references\":[\"a list\"]", "md5=" + LONE_SHA256);
    }
}
