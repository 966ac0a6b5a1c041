package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.server.message.Query;

/** How requests may look on the wire: everything old clients send is answered, everything odd is refused politely. */
class HttpFrontTest {
    private static final String QUESTION = "/searchApi/v2/email/report/?email=william19770319@yahoo.com";

    @RegisterExtension
    static final DemoServer server = DemoServer.with();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/searchApi/v2/email/report/?email=william19770319@yahoo.com",
                "/searchApi/v2/email/report?email=william19770319@yahoo.com",
                "//searchApi/v2/email/report/?email=william19770319@yahoo.com",
                "/searchApi//v2/email//report//?email=william19770319@yahoo.com",
                "/searchApi/v2/email/report/?email=william19770319%40yahoo.com",
                "/searchApi/v2/email/report/?email=WILLIAM19770319@Yahoo.COM",
                "/searchApi/v2/email/report/?email=william19770319@yahoo.com%0A",
                "/searchApi/v2/email/report/?email=%20william19770319@yahoo.com%0D%0A",
                "/searchApi/v2/email/report/?email=william19770319@yahoo.com ",
                "/searchApi/v2/email/report/?apikey=1&email=william19770319@yahoo.com&limit=9",
                "/searchApi/v2/email/report/?email=first@x.example&email=william19770319@yahoo.com",
                "http://www.threatcrowd.org/searchApi/v2/email/report/?email=william19770319@yahoo.com",
                "HTTPS://CI-www.threatcrowd.org:443/searchApi/v2/email/report/?email=william19770319@yahoo.com",
                "http://threatcrowd.org//searchApi/v2/email/report?email=william19770319@yahoo.com"
            })
    void everyWayOldClientsAskIsAnswered(String target) throws IOException {
        assertThat(server.get(target))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("\r\nContent-Type: application/json\r\n", "\r\nConnection: close\r\n")
                .contains("\r\n\r\n{\"response_code\":\"1\",\"domains\":[\"aoldaily.com\",");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:8080, 200",
        "127.0.0.1, 200",
        "127.8.9.1:80, 200",
        "[::1]:8080, 200",
        "www.threatcrowd.org, 200",
        "ci-www.threatcrowd.org, 200",
        "threatcrowd.org., 200",
        "attacker.example, 403",
        "localhost.attacker.example, 403",
        "127.0.0.1.attacker.example, 403",
        "www.threatcrowd.org.attacker.example, 403",
        "192.0.2.7, 403",
        "[2001:db8::1], 403"
    })
    void foreignHostsAreRefused(String host, int status) throws IOException {
        String answer =
                server.exchange("GET " + QUESTION + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(RawClient.statusLine(answer)).startsWith("HTTP/1.1 " + status + " ");
        assertThat(RawClient.body(answer).lines()).hasSize(1);
    }

    @Test
    void hostOfAnAbsoluteTargetCountsMoreThanTheHeader() throws IOException {
        assertThat(server.exchange("GET http://attacker.example" + QUESTION
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
    }

    @Test
    void permalinkLeadsBackToWhereTheClientAsked() throws IOException {
        String port = ":" + server.url().getPort();
        assertThat(server.get(QUESTION))
                .contains("\"permalink\":\"http:\\/\\/127.0.0.1" + port + "\\/email.php?email=");
        assertThat(server.exchange(
                        "GET " + QUESTION + " HTTP/1.1\r\nHost: localhost" + port + "\r\nConnection: close\r\n\r\n"))
                .contains("\"permalink\":\"http:\\/\\/localhost" + port + "\\/email.php?email=");
    }

    @Test
    void headHasTheLengthAndNoBody() throws IOException {
        int length = RawClient.body(server.get(QUESTION)).length();
        assertThat(server.exchange("HEAD " + QUESTION + " HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .endsWith("\r\nContent-Length: " + length + "\r\n\r\n");
    }

    @Test
    void headOfALongAnswerHasItsLengthToo() throws IOException {
        String question = "/searchApi/v2/ip/report/?ip=192.0.2.10";
        int length = RawClient.body(server.get(question)).length();
        assertThat(length).isGreaterThan(100_000);
        assertThat(server.exchange("HEAD " + question + " HTTP/1.0\r\n\r\n"))
                .endsWith("\r\nContent-Length: " + length + "\r\n\r\n");
    }

    @Test
    void optionsNamesTheMethods() throws IOException {
        assertThat(server.exchange("OPTIONS * HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("\r\nAllow: GET, HEAD, OPTIONS\r\n", "\r\nContent-Length: 0\r\n")
                .doesNotContain("Access-Control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "get"})
    void otherMethodsAreNotAllowed(String method) throws IOException {
        assertThat(server.exchange(method + " " + QUESTION + " HTTP/1.0\r\nContent-Length: 2\r\n\r\nab"))
                .startsWith("HTTP/1.1 405 Method Not Allowed\r\n")
                .contains("\r\nAllow: GET, HEAD, OPTIONS\r\n");
    }

    @Test
    void severalRequestsGoOverOneConnectionInOrder() throws IOException {
        String first = "GET " + QUESTION + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String second = "GET /searchApi/v2/ip/report/?ip=1.2.3.5 HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String last = "GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        String answers = server.exchange("\r\n" + first + "\r\n" + second + last);

        int one = answers.indexOf("\"domains\":[\"aoldaily.com\"");
        int two = answers.indexOf("dnsoptimus.com");
        int three = answers.indexOf("HTTP/1.1 404 Not Found");
        assertThat(one).isPositive();
        assertThat(two).isGreaterThan(one);
        assertThat(three).isGreaterThan(two);
        assertThat(answers.split("HTTP/1\\.1 ", -1)).hasSize(4);
    }

    @Test
    void oldClientsMayKeepTheConnectionWhenTheyAsk() throws IOException {
        String answers = server.exchange(
                "GET " + QUESTION + " HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\nGET / HTTP/1.0\r\n\r\n");
        assertThat(answers).contains("\r\nConnection: keep-alive\r\n", "A private ThreatCrowd");
    }

    @Test
    void longAnswersAreChunkedOrEndWithTheConnection() throws IOException {
        String target = "/searchApi/v2/ip/report/?ip=192.0.2.10";
        String old = server.get(target);
        assertThat(old).doesNotContain("Content-Length", "Transfer-Encoding").contains("\r\nConnection: close\r\n");
        assertThat(RawClient.body(old)).startsWith("{\"response_code\":\"1\"").endsWith("\"}");

        String chunked = server.exchange("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + server.url().getPort() + "\r\nConnection: close\r\n\r\n");
        assertThat(chunked).contains("\r\nTransfer-Encoding: chunked\r\n").endsWith("\r\n0\r\n\r\n");
        assertThat(unchunk(RawClient.body(chunked))).isEqualTo(RawClient.body(old));
    }

    private static String unchunk(String body) {
        var whole = new StringBuilder();
        int at = 0;
        while (true) {
            int line = body.indexOf("\r\n", at);
            int length = Integer.parseInt(body, at, line, 16);
            if (length == 0) {
                return whole.toString();
            }
            whole.append(body, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nonsense\\r\\n\\r\\n                                                    | 400
                    GET /\\r\\n\\r\\n                                                       | 400
                    GET / HTTP/2.0\\r\\n\\r\\n                                              | 505
                    PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n                                | 505
                    GET / HTTP/1.1\\r\\n\\r\\n                                              | 400
                    GET / HTTP/1.1\\r\\nHost: localhost\\r\\nHost: localhost\\r\\n\\r\\n    | 400
                    GET / HTTP/1.0\\r\\nno colon here\\r\\n\\r\\n                           | 400
                    GET / HTTP/1.0\\r\\nName : value\\r\\n\\r\\n                            | 400
                    GET / HTTP/1.0\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\n | 400
                    GET / HTTP/1.0\\r\\nContent-Length: -1\\r\\n\\r\\n                      | 400
                    GET / HTTP/1.0\\r\\nContent-Length: 99999999999999999999\\r\\n\\r\\n    | 413
                    POST / HTTP/1.0\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n | 411
                    GET /\\x01 HTTP/1.0\\r\\n\\r\\n                                         | 400
                    """)
    void malformedRequestsGetOneSentence(String bytes, int status) throws IOException {
        String wire = bytes.strip().replace("\\r", "\r").replace("\\n", "\n").replace("\\x01", "\u0001");
        String answer = server.exchange(wire);
        assertThat(RawClient.statusLine(answer)).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer).contains("\r\nConnection: close\r\n", "\r\nContent-Type: text/plain");
        assertThat(RawClient.body(answer).strip()).endsWith(".").doesNotContain("\n", "<");
    }

    @Test
    void endlessHeadersAreRefused() throws IOException {
        assertThat(server.exchange("GET / HTTP/1.0\r\nX: " + "a".repeat(17_000)))
                .startsWith("HTTP/1.1 431 ");
        assertThat(server.exchange("GET / HTTP/1.0\r\n" + "A: b\r\n".repeat(101) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void rawAndBrokenBytesAreAskedForLikeAnyValue() throws IOException {
        for (String value :
                new String[] {"\u00e9vil.example", "%ff%fe", "%zz%", "a%00b", "<script>", "'; DROP TABLE--"}) {
            assertThat(server.get("/searchApi/v2/domain/report/?domain=" + value))
                    .as(value)
                    .endsWith("\r\n\r\n{\"response_code\":\"0\"}");
        }
    }

    @Test
    void plusSignsOfEmailAddressesNeedNoEncoding() throws IOException {
        assertThat(Query.decode("a+b%2Bc")).isEqualTo("a b+c");
        assertThat(server.get("/searchApi/v2/antivirus/report/?antivirus=%60%60plugx"))
                .contains("\"response_code\":\"1\"", "listMalware.php?antivirus=plugx\"");
    }

    @Test
    void frontPageIsAPage() throws IOException {
        assertThat(server.get("/")).contains("\r\nContent-Type: text/html; charset=utf-8\r\n", "<!DOCTYPE html>");
    }

    @Test
    void whoSpeaksTlsToAPlainServerIsToldSoAtOnce() throws IOException {
        assertThat(server.exchange("\u0016\u0003\u0001\u0002\u0000\u0001\u0000"))
                .startsWith("HTTP/1.1 400 ")
                .contains("ask it by http://, not https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:80,evil.example", "127.0.0.1:8@evil.example", "localhost:x", "[::1]:80:80"})
    void whatFollowsTheHostIsAPort(String host) throws IOException {
        assertThat(server.exchange("GET " + QUESTION + " HTTP/1.0\r\nHost: " + host + "\r\n\r\n"))
                .startsWith("HTTP/1.1 40")
                .doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/searchApi", "/searchApi/", "/searchApi/v2", "/searchApi/v2/", "/searchApi/v3/ip/report/?ip=1"})
    void whatTheApiDoesNotHaveIsNotFoundAsJson(String target) throws IOException {
        assertThat(server.get(target))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("\r\nContent-Type: application/json\r\n")
                .endsWith("\r\n\r\n{\"response_code\":\"0\"}");
    }
}
