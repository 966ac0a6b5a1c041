package tendril.server;

import java.util.Optional;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Key;

/** Finds the answer to a request by its path. Thread-safe. */
final class Routes implements HttpHandler {
    /** Everything for programs is below this path. */
    static final String API = "/searchApi/";

    private static final String API_V2 = API + "v2/";
    private static final String ALLOWED = "GET, HEAD, OPTIONS";

    private final Corpus corpus;
    private final HostCheck hosts;
    private final String ownBase;

    /**
     * @param ownBase where the server is when a client does not say by which name it asks, ending in a slash
     */
    Routes(Corpus corpus, HostCheck hosts, String ownBase) {
        this.corpus = corpus;
        this.hosts = hosts;
        this.ownBase = ownBase;
    }

    @Override
    public Answer handle(Request request) {
        if (!hosts.allows(request.host())) {
            return Answer.sentence(
                    403,
                    "This server does not answer to the host name in the request. Ask it by its address, or start it"
                            + " with that name.");
        }
        if (request.method().equals("OPTIONS")) {
            return Answer.of(200, Answer.TEXT, "").with("Allow", ALLOWED);
        }
        if (!request.isGetOrHead()) {
            return Answer.sentence(405, "Only GET is answered here.").with("Allow", ALLOWED);
        }
        String path = request.path();
        if (path.startsWith(API_V2)) {
            return report(request, path.substring(API_V2.length()));
        }
        if (path.equals("/") || path.equals("/index.php")) {
            return Answer.of(200, Answer.HTML, FrontPage.HTML);
        }
        return Answer.sentence(404, "There is nothing at this address. The reports are below " + API_V2 + ".");
    }

    private Answer report(Request request, String path) {
        String asked = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Optional<ReportKind> kind = asked.endsWith("/report")
                ? ReportKind.ofPath(asked.substring(0, asked.length() - "/report".length()))
                : Optional.empty();
        String key = kind.map(known -> key(known, request)).orElse("");
        if (kind.isEmpty() || key.isEmpty()) {
            return Answer.of(200, Answer.JSON, Report.NOT_FOUND);
        }
        String base = permalinkBase(request);
        return Answer.streamed(200, Answer.JSON, out -> {
            try (CorpusReading reading = corpus.read()) {
                new Report(reading, out).write(kind.get(), key, base);
            }
        });
    }

    /** What is asked, as a key; blank and meaningless questions give an empty one. */
    private static String key(ReportKind kind, Request request) {
        String asked = Key.of(request.query().get(kind.parameter()).orElse(""));
        String key = switch (kind) {
            // A plus sign that was not encoded arrives as a space, which no address has.
            case EMAIL -> asked.replace(' ', '+');
            // One old client quotes the name with back-ticks.
            case ANTIVIRUS -> asked.replace("`", "");
            case DOMAIN, IP, FILE -> asked;
        };
        // "-" stands for "no address" in answers; it is nothing one can ask for.
        return key.equals("-") ? "" : key;
    }

    /** Links lead back to wherever the client found this server. */
    private String permalinkBase(Request request) {
        if (request.host().isEmpty()) {
            return ownBase;
        }
        return HostCheck.isOriginal(request.host())
                ? "https://www.threatcrowd.org/"
                : "http://" + request.authority() + "/";
    }
}
