package tendril.server.maltego;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Key;

/** Runs a transform over a corpus. Thread-safe. */
public final class TransformRun {
    /** What Maltego shows by default when it does not say how much it wants. */
    public static final int ENTITIES_USUAL = 500;

    private final Corpus corpus;

    public TransformRun(Corpus corpus) {
        this.corpus = corpus;
    }

    /**
     * The answer to one entity, as a TRX message.
     *
     * @param value       the entity's value
     * @param entitiesMax how many entities are wanted at most
     * @throws IOException when the corpus cannot be read
     */
    public String answer(Transform transform, String value, int entitiesMax) throws IOException {
        Map<String, TrxAnswer.Found> found = new LinkedHashMap<>();
        var left = new long[1];
        try (CorpusReading reading = corpus.read()) {
            for (Transform.Step step : transform.steps()) {
                reading.rows(step.lookup(), Key.of(value), (row, last) -> {
                    String shown = row.strip();
                    if (shown.isEmpty() || shown.equals("-") || shown.equals("0.0.0.0")) {
                        return;
                    }
                    EntityType type = step.gives().of(shown);
                    if (found.size() < entitiesMax) {
                        found.putIfAbsent(type + " " + shown, new TrxAnswer.Found(type, shown, step.label(), last));
                    } else {
                        left[0]++;
                    }
                });
            }
        }
        return TrxAnswer.found(transform, value, found.values(), left[0]);
    }
}
