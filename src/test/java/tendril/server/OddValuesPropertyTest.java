package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Day;
import tendril.corpus.MemoryCorpus;
import tendril.corpus.Observation;
import tendril.corpus.Relation;
import tendril.corpus.sqlite.SqliteCorpus;
import tendril.server.api.Report;
import tendril.server.api.ReportKind;

/** Whatever the values are, reports keep their shape to the byte, and both stores answer the same. */
class OddValuesPropertyTest {
    private static final String DOMAIN = "odd.example";
    private static final String BASE = "https://www.threatcrowd.org/";

    record Row(Relation relation, String value, int day) {}

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<String> odd = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.strings()
                        .withChars("/\\\"\b\t\n\f\r\u0001\u001f\u007f<>&' u00e9")
                        .ofMaxLength(8),
                Arbitraries.of(
                        "", "-", "0.0.0.0", "\r", "\u00c0u0066", "\ud83d\udc1b", "\u2028", "\ufeff", "\uffff", "null"),
                Arbitraries.integers().between(4_000, 4_096).map("x/"::repeat).map(OddValuesPropertyTest::longest));
        return Combinators.combine(
                        Arbitraries.of(Relation.RESOLVES, Relation.SUBDOMAIN, Relation.REFERENCE),
                        odd.filter(text -> Observation.problem(text).isEmpty()),
                        Arbitraries.of(0, 1_01_01, 1583_10_15, 1969_12_31, 1970_01_01, 2015_02_31, 9999_12_31))
                .as(Row::new)
                .list()
                .ofMaxSize(12)
                .uniqueElements(row -> row.relation() + row.value());
    }

    private static String longest(String text) {
        return text.substring(0, Observation.VALUE_LENGTH_MAX_CHARS);
    }

    @Property(tries = 60)
    void reportHasTheShapeOfTheOriginalWhateverItHolds(@ForAll("rows") List<Row> rows) throws IOException {
        String expected = expected(rows);
        try (Corpus file = SqliteCorpus.temporary();
                Corpus memory = new MemoryCorpus()) {
            assertThat(report(file, rows)).isEqualTo(expected);
            assertThat(report(memory, rows)).isEqualTo(expected);
        }
    }

    private static String report(Corpus corpus, List<Row> rows) throws IOException {
        var observations = new ArrayList<Observation>();
        for (Row row : rows) {
            observations.add(Observation.on(new Day(row.day()), row.relation(), DOMAIN, row.value()));
        }
        corpus.add(new Batch("odd", "test", ""), observations);
        var out = new ByteArrayOutputStream();
        try (CorpusReading reading = corpus.read()) {
            new Report(reading, new PlainOutput(out)).write(ReportKind.DOMAIN, DOMAIN, BASE);
        }
        return out.toString(StandardCharsets.US_ASCII);
    }

    /** The report as PHP would have written it, told again in the simplest way. */
    private static String expected(List<Row> rows) {
        Map<Relation, List<String>> lists = new LinkedHashMap<>();
        for (Relation relation : List.of(Relation.RESOLVES, Relation.SUBDOMAIN, Relation.REFERENCE)) {
            lists.put(relation, new ArrayList<>());
        }
        for (Row row : rows) {
            String json = quoted(row.value());
            String entry = row.relation() == Relation.RESOLVES
                    ? "{\"last_resolved\":\"%04d-%02d-%02d\",\"ip_address\":%s}"
                            .formatted(row.day() / 10_000, row.day() / 100 % 100, row.day() % 100, json)
                    : json;
            lists.getOrDefault(row.relation(), new ArrayList<>()).add(entry);
        }
        if (rows.isEmpty()) {
            return "{\"response_code\":\"0\"}";
        }
        return "{\"response_code\":\"1\",\"resolutions\":[" + joined(lists, Relation.RESOLVES)
                + "],\"hashes\":[],\"emails\":[],\"subdomains\":[" + joined(lists, Relation.SUBDOMAIN)
                + "],\"references\":[" + joined(lists, Relation.REFERENCE)
                + "],\"votes\":0,\"permalink\":\"https:\\/\\/www.threatcrowd.org\\/domain.php?domain=odd.example\"}";
    }

    private static String joined(Map<Relation, List<String>> lists, Relation relation) {
        return String.join(",", lists.getOrDefault(relation, List.of()));
    }

    private static String quoted(String text) {
        var json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            int known = "\"\\/\b\f\n\r\t".indexOf(c);
            if (known >= 0) {
                json.append('\\').append("\"\\/bfnrt".charAt(known));
            } else if (c < ' ' || c > 0x7F) {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
