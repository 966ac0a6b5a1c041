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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Lookup;
import tendril.corpus.Merged;
import tendril.corpus.sqlite.SqliteCorpus;

/** Every format becomes rows that can be asked for; no bad row stops the others or is lost. */
class IngestTest {
    private static final IngestProgress QUIET = (read, all) -> {};

    @TempDir
    private Path folder;

    private Corpus corpus;

    @BeforeEach
    void open() throws IOException {
        corpus = SqliteCorpus.temporary();
    }

    @AfterEach
    void close() throws IOException {
        corpus.close();
    }

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

    private Ingest.Result run(IngestFormat format, String text) throws IOException {
        return new Ingest(corpus, InstantSource.system()).run(IngestJob.of(write(text), format), QUIET);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("input"), text);
    }

    private List<String> rows(Lookup lookup, String key) throws IOException {
        var rows = new ArrayList<String>();
        try (CorpusReading reading = corpus.read()) {
            reading.rows(lookup, key, (value, last) -> rows.add(value + " " + last));
        }
        return rows;
    }
}
