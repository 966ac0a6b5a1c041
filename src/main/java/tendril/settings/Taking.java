package tendril.settings;

/**
 * How much of an answer is taken, and where it goes. Immutable.
 *
 * @param threshold  how many new nodes an answer may put on the canvas; more go to the tray
 * @param most       how many results an answer may have; a larger one is refused until a person narrows it
 * @param otherCases whether to remember which indicators stand in which of the person's cases
 */
public record Taking(int threshold, int most, boolean otherCases) {
    /** The default of {@link #threshold}, in nodes. */
    public static final int THRESHOLD = 25;

    /** The greatest {@link #threshold}, in nodes. */
    public static final int THRESHOLD_MAX = 10_000;

    /** The default of {@link #most}, in results. */
    public static final int MOST = 10_000;

    /** The greatest {@link #most}, in results. */
    public static final int MOST_MAX = 200_000;

    /** What holds before anything was chosen. */
    public static final Taking DEFAULT = new Taking(THRESHOLD, MOST, true);

    public Taking {
        if (threshold < 1 || threshold > THRESHOLD_MAX) {
            throw new IllegalArgumentException("The result threshold is 1 to " + THRESHOLD_MAX + " nodes.");
        }
        if (most < 1 || most > MOST_MAX) {
            throw new IllegalArgumentException("The limit of an answer is 1 to " + MOST_MAX + " results.");
        }
    }
}
