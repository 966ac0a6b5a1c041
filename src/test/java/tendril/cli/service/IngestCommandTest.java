package tendril.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.cli.CommandRun;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Lookup;
import tendril.corpus.sqlite.SqliteCorpus;

/** What people see who fill a corpus. */
class IngestCommandTest {
    @TempDir
    private Path folder;

    @Test
    void fileBecomesABatchWithItsSourceAndLicence() throws IOException {
        Path file = write("feed.ndjson", """
                {"rrname":"a.example","rrtype":"A","rdata":"192.0.2.1","time_last":1451606400}
                not json
                """);
        CommandRun run = ingest(file, "--source", "our sensor", "--licence", "CC0-1.0");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("feed.ndjson: 2 rows of cof read. 1 fact is new, 0 span more days than before, 0 were"
                        + " known. 1 could not be understood: " + file + ".bad-rows.txt lists them by line, with the"
                        + " reason.\n");
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).containsExactly("192.0.2.1");
        assertThat(CommandRun.of("ingest", "--corpus", corpus(), "--list").out())
                .isEqualTo("1\tfeed.ndjson\tour sensor\tCC0-1.0\n");
        assertThat(CommandRun.of("ingest", corpus(), "--list", "--json").out())
                .isEqualTo(
                        "{\"batch\":\"feed.ndjson\",\"rows\":1,\"source\":\"our sensor\",\"licence\":\"CC0-1.0\"}\n");
    }

    @Test
    void firstFileIsTheCorpusWhenNoneIsNamed() throws IOException {
        Path file = write("feed.ndjson", "{\"rrname\":\"a.example\",\"rrtype\":\"A\",\"rdata\":\"192.0.2.1\"}\n");
        assertThat(CommandRun.of("ingest", corpus(), file).code()).isZero();
        assertThat(CommandRun.of("ingest", corpus(), file).err()).contains("0 facts are new", "1 was known");
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).hasSize(1);
    }

    @Test
    void batchIsTakenOutAgain() throws IOException {
        ingest(write("feed.ndjson", "{\"rrname\":\"a.example\",\"rrtype\":\"A\",\"rdata\":\"192.0.2.1\"}\n"));
        CommandRun removed = CommandRun.of("ingest", "--corpus", corpus(), "--remove", "feed.ndjson");
        assertThat(removed.code()).isZero();
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).isEmpty();

        CommandRun again = CommandRun.of("ingest", "--corpus", corpus(), "--remove", "feed.ndjson");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("There is no batch feed.ndjson").contains("--list shows");
    }

    @Test
    void tableWithoutHeadingsIsMappedByNumber() throws IOException {
        Path file = write("table.tsv", "7\ta.example\t192.0.2.1\n8\tb.example\t192.0.2.1\n");
        assertThat(ingest(file, "--columns", "2=domain,3=ip").code()).isZero();
        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1")).containsExactly("a.example", "b.example");
    }

    @Test
    void mappingThatCannotBeMeantIsExplained() throws IOException {
        Path file = write("table.csv", "q,answer\na.example,192.0.2.1\n");
        assertThat(ingest(file, "--columns", "q=domian,answer=ip").err()).contains("No column can be a \"domian\"");
        assertThat(ingest(file, "--columns", "query=domain,answer=ip").err())
                .contains("has no column query", "[q, answer]");
        assertThat(ingest(file, "--columns", "q=domain,answer=ip").code()).isZero();
    }

    @Test
    void otherCorpusComesWithItsBatches() throws IOException {
        ingest(write("one.ndjson", "{\"rrname\":\"a.example\",\"rrtype\":\"A\",\"rdata\":\"192.0.2.1\"}\n"));
        ingest(write("two.list", "bad.example\n"), "--licence", "ODbL");
        Path other = folder.resolve("other.corpus");
        assertThat(CommandRun.of("ingest", other, corpus()).err()).contains("2 rows of corpus read");

        assertThat(CommandRun.of("ingest", other, "--list").out())
                .isEqualTo("1\tone.ndjson\tone.ndjson\t\n1\ttwo.list\ttwo.list\tODbL\n");
        assertThat(CommandRun.of("ingest", other, corpus()).err()).contains("0 facts are new");
        assertThat(CommandRun.of("ingest", other, other).err()).contains("cannot be read into itself");
    }

    @Test
    void folderOfAMispFeedIsReadWhole() throws IOException {
        Path feed = Files.createDirectory(folder.resolve("feed"));
        Files.writeString(feed.resolve("manifest.json"), "{\"u1\":{\"info\":\"x\",\"timestamp\":\"1\"}}");
        Files.writeString(feed.resolve("hashes.csv"), "00,u1\n");
        Files.writeString(feed.resolve("u1.json"), """
                {"Event":{"uuid":"u1","info":"x","Attribute":[{"type":"domain|ip","value":"a.example|192.0.2.1"}]}}
                """);
        CommandRun run = ingest(feed);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).containsExactly("192.0.2.1");
    }

    @Test
    void badRowsMayGoElsewhere() throws IOException {
        Path lists = Files.createDirectory(folder.resolve("lists"));
        ingest(write("feed.ndjson", "x\n"), "--format", "cof", "--bad-rows", lists);
        assertThat(lists.resolve("feed.ndjson.bad-rows.txt"))
                .hasContent("1\tThis is not a JSON object on one line.\tx");
    }

    @Test
    void whatCannotBeReadIsExplainedAndMakesNoCorpus() throws IOException {
        assertThat(CommandRun.of("ingest").err()).contains("Name the corpus");
        assertThat(CommandRun.of("ingest", corpus()).err()).contains("Name the files to read");
        assertThat(ingest(folder.resolve("nothing.csv")).err()).contains("There is no file " + folder);
        assertThat(ingest(write("odd", "hello")).err()).contains("says what it is", "--format: cof, csv");
        assertThat(ingest(write("odd", "hello"), "--format", "pdf").err()).contains("There is no format pdf");
        assertThat(corpus()).doesNotExist();
        assertThat(CommandRun.of("ingest", corpus(), "--list").err()).contains("There is no file");
    }

    @Test
    void oneBadFileDoesNotStopTheOthers() throws IOException {
        Path table = write("table.csv", "q,answer\na.example,192.0.2.1\n");
        Path list = write("good.list", "bad.example\n");
        CommandRun run = ingest(table, list);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("table.csv was not read to its end", "good.list: 1 row of list read");
    }

    @Test
    void progressTellsWhatIsLeft() {
        assertThat(IngestProgressLine.line("f", "read", 250, 1000, Duration.ofSeconds(10)))
                .isEqualTo("f: 25 % read, about 30 s left");
        assertThat(IngestProgressLine.line("f", "read", 100, 1000, Duration.ofSeconds(60)))
                .isEqualTo("f: 10 % read, about 9 min left");
        assertThat(IngestProgressLine.line("f", "read", 0, 0, Duration.ofSeconds(1)))
                .isEqualTo("f: 0 % read");
        assertThat(IngestProgressLine.line("b", "cleared away", 1, 2, Duration.ofSeconds(5)))
                .isEqualTo("b: 50 % cleared away, about 5 s left");
    }

    private CommandRun ingest(Object... words) {
        var all = new ArrayList<Object>(List.of("ingest", "--corpus", corpus()));
        all.addAll(List.of(words));
        return CommandRun.of(all.toArray());
    }

    private Path corpus() {
        return folder.resolve("mine.corpus");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> rows(Lookup lookup, String key) throws IOException {
        var rows = new ArrayList<String>();
        try (Corpus opened = SqliteCorpus.open(corpus());
                CorpusReading reading = opened.read()) {
            reading.rows(lookup, key, (value, last) -> rows.add(value));
        }
        return rows;
    }
}
