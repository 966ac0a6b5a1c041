package tendril.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tendril.provider.ScriptedServer.head;
import static tendril.provider.ScriptedServer.json;
import static tendril.provider.ScriptedServer.raw;
import static tendril.provider.ScriptedServer.redirect;
import static tendril.provider.ScriptedServer.reply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.pivot.Fetch;
import tendril.pivot.PivotOutcome;
import tendril.pivot.PivotOutcome.Malformed;
import tendril.pivot.PivotOutcome.Refused;
import tendril.pivot.PivotOutcome.Throttled;
import tendril.pivot.PivotOutcome.Unreachable;
import tendril.pivot.Question;

class HttpFetchTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Question QUESTION = new Question("source", "v2/domain/evil.example", "GET …");
    private static final String SECRET = "s3cr3t-key";
    private static final int MEGABYTE = 1024 * 1024;

    private static final HttpLimits SHORT = new HttpLimits(Duration.ofMillis(150), Duration.ofMillis(150), MEGABYTE, 3);
    private static final HttpLimits AMPLE = new HttpLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), MEGABYTE, 3);

    @Test
    void aWholeAnswerIsKeptExactlyAsItCame() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(json("{\"a\":1}\n"))) {
            Fetch.Got got = (Fetch.Got) fetch(server.uri().resolve("/x?y=z"));

            assertThat(got.answer().body()).isEqualTo("{\"a\":1}\n".getBytes(StandardCharsets.UTF_8));
            assertThat(got.answer().question()).isEqualTo(QUESTION);
            assertThat(got.answer().at()).isEqualTo(NOW);
            assertThat(got.answer().status()).isEqualTo(200);
            assertThat(got.answer().mediaType()).isEqualTo("application/json");
        }
    }

    @Test
    void theRequestSaysWhoAsksAndNothingElse() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(reply(200, "{}", "Set-Cookie: id=7; Path=/"))) {
            HttpFetch http = client(AMPLE, Optional.empty());
            http.fetch(QUESTION, HttpQuery.get(server.uri().resolve("/x?y=z")));
            http.fetch(QUESTION, HttpQuery.get(server.uri().resolve("/x?y=z")));

            assertThat(server.requests()).hasSize(2).allSatisfy(request -> {
                assertThat(request).startsWith("GET /x?y=z HTTP/1.1\r\n").contains("User-Agent: Tendril/0.1\r\n");
                assertThat(request).doesNotContainIgnoringCase("cookie").doesNotContainIgnoringCase("upgrade");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "204, Malformed",
        "206, Malformed",
        "304, Malformed",
        "400, Refused",
        "401, Refused",
        "403, Refused",
        "404, Refused",
        "407, Refused",
        "408, Unreachable",
        "410, Refused",
        "418, Refused",
        "429, Throttled",
        "451, Refused",
        "500, Unreachable",
        "502, Unreachable",
        "503, Throttled",
        "504, Unreachable",
        "520, Unreachable",
        "524, Unreachable",
        "999, Malformed"
    })
    void everyStatusHasItsOutcomeAndItsSentence(int status, String outcome) throws Exception {
        String page = "<html><body>Sorry</body></html>";
        try (ScriptedServer server = ScriptedServer.playing(reply(status, status == 204 ? "" : page))) {
            PivotOutcome trouble = trouble(fetch(server.uri()));

            assertThat(trouble.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(reason(trouble)).contains(String.valueOf(status)).matches(SENTENCE);
        }
    }

    @ParameterizedTest
    @CsvSource({"400, false", "401, true", "403, true", "404, false", "407, true", "418, false"})
    void onlyAMissingPermissionPausesTheProvider(int status, boolean pauses) throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(reply(status, ""))) {
            assertThat(((Refused) trouble(fetch(server.uri()))).pauseProvider()).isEqualTo(pauses);
        }
    }

    @Test
    void aStatusThatTheProviderReadsIsAnAnswer() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(reply(404, "{\"error\":\"unknown\"}"))) {
            HttpQuery query = new HttpQuery(server.uri(), new TreeMap<>(), Set.of(200, 404));
            Fetch.Got got = (Fetch.Got) client(AMPLE, Optional.empty()).fetch(QUESTION, query);

            assertThat(got.answer().status()).isEqualTo(404);
            assertThat(got.answer().body()).asString().isEqualTo("{\"error\":\"unknown\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void retryAfterIsTakenInSeconds(int status) throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(reply(status, "", "Retry-After: 90"))) {
            Throttled throttled = (Throttled) trouble(fetch(server.uri()));

            assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(90));
            assertThat(throttled.reason()).contains("90 s").matches(SENTENCE);
        }
    }

    @Test
    void aConnectionThatNobodyTakesIsUnreachable() throws Exception {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0)) {
            port = closedAtOnce.getLocalPort();
        }
        assertUnreachable(fetch(URI.create("http://127.0.0.1:" + port + "/")), "Nothing accepts connections");
    }

    @Test
    void aNameThatDoesNotExistIsUnreachable() throws Exception {
        assertUnreachable(fetch(URI.create("http://no-such-host.invalid/")), "no-such-host.invalid could not be found");
    }

    @Test
    void aServerWithoutTlsIsUnreachableByHttps() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(json("{}"))) {
            URI secure = URI.create(server.uri().toString().replace("http:", "https:"));
            HttpLimits limits = new HttpLimits(Duration.ofMillis(250), Duration.ofMillis(250), MEGABYTE, 3);
            PivotOutcome trouble = trouble(client(limits, Optional.empty()).fetch(QUESTION, HttpQuery.get(secure)));
            assertThat(trouble).isInstanceOf(Unreachable.class);
        }
    }

    @Test
    void aSilentServerIsHungUpOnAtTheDeadline() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.Wire::stall)) {
            assertUnreachable(fetch(SHORT, server.uri()), "did not answer within 150 ms");
            server.awaitHangUp();
        }
    }

    @Test
    void aTrickledHeaderEndsAtTheDeadline() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.playing(wire -> wire.send("HTTP/1.1 200 OK\r\n").trickle("X-A: b\r\n"))) {
            assertUnreachable(fetch(SHORT, server.uri()), "did not answer within 150 ms");
            server.awaitHangUp();
        }
    }

    @Test
    void aTrickledBodyEndsAtTheDeadline() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.playing(wire -> wire.send(head(200, 10_000)).trickle("x"))) {
            assertUnreachable(fetch(SHORT, server.uri()), "after 150 ms and was not done");
            server.awaitHangUp();
        }
    }

    @Test
    void aBodyThatStallsAtItsLastByteEndsAtTheDeadline() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(
                wire -> wire.send(head(200, 100)).send("x".repeat(99)).stall())) {
            assertUnreachable(fetch(SHORT, server.uri()), "had sent 99 bytes after 150 ms");
            server.awaitHangUp();
        }
    }

    @Test
    void calledOffInTheMiddleTheConnectionIsClosed() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(
                wire -> wire.send(head(200, 100)).send("{").stall())) {
            CompletableFuture<Fetch> result = new CompletableFuture<>();
            Thread lane = Thread.ofPlatform().start(() -> {
                try {
                    result.complete(fetch(server.uri()));
                } catch (InterruptedException calledOff) {
                    result.completeExceptionally(calledOff);
                }
            });
            server.awaitRequest();
            lane.interrupt();
            lane.join();
            server.awaitHangUp();

            assertThatThrownBy(result::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void aServerThatHangsUpIsAskedOnlyOnce() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(wire -> {})) {
            assertUnreachable(fetch(server.uri()), "closed the connection without an answer");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aConnectionIsNotKeptForTheNextQuestion() throws Exception {
        ScriptedServer.Script keptThenClosed =
                wire -> wire.send(head(200, 2)).send("{}").stall();
        try (ScriptedServer server = ScriptedServer.playing(keptThenClosed, wire -> {})) {
            HttpFetch http = client(AMPLE, Optional.empty());
            assertThat(http.fetch(QUESTION, HttpQuery.get(server.uri()))).isInstanceOf(Fetch.Got.class);
            server.awaitHangUp();
            assertUnreachable(http.fetch(QUESTION, HttpQuery.get(server.uri())), "without an answer");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aResetIsUnreachable() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.Wire::reset)) {
            assertUnreachable(fetch(server.uri()), "closed the connection");
        }
    }

    @Test
    void aTruncatedBodyIsUnreachableAndSaysWhereItEnded() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.playing(wire -> wire.send(head(200, 5_000)).send("{\"response_code\":"))) {
            assertUnreachable(fetch(server.uri()), "broke off after 17 bytes");
        }
    }

    @Test
    void garbageBetweenChunksIsUnreachable() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(
                raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nzzzz\r\n"))) {
            assertUnreachable(fetch(server.uri()), "broke off");
        }
    }

    @Test
    void somethingThatIsNotHttpHasASentence() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(raw("SSH-2.0-OpenSSH_9.9\r\n\r\n"))) {
            PivotOutcome trouble = trouble(fetch(server.uri()));
            assertThat(trouble).isInstanceOf(Malformed.class);
            assertThat(reason(trouble)).contains("does not speak HTTP").matches(SENTENCE);
        }
    }

    @Test
    void aBodyBeyondTheCapIsRefusedWithBothSizes() throws Exception {
        byte[] block = new byte[MEGABYTE];
        try (ScriptedServer server = ScriptedServer.playing(wire -> {
            wire.send(head(200, 50L * MEGABYTE));
            for (int sent = 0; sent < 50; sent++) {
                wire.send(block);
            }
        })) {
            PivotOutcome trouble = trouble(fetch(server.uri()));
            assertThat(trouble).isInstanceOf(Malformed.class);
            assertThat(reason(trouble))
                    .contains("52,428,800 bytes")
                    .contains("1,048,576 bytes")
                    .matches(SENTENCE);
        }
    }

    @Test
    void anEndlessBodyIsHungUpOn() throws Exception {
        String block = "x".repeat(MEGABYTE);
        try (ScriptedServer server = ScriptedServer.playing(
                wire -> wire.send("HTTP/1.1 200 OK\r\n\r\n").trickle(block))) {
            PivotOutcome trouble = trouble(fetch(server.uri()));
            server.awaitHangUp();
            assertThat(reason(trouble))
                    .contains("larger than we take")
                    .contains("1,048,576 bytes")
                    .matches(SENTENCE);
        }
    }

    @Test
    void aBodyOfExactlyTheCapIsTaken() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(reply(200, new byte[MEGABYTE]))) {
            assertThat(((Fetch.Got) fetch(server.uri())).answer().body()).hasSize(MEGABYTE);
        }
    }

    @Test
    void aCompressedBodyIsUnpacked() throws Exception {
        byte[] packed = gzip("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        try (ScriptedServer server = ScriptedServer.playing(reply(200, packed, "Content-Encoding: gzip"))) {
            assertThat(((Fetch.Got) fetch(server.uri())).answer().body())
                    .asString()
                    .isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void aGzipBombIsRefusedWithTheLimit() throws Exception {
        byte[] bomb = gzip(new byte[60 * MEGABYTE]);
        try (ScriptedServer server = ScriptedServer.playing(reply(200, bomb, "Content-Encoding: gzip"))) {
            PivotOutcome trouble = trouble(fetch(server.uri()));
            assertThat(trouble).isInstanceOf(Malformed.class);
            assertThat(reason(trouble))
                    .contains("unpack to more than the limit of 1,048,576 bytes")
                    .matches(SENTENCE);
        }
    }

    @Test
    void aDamagedCompressedBodyHasASentence() throws Exception {
        byte[] packed = gzip("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(packed, packed.length - 6);
        try (ScriptedServer server = ScriptedServer.playing(reply(200, cut, "Content-Encoding: gzip"))) {
            assertUnreachable(fetch(server.uri()), "damaged or cut off");
        }
    }

    @Test
    void aCodingNobodyAskedForHasASentence() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(reply(200, "??", "Content-Encoding: br"))) {
            PivotOutcome trouble = trouble(fetch(server.uri()));
            assertThat(trouble).isInstanceOf(Malformed.class);
            assertThat(reason(trouble)).contains("\"br\"").matches(SENTENCE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectWithinTheOriginIsFollowedWithItsHeaders(int status) throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(redirect(status, "/there/?a=b"), json("{}"))) {
            Fetch fetched = client(AMPLE, Optional.empty())
                    .fetch(QUESTION, withKey(server.uri().resolve("/here")));

            assertThat(fetched).isInstanceOf(Fetch.Got.class);
            assertThat(server.requests().getLast())
                    .startsWith("GET /there/?a=b ")
                    .contains(SECRET);
        }
    }

    @Test
    void aRedirectLoopEndsAfterThreeSteps() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(redirect(302, "/again"))) {
            assertUnreachable(fetch(server.uri()), "more than 3 times");
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void noHeaderEverReachesAnotherOrigin() throws Exception {
        try (ScriptedServer other = ScriptedServer.playing(json("{}"));
                ScriptedServer server = ScriptedServer.playing(redirect(302, other.uri() + "/take"))) {
            PivotOutcome trouble = trouble(client(AMPLE, Optional.empty()).fetch(QUESTION, withKey(server.uri())));

            assertThat(other.requests()).isEmpty();
            assertThat(((Refused) trouble).pauseProvider()).isTrue();
            assertThat(reason(trouble))
                    .contains(other.uri().toString())
                    .doesNotContain(SECRET)
                    .matches(SENTENCE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "https://127.0.0.1/",
                "http://169.254.169.254/latest/",
                "//other.invalid/x",
                "http://user:pass@127.0.0.1/",
                "javascript:alert(1)",
                "mailto:a@b.example"
            })
    void noOtherPlaceIsFollowed(String location) throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(redirect(302, location))) {
            PivotOutcome trouble = trouble(fetch(server.uri()));
            assertThat(trouble).isInstanceOf(Refused.class);
            assertThat(reason(trouble))
                    .contains("do not follow")
                    .doesNotContain("pass@")
                    .matches(SENTENCE);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://[::1", "%%%"})
    void aRedirectToNowhereHasASentence(String location) throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(redirect(302, location))) {
            assertThat(reason(trouble(fetch(server.uri()))))
                    .contains("without saying which")
                    .matches(SENTENCE);
        }
    }

    @Test
    void aKeyThatCannotBeSentIsNeverShown() throws Exception {
        HttpQuery query = new HttpQuery(
                URI.create("http://127.0.0.1:9/"), new TreeMap<>(Map.of("x-apikey", SECRET + "\nX: y")), Set.of(200));
        PivotOutcome trouble = trouble(client(AMPLE, Optional.empty()).fetch(QUESTION, query));

        assertThat(reason(trouble))
                .contains("cannot be sent")
                .doesNotContain(SECRET)
                .matches(SENTENCE);
        assertThat(query.toString()).doesNotContain(SECRET);
    }

    @Test
    void everythingGoesThroughTheProxyThatIsSet() throws Exception {
        try (ScriptedServer proxy = ScriptedServer.playing(json("{}"))) {
            InetSocketAddress at =
                    new InetSocketAddress("127.0.0.1", proxy.uri().getPort());
            Fetch fetched =
                    client(AMPLE, Optional.of(at)).fetch(QUESTION, HttpQuery.get(URI.create("http://evil.invalid/x")));

            assertThat(fetched).isInstanceOf(Fetch.Got.class);
            assertThat(proxy.requests().getFirst()).startsWith("GET http://evil.invalid/x HTTP/1.1\r\n");
        }
    }

    private static final String SENTENCE = "(?s)[A-Z0-9a-z].{20,300}\\.";

    private static void assertUnreachable(Fetch fetch, String part) {
        PivotOutcome trouble = trouble(fetch);
        assertThat(trouble).isInstanceOf(Unreachable.class);
        assertThat(reason(trouble)).contains(part).matches(SENTENCE).doesNotContain("Exception");
    }

    private static PivotOutcome trouble(Fetch fetch) {
        assertThat(fetch).isInstanceOf(Fetch.Failed.class);
        return ((Fetch.Failed) fetch).trouble();
    }

    private static String reason(PivotOutcome outcome) {
        return switch (outcome) {
            case Throttled throttled -> throttled.reason();
            case Unreachable unreachable -> unreachable.reason();
            case Refused refused -> refused.reason();
            case Malformed malformed -> malformed.reason();
            case PivotOutcome.Found found -> throw new AssertionError("no trouble: " + found);
            case PivotOutcome.NothingFound nothing -> throw new AssertionError("no trouble: " + nothing);
            case PivotOutcome.TooMany tooMany -> throw new AssertionError("no trouble: " + tooMany);
            case PivotOutcome.Cancelled cancelled -> throw new AssertionError("no trouble: " + cancelled);
        };
    }

    private static HttpQuery withKey(URI uri) {
        return new HttpQuery(uri, new TreeMap<>(Map.of("x-apikey", SECRET)), Set.of(200));
    }

    private static Fetch fetch(URI uri) throws InterruptedException {
        return fetch(AMPLE, uri);
    }

    private static Fetch fetch(HttpLimits limits, URI uri) throws InterruptedException {
        return client(limits, Optional.empty()).fetch(QUESTION, HttpQuery.get(uri));
    }

    private static HttpFetch client(HttpLimits limits, Optional<InetSocketAddress> proxy) {
        return new HttpFetch("Tendril/0.1", limits, proxy, InstantSource.fixed(NOW));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
