package tendril.provider.threatcrowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;
import tendril.pivot.Answer;
import tendril.pivot.Audience;
import tendril.pivot.Fetch;
import tendril.pivot.Finding;
import tendril.pivot.Finding.Related;
import tendril.pivot.Finding.Stated;
import tendril.pivot.Pace;
import tendril.pivot.Pivot;
import tendril.pivot.PivotOutcome;
import tendril.pivot.PivotOutcome.Found;
import tendril.pivot.PivotOutcome.Malformed;
import tendril.pivot.PivotOutcome.NothingFound;
import tendril.pivot.PivotOutcome.Throttled;
import tendril.pivot.PivotOutcome.TooMany;
import tendril.pivot.PivotOutcome.Unreachable;
import tendril.pivot.Provider;
import tendril.pivot.Question;
import tendril.provider.BaseUrl;
import tendril.provider.HttpFetch;
import tendril.provider.HttpLimits;
import tendril.provider.ProviderContract;
import tendril.provider.ScriptedServer;

class ThreatCrowdProviderTest extends ProviderContract {
    private static final Indicator EVIL = new Indicator(IndicatorType.DOMAIN, "evil.example");
    private static final Indicator OWNER = new Indicator(IndicatorType.EMAIL, "owner@mail.example");
    private static final Indicator HOST = new Indicator(IndicatorType.IPV4, "192.0.2.35");
    private static final Indicator PLUGX = new Indicator(IndicatorType.MALWARE, "plugx");
    private static final Indicator FILE = new Indicator(IndicatorType.MD5, "0cc175b9c0f1b6a831c399e269772661");
    private static final Indicator SHA1 = new Indicator(IndicatorType.SHA1, "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8");
    private static final HttpFetch HTTP =
            new HttpFetch("Tendril/test", HttpLimits.DEFAULT, Optional.empty(), InstantSource.fixed(Instant.EPOCH));

    private final ThreatCrowdProvider provider = at("https://tc.example");

    @Override
    protected Provider provider() {
        return provider;
    }

