package tendril.corpus;

/**
 * The standing votes on one value. Immutable.
 *
 * @param malicious how many voters call it malicious
 * @param harmless  how many voters call it harmless
 */
public record Tally(int malicious, int harmless) {
    public static final Tally NONE = new Tally(0, 0);

    /** -1 when most say malicious, 1 when most say harmless, 0 when they are equal or nobody voted. */
    public int score() {
        return Integer.compare(harmless, malicious);
    }

    public boolean isEmpty() {
        return malicious == 0 && harmless == 0;
    }
}
