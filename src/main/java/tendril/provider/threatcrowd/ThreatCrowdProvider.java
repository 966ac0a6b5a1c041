package tendril.provider.threatcrowd;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tendril.indicator.Indicator;
import tendril.pivot.Answer;
import tendril.pivot.Audience;
import tendril.pivot.Fetch;
import tendril.pivot.Finding;
import tendril.pivot.Pace;
import tendril.pivot.Pivot;
import tendril.pivot.PivotOutcome;
import tendril.pivot.Provider;
import tendril.pivot.Question;
import tendril.provider.BaseUrl;
import tendril.provider.HttpFetch;
import tendril.provider.HttpQuery;
import tendril.provider.StrictJson;
import tools.jackson.databind.JsonNode;

/**
 * A server that speaks ThreatCrowd's search API version 2: the embedded one, a team's own, or any other. All pivots
 * about one indicator share one report. Thread-safe.
 */
public final class ThreatCrowdProvider implements Provider {
    /** More results than this in one answer are not taken unless a person raises the limit. */
    public static final int RESULTS_MAX = 10_000;

    private static final String API = "/searchApi/v2/";
    private static final String KEY_PREFIX = "v2";
    private static final int KEY_PARTS = 3;
    private static final int LOCAL_CONCURRENCY = 2;
    /** What the service asked of its users: one request every ten seconds, short bursts allowed. */
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private static final int BURST = 3;
    private static final int SKIPPED_SHOWN_MAX = 3;
    private static final int FOUND = 1;
    private static final int NOT_FOUND = 0;

    private final String id;
    private final String name;
    private final BaseUrl base;
    private final HttpFetch http;
    private final int resultsMax;
    private final ThreatCrowdPivots pivots;

    /** The ThreatCrowd of these settings, under its usual name. */
    public ThreatCrowdProvider(BaseUrl base, HttpFetch http) {
        this("threatcrowd", "ThreatCrowd", base, http, RESULTS_MAX);
    }

