package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.corpus.Corpus;
import tendril.corpus.ingest.Ingest;
import tendril.corpus.ingest.IngestFormat;
import tendril.corpus.ingest.IngestJob;
import tendril.corpus.sqlite.SqliteCorpus;

/** A corpus that was filled from recorded answers gives the same answers again, byte for byte. */
class RecordedAnswersTest {
    private static final String LINK = "\"permalink\":\"https:\\/\\/www.threatcrowd.org\\/";

    /** One question and what the original would have said. */
    private record Recorded(String question, String answer) {}

    private static final List<Recorded> RECORDED = List.of(
            new Recorded(
                    "domain/report/?domain=odd.example",
                    "{\"response_code\":\"1\",\"resolutions\":[{\"last_resolved\":\"2015-10-09\",\"ip_address\":\"\"},"
                            + "{\"last_resolved\":\"2015-10-09\",\"ip_address\":\"-\"},"
                            + "{\"last_resolved\":\"0000-00-00\",\"ip_address\":\"0.0.0.0\"},"
                            + "{\"last_resolved\":\"2013-09-03\",\"ip_address\":\"192.0.2.4\"}],"
                            + "\"hashes\":[\"\",\"d41d8cd98f00b204e9800998ecf8427e\"],\"emails\":[\"\",\"a@odd.example\"],"
                            + "\"subdomains\":[\"z.odd.example\",\"asdf--\\u00c0u0066.odd.example\",\"z.odd.example\","
                            + "\"<b>&'\\\"\\\\\\ud83d\\udc1b.odd.example\"],"
                            + "\"references\":[\"httpblog.example201302\",\"http:\\/\\/x.example\\/?a=b\"],\"votes\":1,"
                            + LINK + "domain.php?domain=odd.example\"}"),
            new Recorded(
                    "ip/report/?ip=192.0.2.99",
                    "{\"response_code\":\"1\",\"resolutions\":[{\"last_resolved\":\"2015-02-17\",\"domain\":\"a.example\"},"
                            + "{\"last_resolved\":\"2014-03-22\",\"domain\":\"b.example\\r\"},"
                            + "{\"last_resolved\":\"2015-10-10\",\"domain\":\"NS2.HOST.EXAMPLE\"},"
                            + "{\"last_resolved\":\"2019-04-15\",\"domain\":\"192.0.2.99\"}],"
                            + "\"hashes\":[\"003f0ed24b5f70ddc7c6e80f9c4dac73\"],\"references\":[\"\"],\"votes\":-1,"
                            + LINK
                            + "ip.php?ip=192.0.2.99\"}"),
            new Recorded(
                    "email/report/?email=who@mail.example",
                    "{\"response_code\":\"1\",\"domains\":[\"a.example\",\"b.example\"],\"references\":[]," + LINK
                            + "email.php?email=who@mail.example\"}"),
            new Recorded(
                    "antivirus/report/?antivirus=oddname",
                    "{\"response_code\":\"1\",\"hashes\":[\"f321c1d36c16833477ada58ccfa012c6\","
                            + "\"ac83d8379140396c8a18368af9d18421\",\"f321c1d36c16833477ada58ccfa012c6\"],"
                            + "\"references\":[]," + LINK + "listMalware.php?antivirus=oddname\"}"),
            new Recorded(
                    "file/report/?resource=00000000000000000000000000000abc",
                    "{\"response_code\":\"1\",\"md5\":\"00000000000000000000000000000abc\","
                            + "\"sha1\":\"01f5c3905f2098650f16f50a1b26156586238bfe\",\"scans\":[\"\",\"Trojan\\/W32.Small.EG\","
                            + "\"Trojan ( 001922ff1 )\",\"Trojan ( 001922ff1 )\",\"Malware-gen*Win32*Malware-gen\"],"
                            + "\"ips\":[\"0.0.0.0\",\"8.8.8.8\"],\"domains\":[],\"references\":[]," + LINK
                            + "malware.php?md5=00000000000000000000000000000abc\"}"));

    @TempDir
    private Path folder;

    @Test
    void sameBytesComeBack() throws IOException {
        var lines = RECORDED.stream().map(Recorded::answer).toList();
        Path file = Files.write(folder.resolve("answers.json"), lines, StandardCharsets.UTF_8);
        try (Corpus corpus = SqliteCorpus.temporary()) {
            for (int i = 0; i < 2; i++) {
                var result = new Ingest(corpus, InstantSource.system())
                        .run(IngestJob.of(file, IngestFormat.THREATCROWD), (read, all) -> {});
                assertThat(result.bad()).isZero();
            }
            try (CorpusServer server = CorpusServer.start(corpus)) {
                for (Recorded recorded : RECORDED) {
                    String answer = RawClient.exchange(
                            server.url(),
                            "GET /searchApi/v2/" + recorded.question()
                                    + " HTTP/1.0\r\nHost: www.threatcrowd.org\r\n\r\n");
                    assertThat(RawClient.body(answer)).isEqualTo(recorded.answer());
                }
            }
        }
    }
}
