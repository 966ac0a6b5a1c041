package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as the libraries under published clients shape them, byte for byte where they differ. */
class ClientShapesTest {
    private static final String DOMAIN = "/searchApi/v2/domain/report/?domain=aoldaily.com";
    private static final String FOUND = "{\"response_code\":\"1\",\"resolutions\":[";

    @RegisterExtension
    static final DemoServer server = DemoServer.with();

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Python's requests and urllib, curl, Go, Node's request and got, Ruby, PHP streams, LWP, R's httr,
                // wget
                "Accept-Encoding: gzip, deflate\r\nAccept: */*\r\nUser-Agent: python-requests/2.28.1\r\n",
                "Accept-Encoding: identity\r\nUser-Agent: Python-urllib/2.7\r\n",
                "User-Agent: curl/7.88.1\r\nAccept: */*\r\n",
                "User-Agent: Go-http-client/1.1\r\nAccept-Encoding: gzip\r\n",
                "accept: application/json\r\n",
                "user-agent: got/9.3.2 (https://github.com/sindresorhus/got)\r\naccept-encoding: gzip, deflate\r\n",
                "Accept-Encoding: gzip;q=1.0,deflate;q=0.6,identity;q=0.3\r\nAccept: */*\r\nUser-Agent: Ruby\r\n",
                "TE: deflate,gzip;q=0.3\r\nUser-Agent: libwww-perl/6.68\r\nConnection: TE, close\r\n",
                "User-Agent: libcurl/7.88.1 r-curl/5.0.0 httr/1.4.5\r\nAccept: application/json, text/xml, */*\r\n",
                "User-Agent: Java-http-client/25\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                        + "HTTP2-Settings: AAEAAEAAAAIAAAAAAAMAAAAAAAQBAAAAAAUAAEAAAAYABgAA\r\nUpgrade: h2c\r\n",
                "Content-type: application/json\r\nUser-Agent: QRadio\r\n",
                "Content-Length: 0\r\nUser-Agent: old\r\n",
                "Cookie: __cfduid=da77cc76; cf_clearance=a4210874\r\nReferer: https://www.threatcrowd.org/\r\n",
                "Proxy-Connection: keep-alive\r\nX-Forwarded-For: 192.0.2.1\r\nVia: 1.1 squid\r\n",
                "Range: bytes=0-10\r\nIf-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT\r\n",
                "uSeR-aGeNt:nothing\r\nACCEPT:\t*/*\t\r\nX-Empty:\r\n"
            })
    void headersOfEveryLibraryAreTaken(String headers) throws IOException {
        String request =
                "GET " + DOMAIN + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.url().getPort() + "\r\n" + headers
                        + (headers.contains("Connection:") ? "" : "Connection: close\r\n") + "\r\n";
        String end = "GET / HTTP/1.0\r\n\r\n";

        String answer = server.exchange(headers.contains("close") ? request : request + end);

        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("\r\nContent-Type: application/json\r\n", "\r\n\r\n" + FOUND)
                .doesNotContain("Content-Encoding", "101 Switching");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/searchApi/v2/domain/report/?limit=5&domain=aoldaily.com&_=1700000000",
                "/searchApi/v2/domain/report/?&domain=aoldaily.com&&",
                "/searchApi/v2/domain/report/?domain=aoldaily.com#fragment",
                "/searchApi/v2/domain/report/?domain=%61oldaily%2Ecom",
                "/searchApi/v2/domain/report/?domain=aoldaily.com%00",
                "/searchApi/v2/domain/report/?domain=aoldaily.com.",
                "/searchApi/v2/domain/report/?domain=+aoldaily.com+",
                "/searchApi/v2/domain/report/?domain=aoldaily.com&domain=AOLDAILY.com",
                "/searchApi/v2/domain/report/?callback=&domain=aoldaily.com",
                "/searchApi/v2/domain/report?domain=aoldaily.com",
                "///searchApi///v2/domain/report//?domain=aoldaily.com",
                "/./searchApi/v2/domain/report/?domain=aoldaily.com",
                "/searchApi/v2/%64omain/report/?domain=aoldaily.com"
            })
    void questionsMayBeWrittenInManyWays(String target) throws IOException {
        assertThat(server.get(target)).as(target).contains("\r\n\r\n" + FOUND);
    }

    @Test
    void bareLineFeedsEndLinesToo() throws IOException {
        assertThat(server.exchange("GET " + DOMAIN + " HTTP/1.1\nHost: localhost\nConnection: close\n\n"))
                .contains("\r\n\r\n" + FOUND);
    }

    @Test
    void answersSayWhenTheyWereGiven() throws IOException {
        assertThat(server.get(DOMAIN))
                .containsPattern("\r\nDate: [A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\r\n");
    }

    @Test
    void bodiesInChunksAreTakenAsAnyOther() throws IOException {
        String chunks = "5\r\nvote=\r\nb;name=\"x\"\r\n0&value=chu\r\nB\r\nnks.example\r\n0\r\nX-Trailer: 1\r\n\r\n";
        String answers =
                server.exchange("POST /vote.php HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: Chunked\r\n\r\n"
                        + chunks + "GET /searchApi/v2/domain/report/?domain=chunks.example HTTP/1.0\r\n\r\n");

        assertThat(answers).startsWith("HTTP/1.1 200 OK\r\n").contains("Counted: you call it malicious.");
        assertThat(answers).contains("\"votes\":-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n3\nabc\n0\n\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n"
            })
    void bodiesThatTwoReadersMightReadDifferentlyAreRefused(String request) throws IOException {
        assertThat(server.exchange("POST /vote.php HTTP/1.1\r\nHost: localhost\r\n" + request))
                .startsWith("HTTP/1.1 400 ")
                .contains("\r\nConnection: close\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: gzip, chunked", "Transfer-Encoding: identity"})
    void otherEncodingsOfABodyAreRefused(String header) throws IOException {
        assertThat(server.exchange("POST /vote.php HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n"))
                .startsWith("HTTP/1.1 411 ");
    }

    @Test
    void chunksCannotBeMoreThanABodyMayBe() throws IOException {
        String start = "POST /vote.php HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThat(server.exchange(start + "FFFFFF\r\n")).startsWith("HTTP/1.1 413 ");
        assertThat(server.exchange(start + "fffffffffffff\r\n")).startsWith("HTTP/1.1 413 ");
        assertThat(server.exchange(start + "1;" + "x".repeat(70_000))).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void clientsThatAskBeforeTheySendABodyAreToldToGoOn() throws IOException {
        String body = "vote=1&value=careful.example";
        try (var socket = connect()) {
            socket.getOutputStream()
                    .write(("POST /vote.php HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: "
                                    + body.length() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String first = new String(in.readNBytes(25), StandardCharsets.US_ASCII);
            socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));

            assertThat(first).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .contains("Counted: you call it not malicious.");
        }
    }

    @Test
    void requestsMayArriveByteByByte() throws IOException {
        try (var socket = connect()) {
            for (byte b : ("GET " + DOMAIN + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII)) {
                socket.getOutputStream().write(b);
            }
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("\r\n\r\n" + FOUND);
        }
    }

    private static Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        return socket;
    }
}
