package tendril.session;

import static org.assertj.core.api.Assertions.assertThat;
import static tendril.graph.Journal.domain;
import static tendril.graph.Journal.ip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

class NoiseTest {
    private static final Noise SHIPPED = Noise.shipped();

    @Test
    void everyLineOfTheShippedListMakesSense() throws IOException {
        try (var in = Noise.class.getResourceAsStream("noise.tsv")) {
            assertThat(in).isNotNull();
            String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(NoiseFile.read("noise.tsv", text).problems()).isEmpty();
        }
        assertThat(SHIPPED.entries()).hasSizeGreaterThan(150);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    ipv4,   192.0.2.80,                     SHARED_HOSTING
                    ipv4,   192.0.2.10,                     SINKHOLE
                    ipv4,   192.0.2.11,                     DOCUMENTATION
                    ipv4,   8.8.8.8,                        PUBLIC_RESOLVER
                    ipv6,   2606:4700:4700::1111,           PUBLIC_RESOLVER
                    ipv6,   2606:4700:10::6816:1,           CDN
                    ipv4,   104.16.9.1,                     CDN
                    ipv4,   10.1.2.3,                       SPECIAL_ADDRESS
                    ipv4,   127.0.0.1,                      SPECIAL_ADDRESS
                    cidr,   10.1.0.0/16,                    SPECIAL_ADDRESS
                    ipv6,   fe80::1,                        SPECIAL_ADDRESS
                    ipv6,   2001:db8:40::1,                 DOCUMENTATION
                    email,  domains@virustracker.info,      SINKHOLE
                    email,  abc.def@domainsbyproxy.com,     PRIVACY_REGISTRANT
                    email,  x@mail.whoisguard.com,          PRIVACY_REGISTRANT
                    email,  y@whoisprivacy-shield.example,  PRIVACY_REGISTRANT
                    domain, evil.duckdns.org,               DYNAMIC_DNS
                    domain, d1.cloudfront.net,              CDN
                    """)
    void knowsWhatDrownsACase(String type, String value, NoiseKind kind) {
        var indicator = new Indicator(IndicatorType.ofId(type).orElseThrow(), value);

        assertThat(SHIPPED.about(indicator)).map(NoiseEntry::kind).contains(kind);
    }

    @Test
    void whatIsNotListedIsNoNoise() {
        assertThat(SHIPPED.about(domain("aoldaily.com"))).isEmpty();
        assertThat(SHIPPED.about(domain("notduckdns.org"))).isEmpty();
        assertThat(SHIPPED.about(ip("8.8.8.9"))).isEmpty();
        assertThat(SHIPPED.about(new Indicator(IndicatorType.EMAIL, "william19770319@yahoo.com")))
                .isEmpty();
    }

    @Test
    void theWarningSaysWhatWhyAndHowMany() {
        NoiseEntry sinkhole = SHIPPED.about(ip("192.0.2.10")).orElseThrow();

        assertThat(sinkhole.sentence("192.0.2.10"))
                .startsWith("192.0.2.10 is a sinkhole: ")
                .endsWith(".");
        assertThat(sinkhole.about()).isEqualTo(OptionalInt.of(4000));
        assertThat(sinkhole.expectation()).isEqualTo("about 4,000 results");
    }

    @Test
    void aNameBelowASharedDomainIsWarnedOfButNotAskedAbout() {
        NoiseEntry below = SHIPPED.about(domain("evil.duckdns.org")).orElseThrow();

        assertThat(below.asksFirst("evil.duckdns.org")).isFalse();
        assertThat(below.asksFirst("duckdns.org")).isTrue();
        assertThat(below.sentence("evil.duckdns.org"))
                .startsWith("evil.duckdns.org is under duckdns.org, dynamic DNS: ");
    }

    @Test
    void aPersonsOwnListAddsAndOverrules() {
        Noise own = SHIPPED.and(NoiseFile.read("mine.tsv", """
                        # ours
                        parking\tblock\t198.51.100.64/26\tour own parking pages\t70
                        fine\taddress\t192.0.2.80\tthis one we do look at
                        fine\tunder\tduckdns.org\tthe campaign lives there
                        """).entries());

        assertThat(own.about(ip("198.51.100.70")).map(NoiseEntry::kind)).contains(NoiseKind.PARKING);
        assertThat(own.about(ip("198.51.100.1")).map(NoiseEntry::kind)).contains(NoiseKind.DOCUMENTATION);
        assertThat(own.about(ip("192.0.2.80"))).isEmpty();
        assertThat(own.about(domain("evil.duckdns.org"))).isEmpty();
    }

    @Test
    void aBadLineIsNamedAndCostsNoOther() {
        NoiseFile read = NoiseFile.read("mine.tsv", """
                sinkhole\taddress\t192.0.2.999\tno such address
                sinkhole\taddress\t192.0.2.9
                flood\taddress\t192.0.2.9\twhat is a flood
                sinkhole\tnear\t192.0.2.9\twhat is near
                sinkhole\taddress\t192.0.2.9\tmany\tlots

                sinkhole\taddress\t192.0.2.9\tall good
                """);

        assertThat(read.entries())
                .containsExactly(new NoiseEntry(
                        NoiseKind.SINKHOLE, NoiseEntry.Matcher.ADDRESS, "192.0.2.9", "all good", OptionalInt.empty()));
        assertThat(read.problems())
                .hasSize(5)
                .allSatisfy(problem -> assertThat(problem).matches("mine\\.tsv, line \\d: .+"));
        assertThat(read.problems().get(2)).startsWith("mine.tsv, line 3: “flood” is no kind of noise.");
    }

    @Test
    void aFileThatIsNotThereIsEmptyAndABinaryOneIsRefused(@TempDir Path folder) throws IOException {
        assertThat(NoiseFile.read(folder.resolve("none.tsv"))).isEqualTo(NoiseFile.read("none.tsv", ""));

        Path binary = Files.write(folder.resolve("noise.tsv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(NoiseFile.read(binary).problems())
                .containsExactly("noise.tsv is not UTF-8 text, so none of it was read. Save it as UTF-8.");
    }

    @Test
    void whatIsNoAddressNameOrMailIsNeverNoise() {
        assertThat(SHIPPED.about(new Indicator(IndicatorType.MD5, "d41d8cd98f00b204e9800998ecf8427e")))
                .isEqualTo(Optional.empty());
    }
}
