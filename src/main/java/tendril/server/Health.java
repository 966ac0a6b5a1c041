package tendril.server;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.server.message.Access;
import tendril.server.message.Answer;

/** What operators ask: {@code /healthz} whether the corpus can be read, {@code /metrics} how many answers were given. */
final class Health {
    static final String HEALTH_PATH = "/healthz";
    static final String METRICS_PATH = "/metrics";

    private static final int STATUS_MAX = 599;

    private final Corpus corpus;
    private final LongAdder[] byStatus = new LongAdder[STATUS_MAX + 1];

    Health(Corpus corpus) {
        this.corpus = corpus;
        Arrays.setAll(byStatus, status -> new LongAdder());
    }

    /** Counts an answer by its status, or a connection that came to none. */
    void count(int status) {
        byStatus[status].increment();
    }

    Answer health() {
        return Answer.streamed(200, Answer.TEXT, out -> {
            try (CorpusReading reading = corpus.read()) {
                reading.tally("health");
            }
            out.write('o');
            out.write('k');
            out.write('\n');
        });
    }

    /** The counters in the text format of Prometheus. */
    Answer metrics() {
        var text = new StringBuilder("# HELP tendril_answers_total Answers given, by HTTP status.\n"
                + "# TYPE tendril_answers_total counter\n");
        for (int status = Access.NO_STATUS + 1; status <= STATUS_MAX; status++) {
            long count = byStatus[status].sum();
            if (count > 0) {
                text.append("tendril_answers_total{status=\"" + status + "\"} " + count + "\n");
            }
        }
        return Answer.of(200, "text/plain; version=0.0.4; charset=utf-8", text.toString());
    }
}
