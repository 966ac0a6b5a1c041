package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.Day;
import tendril.corpus.MemoryCorpus;
import tendril.corpus.Observation;
import tendril.corpus.Relation;

/** Version 1 of the API, votes and feeds. */
class OldInterfacesTest {
    private volatile Instant now = Instant.parse("2026-11-23T09:59:30Z");
    private final InstantSource clock = () -> now;
    private final Corpus corpus = new MemoryCorpus();
    private CorpusServer server;

    @BeforeEach
    void start() throws IOException {
        corpus.add(
                new Batch("b", "test", ""),
                List.of(
                        Observation.on(new Day(2015_01_02), Relation.RESOLVES, "evil.example", "192.0.2.1"),
                        Observation.on(new Day(2015_01_02), Relation.RESOLVES, "evil.example", "-"),
                        Observation.on(new Day(2016_01_02), Relation.RESOLVES, "a,b.example\r", "192.0.2.1"),
                        Observation.undated(
                                Relation.CONTACTS_DOMAIN, "0123456789abcdef0123456789abcdef", "evil.example"),
                        Observation.undated(Relation.REGISTERED, "who@example.com", "evil.example"),
                        Observation.undated(Relation.SCANNED_AS, "0123456789abcdef0123456789abcdef", "Trojan.Evil")));
        server = CorpusServer.start(corpus, ServerOptions.loopback(0).withClock(clock));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void version1AnswersInLinesOfThreeColumns() throws IOException {
        String base = server.url().toString();
        assertThat(body("/searchApi/v1/api.php?type=domain&query=EVIL.example"))
                .isEqualTo("IP,192.0.2.1," + base + "ip.php?ip=192.0.2.1\r\n"
                        + "MD5,0123456789abcdef0123456789abcdef," + base
                        + "malware.php?md5=0123456789abcdef0123456789abcdef\r\n"
                        + "EMAIL,who@example.com," + base + "email.php?email=who@example.com\r\n");
        assertThat(body("/searchApi/v1/api.php?type=ip&query=192.0.2.1&displayDates=true"))
                .isEqualTo("DOMAIN,evil.example," + base + "domain.php?domain=evil.example,2015-01-02\r\n"
                        + "DOMAIN,a%2Cb.example," + base + "domain.php?domain=a%252Cb.example,2016-01-02\r\n");
        assertThat(body("/searchApi/v1/api.php?type=email&query=who@example.com"))
                .startsWith("DOMAIN,evil.example,");
        assertThat(body("/searchApi/v1/api.php?type=antivirus&query=evil")).startsWith("MD5,0123456789abcdef");
        assertThat(body("/searchApi/v1/api.php?type=md5&query=0123456789abcdef0123456789abcdef"))
                .startsWith("DOMAIN,evil.example,");
    }

    @ParameterizedTest
    @CsvSource({"domain, nowhere.example", "ip, ''", "nonsense, evil.example", "'', ''"})
    void version1FindsNothingAsAnEmptyBody(String type, String query) throws IOException {
        assertThat(RawClient.get(server.url(), "/searchApi/v1/api.php?type=" + type + "&query=" + query))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void votesAreReadBack() throws IOException {
        assertThat(votes()).isEqualTo("\"votes\":0");
        assertThat(body("/vote.php?vote=0&value=evil.example")).contains("you call it malicious");
        assertThat(votes()).isEqualTo("\"votes\":-1");
        body("/vote.php?vote=0&value=Evil.Example%0a");
        body("/vote.php?vote=1&value=evil.example");
        assertThat(votes()).as("one vote a voter").isEqualTo("\"votes\":1");
        body("/vote.php?vote=withdraw&value=evil.example");
        assertThat(votes()).isEqualTo("\"votes\":0");
    }

    @Test
    void votesMayBePosted() throws IOException {
        String form = "vote=0&value=evil.example";
        assertThat(RawClient.exchange(
                        server.url(),
                        "POST /vote.php HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n"
                                + "Sec-Fetch-Site: same-origin\r\nConnection: close\r\nContent-Length: "
                                + form.length() + "\r\n\r\n" + form))
                .startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(votes()).isEqualTo("\"votes\":-1");
    }

    @Test
    void browserThatHidesItsOriginMayVoteFromOurPages() throws IOException {
        String form = "vote=0&value=evil.example";
        assertThat(RawClient.exchange(
                        server.url(),
                        "POST /vote.php HTTP/1.1\r\nHost: localhost\r\nOrigin: null\r\n"
                                + "Sec-Fetch-Site: same-origin\r\nConnection: close\r\nContent-Length: "
                                + form.length() + "\r\n\r\n" + form))
                .startsWith("HTTP/1.1 200 OK\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Origin: https://attacker.example",
        "Origin: null"
    })
    void otherSitesCannotVote(String header) throws IOException {
        assertThat(RawClient.exchange(
                        server.url(),
                        "GET /vote.php?vote=0&value=evil.example HTTP/1.1\r\nHost: localhost\r\n" + header
                                + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(votes()).isEqualTo("\"votes\":0");
    }

    @ParameterizedTest
    @CsvSource({"/vote.php", "/vote.php?vote=2&value=evil.example", "/vote.php?vote=0", "/vote.php?vote=0&value=a%20b"})
    void votesThatMeanNothingAreExplained(String target) throws IOException {
        String answer = RawClient.get(server.url(), target);
        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(RawClient.body(answer)).isNotBlank();
    }

    @Test
    void askingForTheHeadDoesNotVote() throws IOException {
        RawClient.exchange(server.url(), "HEAD /vote.php?vote=0&value=evil.example HTTP/1.0\r\n\r\n");
        assertThat(votes()).isEqualTo("\"votes\":0");
    }

    @Test
    void feedsAreRewrittenEveryHour() throws IOException {
        body("/vote.php?vote=0&value=evil.example");
        assertThat(body("/feeds/domains.txt")).isEqualTo("evil.example\n");
        body("/vote.php?vote=0&value=bad.example");
        body("/vote.php?vote=0&value=192.0.2.1");
        body("/vote.php?vote=0&value=0123456789abcdef0123456789abcdef");
        body("/vote.php?vote=0&value=who@example.com");
        body("/vote.php?vote=1&value=good.example");
        assertThat(body("/feeds/domains.txt")).isEqualTo("evil.example\n");

        now = now.plus(Duration.ofMinutes(1));
        assertThat(body("/feeds/domains.txt")).isEqualTo("bad.example\nevil.example\n");
        assertThat(body("/feeds/ips.txt")).isEqualTo("192.0.2.1\n");
        assertThat(body("/feeds/hashes.txt")).isEqualTo("0123456789abcdef0123456789abcdef\n");
        assertThat(RawClient.get(server.url(), "/feeds/other.txt")).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void feedsAreSentOnceAndCompressedOnRequest() throws IOException {
        body("/vote.php?vote=0&value=evil.example");
        String first = RawClient.get(server.url(), "/feeds/domains.txt");
        assertThat(first).contains("\r\nLast-Modified: Mon, 23 Nov 2026 09:00:00 GMT\r\n");
        String etag =
                first.substring(first.indexOf("ETag: ") + 6).lines().findFirst().orElseThrow();

        String again = RawClient.exchange(
                server.url(), "GET /feeds/domains.txt HTTP/1.0\r\nIf-None-Match: " + etag + "\r\n\r\n");
        assertThat(again)
                .startsWith("HTTP/1.1 304 Not Modified\r\n")
                .endsWith("\r\n\r\n")
                .doesNotContain("Content-Length");

        String compressed =
                RawClient.exchange(server.url(), "GET /feeds/domains.txt HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n");
        assertThat(compressed).contains("\r\nContent-Encoding: gzip\r\n");
        byte[] bytes = RawClient.body(compressed).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes())
                .asString()
                .isEqualTo("evil.example\n");
    }

    private String votes() throws IOException {
        String report = body("/searchApi/v2/domain/report/?domain=evil.example");
        return report.substring(report.indexOf("\"votes\""), report.indexOf(",\"permalink\""));
    }

    private String body(String target) throws IOException {
        String answer = RawClient.get(server.url(), target);
        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
        return RawClient.body(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "'If-None-Match: *', 304",
        "'If-None-Match: \"other\"', 200",
        "'If-Modified-Since: Mon, 23 Nov 2026 09:00:00 GMT', 304",
        "'If-Modified-Since: Mon, 23 Nov 2026 08:59:59 GMT', 200",
        "'If-Modified-Since: yesterday', 200",
        "'If-None-Match: \"other\"\r\nIf-Modified-Since: Mon, 23 Nov 2026 09:00:00 GMT', 200"
    })
    void whoHasAnEditionIsNotSentItAgain(String headers, int status) throws IOException {
        String answer = RawClient.exchange(
                server.url(), "GET /feeds/ips.txt HTTP/1.0\r\n" + headers.replace("\\r\\n", "\r\n") + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip;q=0", "gzip; q=0.000, identity", "deflate, br", "gzipped", ""})
    void whoDoesNotTakeGzipGetsNone(String encodings) throws IOException {
        assertThat(RawClient.exchange(
                        server.url(), "GET /feeds/ips.txt HTTP/1.0\r\nAccept-Encoding: " + encodings + "\r\n\r\n"))
                .doesNotContain("Content-Encoding");
    }

    @Test
    void voteMayBePostedWithItsFieldsInTheAddress() throws IOException {
        String answer = RawClient.exchange(
                server.url(), "POST /vote.php?vote=0&value=evil.example HTTP/1.0\r\nContent-Length: 0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(votes()).isEqualTo("\"votes\":-1");
    }

    @Test
    void version1TakesItsWordsInAnyCase() throws IOException {
        assertThat(body("/searchApi/v1/api.php/?type=DOMAIN&query=evil.example&displayDates=TRUE"))
                .contains(",2015-01-02\r\n");
    }
}
