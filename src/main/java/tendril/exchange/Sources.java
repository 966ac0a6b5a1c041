package tendril.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import tendril.graph.Evidence;
import tendril.graph.Support;

/**
 * Finds out who is behind what is in a graph.
 *
 * @param evidence gives a piece of evidence by its id
 */
public record Sources(LongFunction<Optional<Evidence>> evidence) {
    /** Who is behind these reasons, each once, in order. */
    public List<Source> of(List<Support> supports) {
        return supports.stream().map(this::of).distinct().toList();
    }

    private Source of(Support support) {
        if (support.citation().isAnalyst()) {
            return Source.ANALYST;
        }
        long id = support.citation().evidence();
        return evidence.apply(id)
                .map(kept -> new Source(kept.provider(), Optional.of(kept.at()), kept.sha256()))
                .orElseGet(() -> new Source("evidence " + id, Optional.empty(), ""));
    }
}
