package tendril.settings;

/**
 * How the panels beside the canvas were when the window was closed. Immutable.
 *
 * @param inspector      whether the inspector at the right was open
 * @param inspectorWidth how wide it was, in screen units
 * @param dock           whether the dock below was open
 * @param dockHeight     how high it was, in screen units
 */
public record PanelBounds(boolean inspector, double inspectorWidth, boolean dock, double dockHeight) {
    /** The smallest side worth remembering, in screen units. */
    public static final double SIDE_MIN = 120;

    /** The largest side worth remembering, in screen units. */
    public static final double SIDE_MAX = 4_000;

    /** What holds before a window was closed. */
    public static final PanelBounds DEFAULT = new PanelBounds(true, 360, false, 256);

    public PanelBounds {
        inspectorWidth = side(inspectorWidth);
        dockHeight = side(dockHeight);
    }

    private static double side(double side) {
        return Double.isFinite(side) ? Math.clamp(side, SIDE_MIN, SIDE_MAX) : SIDE_MIN;
    }
}
