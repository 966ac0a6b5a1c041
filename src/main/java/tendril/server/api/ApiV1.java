package tendril.server.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Lookup;
import tendril.corpus.Relation;
import tendril.server.message.Answer;
import tendril.server.message.Query;
import tendril.server.message.Request;

/**
 * Version 1 of the API: lines of {@code TYPE,value,reference}, ended by CR LF because some clients split at one and some
 * at the other. What it does not find is an empty body. The reference is the page of the value; with {@code
 * displayDates=true} a fourth column gives the last day of a resolution. Thread-safe.
 */
public final class ApiV1 {
    public static final String PATH = Links.API + "v1/api.php";

    private final Corpus corpus;
    private final Base base;

    public ApiV1(Corpus corpus, Base base) {
        this.corpus = corpus;
        this.base = base;
    }

    public Answer answer(Request request) {
        Query query = request.query();
        Optional<ReportKind> kind = query.get("type").map(ApiV1::folded).flatMap(ReportKind::ofV1Type);
        String key = kind.map(known -> known.key(query.get("query").orElse(""))).orElse("");
        if (kind.isEmpty() || key.isEmpty()) {
            return Answer.of(200, Answer.TEXT, "");
        }
        boolean dates = folded(query.get("displayDates").orElse("")).equals("true");
        String links = base.of(request);
        return Answer.streamed(200, Answer.TEXT, out -> {
            try (CorpusReading reading = corpus.read()) {
                new Lines(reading, out, links, dates).write(kind.get(), key);
            }
        });
    }

    private static String folded(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /** Writes the lines of one answer. Confined to one thread. */
    private record Lines(CorpusReading corpus, OutputStream out, String links, boolean dates) {
        void write(ReportKind kind, String key) throws IOException {
            switch (kind) {
                case DOMAIN -> {
                    lines("IP", ReportKind.IP, Lookup.ADDRESSES_OF_DOMAIN, key);
                    lines("MD5", ReportKind.FILE, Lookup.SAMPLES_OF_DOMAIN, key);
                    lines("EMAIL", ReportKind.EMAIL, Lookup.EMAILS_OF_DOMAIN, key);
                    lines("DOMAIN", ReportKind.DOMAIN, Lookup.SUBDOMAINS_OF_DOMAIN, key);
                }
                case IP -> {
                    lines("DOMAIN", ReportKind.DOMAIN, Lookup.DOMAINS_OF_ADDRESS, key);
                    lines("MD5", ReportKind.FILE, Lookup.SAMPLES_OF_ADDRESS, key);
                }
                case EMAIL -> lines("DOMAIN", ReportKind.DOMAIN, Lookup.DOMAINS_OF_EMAIL, key);
                case ANTIVIRUS -> lines("MD5", ReportKind.FILE, Lookup.SAMPLES_OF_SCAN_NAME, key);
                case FILE -> {
                    lines("IP", ReportKind.IP, Lookup.ADDRESSES_OF_SAMPLE, key);
                    lines("DOMAIN", ReportKind.DOMAIN, Lookup.DOMAINS_OF_SAMPLE, key);
                }
            }
        }

        private void lines(String type, ReportKind page, Lookup lookup, String key) throws IOException {
            corpus.rows(lookup, key, (value, last) -> {
                String cell = cell(value);
                if (cell.isEmpty() || cell.equals("-")) {
                    return;
                }
                String date = dates && lookup.relation() == Relation.RESOLVES ? "," + last.text() : "";
                String line = type + "," + cell + "," + links + page.page() + Links.encode(cell) + date + "\r\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
            });
        }

        /** A value that cannot break its line: without white space around it, commas and line ends encoded. */
        private static String cell(String value) {
            return value.strip().replace(",", "%2C").replace("\r", "%0D").replace("\n", "%0A");
        }
    }
}
