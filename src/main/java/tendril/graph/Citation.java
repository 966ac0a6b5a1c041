package tendril.graph;

/**
 * What a statement stands on: a place in a piece of evidence, or the analyst's own word. Immutable.
 *
 * @param evidence the {@link Evidence#id}, or 0 for the analyst
 * @param pointer  where in it: a JSON Pointer (RFC 6901) into an answer, or {@code chars:12-31} into a text
 */
public record Citation(long evidence, String pointer) implements Comparable<Citation> {
    /** The analyst says so. */
    public static final Citation ANALYST = new Citation(0, "");

    public boolean isAnalyst() {
        return evidence == 0;
    }

    @Override
    public int compareTo(Citation other) {
        int byEvidence = Long.compare(evidence, other.evidence);
        return byEvidence != 0 ? byEvidence : pointer.compareTo(other.pointer);
    }
}
