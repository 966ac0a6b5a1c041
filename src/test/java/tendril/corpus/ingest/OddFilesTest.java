package tendril.corpus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.corpus.Lookup;

/** Files as they come from elsewhere: cut short, in other encodings, in shapes the standard does not know. */
class OddFilesTest extends IngestFixture {
    private static final String MD5 = "0123456789abcdef0123456789abcdef";
    private static final String SHA1 = "0123456789abcdef0123456789abcdef01234567";
    private static final String SHA256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @Test
    void whatCanBeReadOfDamagedCompressedDataIsKept() throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append("{\"rrname\":\"h" + i + ".example\",\"rrtype\":\"A\",\"rdata\":\"192.0.2.1\"}\n");
        }
        byte[] whole = gzip(text.toString());
        byte[] badSum = whole.clone();
        badSum[whole.length - 8] ^= 1;

        assertThat(run(IngestFormat.COF, Arrays.copyOf(whole, whole.length / 2)).bad())
                .isBetween(1L, 2L);
        assertThat(badRows()).last().asString().contains("The compressed data is damaged or cut short here");
        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1")).hasSizeBetween(1_000, 4_000);
        assertThat(run(IngestFormat.COF, badSum).bad()).isEqualTo(1);
        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1")).hasSize(5_000);
        assertThat(run(IngestFormat.COF, Arrays.copyOf(whole, 5)).bad()).isEqualTo(1);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarkSaysHowAFileIsWritten(String charset) throws IOException {
        Charset written = Charset.forName(charset);
        run(IngestFormat.LIST, "\uFEFFone.example\r\nb\u00fccher.example\r\n".getBytes(written));
        run(IngestFormat.CSV, "\uFEFFdomain,ip\r\ntwo.example,192.0.2.2\r\n".getBytes(written));
        byte[] cof =
                "\uFEFF{\"rrname\":\"three.example\",\"rrtype\":\"A\",\"rdata\":\"192.0.2.3\"}\n".getBytes(written);
        run(IngestFormat.COF, cof);

        assertThat(badRows()).isEmpty();
        assertThat(rows(Lookup.REFERENCES_OF_ANY, "one.example")).hasSize(1);
        assertThat(rows(Lookup.REFERENCES_OF_ANY, "xn--bcher-kva.example")).hasSize(1);
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "two.example")).hasSize(1);
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "three.example")).hasSize(1);
        assertThat(IngestFormat.detect(Files.write(folder.resolve("input"), cof)))
                .contains(IngestFormat.COF);
    }

    @Test
    void compressedFileNeedsNoNameThatSaysSo() throws IOException {
        byte[] zipped = gzip("{\"rrname\":\"a.example\",\"rrtype\":\"A\",\"rdata\":\"192.0.2.1\"}\n");
        assertThat(IngestFormat.detect(Files.write(folder.resolve("input"), zipped)))
                .contains(IngestFormat.COF);
        assertThat(IngestFormat.detect(Files.writeString(folder.resolve("plain.gz"), "{\"rrname\":1}")))
                .contains(IngestFormat.COF);
        assertThat(IngestFormat.detect(Files.write(folder.resolve("cut.gz"), new byte[] {0x1F, (byte) 0x8B, 8})))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1420070400, 2015-01-01",
        "1420070400000, 2015-01-01",
        "1420070400.75, 2015-01-01",
        "'\"1420070400\"', 2015-01-01",
        "'\"2015-01-01T10:00:00Z\"', 2015-01-01",
        "'\"2015-01-01 10:00:00\"', 2015-01-01",
        "'\"2015/01/01\"', 2015-01-01",
        "'\"20150101\"', 2015-01-01",
        "'\"2015-02-30\"', 0000-00-00",
        "-5, 0000-00-00",
        "'\"soon\"', 0000-00-00",
        "null, 0000-00-00"
    })
    void timesOfPassiveDnsComeInManyForms(String time, String day) throws IOException {
        run(
                IngestFormat.COF,
                "{\"rrname\":\"a.example\",\"rrtype\":\"A\",\"rdata\":\"192.0.2.1\",\"time_first\":" + time + "}");
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).containsExactly("192.0.2.1 " + day);
    }

    @Test
    void timesThatChangedPlacesArePutRight() throws IOException {
        run(
                IngestFormat.COF,
                "{\"rrname\":\"a.example\",\"rrtype\":\"A\",\"rdata\":\"192.0.2.1\","
                        + "\"time_first\":1451606400,\"time_last\":1420070400}");
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).containsExactly("192.0.2.1 2016-01-01");
    }

    @Test
    void noRecordOfPassiveDnsIsLostForWhatIsAroundIt() throws IOException {
        var result = run(IngestFormat.COF, """
                [{"rrname":"a.example","rrtype":"A","rdata":"192.0.2.1"},
                {"rrname":"b.example","rrtype":"A","rdata":"192.0.2.1"}
                ]
                {"rrname":"c.example","rrtype":"A","rdata":"192.0.2.1"}{"rrname":"d.example","rrtype":"A","rdata":"192.0.2.1"}
                [{"rrname":"e.example","rrtype":"A","rdata":"192.0.2.1"},{"rrname":"f.example","rrtype":"A","rdata":"192.0.2.1"}]
                {"cond":"begin"}
                {"obj":{"count":1,"rrname":"g.example.","rrtype":"A","rdata":["192.0.2.1"]}}
                {"rrname":"b\u00fccher.example.","rrtype":"A","rdata":"192.0.2.1"}
                {"rrname":"h.example","rrtype":"A","rdata":"192.0.2.1"} and more
                """);

        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1"))
                .containsExactly(
                        "a.example 0000-00-00",
                        "b.example 0000-00-00",
                        "c.example 0000-00-00",
                        "d.example 0000-00-00",
                        "e.example 0000-00-00",
                        "f.example 0000-00-00",
                        "g.example 0000-00-00",
                        "xn--bcher-kva.example 0000-00-00",
                        "h.example 0000-00-00");
        assertThat(result.skipped()).isEqualTo(1);
        assertThat(badRows()).singleElement().asString().startsWith("9\t");
    }

    @Test
    void hostsFilesMayNameSeveralHostsAndTheMachineItself() throws IOException {
        var result = run(IngestFormat.LIST, """
                127.0.0.1 localhost localhost.localdomain
                ::1 ip6-loopback
                0.0.0.0 a.example b.example # both
                :: c.example
                192.0.2.1 d.example
                """);
        for (String name : List.of("a.example", "b.example", "c.example")) {
            assertThat(rows(Lookup.REFERENCES_OF_ANY, name)).as(name).hasSize(1);
        }
        assertThat(result.skipped()).isEqualTo(3);
        assertThat(result.bad()).isEqualTo(1);
    }

    @Test
    void attributesThatAMispSearchFoundNeedNoEvent() throws IOException {
        run(IngestFormat.MISP, """
                {"response":{"Attribute":[
                 {"type":"domain","value":"a.example","event_id":"7","Event":{"id":"7","info":"Lantern"}},
                 {"type":"domain","value":"b.example","event_id":"8"}]}}
                """);
        run(IngestFormat.MISP, "[{\"type\":\"domain\",\"value\":\"c.example\"}]");

        assertThat(rows(Lookup.REFERENCES_OF_ANY, "a.example")).containsExactly("MISP event 7 Lantern 0000-00-00");
        assertThat(rows(Lookup.REFERENCES_OF_ANY, "b.example")).containsExactly("MISP event 8 0000-00-00");
        assertThat(rows(Lookup.REFERENCES_OF_ANY, "c.example")).containsExactly("MISP event 0000-00-00");
        assertThat(badRows()).isEmpty();
    }

    @Test
    void sampleIsKnownByTheHashThatItsSourceTells() throws IOException {
        run(IngestFormat.MISP, """
                {"Event":{"uuid":"u","info":"i","Attribute":[{"type":"sha1","value":"%s"}],
                 "Object":[{"name":"file","Attribute":[
                  {"type":"sha256","value":"%s"},{"type":"sha1","value":"%s"},{"type":"domain","value":"misp.example"}]}]}}
                """.formatted(SHA1, SHA256, SHA1));
        run(IngestFormat.CSV, "sha256,domain,malware\n" + SHA256 + ",csv.example,Lantern\n");
        run(IngestFormat.STIX, """
                {"type":"bundle","id":"bundle--1","objects":[
                 {"type":"file","id":"file--1","hashes":{"SHA256":"%s"}},
                 {"type":"domain-name","id":"domain-name--1","value":"stix.example"},
                 {"type":"relationship","source_ref":"file--1","target_ref":"domain-name--1"},
                 {"type":"malware","id":"malware--1","name":"Tidewrack"},
                 {"type":"indicator","id":"indicator--1","pattern":"[file:hashes.'SHA-256' = '%s']"},
                 {"type":"relationship","source_ref":"indicator--1","target_ref":"malware--1"}]}
                """.formatted(SHA256, SHA256));

        assertThat(rows(Lookup.DOMAINS_OF_SAMPLE, SHA256))
                .containsExactly("misp.example 0000-00-00", "csv.example 0000-00-00", "stix.example 0000-00-00");
        assertThat(rows(Lookup.SCANS_OF_SAMPLE, SHA256)).containsExactly("Lantern 0000-00-00", "Tidewrack 0000-00-00");
        assertThat(rows(Lookup.SHA1_OF_SAMPLE, SHA256)).containsExactly(SHA1 + " 0000-00-00");
        assertThat(rows(Lookup.REFERENCES_OF_ANY, SHA1)).containsExactly("MISP event u i 0000-00-00");
        assertThat(badRows()).isEmpty();
    }

    @Test
    void columnsThatMeanTheSameAreAllRead() throws IOException {
        run(IngestFormat.CSV, """
                domain,hostname,src,ip,dst_ip,first_seen,dateadded
                a.example,www.a.example,x,192.0.2.1,192.0.2.2,2016-01-01,2015-01-01
                b.example,not a host,x,192.0.2.3,,,
                """);
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).hasSize(2);
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "www.a.example")).hasSize(2);
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "b.example")).hasSize(1);
        assertThat(badRows()).singleElement().asString().startsWith("3\t").contains("not a host");
    }

    @Test
    void recordedAnswersMayStandTogetherOrHaveTheStatusOfHttp() throws IOException {
        var result = run(IngestFormat.THREATCROWD, """
                {"mail":{"response_code":"1","domains":["a.example"],"permalink":"https://x/email.php?email=who@example.com"},
                 "file":{"response_code":200,"md5":"%s","domains":["b.example"],"permalink":"https://x/malware.php?md5=%s"},
                 "rest":[1]}
                """.formatted(MD5, MD5));
        assertThat(rows(Lookup.DOMAINS_OF_EMAIL, "who@example.com")).hasSize(1);
        assertThat(rows(Lookup.DOMAINS_OF_SAMPLE, MD5)).hasSize(1);
        assertThat(result.bad()).isEqualTo(1);
    }
}
