package tendril.session;

/**
 * How much a case takes without asking.
 *
 * @param newEntitiesMax how many new entities one answer may bring straight onto the canvas; more go into the tray
 */
public record Limits(int newEntitiesMax) {
    /** What suits a person at a canvas. */
    public static final Limits USUAL = new Limits(25);

    /** Everything goes into the graph, as a script wants it. */
    public static final Limits NONE = new Limits(Integer.MAX_VALUE);
}