    /**
     * @param id         stands in case files; a second server needs one of its own
     * @param name       what people read in the menu
     * @param base       where the server is, with or without {@code /searchApi/v2}
     * @param resultsMax how many results of one answer are taken, at least 1
     */
    public ThreatCrowdProvider(String id, String name, BaseUrl base, HttpFetch http, int resultsMax) {
        this.id = id;
        this.name = name;
        this.base = base.cutBefore("/searchApi");
        this.http = http;
        this.resultsMax = resultsMax;
        this.pivots = new ThreatCrowdPivots(id, name);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Pivot> pivots() {
        return pivots.all();
    }

    @Override
    public Pace pace() {
        return switch (audience()) {
            case THIS_MACHINE -> Pace.unlimited(LOCAL_CONCURRENCY);
            case OWN_SERVER, THIRD_PARTY, PUBLIC -> Pace.every(INTERVAL, BURST);
        };
    }

    @Override
    public String server() {
        return base.server();
    }

    @Override
    public Audience audience() {
        return base.audience();
    }

    @Override
    public Question question(Pivot pivot, Indicator indicator) {
        ReportKind kind = ReportKind.about(indicator)
                .filter(about -> pivots.partsOf(pivot, indicator).isPresent())
                .orElseThrow(() -> new IllegalArgumentException(name + " has no pivot " + pivot.id() + " about "
                        + indicator.type().label() + "."));
        String key = KEY_PREFIX + "/" + kind.path() + "/" + indicator.value();
        return new Question(id, key, "GET " + report(kind, indicator.value()));
    }

    @Override
    public Fetch fetch(Question question) throws InterruptedException {
        String[] key = question.key().split("/", KEY_PARTS);
        Optional<ReportKind> kind =
                key.length == KEY_PARTS && key[0].equals(KEY_PREFIX) ? ReportKind.ofPath(key[1]) : Optional.empty();
        if (kind.isEmpty() || !question.provider().equals(id)) {
            return new Fetch.Failed(new PivotOutcome.Refused(
                    "This question was not made for " + name + ", so it was not sent; ask it anew.", false));
        }

        Fetch fetch = http.fetch(question, HttpQuery.get(report(kind.get(), key[2])));
        return switch (fetch) {
            case Fetch.Got got ->
                NoReport.in(got.answer(), name, base.host())
                        .<Fetch>map(Fetch.Failed::new)
                        .orElse(got);
            case Fetch.Failed failed -> failed;
        };
    }

    @Override
    public PivotOutcome read(Pivot pivot, Indicator indicator, Answer answer) {
        Optional<Set<Part>> parts = pivots.partsOf(pivot, indicator);
        Optional<ReportKind> kind = ReportKind.about(indicator);
        if (parts.isEmpty() || kind.isEmpty()) {
            return malformed(answer, "The answer is kept, but " + name + " has no such pivot any more; ask another.");
        }
        Optional<PivotOutcome> noReport = NoReport.in(answer, name, base.host());
        if (noReport.isPresent()) {
            return noReport.get();
        }
        return switch (StrictJson.read(answer.body())) {
            case StrictJson.Reading.Unreadable unreadable ->
                malformed(answer, "The answer from " + base.host() + " " + unreadable.reason() + "; ask again later.");
            case StrictJson.Reading.Read read -> read(kind.get(), parts.get(), indicator, answer, read.root());
        };
    }

    private PivotOutcome read(ReportKind kind, Set<Part> parts, Indicator indicator, Answer answer, JsonNode root) {
        JsonNode code = root.path("response_code");
        if (!root.isObject() || code.isMissingNode()) {
            return malformed(
                    answer,
                    "What " + base.host() + " sent is not a ThreatCrowd answer (it has no"
                            + " response_code); check that its address is that of a ThreatCrowd server.");
        }
        if (isCode(code, NOT_FOUND)) {
            return new PivotOutcome.NothingFound(answer);
        }
        if (!isCode(code, FOUND)) {
            return malformed(
                    answer,
                    "The answer from " + base.host()
                            + " has a response_code that means neither found nor not found; look at the raw answer.");
        }
        Optional<Indicator> other = ReportReader.otherFile(indicator, root);
        if (other.isPresent()) {
            return malformed(
                    answer,
                    base.host() + " answered about another file, " + other.get().value()
                            + ", so nothing of it was taken.");
        }
        return outcome(parts, indicator, answer, ReportReader.read(kind, indicator, root));
    }

    private PivotOutcome outcome(Set<Part> parts, Indicator indicator, Answer answer, Report report) {
        List<Finding> findings = new ArrayList<>(report.findings(parts));
        long results = findings.stream()
                .filter(finding -> isResult(finding, indicator))
                .count();
        if (results > resultsMax) {
            return new PivotOutcome.TooMany(answer, (int) results);
        }
        List<Report.Skipped> skipped = report.skipped(parts);
        if (!skipped.isEmpty()) {
            findings.add(confession(indicator, skipped));
        }
        return findings.isEmpty() ? new PivotOutcome.NothingFound(answer) : new PivotOutcome.Found(answer, findings);
    }

    /** What is stated of a result comes along with it and does not count by itself. */
    private static boolean isResult(Finding finding, Indicator asked) {
        return switch (finding) {
            case Finding.Related related -> true;
            case Finding.Stated stated -> stated.on().equals(asked);
        };
    }

    /** Nothing is dropped in silence: how many values made no sense, and the first of them. */
    private static Finding confession(Indicator indicator, List<Report.Skipped> skipped) {
        List<String> shown = skipped.stream()
                .limit(SKIPPED_SHOWN_MAX)
                .map(Report.Skipped::shown)
                .toList();
        String more = skipped.size() > shown.size() ? ", …" : "";
        String value = skipped.size() + ": " + String.join(", ", shown) + more;
        return new Finding.Stated(
                indicator, "skipped values", value, skipped.getFirst().pointer());
    }

    private URI report(ReportKind kind, String value) {
        return URI.create(base + API + kind.path() + "/report/?" + kind.parameter() + "=" + encoded(value));
    }

    /** Percent-encoded as RFC 3986 wants a query; {@code @} may stand as it is, and reads better. */
    private static String encoded(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            encoded.append(plain || "-._~@".indexOf(c) >= 0 ? c : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }

    /** The code is a string in the original; servers exist that send a number. */
    private static boolean isCode(JsonNode node, int code) {
        boolean scalar = node.isString() || node.isIntegralNumber();
        return scalar && node.asString().strip().equals(Integer.toString(code));
    }

    private static PivotOutcome malformed(Answer answer, String reason) {
        return new PivotOutcome.Malformed(Optional.of(answer), reason);
    }
}
