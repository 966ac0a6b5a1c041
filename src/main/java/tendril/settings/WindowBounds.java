package tendril.settings;

/**
 * Where the window was when it was closed, in screen units. Immutable.
 *
 * @param x         left edge
 * @param y         top edge
 * @param width     at least {@link #SIDE_MIN}
 * @param height    at least {@link #SIDE_MIN}
 * @param maximized whether it filled the screen; the bounds are those it returns to
 */
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {
    /** The smallest side worth remembering, in screen units. */
    public static final double SIDE_MIN = 320;

    public WindowBounds {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !(width >= SIDE_MIN) || !(height >= SIDE_MIN)) {
            throw new IllegalArgumentException("A window needs finite bounds of at least " + SIDE_MIN + " units.");
        }
    }
}
