package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.corpus.Observation;
import tendril.corpus.Relation;

/** Pages show what the corpus knows, as text whatever it is. */
class PagesTest {
    private static final String HOSTILE = "<script>alert('x')</script>\"\u202egpj.exe\r";

    @RegisterExtension
    static final DemoServer server = DemoServer.with(
            Observation.undated(Relation.SUBDOMAIN, "hostile.example", HOSTILE),
            Observation.undated(Relation.REFERENCE, "hostile.example", HOSTILE));

    @Test
    void everyPermalinkLeadsToAPage() throws IOException {
        for (String question : List.of(
                "email/report/?email=william19770319@yahoo.com",
                "domain/report/?domain=aoldaily.com",
                "ip/report/?ip=188.40.75.132",
                "antivirus/report/?antivirus=plugx",
                "file/report/?resource=ec8c89aa5e521572c74e2dd02a4daf78")) {
            String answer = RawClient.body(server.get("/searchApi/v2/" + question));
            String permalink = answer.substring(answer.indexOf("\"permalink\":\"") + 13, answer.length() - 2);
            String target = permalink
                    .replace("\\/", "/")
                    .substring(server.url().toString().length() - 1);
            assertThat(page(target)).contains("</th></tr>\n<tr><td", "</html>");
        }
    }