    @Override
    protected List<Recorded> recorded() {
        return List.of(
                new Recorded(EVIL, fixture("domain.json")),
                new Recorded(HOST, fixture("ip.json")),
                new Recorded(OWNER, fixture("email.json")),
                new Recorded(PLUGX, fixture("antivirus.json")),
                new Recorded(FILE, fixture("file.json")),
                new Recorded(SHA1, fixture("file.json")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tc.example",
                "https://tc.example/",
                "https://TC.example/searchApi/v2",
                "https://tc.example/searchApi/v2/",
                "https://tc.example/searchApi/v2/domain/report/"
            })
    void anyWayToWriteTheAddressAsksTheSame(String base) {
        Question question = at(base).question(pivot("domain.ips"), EVIL);
        assertThat(question)
                .isEqualTo(new Question(
                        "threatcrowd",
                        "v2/domain/evil.example",
                        "GET https://tc.example/searchApi/v2/domain/report/?domain=evil.example"));
    }

    @Test
    void allPivotsAboutOneIndicatorShareOneQuestion() {
        assertThat(provider.pivots().stream()
                        .filter(pivot -> pivot.accepts(EVIL))
                        .map(pivot -> provider.question(pivot, EVIL))
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, a+b@evil.example, email.everything, email/report/?email=a%2Bb@evil.example",
        "IPV4, 192.0.2.1, ip.everything, ip/report/?ip=192.0.2.1",
        "IPV6, 2001:db8::1, ip.everything, ip/report/?ip=2001%3Adb8%3A%3A1",
        "MALWARE, trojan & co/é, malware.everything, antivirus/report/?antivirus=trojan%20%26%20co%2F%C3%A9",
        "SHA1, 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8, file.everything, file/report/?resource=86f7e437faa5a7fce15d1ddcb9eaeaea377667b8"
    })
    void everyKindAsksItsReport(IndicatorType type, String value, String pivot, String path) {
        Pivot asked = pivot(pivot.replace("malware.", "antivirus."));
        assertThat(provider.question(asked, new Indicator(type, value)).shownAs())
                .isEqualTo("GET https://tc.example/searchApi/v2/" + path);
    }

    @Test
    void whatLeavesTheMachineIsWhatWasShown() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.json("{\"response_code\":\"0\"}"))) {
            ThreatCrowdProvider local = at(server.uri().toString());
            Indicator odd = new Indicator(IndicatorType.MALWARE, "trojan/win32 & co");
            Question question = local.question(pivot("antivirus.files"), odd);
            Fetch.Got got = (Fetch.Got) local.fetch(question);

            String line = server.requests().getFirst().lines().findFirst().orElseThrow();
            assertThat("GET " + server.uri() + line.split(" ")[1]).isEqualTo(question.shownAs());
            assertThat(local.read(pivot("antivirus.files"), odd, got.answer())).isInstanceOf(NothingFound.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"threatcrowd, v3/domain/x", "threatcrowd, v2/whois/x", "threatcrowd, x", "other, v2/domain/x"})
    void aQuestionOfAnotherKindIsNotSent(String id, String key) throws Exception {
        Fetch.Failed failed = (Fetch.Failed) provider.fetch(new Question(id, key, "GET https://elsewhere.example/"));
        assertThat(failed.trouble()).isInstanceOf(PivotOutcome.Refused.class);
    }

    @Test
    void aPivotThatIsNotForTheIndicatorIsAProgrammingError() {
        assertThatThrownBy(() -> provider.question(pivot("domain.ips"), OWNER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void resolutionsSayTheSameFromBothEnds() {
        Related fromDomain = related("domain.ips", EVIL, "domain.json").get(2);
        Related fromAddress = related("ip.domains", HOST, "ip.json").getFirst();

        assertThat(fromDomain)
                .isEqualTo(new Related(
                        EVIL,
                        HOST,
                        "resolved to",
                        Seen.lastOn(LocalDate.of(2020, 7, 24)),
                        last("2020-07-24"),
                        "/resolutions/5/ip_address"));
        assertThat(fromAddress)
                .isEqualTo(new Related(
                        EVIL,
                        HOST,
                        "resolved to",
                        Seen.lastOn(LocalDate.of(2015, 2, 17)),
                        last("2015-02-17"),
                        "/resolutions/0/domain"));
    }

    @Test
    void anUnknownOrImpossibleDayIsNoDay() {
        assertThat(related("domain.ips", EVIL, "domain.json").get(1))
                .isEqualTo(new Related(
                        EVIL,
                        new Indicator(IndicatorType.IPV4, "192.0.2.34"),
                        "resolved to",
                        Seen.UNKNOWN,
                        Collections.emptySortedMap(),
                        "/resolutions/3/ip_address"));
        assertThat(related("ip.domains", HOST, "ip.json").getLast())
                .isEqualTo(new Related(
                        new Indicator(IndicatorType.DOMAIN, "odd-day.example"),
                        HOST,
                        "resolved to",
                        Seen.UNKNOWN,
                        last("2015-02-30"),
                        "/resolutions/4/domain"));
    }

    @Test
    void registrationsSayTheSameFromBothEnds() {
        assertThat(related("domain.emails", EVIL, "domain.json"))
                .containsExactly(plain(OWNER, EVIL, "registered", "/emails/1"));
        assertThat(related("email.domains", OWNER, "email.json"))
                .containsExactly(
                        plain(OWNER, EVIL, "registered", "/domains/0"),
                        plain(
                                OWNER,
                                new Indicator(IndicatorType.DOMAIN, "second.example"),
                                "registered",
                                "/domains/1"));
    }

    @Test
    void contactsSayTheSameFromAllThreeReports() {
        assertThat(related("domain.files", EVIL, "domain.json"))
                .containsExactly(plain(FILE, EVIL, "contacted", "/hashes/0"));
        assertThat(related("file.domains", FILE, "file.json"))
                .containsExactly(
                        plain(FILE, new Indicator(IndicatorType.DOMAIN, "cnc.example"), "contacted", "/ips/2"),
                        plain(FILE, EVIL, "contacted", "/domains/0"));
        assertThat(related("file.ips", FILE, "file.json"))
                .containsExactly(
                        plain(FILE, HOST, "contacted", "/ips/1"),
                        plain(FILE, new Indicator(IndicatorType.IPV4, "192.0.2.36"), "contacted", "/domains/1"));
        assertThat(related("ip.files", HOST, "ip.json")).hasSize(2);
    }

    @Test
    void detectionsSayTheSameFromBothEnds() {
        assertThat(related("antivirus.files", PLUGX, "antivirus.json"))
                .contains(plain(FILE, PLUGX, "detected as", "/hashes/0"))
                .hasSize(2);
        assertThat(related("file.names", FILE, "file.json"))
                .contains(plain(FILE, PLUGX, "detected as", "/scans/5"))
                .hasSize(3);
    }

    @Test
    void aNameKeepsTheSpellingOfItsSource() {
        assertThat(findings("file.names", FILE, "file.json"))
                .contains(new Stated(
                        new Indicator(IndicatorType.MALWARE, "trojan.win32.sample!o"),
                        "spelling",
                        "Trojan.Win32.Sample!O",
                        "/scans/2"));
    }

    @Test
    void aFileAskedByItsSha1StandsUnderItsMd5() {
        assertThat(related("file.ips", SHA1, "file.json").subList(0, 2))
                .containsExactly(plain(FILE, SHA1, "same file as", "/md5"), plain(FILE, HOST, "contacted", "/ips/1"));
        assertThat(related("file.hashes", FILE, "file.json"))
                .containsExactly(plain(FILE, SHA1, "same file as", "/sha1"));
    }

    @Test
    void anAnswerAboutAnotherFileIsNotBelieved() {
        Indicator other = new Indicator(IndicatorType.MD5, "92eb5ffee6ae2fec3ad71c777531578f");
        Malformed malformed = (Malformed) read(pivot("file.ips"), other, fixture("file.json"));
        assertThat(malformed.reason()).contains("another file");
    }

    @Test
    void votesAndReferencesAreStated() {
        assertThat(findings("domain.remarks", EVIL, "domain.json"))
                .containsExactly(
                        new Stated(EVIL, "votes", "-1 (most say malicious)", "/votes"),
                        new Stated(EVIL, "reference", "http://blog.example/2013/02/", "/references/0"),
                        new Stated(EVIL, "reference", "httpblog.example201302", "/references/1"),
                        new Stated(
                                EVIL,
                                "permalink",
                                "https://www.threatcrowd.org/domain.php?domain=evil.example",
                                "/permalink"));
    }

    @Test
    void whatMakesNoSenseIsCountedAndShown() {
        assertThat(findings("domain.subdomains", EVIL, "domain.json"))
                .containsExactly(
                        plain(
                                EVIL,
                                new Indicator(IndicatorType.DOMAIN, "www.evil.example"),
                                "subdomain",
                                "/subdomains/0"),
                        new Stated(
                                EVIL,
                                "skipped values",
                                "3: \"a..b.evil.example\", \"other.example\", \"evil.example\"",
                                "/subdomains/2"));
        assertThat(findings("domain.ips", EVIL, "domain.json").getLast())
                .isEqualTo(new Stated(EVIL, "skipped values", "1: \"300.1.1.1\"", "/resolutions/8/ip_address"));
        assertThat(findings("ip.domains", HOST, "ip.json").getLast())
                .isEqualTo(new Stated(HOST, "skipped values", "1: \"192.0.2.35\"", "/resolutions/3/domain"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"response_code\":\"0\"}",
                "{\"response_code\":0}",
                "{\"response_code\":\"1\"}",
                "{\"response_code\":\"1\",\"resolutions\":null,\"hashes\":[null,\"\"]}",
                "\ufeff {\"response_code\":\"1\",\"resolutions\":[{},{\"ip_address\":null},{\"last_resolved\":7}]}"
            })
    void nothingFoundIsSaidOnlyWhereTheServerSaysSo(String body) {
        assertThat(read(pivot("domain.ips"), EVIL, bytes(body))).isInstanceOf(NothingFound.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"response_code\":\"1\",\"resolutions\":\"none\"}",
                "{\"response_code\":\"1\",\"resolutions\":[7,[1]]}",
                "{\"response_code\":\"1\",\"resolutions\":{\"a\":1}}",
                "{\"response_code\":\"1\",\"resolutions\":[{\"ip_address\":{\"a\":1}}]}"
            })
    void fieldsOfTheWrongTypeAreSkippedAndCounted(String body) {
        Found found = (Found) read(pivot("domain.ips"), EVIL, bytes(body));
        assertThat(found.findings())
                .singleElement()
                .isInstanceOfSatisfying(
                        Stated.class, stated -> assertThat(stated.name()).isEqualTo("skipped values"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \r\n", "<!DOCTYPE html><html></html>", "\n<html>", "Service unavailable", "null", "17"})
    void aBodyThatIsNoReportMeansBusy(String body) {
        PivotOutcome outcome = read(pivot("domain.ips"), EVIL, bytes(body));
        assertThat(outcome).isInstanceOf(Unreachable.class);
        assertThat(((Unreachable) outcome).reason())
                .startsWith("tc.example sent ")
                .endsWith(".");
    }

    @Test
    void tooManyConnectionsMeansWait() {
        assertThat(read(pivot("domain.ips"), EVIL, bytes("Too many connections")))
                .isInstanceOf(Throttled.class);
    }

    @Test
    void aBusyBodyIsTroubleAlreadyWhenItIsFetched() throws Exception {
        try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.reply(200, "Too many connections"))) {
            ThreatCrowdProvider local = at(server.uri().toString());
            Fetch fetched = local.fetch(local.question(pivot("domain.ips"), EVIL));
            assertThat(((Fetch.Failed) fetched).trouble()).isInstanceOf(Throttled.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"domains\":[]}", "[{\"response_code\":\"1\"}]"})
    void anotherServiceIsNamedAsSuch(String body) {
        Malformed malformed = (Malformed) read(pivot("domain.ips"), EVIL, bytes(body));
        assertThat(malformed.reason()).contains("not a ThreatCrowd answer");
        assertThat(malformed.answer()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"response_code\":\"2\"}", "{\"response_code\":true}", "{\"response_code\":1e999999}",
                "{\"response_code\":\"1\",\"response_code\":\"0\"}", "{\"response_code\":\"0\"}{}",
                        "{\"response_code\":\"1\""
            })
    void anAnswerThatContradictsItselfIsMalformed(String body) {
        assertThat(read(pivot("domain.ips"), EVIL, bytes(body))).isInstanceOf(Malformed.class);
    }

    @Test
    void depthAndSizeDoNoHarm() {
        String deep = "{\"response_code\":\"1\",\"x\":" + "[".repeat(100_000);
        String many = "{\"response_code\":\"1\",\"hashes\":[" + "\"\",".repeat(3_000_000) + "\"\"]}";
        assertThat(read(pivot("domain.files"), EVIL, bytes(deep))).isInstanceOf(Malformed.class);
        assertThat(read(pivot("domain.files"), EVIL, bytes(many))).isInstanceOf(Malformed.class);
    }

    @Test
    void moreResultsThanTheLimitAreCountedAndNotTaken() {
        String hosts = IntStream.range(0, 12)
                .mapToObj(host -> "\"h" + host + ".evil.example\"")
                .collect(Collectors.joining(","));
        byte[] body = bytes("{\"response_code\":\"1\",\"subdomains\":[" + hosts + ",\"h1.evil.example\"]}");
        ThreatCrowdProvider small =
                new ThreatCrowdProvider("threatcrowd", "ThreatCrowd", base("https://tc.example"), HTTP, 11);
        ThreatCrowdProvider ample =
                new ThreatCrowdProvider("threatcrowd", "ThreatCrowd", base("https://tc.example"), HTTP, 12);
        Answer answer = new Answer(small.question(pivot("domain.subdomains"), EVIL), Instant.EPOCH, 200, "", body);

        assertThat(((TooMany) small.read(pivot("domain.subdomains"), EVIL, answer)).count())
                .isEqualTo(12);
        assertThat(ample.read(pivot("domain.subdomains"), EVIL, answer)).isInstanceOf(Found.class);
    }

    @Test
    void onlyAServerOnThisMachineIsAskedWithoutPause() {
        assertThat(at("http://127.0.0.1:8080").pace()).isEqualTo(Pace.unlimited(2));
        assertThat(at("http://127.0.0.1:8080").audience()).isEqualTo(Audience.THIS_MACHINE);
        assertThat(provider.pace()).isEqualTo(Pace.every(Duration.ofSeconds(10), 3));
        assertThat(provider.audience()).isEqualTo(Audience.THIRD_PARTY);
    }

    private List<Finding> findings(String pivot, Indicator about, String fixture) {
        return findings(pivot(pivot), new Recorded(about, fixture(fixture)));
    }

    private List<Related> related(String pivot, Indicator about, String fixture) {
        return findings(pivot, about, fixture).stream()
                .filter(Related.class::isInstance)
                .map(Related.class::cast)
                .toList();
    }

    private Pivot pivot(String id) {
        return provider.pivots().stream()
                .filter(pivot -> pivot.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Related plain(Indicator from, Indicator to, String label, String pointer) {
        return new Related(from, to, label, Seen.UNKNOWN, Collections.emptySortedMap(), pointer);
    }

    private static SortedMap<String, String> last(String day) {
        SortedMap<String, String> properties = new TreeMap<>();
        properties.put("last resolved", day);
        return properties;
    }

    private static ThreatCrowdProvider at(String base) {
        return new ThreatCrowdProvider(base(base), HTTP);
    }

    private static BaseUrl base(String url) {
        return BaseUrl.of(URI.create(url));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] fixture(String name) {
        try (InputStream in = ThreatCrowdProviderTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
