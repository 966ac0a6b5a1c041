package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.corpus.Observation;
import tendril.corpus.Relation;

/** A value finds the same, however it is spelled. */
class SpellingsTest {
    @RegisterExtension
    static final DemoServer server = DemoServer.with(
            Observation.undated(Relation.RESOLVES, "xn--bcher-kva.example", "2001:db8::1"),
            Observation.undated(Relation.REGISTERED, "who@xn--bcher-kva.example", "xn--bcher-kva.example"),
            Observation.undated(Relation.RESOLVES, "as-it-\u00fcs.example", "192.0.2.80"));

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
}