    @Test
    void addressPageLinksItsDomainsAndSamples() throws IOException {
        assertThat(page("/ip.php?ip=188.40.75.132"))
                .contains("<table class=\"table table-striped\">")
                .contains("href=\"/domain.php?domain=tvgate.rocks\"")
                .contains("href=\"/domain.php?domain=ns2.atyafhosting.info\">NS2.ATYAFHOSTING.INFO</a>")
                .contains("<a class=\"text-uppercase\" href=\"/malware.php?md5=003f0ed24b5f70ddc7c6e80f9c4dac73\">")
                .contains("Most voters call it malicious");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/domain.php?domain=hostile.example",
                "/graphHtml.php?domain=hostile.example",
                "/domain.php?domain=%3Cscript%3Ealert('x')%3C/script%3E%22",
                "/listIPs.php?class=%3Cscript%3Ealert('x')%3C/script%3E",
                "/listDomains.php?name=%3Cscript%3Ealert('x')%3C/script%3E",
                "/listMalware.php?antivirus=%3Cscript%3Ealert('x')%3C/script%3E",
                "/pivot.php?data=%3Cscript%3Ealert('x')%3C/script%3E",
                "/vote.php?vote=0&value=a%22%3E%3Cscript%3E"
            })
    void hostileTextStaysText(String target) throws IOException {
        String answer = server.get(target);
        assertThat(answer).doesNotContain("<script>", "alert('x')", "\u202e", "\u00e2\u0080\u00ae");
    }

    @Test
    void titleEndsAsTheOriginalsDid() throws IOException {
        assertThat(page("/ip.php?ip=188.40.75.132"))
                .contains("<title>188.40.75.132 | Threatcrowd.org Open Source Threat Intelligence</title>");
    }

    @Test
    void unseenCharactersAreShown() throws IOException {
        assertThat(page("/domain.php?domain=hostile.example"))
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;")
                .contains("<span class=\"odd\">U+202E</span>", "<span class=\"odd\">U+000D</span>");
    }

    @Test
    void malwareListGoesPageByPage() throws IOException {
        String first = page("/listMalware.php?page=0&antivirus=lantern");
        assertThat(first)
                .containsPattern("<a href=\"/listMalware\\.php\\?page=1&amp;antivirus=lantern\"[^>]*>Next</a>");
        assertThat(count(first, "/malware.php?md5=")).isEqualTo(50);
        assertThat(page("/listMalware.php?page=1&antivirus=lantern")).contains(">Previous</a>");
        assertThat(page("/listMalware.php?page=99999&antivirus=lantern")).doesNotContain(">Next</a>");
    }

    @Test
    void firstLinkToAnotherPageIsTheNextOneAndThereIsAlwaysOne() throws IOException {
        var link = Pattern.compile("<a href=\"/listMalware\\.php\\?page=(\\d+)[^>]*>([^<]*)</a>");
        for (var expected : Map.of(
                        "lantern", "1 Next",
                        "lantern&page=1", "1 Page 2",
                        "tidewrack-not-there", "0 Page 1")
                .entrySet()) {
            var first = link.matcher(page("/listMalware.php?antivirus=" + expected.getKey()));
            assertThat(first.find()).isTrue();
            assertThat(first.group(1) + " " + first.group(2)).isEqualTo(expected.getValue());
        }
    }

    @Test
    void graphOfAnAddressNamesDomainsAsSources() throws IOException {
        String graph = page("/graphHtml.php?ip=188.40.75.132");
        assertThat(graph).contains("source: 'tvgate.rocks', target: '188.40.75.132'");
        assertThat(graph).contains("source: '003f0ed24b5f70ddc7c6e80f9c4dac73', target: '188.40.75.132'");
        assertThat(page("/graphHtml.php?domain=aoldaily.com"))
                .contains("source: 'aoldaily.com', target: '50.116.42.33'")
                .contains("source: 'william19770319@yahoo.com', target: 'aoldaily.com'")
                .contains("'>media.aoldaily.com</a>");
    }

    @Test
    void graphShowsSomeOfEachKind() throws IOException {
        String graph = page("/graphHtml.php?ip=192.0.2.80");
        assertThat(graph).contains("class=\"kind-domain\"", "60 of 900 are drawn.");
        assertThat(page("/graphHtml.php?domain=nowhere.example")).contains("knows no neighbours of it");
    }

    @Test
    void pagesOfWhatNobodyKnowsSayOnlyThat() throws IOException {
        assertThat(page("/domain.php?domain=nowhere.example"))
                .contains("This corpus knows nothing about it.")
                .doesNotContain("<table");
        assertThat(page("/email.php?email=william19770319@yahoo.com")).contains("Nothing known: References.");
        assertThat(page("/domain.php?domain=aoldaily.com"))
                .contains("<td class=\"day\">unknown</td>")
                .contains("<td><span class=\"none\">none</span></td>");
    }

    @Test
    void pictureOfTheOriginalsFrontPageIsThere() throws IOException {
        for (String path : List.of("/img/home.png", "/favicon.ico")) {
            assertThat(server.get(path))
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .contains("\r\nContent-Type: image/png\r\n", "\r\n\r\n\u0089PNG");
        }
    }

    @Test
    void addressBlockListsWhatIsKnownInIt() throws IOException {
        assertThat(page("/listIPs.php?class=188.40.75")).contains("href=\"/ip.php?ip=188.40.75.132\"");
        assertThat(page("/listIPs.php?class=188.40.7")).doesNotContain("href=\"/ip.php?ip=");
    }

    @ParameterizedTest
    @CsvSource({
        "aoldaily.com, /domain.php?domain=aoldaily.com",
        "188.40.75.132, /ip.php?ip=188.40.75.132",
        "2001:DB8::1, /ip.php?ip=2001:db8::1",
        "William19770319@yahoo.com, /email.php?email=william19770319@yahoo.com",
        "EC8C89AA5E521572C74E2DD02A4DAF78, /malware.php?md5=ec8c89aa5e521572c74e2dd02a4daf78",
        "plugx, /listMalware.php?antivirus=plugx",
        "%0d%0aSet-Cookie:x, /listMalware.php?antivirus=set-cookie:x",
        "'', /"
    })
    void pivotForwardsAnyValueToItsPage(String data, String page) throws IOException {
        assertThat(server.get("/pivot.php?data=" + data))
                .startsWith("HTTP/1.1 303 See Other\r\n")
                .contains("\r\nLocation: " + page + "\r\n");
    }

    @Test
    void graphHoldsItsNodesAsDataToo() throws IOException {
        String graph = page("/graphHtml.php?ip=188.40.75.132");
        assertThat(graph).contains("<svg", "</svg>", "id: 'tvgate.rocks'");
        assertThat(graph).contains("source: 'tvgate.rocks', target: '188.40.75.132'");
    }

    @Test
    void pagesForbidScriptsAndForeignContent() throws IOException {
        assertThat(server.get("/domain.php?domain=aoldaily.com"))
                .contains("\r\nContent-Security-Policy: default-src 'none';", "\r\nReferrer-Policy: same-origin\r\n");
        assertThat(server.get("/style.css")).contains("text/css");
    }

    @Test
    void everyInputHasALabel() throws IOException {
        String html = page("/");
        var inputs = Pattern.compile("<input id=\"(\\w+)\"").matcher(html);
        while (inputs.find()) {
            assertThat(html).contains("for=\"" + inputs.group(1) + "\"");
        }
        assertThat(html).contains("<html lang=\"en\">", "<main id=\"content\">");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static String page(String target) throws IOException {
        String answer = server.get(target);
        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").contains("\r\nContent-Type: text/html; charset=utf-8\r\n");
        return RawClient.body(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "evil[.]example, /domain.php?domain=evil.example",
        "hxxps://evil[.]example/gate.php?x=1, /domain.php?domain=evil.example",
        "http://192.0.2.7:8080/x, /ip.php?ip=192.0.2.7",
        "who[at]evil[.]example, /email.php?email=who@evil.example",
        "b%C3%BCcher.example, /domain.php?domain=xn--bcher-kva.example",
        "2001:0db8:0:0::1, /ip.php?ip=2001:db8::1",
        "Trojan.Lantern.A, /listMalware.php?antivirus=trojan.lantern.a"
    })
    void searchUnderstandsWhatPeoplePaste(String data, String page) throws IOException {
        assertThat(server.get("/pivot.php?data=" + data)).contains("\r\nLocation: " + page + "\r\n");
    }
}
