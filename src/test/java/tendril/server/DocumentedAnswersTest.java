package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The examples in the original's documentation, byte for byte. */
class DocumentedAnswersTest {
    @RegisterExtension
    static final DemoServer server = DemoServer.with();

    @Test
    void emailNamesTheDomainsItRegistered() throws IOException {
        assertThat(ask("email/report/?email=william19770319@yahoo.com"))
                .isEqualTo("{\"response_code\":\"1\",\"domains\":[\"aoldaily.com\",\"aunewsonline.com\","
                        + "\"cnndaily.com\",\"usnewssite.com\"],\"references\":[],\"permalink\":"
                        + "\"https:\\/\\/www.threatcrowd.org\\/email.php?email=william19770319@yahoo.com\"}");
    }

    @Test
    void domainHasEveryKeyInTheOldOrder() throws IOException {
        assertThat(ask("domain/report/?domain=aoldaily.com"))
                .startsWith("{\"response_code\":\"1\",\"resolutions\":["
                        + "{\"last_resolved\":\"2015-10-09\",\"ip_address\":\"-\"},"
                        + "{\"last_resolved\":\"2014-04-01\",\"ip_address\":\"0.0.0.0\"},"
                        + "{\"last_resolved\":\"2013-09-03\",\"ip_address\":\"50.116.42.33\"},"
                        + "{\"last_resolved\":\"2013-09-20\",\"ip_address\":\"50.63.202.70\"},"
                        + "{\"last_resolved\":\"0000-00-00\",\"ip_address\":\"66.228.48.134\"},"
                        + "{\"last_resolved\":\"2015-05-12\",\"ip_address\":\"69.195.129.70\"},"
                        + "{\"last_resolved\":\"2014-12-13\",\"ip_address\":\"69.195.129.72\"},"
                        + "{\"last_resolved\":\"2013-12-02\",\"ip_address\":\"81.166.122.234\"}],"
                        + "\"hashes\":[],\"emails\":[\"domains@virustracker.info\",\"william19770319@yahoo.com\"],"
                        + "\"subdomains\":[\"media.aoldaily.com\",")
                .contains("\"asdf--\\u00c0u0066auto.aoldaily.com\"")
                .contains("\"asdfauto.aoldaily.com\",\"asdfauto.aoldaily.com\"")
                .endsWith("\"mx.aoldaily.com\"],\"references\":[\"http:\\/\\/blog.shadowserver.org\\/2013\\/02\\/\","
                        + "\"http:\\/\\/sto-strategy.com\\/s\\/Appendix-D-Digital-FQDNs.pdf\"],\"votes\":-1,"
                        + "\"permalink\":\"https:\\/\\/www.threatcrowd.org\\/domain.php?domain=aoldaily.com\"}");
    }

    @Test
    void addressKeepsNamesAsTheyWereSeen() throws IOException {
        assertThat(ask("ip/report/?ip=188.40.75.132"))
                .startsWith("{\"response_code\":\"1\",\"resolutions\":["
                        + "{\"last_resolved\":\"2015-02-17\",\"domain\":\"tvgate.rocks\"},")
                .contains("{\"last_resolved\":\"2014-03-22\",\"domain\":\"advtravel.info\\r\"}")
                .contains("{\"last_resolved\":\"2019-04-10\",\"domain\":\"NS2.ATYAFHOSTING.INFO\"}")
                .contains("{\"last_resolved\":\"2019-04-15\",\"domain\":\"188.40.75.132\"}],"
                        + "\"hashes\":[\"003f0ed24b5f70ddc7c6e80f9c4dac73\",\"027fc90c13f6d87e1f68d25b0d0ec4a7\",")
                .endsWith("\"fa6fbd1dd2d58885772bd0b37633d5d7\"],\"references\":[\"\"],\"votes\":-1,"
                        + "\"permalink\":\"https:\\/\\/www.threatcrowd.org\\/ip.php?ip=188.40.75.132\"}");
    }

    @Test
    void antivirusNameGivesHashesInTheOrderTheyCame() throws IOException {
        assertThat(ask("antivirus/report/?antivirus=plugx"))
                .startsWith("{\"response_code\":\"1\",\"hashes\":[\"321c1d36c16833477ada58ccfa012c6e\","
                        + "\"ec83d8379140396c8a18368af9d18421\",")
                .endsWith("\"c557b6dc0edab783781fd9312f6886c3\"],\"references\":[],\"permalink\":"
                        + "\"https:\\/\\/www.threatcrowd.org\\/listMalware.php?antivirus=plugx\"}");
    }

    @Test
    void fileKeepsRepeatedAndEmptyScans() throws IOException {
        assertThat(ask("file/report/?resource=ec8c89aa5e521572c74e2dd02a4daf78"))
                .startsWith("{\"response_code\":\"1\",\"md5\":\"ec8c89aa5e521572c74e2dd02a4daf78\","
                        + "\"sha1\":\"01f5c3905f2098650f16f50a1b26156586238bfe\",\"scans\":[\"\","
                        + "\"Trojan\\/W32.Small.34304.EG\",\"Trojan.Win32.Cossta!O\",\"Trojan ( 001922ff1 )\","
                        + "\"Trojan ( 001922ff1 )\",")
                .endsWith("\"Win32\\/Trojan.734\"],\"ips\":[\"0.0.0.0\"],\"domains\":[\"ks.aoldaily.com\"],"
                        + "\"references\":[],\"permalink\":"
                        + "\"https:\\/\\/www.threatcrowd.org\\/malware.php?md5=ec8c89aa5e521572c74e2dd02a4daf78\"}");
    }

    @Test
    void sampleIsFoundByItsSha1Too() throws IOException {
        assertThat(ask("file/report/?resource=01F5C3905F2098650F16F50A1B26156586238BFE"))
                .isEqualTo(ask("file/report/?resource=ec8c89aa5e521572c74e2dd02a4daf78"));
    }

    @Test
    void nobodyVotedIsZero() throws IOException {
        assertThat(ask("ip/report/?ip=1.2.3.5")).contains("\"votes\":0,");
    }

    @Test
    void unknownThingsAreNotFoundInTheOldForm() throws IOException {
        for (String question : new String[] {
            "email/report/?email=nobody@nowhere.example",
            "domain/report/?domain=nowhere.example",
            "ip/report/?ip=192.0.2.255",
            "antivirus/report/?antivirus=nothinglikethis",
            "file/report/?resource=00000000000000000000000000000000",
            "fqdn/report/?fqdn=aoldaily.com",
            "domain/report/?domain=",
            "domain/report/?domain=%20%20",
            "domain/report/",
            "domain/report/?ip=aoldaily.com",
            "ip/report/?ip=-",
            ""
        }) {
            assertThat(ask(question)).as(question).isEqualTo("{\"response_code\":\"0\"}");
        }
    }

    private static String ask(String question) throws IOException {
        String answer =
                server.exchange("GET /searchApi/v2/" + question + " HTTP/1.0\r\nHost: www.threatcrowd.org\r\n\r\n");
        assertThat(RawClient.statusLine(answer)).isEqualTo("HTTP/1.1 200 OK");
        assertThat(answer).contains("\r\nContent-Type: application/json\r\n");
        return RawClient.body(answer);
    }
}
