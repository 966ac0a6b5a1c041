package tendril.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.server.api.Cors;
import tendril.server.api.Links;
import tendril.server.api.ReportKind;
import tendril.server.message.Answer;
import tendril.server.message.Query;
import tendril.server.message.Request;

/** The pages for people, where permalinks lead: each shows what the corpus knows about one value. Thread-safe. */
public final class Pages {
    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action"
            + " 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** What the titles of the original's pages ended in; programs that read pages cut it off. */
    private static final String TITLE_END = " | Threatcrowd.org Open Source Threat Intelligence";

    private static final String CSS = "text/css; charset=utf-8";

    private final Corpus corpus;
    private final Cors cors;

    public Pages(Corpus corpus, Cors cors) {
        this.corpus = corpus;
        this.cors = cors;
    }

    /** Writes the content of one page. */
    @FunctionalInterface
    interface Content {
        void writeTo(Html html, CorpusReading corpus) throws IOException;
    }

    public Answer answer(Request request) {
        Query query = request.query();
        return switch (request.path()) {
            case "/", "/index.php" ->
                titled("Tendril, a private ThreatCrowd", (html, reading) -> FrontPage.write(html));
            case "/domain.php" -> entity(ReportKind.DOMAIN, query.get("domain"));
            case "/ip.php" -> entity(ReportKind.IP, query.get("ip"));
            case "/email.php" -> entity(ReportKind.EMAIL, query.get("email"));
            case "/malware.php" -> entity(ReportKind.FILE, query.get("md5"));
            case "/listMalware.php" -> malwareList(query);
            case "/listIPs.php" -> list(query.get("class"), ListPages::addresses);
            case "/listDomains.php" -> list(query.get("name").or(() -> query.get("tel")), ListPages::domainsOfOwner);
            case "/graphHtml.php" -> graph(query);
            case "/pivot.php" -> pivot(query.get("data").orElse(""));
            case "/style.css" -> file("style.css", CSS);
            case "/img/home.png", "/favicon.ico" -> file("/tendril/assets/icon/tendril-64.png", "image/png");
            default -> Answer.sentence(404, "There is nothing at this address. The front page / says what there is.");
        };
    }

    private Answer entity(ReportKind kind, Optional<String> asked) {
        String key = kind.key(asked.orElse(""));
        return key.isEmpty()
                ? toFrontPage()
                : page(key, (html, reading) -> new EntityPage(html, reading, cors).write(kind, key));
    }

    private Answer malwareList(Query query) {
        String name = ReportKind.ANTIVIRUS.key(query.get("antivirus").orElse(""));
        int number = pageNumber(query.get("page").orElse("0"));
        return name.isEmpty()
                ? toFrontPage()
                : page(name, (html, reading) -> ListPages.malware(html, reading, name, number));
    }

    private static int pageNumber(String text) {
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
    }

    /** Writes the content of a page that lists something by one word. */
    @FunctionalInterface
    private interface ListContent {
        void write(Html html, CorpusReading reading, String key) throws IOException;
    }

    private Answer list(Optional<String> asked, ListContent content) {
        String key = asked.orElse("").strip();
        return key.isEmpty() ? toFrontPage() : page(key, (html, reading) -> content.write(html, reading, key));
    }

    private Answer graph(Query query) {
        for (ReportKind kind : new ReportKind[] {ReportKind.DOMAIN, ReportKind.IP, ReportKind.EMAIL, ReportKind.FILE}) {
            String name = kind == ReportKind.FILE ? "md5" : kind.parameter();
            String key = kind.key(query.get(name).orElse(""));
            if (!key.isEmpty()) {
                return page(key, (html, reading) -> new GraphPage(html, reading).write(kind, key));
            }
        }
        return toFrontPage();
    }

    private Answer pivot(String data) {
        try (CorpusReading reading = corpus.read()) {
            return Sought.of(data, reading)
                    .map(sought -> redirect("/" + sought.kind().page() + Links.encode(sought.key())))
                    .orElseGet(Pages::toFrontPage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer toFrontPage() {
        return redirect("/");
    }

    private static Answer redirect(String to) {
        return Answer.sentence(303, "See " + to + ".").with("Location", to);
    }

    private Answer page(String value, Content content) {
        return titled(value + TITLE_END, content);
    }

    private Answer titled(String title, Content content) {
        return Answer.streamed(200, Answer.HTML, out -> {
                    var html = new Html(out);
                    try (CorpusReading reading = corpus.read()) {
                        PageFrame.open(html, title);
                        content.writeTo(html, reading);
                        PageFrame.close(html);
                    }
                })
                .with("Content-Security-Policy", CONTENT_POLICY)
                .with("Referrer-Policy", "same-origin");
    }

    private static Answer file(String resource, String type) {
        return Answer.streamed(200, type, out -> {
                    try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream(resource), resource)) {
                        in.transferTo(out);
                    }
                })
                .with("Cache-Control", "max-age=3600");
    }
}
