package tendril.server.api;

import java.util.Optional;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.server.message.Answer;
import tendril.server.message.Request;

/** Version 2 of the API: one report a request, as JSON; what it does not understand it does not find. Thread-safe. */
public final class ApiV2 {
    public static final String PATH = Links.API + "v2/";

    private static final String REPORT = "/report";

    private final Corpus corpus;
    private final Base base;

    public ApiV2(Corpus corpus, Base base) {
        this.corpus = corpus;
        this.base = base;
    }

    /** Whether a path asks for a report that is found by its key; names of malware are searched for, which may take long. */
    public static boolean isQuick(String path) {
        return path.startsWith(PATH) && !path.startsWith(ReportKind.ANTIVIRUS.path(), PATH.length());
    }

    /** What a question gets that means nothing here: it is not found, as JSON, since clients read nothing else. */
    public static Answer nothing() {
        return Answer.of(200, Answer.JSON, Report.NOT_FOUND);
    }

    public Answer answer(Request request) {
        String path = request.path().substring(PATH.length());
        String asked = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Optional<ReportKind> kind = asked.endsWith(REPORT)
                ? ReportKind.ofPath(asked.substring(0, asked.length() - REPORT.length()))
                : Optional.empty();
        String key = kind.map(known ->
                        known.key(request.query().get(known.parameter()).orElse("")))
                .orElse("");
        if (kind.isEmpty() || key.isEmpty()) {
            return nothing();
        }
        String links = base.of(request);
        return Answer.streamed(200, Answer.JSON, out -> {
            try (CorpusReading reading = corpus.read()) {
                new Report(reading, out).write(kind.get(), key, links);
            }
        });
    }
}
