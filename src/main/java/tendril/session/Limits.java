package tendril.session;

/**
 * How much a case takes without asking.
 *
 * @param newEntitiesMax how many new entities one answer may bring straight onto the canvas; more go into the tray
 * @param resultsMax     how many results one answer may have; a larger one is refused until a person narrows it
 */
public record Limits(int newEntitiesMax, int resultsMax) {
    /** More results than this nobody looks through. */
    public static final int RESULTS_MAX = 10_000;

    /** What suits a person at a canvas. */
    public static final Limits USUAL = new Limits(25, RESULTS_MAX);

    /** Everything goes into the graph, as a script wants it, up to where an answer is refused. */
    public static final Limits NONE = new Limits(Integer.MAX_VALUE, RESULTS_MAX);
}
