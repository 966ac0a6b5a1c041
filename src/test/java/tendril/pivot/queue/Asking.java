package tendril.pivot.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;
import tendril.pivot.Answer;
import tendril.pivot.Finding;
import tendril.pivot.Pivot;
import tendril.pivot.PivotOutcome;
import tendril.pivot.PivotRequest;
import tendril.pivot.Question;
import tendril.pivot.Urgency;

/** Requests and outcomes for tests: request n asks source "s" about host n. */
final class Asking {
    static final String SOURCE = "s";
    private static final Pivot PIVOT = new Pivot(
            SOURCE,
            "addresses",
            "To addresses",
            Set.of(IndicatorType.DOMAIN),
            Set.of(IndicatorType.IPV4),
            "Addresses.",
            false);

    private Asking() {}

    static PivotRequest click(long id) {
        return request(id, id, SOURCE, "host" + id, Urgency.CLICK);
    }

    static PivotRequest bulk(long id, long action) {
        return request(id, action, SOURCE, "host" + id, Urgency.BULK);
    }

    static PivotRequest request(long id, long action, String source, String host, Urgency urgency) {
        Indicator indicator = new Indicator(IndicatorType.DOMAIN, host + ".example");
        Question question = new Question(source, "addresses:" + host, "GET https://source.example/" + host);
        return new PivotRequest(id, action, PIVOT, indicator, question, Instant.EPOCH, urgency, 0);
    }

    static List<PivotRequest> bulks(long from, long to, long action) {
        return LongStream.rangeClosed(from, to).mapToObj(id -> bulk(id, action)).toList();
    }

    static PivotOutcome found(int count) {
        Indicator host = new Indicator(IndicatorType.DOMAIN, "host.example");
        Finding finding = new Finding.Related(host, host, "resolved to", Seen.UNKNOWN, new TreeMap<>(), "");
        return new PivotOutcome.Found(answer(), java.util.Collections.nCopies(count, finding));
    }

    static PivotOutcome nothing() {
        return new PivotOutcome.NothingFound(answer());
    }

    static PivotOutcome throttled() {
        return new PivotOutcome.Throttled(Optional.empty(), "Too many requests.");
    }

    static PivotOutcome throttled(java.time.Duration wait) {
        return new PivotOutcome.Throttled(Optional.of(wait), "Too many requests.");
    }

    static PivotOutcome unreachable() {
        return new PivotOutcome.Unreachable("No answer in 30 s.");
    }

    static Answer answer() {
        return new Answer(new Question(SOURCE, "k", "GET"), Instant.EPOCH, 200, "application/json", new byte[0]);
    }
}
