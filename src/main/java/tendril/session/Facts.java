package tendril.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tendril.graph.CaseEvent;
import tendril.graph.Citation;
import tendril.graph.Evidence;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;
import tendril.pivot.Answer;
import tendril.pivot.Finding;

/** Turns what sources say into facts. Pure. */
final class Facts {
    private Facts() {}

    /**
     * The facts that findings state, each naming the evidence it stands on.
     *
     * @param evidence the number of the evidence
     * @param wanted   which findings are taken
     */
    static List<CaseEvent> of(List<Finding> findings, long evidence, Predicate<Finding> wanted) {
        List<CaseEvent> events = new ArrayList<>();
        for (Finding finding : findings) {
            if (!wanted.test(finding)) {
                continue;
            }
            var citation = new Citation(evidence, finding.pointer());
            switch (finding) {
                case Finding.Related related ->
                    events.add(new CaseEvent.LinkAdded(
                            new LinkKey(related.from(), related.to(), related.label()),
                            related.seen(),
                            related.properties(),
                            citation));
                case Finding.Stated stated ->
                    events.add(new CaseEvent.PropertyStated(stated.on(), stated.name(), stated.value(), citation));
            }
        }
        return events;
    }

    /** The indicators that a finding is about. */
    static List<Indicator> about(Finding finding) {
        return switch (finding) {
            case Finding.Related related -> List.of(related.from(), related.to());
            case Finding.Stated stated -> List.of(stated.on());
        };
    }

    /** Every indicator that findings would bring or link, in their order. */
    static Set<Indicator> indicators(List<Finding> findings) {
        Set<Indicator> all = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (finding instanceof Finding.Related related) {
                all.add(related.from());
                all.add(related.to());
            }
        }
        return all;
    }

    /** The description of an answer as evidence. */
    static Evidence evidence(long id, Answer answer, String sha256) {
        return new Evidence(
                id,
                answer.question().provider(),
                answer.question().key(),
                answer.question().shownAs(),
                answer.at(),
                answer.status(),
                answer.mediaType(),
                answer.body().length,
                sha256);
    }
}
