package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.corpus.MemoryCorpus;
import tendril.server.access.AddressBlock;
import tendril.server.access.ClientPace;
import tendril.server.access.FileAccessLog;
import tendril.server.access.Paces;
import tendril.server.message.Fault;
import tendril.server.message.Faults;

/** What those who run a server need: paces, health, counters, faults by chance. */
class OperationTest {
    private static final String QUESTION = "/searchApi/v2/ip/report/?ip=192.0.2.1";

    private volatile Instant now = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void clientThatAsksTooOftenIsToldWhenToComeBack() throws IOException {
        var pace = new ClientPace(Duration.ofSeconds(10), 2, false);
        try (var server = start(pace)) {
            assertThat(RawClient.get(server.url(), QUESTION)).startsWith("HTTP/1.1 200 ");
            assertThat(RawClient.get(server.url(), QUESTION)).startsWith("HTTP/1.1 200 ");
            assertThat(RawClient.get(server.url(), QUESTION))
                    .startsWith("HTTP/1.1 429 ")
                    .contains("\r\nRetry-After: 10\r\n");
            assertThat(RawClient.get(server.url(), "/"))
                    .as("pages have no pace")
                    .startsWith("HTTP/1.1 200 ");

            now = now.plusSeconds(9);
            assertThat(RawClient.get(server.url(), QUESTION)).contains("\r\nRetry-After: 1\r\n");
            now = now.plusSeconds(1);
            assertThat(RawClient.get(server.url(), QUESTION)).startsWith("HTTP/1.1 200 ");
            assertThat(RawClient.get(server.url(), QUESTION)).startsWith("HTTP/1.1 429 ");
            now = now.plusSeconds(3600);
            assertThat(RawClient.get(server.url(), QUESTION)).startsWith("HTTP/1.1 200 ");
            assertThat(RawClient.get(server.url(), QUESTION)).startsWith("HTTP/1.1 200 ");
            assertThat(RawClient.get(server.url(), QUESTION))
                    .as("a pause is not saved up")
                    .startsWith("HTTP/1.1 429 ");
        }
    }

    @Test
    void refusalMayReadAsTheOriginals() throws IOException {
        try (var server = start(new ClientPace(Duration.ofSeconds(10), 1, true))) {
            RawClient.get(server.url(), QUESTION);
            assertThat(RawClient.get(server.url(), QUESTION))
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .endsWith("\r\n\r\nToo many connections");
        }
    }

