package tendril.settings;

/**
 * How the panels beside the canvas were when the window was closed. Immutable.
 *
 * @param inspector     whether the inspector at the right was open
 * @param inspectorPart where it began, as a part of the window's width
 * @param dock          whether the dock below was open
 * @param dockPart      where it began, as a part of the canvas's height
 */
public record PanelBounds(boolean inspector, double inspectorPart, boolean dock, double dockPart) {
    /** The least that the canvas keeps, as a part of the window. */
    public static final double PART_MIN = 0.3;

    /** The most that it may take beside an open panel. */
    public static final double PART_MAX = 0.92;

    /** What holds before a window was closed. */
    public static final PanelBounds DEFAULT = new PanelBounds(true, 0.72, false, 0.62);

    public PanelBounds {
        inspectorPart = part(inspectorPart);
        dockPart = part(dockPart);
    }

    private static double part(double part) {
        return Double.isFinite(part) ? Math.clamp(part, PART_MIN, PART_MAX) : PART_MAX;
    }
}
