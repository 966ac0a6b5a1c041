package tendril.casefile;

import java.util.List;

/**
 * What a full check of a case file found. Immutable.
 *
 * @param facts    how many facts the file holds
 * @param evidence how many bodies of evidence it holds
 * @param notUnderstood how many facts are of a kind, or have a body, that this version does not know
 * @param problems one sentence each; empty when all is well
 */
public record CheckReport(long facts, long evidence, long notUnderstood, List<String> problems) {
    public CheckReport {
        problems = List.copyOf(problems);
    }

    public boolean isSound() {
        return problems.isEmpty();
    }
}
