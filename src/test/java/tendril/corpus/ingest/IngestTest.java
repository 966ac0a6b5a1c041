package tendril.corpus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tendril.corpus.Lookup;
import tendril.corpus.Merged;
import tendril.corpus.ingest.form.Days;

/** Every format becomes rows that can be asked for; no bad row stops the others or is lost. */
class IngestTest extends IngestFixture {
    @Test
    void passiveDnsBecomesResolutionsAndSubdomains() throws IOException {
        var result = run(IngestFormat.COF, """
                {"rrname":"www.evil.co.uk.","rrtype":"A","rdata":"192.0.2.1","time_first":1420070400,"time_last":1451606400,"count":3}
                {"count":1,"rrtype":"aaaa","rrname":"evil.co.uk","rdata":["2001:db8::1","2001:db8::2"],"zone_time_first":1420070400}
                {"rrname":"1.2.0.192.in-addr.arpa.","rrtype":"PTR","rdata":"host.example.","time_last":"1451606400"}
                {"rrname":"evil.co.uk","rrtype":"MX","rdata":"10 mail.example."}

                {"rrname":"x","rrtype":"A"}
                not json
                """);

        assertThat(result.rows()).isEqualTo(7);
        assertThat(result.skipped()).isEqualTo(1);
        assertThat(result.bad()).isEqualTo(2);
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "www.evil.co.uk")).containsExactly("192.0.2.1 2016-01-01");
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "evil.co.uk"))
                .containsExactly("2001:db8::1 2015-01-01", "2001:db8::2 2015-01-01");
        assertThat(rows(Lookup.SUBDOMAINS_OF_DOMAIN, "evil.co.uk")).containsExactly("www.evil.co.uk 2016-01-01");
        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1"))
                .containsExactly("www.evil.co.uk 2016-01-01", "host.example 2016-01-01");
        assertThat(Files.readAllLines(folder.resolve("input.bad-rows.txt")))
                .containsExactly(
                        "6\tA row needs rrname, rrtype and rdata.\t{\"rrname\":\"x\",\"rrtype\":\"A\"}",
                        "7\tThis is not a JSON object on one line.\tnot json");
    }

    @Test
    void tablesSayWhatTheirColumnsSayTogether() throws IOException {
        run(IngestFormat.CSV, """
                Domain,IP Address,First-Seen,last_seen,MD5,registrant_email,unknown column
                a.example,192.0.2.1,2015-01-01,2016-02-02T10:00:00Z,0123456789abcdef0123456789abcdef,who@example.com,x
                "b.example",192.0.2.1,,1451606400,,,
                c.example,192.0.2.1,yesterday,,,,
                d.example,,,,,,
                """);

        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1"))
                .containsExactly("a.example 2016-02-02", "b.example 2016-01-01");
        assertThat(rows(Lookup.DOMAINS_OF_EMAIL, "who@example.com")).containsExactly("a.example 2016-02-02");
        assertThat(rows(Lookup.SAMPLES_OF_DOMAIN, "a.example")).hasSize(1);
        assertThat(rows(Lookup.SAMPLES_OF_ADDRESS, "192.0.2.1")).hasSize(1);
        assertThat(Files.readAllLines(folder.resolve("input.bad-rows.txt")))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("4\tA day is not"),
                        second -> assertThat(second).startsWith("5\tNo two cells"));
    }

    @Test
    void tablesMayBeSeparatedOtherwise() throws IOException {
        for (char separator : new char[] {';', '\t', '|'}) {
            String name = "by" + (int) separator + ".example";
            run(
                    IngestFormat.CSV,
                    "\uFEFF\"Domain\"" + separator + "IP" + separator + "\"of whom, if known, or not\"\n" + name
                            + separator + "192.0.2.77" + separator + "\n");
            assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, name)).hasSize(1);
        }
    }

    @Test
    void headingOfATableMayBeAComment() throws IOException {
        run(IngestFormat.CSV, """
                # A list of hosts; made hourly
                # "first_seen_utc","url","dst_ip"
                "2020-01-02 03:04:05","hxxps://Evil[.]example/gate.php?x=1","192.0.2[.]9"
                # Number of entries: 1
                """);

        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "evil.example")).containsExactly("192.0.2.9 2020-01-02");
    }

    @Test
    void cellThatIsNoValueIsListedAndTheRestOfItsRowKept() throws IOException {
        run(IngestFormat.CSV, """
                domain,ip,registrant
                a.example,192.0.2.1,REDACTED FOR PRIVACY
                b.example,192.0.2.999,who@example.com
                c.example,192.0.2.3
                d.example,192.0.2.4,,more than the heading has
                """);

        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).hasSize(1);
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "b.example")).isEmpty();
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "c.example")).hasSize(1);
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "d.example")).hasSize(1);
        assertThat(rows(Lookup.DOMAINS_OF_EMAIL, "who@example.com")).hasSize(1);
        assertThat(Files.readAllLines(folder.resolve("input.bad-rows.txt")))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("2\t").contains("REDACTED FOR PRIVACY"),
                        second -> assertThat(second).startsWith("3\t").contains("999, is above 255"));
    }

    @ParameterizedTest
    @CsvSource({
        "2015-01-02, 2015-01-02",
        "2015/01/02, 2015-01-02",
        "20150102, 2015-01-02",
        "2015-01-02T03:04:05Z, 2015-01-02",
        "1420156800, 2015-01-02",
        "1420156800000, 2015-01-02",
    })
    void daysAreReadAsSourcesWriteThem(String written, String day) {
        assertThat(Days.read(written)).get().hasToString(day);
    }

    @Test
    void headingsMayBeMapped() throws IOException {
        Path file = write("q\tanswer\na.example\t192.0.2.1\n");
        var job = IngestJob.of(file, IngestFormat.TSV).withColumns(Map.of("q", "domain", "answer", "ip"));
        new Ingest(corpus, InstantSource.system()).run(job, QUIET);

        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).hasSize(1);
        assertThatThrownBy(() -> run(IngestFormat.TSV, "q\tanswer\na\tb\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No two columns of this table");
    }

    @Test
    void listsBecomeReferences() throws IOException {
        var result = run(IngestFormat.LIST, """
                # block list
                evil.example
                0.0.0.0 bad.example
                192.0.2.1   # seen yesterday

                two values
                """);

        assertThat(rows(Lookup.REFERENCES_OF_ANY, "evil.example")).containsExactly("input 0000-00-00");
        assertThat(rows(Lookup.REFERENCES_OF_ANY, "bad.example")).hasSize(1);
        assertThat(rows(Lookup.REFERENCES_OF_ANY, "192.0.2.1")).hasSize(1);
        assertThat(result.bad()).isEqualTo(1);
    }

    @Test
    void listsMayBeDefangedOrUrlsOrFilters() throws IOException {
        var result = run(IngestFormat.LIST, """
                ! a filter list
                ||ads.example^$third-party
                evil[.]example
                hxxp://192.0.2[.]8:8080/gate
                https://Worse.example/x?y
                ABCDEF0123456789ABCDEF0123456789
                192.0.2.0/24
                """);

        assertThat(List.of(
                        "ads.example",
                        "evil.example",
                        "192.0.2.8",
                        "worse.example",
                        "abcdef0123456789abcdef0123456789"))
                .allSatisfy(value ->
                        assertThat(rows(Lookup.REFERENCES_OF_ANY, value)).hasSize(1));
        assertThat(result.bad()).isEqualTo(1);
    }

    @Test
    void passiveDnsWithoutAnAddressIsABadRow() throws IOException {
        run(IngestFormat.COF, """
                {"rrname":"a.example","rrtype":"A","rdata":["192.0.2.999","192.0.2.1"],"time_first":"2015-01-02T00:00:00Z"}
                """);

        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).containsExactly("192.0.2.1 2015-01-02");
        assertThat(Files.readString(folder.resolve("input.bad-rows.txt")))
                .startsWith("1\t")
                .contains("192.0.2.999");
    }

    @Test
    void mispEventsKeepWhatHoldsBetweenAttributesOfAnObject() throws IOException {
        run(IngestFormat.MISP, """
                {"response":[{"Event":{"uuid":"5f0c","info":"Tidewrack","Attribute":[
                  {"type":"domain|ip","value":"a.example|192.0.2.1","first_seen":"2015-01-01T00:00:00+00:00"},
                  {"type":"hostname","value":"gone.example","deleted":true},
                  {"type":"filename|md5","value":"x.exe|0123456789abcdef0123456789abcdef"},
                  {"type":"comment","value":"hello"}],
                 "Object":[{"name":"file","Attribute":[
                  {"type":"md5","value":"00000000000000000000000000000001"},
                  {"type":"sha1","value":"0000000000000000000000000000000000000002"}]}]}}]}
                """);

        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).containsExactly("192.0.2.1 2015-01-01");
        assertThat(rows(Lookup.SHA1_OF_SAMPLE, "00000000000000000000000000000001"))
                .hasSize(1);
        assertThat(rows(Lookup.REFERENCES_OF_ANY, "0123456789abcdef0123456789abcdef"))
                .containsExactly("MISP event 5f0c Tidewrack 0000-00-00");
        assertThat(rows(Lookup.REFERENCES_OF_ANY, "gone.example")).isEmpty();
    }

    @Test
    void stixBundlesKeepTheirRelationships() throws IOException {
        run(IngestFormat.STIX, """
                {"type":"bundle","id":"bundle--1","objects":[
                 {"type":"domain-name","id":"domain-name--1","value":"a.example","resolves_to_refs":["ipv4-addr--1"]},
                 {"type":"ipv4-addr","id":"ipv4-addr--1","value":"192.0.2.1"},
                 {"type":"ipv4-addr","id":"ipv4-addr--2","value":"192.0.2.2"},
                 {"type":"file","id":"file--1","hashes":{"MD5":"0123456789abcdef0123456789abcdef","SHA-1":"s1"}},
                 {"type":"malware","id":"malware--1","name":"Tidewrack","sample_refs":["file--1"]},
                 {"type":"relationship","source_ref":"domain-name--1","target_ref":"ipv4-addr--2",
                  "relationship_type":"resolves-to","start_time":"2015-01-01T00:00:00Z","stop_time":"2016-01-01T00:00:00Z"},
                 {"type":"relationship","source_ref":"file--1","target_ref":"domain-name--1"},
                 {"type":"report","name":"Paper Lantern","object_refs":["domain-name--1"]},
                 {"type":"indicator","pattern":"[domain-name:value = 'b.example' OR file:hashes.MD5 = 'ff']"}]}
                """);

        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example"))
                .containsExactly("192.0.2.1 0000-00-00", "192.0.2.2 2016-01-01");
        assertThat(rows(Lookup.SAMPLES_OF_SCAN_NAME, "tidewrack")).hasSize(1);
        assertThat(rows(Lookup.SAMPLES_OF_DOMAIN, "a.example")).hasSize(1);
        assertThat(rows(Lookup.REFERENCES_OF_ANY, "a.example"))
                .containsExactly("STIX bundle--1 0000-00-00", "Paper Lantern 0000-00-00");
        assertThat(rows(Lookup.REFERENCES_OF_ANY, "b.example")).hasSize(1);
    }

    @Test
    void observedDataDatesWhatItHolds() throws IOException {
        run(IngestFormat.STIX, """
                {"type":"bundle","id":"bundle--2","objects":[
                 {"type":"observed-data","id":"observed-data--1","first_observed":"2021-02-01T00:00:00Z",
                  "last_observed":"2021-02-03T00:00:00Z","object_refs":["domain-name--1","ipv4-addr--1"]},
                 {"type":"domain-name","id":"domain-name--1","value":"a.example","resolves_to_refs":["ipv4-addr--1"]},
                 {"type":"ipv4-addr","id":"ipv4-addr--1","value":"192.0.2.1"},
                 {"type":"url","id":"url--1","value":"http://b.example/gate"},
                 {"type":"indicator","pattern":"[url:value = 'http://c.example/x']"}]}
                """);

        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).containsExactly("192.0.2.1 2021-02-03");
        assertThat(rows(Lookup.REFERENCES_OF_ANY, "b.example")).hasSize(1);
        assertThat(rows(Lookup.REFERENCES_OF_ANY, "c.example")).hasSize(1);
    }

    @Test
    void linksOfAMispEventAreReferencesOfItsValues() throws IOException {
        run(IngestFormat.MISP, """
                {"Event":{"uuid":"u","info":"Lantern","Attribute":[
                 {"type":"link","value":"https://blog.example/lantern"},
                 {"type":"url","value":"http://a.example/gate"},
                 {"type":"malware-sample","value":"a.exe|0123456789abcdef0123456789abcdef"},
                 {"type":"ip-dst|port","value":"192.0.2.1|443"},
                 {"type":"domain","value":"no domain"}]}}
                """);

        assertThat(List.of("a.example", "0123456789abcdef0123456789abcdef", "192.0.2.1"))
                .allSatisfy(value -> assertThat(rows(Lookup.REFERENCES_OF_ANY, value))
                        .containsExactly("MISP event u Lantern 0000-00-00", "https://blog.example/lantern 0000-00-00"));
        assertThat(rows(Lookup.REFERENCES_OF_ANY, "blog.example")).isEmpty();
        assertThat(Files.readString(folder.resolve("input.bad-rows.txt"))).contains("no domain");
    }

    @Test
    void readingTheSameFileAgainChangesNothing() throws IOException {
        String text = """
                {"rrname":"a.example","rrtype":"A","rdata":"192.0.2.1","time_first":1420070400,"time_last":1451606400}
                {"rrname":"b.example","rrtype":"A","rdata":"192.0.2.1","time_first":1420070400,"time_last":1451606400}
                """;
        assertThat(run(IngestFormat.COF, text).merged()).isEqualTo(new Merged(2, 0, 0));
        assertThat(run(IngestFormat.COF, text).merged()).isEqualTo(new Merged(0, 0, 2));
    }

    @Test
    void runThatWasCutShortCarriesOn() throws IOException {
        int all = 5_000;
        Path file = folder.resolve("long.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < all; i++) {
                out.write(("{\"rrname\":\"h" + i + ".example\",\"rrtype\":\"A\",\"rdata\":\"192.0.2.1\"}\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        var job = IngestJob.of(file, IngestFormat.COF);
        var ingest = new Ingest(corpus, InstantSource.fixed(Instant.EPOCH), 2_000);
        assertThatThrownBy(() -> ingest.run(job, (read, length) -> {
                    throw new IOException("cut short");
                }))
                .hasMessage("cut short");
        int kept = rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1").size();
        assertThat(kept).isBetween(1, all - 1);

        var result = ingest.run(job, QUIET);
        assertThat(result.merged()).isEqualTo(new Merged(all - kept, 0, 0));
        assertThat(result.rows()).isEqualTo(all);
        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1")).hasSize(all);
    }

    @Test
    void formatsAreTold() throws IOException {
        assertThat(IngestFormat.detect(write("{\"rrname\":\"a\"}"))).contains(IngestFormat.COF);
        assertThat(IngestFormat.detect(write("{\"response_code\":\"1\"}"))).contains(IngestFormat.THREATCROWD);
        assertThat(IngestFormat.detect(write("{\"type\": \"bundle\", \"id\": \"bundle--1\"}")))
                .contains(IngestFormat.STIX);
        assertThat(IngestFormat.detect(write("[{\"Event\":{}}]"))).contains(IngestFormat.MISP);
        assertThat(IngestFormat.detect(write("hello"))).isEmpty();
    }

    @Test
    void brokenDocumentIsABadRow() throws IOException {
        for (IngestFormat format : List.of(IngestFormat.MISP, IngestFormat.STIX, IngestFormat.THREATCROWD)) {
            assertThat(run(format, "{\"response_code\":\"1\", oops").bad()).isEqualTo(1);
            assertThat(run(format, "[1, 2]").bad()).isEqualTo(2);
            assertThat(run(format, "[".repeat(100_000)).bad()).isEqualTo(1);
        }
    }
}
