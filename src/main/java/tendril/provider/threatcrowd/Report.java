package tendril.provider.threatcrowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tendril.pivot.Finding;
import tendril.provider.Words;

/**
 * What a report states, sorted by the part of it that a pivot can ask for. Immutable.
 *
 * @param statements in the order of the report
 * @param skipped    values that make no sense where they stand, in the order of the report
 * @param bridge     the one of the statements that joins what was asked to the file that the others are about, where
 *                   these are two hashes
 */
public record Report(List<Statement> statements, List<Skipped> skipped, Optional<Statement> bridge) {
    /** A finding and the part it belongs to. */
    record Statement(Part part, Finding finding) {}

    /**
     * A value that became no finding.
     *
     * @param pointer where it stands
     * @param text    the value as it came
     */
    record Skipped(Part part, String pointer, String text) {
        /** The value, fit to be read. */
        String shown() {
            return Words.quoted(text);
        }
    }

    public Report {
        statements = List.copyOf(statements);
        skipped = List.copyOf(skipped);
    }

    /** What those parts state, with the bridge to what was asked where there is need of one. */
    List<Finding> findings(Set<Part> parts) {
        List<Finding> findings = new ArrayList<>();
        for (Statement statement : statements) {
            if (parts.contains(statement.part())) {
                findings.add(statement.finding());
            }
        }
        boolean related = findings.stream().anyMatch(Finding.Related.class::isInstance);
        bridge.filter(link -> related && !parts.contains(link.part()))
                .ifPresent(link -> findings.addFirst(link.finding()));
        return findings;
    }

    /** The values of those parts that became no finding. */
    List<Skipped> skipped(Set<Part> parts) {
        return skipped.stream().filter(value -> parts.contains(value.part())).toList();
    }
}