    @Test
    void namedClientsHaveTheirOwnPace() throws IOException {
        var slow = new ClientPace(Duration.ofSeconds(10), 1, false);
        var named = new Paces.Named(AddressBlock.parse("127.0.0.0/8").orElseThrow(), ClientPace.UNLIMITED);
        try (var server = CorpusServer.start(
                new MemoryCorpus(),
                ServerOptions.loopback(0)
                        .withPaces(new Paces(slow, List.of(named)))
                        .withClock(() -> now))) {
            for (int i = 0; i < 5; i++) {
                assertThat(RawClient.get(server.url(), QUESTION)).startsWith("HTTP/1.1 200 ");
            }
        }
        Paces free = new Paces(slow, List.of()).freeOnThisMachine();
        assertThat(free.of(InetAddress.ofLiteral("::1"))).isEqualTo(ClientPace.UNLIMITED);
        assertThat(free.of(InetAddress.ofLiteral("127.1.2.3"))).isEqualTo(ClientPace.UNLIMITED);
        assertThat(free.of(InetAddress.ofLiteral("192.0.2.1"))).isEqualTo(slow);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.255.9, true",
        "10.1.0.0/16, 10.2.0.0, false",
        "10.1.0.0/15, 10.0.0.1, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.6, false",
        "0.0.0.0/0, 203.0.113.1, true",
        "0.0.0.0/0, ::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false"
    })
    void blocksHoldTheAddressesThatBeginAlike(String block, String address, boolean inside) {
        assertThat(AddressBlock.parse(block).orElseThrow().contains(InetAddress.ofLiteral(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host.example", "10.1.0.0/33", "10.1.0.0/", "10.1/16x", "::1/129", "/8"})
    void whatIsNoAddressIsNoBlock(String text) {
        assertThat(AddressBlock.parse(text)).isEmpty();
    }

    @Test
    void otherSitesMayReadOnlyWhereTheyWereLet() throws IOException {
        String foreign = "Host: localhost\r\nOrigin: https://site.example\r\nConnection: close\r\n\r\n";
        try (var server = start(ClientPace.UNLIMITED)) {
            assertThat(RawClient.exchange(server.url(), "GET " + QUESTION + " HTTP/1.1\r\n" + foreign))
                    .doesNotContain("Access-Control");
        }
        try (var server =
                CorpusServer.start(new MemoryCorpus(), ServerOptions.loopback(0).withCors())) {
            for (String path : List.of(QUESTION, "/feeds/domains.txt")) {
                assertThat(RawClient.exchange(server.url(), "GET " + path + " HTTP/1.1\r\n" + foreign))
                        .startsWith("HTTP/1.1 200 ")
                        .contains("\r\nAccess-Control-Allow-Origin: *\r\n");
            }
            assertThat(RawClient.exchange(
                            server.url(),
                            "OPTIONS " + QUESTION + " HTTP/1.1\r\nAccess-Control-Request-Method: GET\r\n"
                                    + "Access-Control-Request-Private-Network: true\r\n" + foreign))
                    .contains("\r\nAccess-Control-Allow-Methods: GET, HEAD, OPTIONS\r\n")
                    .contains("\r\nAccess-Control-Allow-Private-Network: true\r\n");
            for (String path : List.of("/", "/domain.php?domain=a.example", "/vote.php?vote=0&value=a.example")) {
                assertThat(RawClient.exchange(server.url(), "GET " + path + " HTTP/1.1\r\n" + foreign))
                        .doesNotContain("Access-Control");
            }
        }
    }

    @Test
    void votesNeedPostOrATokenWhileOtherSitesMayRead() throws IOException {
        try (var server =
                CorpusServer.start(new MemoryCorpus(), ServerOptions.loopback(0).withCors())) {
            String vote = "/vote.php?vote=0&value=a.example";
            assertThat(RawClient.get(server.url(), vote))
                    .startsWith("HTTP/1.1 403 ")
                    .contains("has to come by POST");
            assertThat(RawClient.get(server.url(), vote + "&token=guess")).startsWith("HTTP/1.1 403 ");

            String page = RawClient.get(server.url(), "/domain.php?domain=a.example");
            var token =
                    Pattern.compile("name=\"token\" value=\"([0-9a-f]{32})\"").matcher(page);
            assertThat(token.find()).isTrue();
            assertThat(RawClient.get(server.url(), vote + "&token=" + token.group(1)))
                    .startsWith("HTTP/1.1 200 ");
            String form = "vote=0&value=a.example";
            assertThat(RawClient.exchange(
                            server.url(),
                            "POST /vote.php HTTP/1.0\r\nContent-Length: " + form.length() + "\r\n\r\n" + form))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void healthAndCountersAreThere() throws IOException {
        try (var server = start(ClientPace.UNLIMITED)) {
            assertThat(RawClient.body(RawClient.get(server.url(), "/healthz"))).isEqualTo("ok\n");
            RawClient.get(server.url(), "/nothing");
            assertThat(RawClient.body(RawClient.get(server.url(), "/metrics")))
                    .contains("tendril_answers_total{status=\"200\"} 1\n", "tendril_answers_total{status=\"404\"} 1\n");
        }
    }

    @Test
    void everyAnswerIsLoggedForTheOwnerOnly(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("access.log");
        try (var log = new FileAccessLog(file, 150, () -> now)) {
            try (var server = CorpusServer.start(
                    new MemoryCorpus(), ServerOptions.loopback(0).withAccessLog(log))) {
                for (int i = 0; i < 3; i++) {
                    RawClient.get(server.url(), QUESTION);
                }
                RawClient.exchange(server.url(), "PUT /x HTTP/1.0\r\n\r\n");
            }
        }
        String line = "2026-11-23T10:00:00Z\t127.0.0.1\tGET\t" + QUESTION + "\t200";
        assertThat(Files.readAllLines(folder.resolve("access.log.1"))).containsExactly(line);
        assertThat(Files.readAllLines(file)).containsExactly(line, "2026-11-23T10:00:00Z\t127.0.0.1\tPUT\t/x\t405");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void faultsComeByChanceAndForTheApiOnly() {
        Faults never = FaultSpec.parse("503:0", new SplittableRandom(1));
        Faults always = FaultSpec.parse("drop:0, Slow:250ms", new SplittableRandom(1));
        assertThat(never.next(QUESTION)).isEmpty();
        assertThat(always.next(QUESTION)).contains(new Fault.Slow(Duration.ofMillis(250)));
        assertThat(always.next("/")).isEmpty();

        Faults some = FaultSpec.parse("429:0.1,empty:0.5", new SplittableRandom(7));
        int throttled = 0;
        int fine = 0;
        for (int i = 0; i < 10_000; i++) {
            Optional<Fault> fault = some.next(QUESTION);
            throttled += fault.equals(Optional.of(Fault.Status.tooMany("10"))) ? 1 : 0;
            fine += fault.isEmpty() ? 1 : 0;
        }
        assertThat(throttled).isBetween(900, 1100);
        assertThat(fine).isBetween(4300, 4700);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "200", "slow:two", "429:1.5", "429,"})
    void unreadableFaultsAreExplained(String text) {
        assertThatThrownBy(() -> FaultSpec.parse(text, new SplittableRandom(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no fault. Write for example");
    }

    private CorpusServer start(ClientPace pace) throws IOException {
        return CorpusServer.start(
                new MemoryCorpus(), ServerOptions.loopback(0).withPace(pace).withClock(() -> now));
    }
}
