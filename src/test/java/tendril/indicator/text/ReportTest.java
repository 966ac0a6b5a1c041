package tendril.indicator.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A whole report, written the way people write them: all forty indicators and nothing else. */
class ReportTest {
    private static final List<String> INDICATORS = List.of(
            "email billing@lantern-post.example",
            "email support@lantern-post.example",
            "email desk+7@paper.example",
            "email j.doe@paper.example",
            "url https://cdn.lantern.example/a/b.php?id=7",
            "url http://198.51.100.23:8080/gate",
            "url http://lantern-files.test/drop.bin",
            "url ftp://files.lantern.test/x",
            "url http://old.lantern.test/y",
            "url https://panel.lantern.test/login",
            "url https://conf.lantern.test/c.json",
            "url http://203.0.113.9/k",
            "url stratum+tcp://pool.lantern.test:3333/",
            "domain ns1.lantern.example",
            "domain evil.lantern.test",
            "domain lantern.onion",
            "domain update.lantern.test",
            "domain mail.lantern.example",
            "domain b.lantern.test",
            "domain c.lantern.test",
            "domain d.lantern.test",
            "domain xn--bcher-kva.example",
            "domain e-f.lantern.test",
            "domain lantern-g.example",
            "domain h.lantern.test",
            "ipv4 192.0.2.11",
            "ipv4 192.0.2.12",
            "ipv4 192.0.2.13",
            "ipv4 192.0.2.14",
            "ipv6 2001:db8:bad::1",
            "ipv6 2001:db8::2",
            "cidr 198.51.100.0/24",
            "as AS64496",
            "md5 d41d8cd98f00b204e9800998ecf8427e",
            "sha1 da39a3ee5e6b4b0d3255bfef95601890afd80709",
            "sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "sha512 be688838ca8686e5c90689bf2ab585cef1137c999b48c70b92f67a5c34dc15697b5d11c982ed6d71be1e1e7f7b4e0733884aa97c3f7a339a8ed03577cf74be09",
            "ipv4 9.10.11.12",
            "cve CVE-2021-44228",
            "cve CVE-2017-11882");

    @Test
    void everyIndicatorOfAReportIsFoundAndNothingElse() throws IOException {
        assertThat(Extraction.find(report()))
                .extracting(found -> found.indicator().toString())
                .containsExactlyElementsOf(INDICATORS);
    }

    @Test
    void aReportCanBeDefangedAndReadAgain() throws IOException {
        String defanged = Defang.text(report());

        assertThat(Extraction.distinct(Extraction.find(defanged)))
                .isEqualTo(Extraction.distinct(Extraction.find(report())));
    }

    private static String report() throws IOException {
        try (InputStream in = ReportTest.class.getResourceAsStream("defanged-report.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
