package tendril.settings;

/**
 * How the window looks and feels. Immutable.
 *
 * @param theme         colours
 * @param reducedMotion whether transitions jump instead of moving
 * @param mouse         what dragging on empty canvas does
 * @param copyDefanged  whether Ctrl+C writes indicators so that nobody clicks them
 */
public record Look(ColourTheme theme, boolean reducedMotion, MouseMode mouse, boolean copyDefanged) {
    /** What holds before anything was chosen. */
    public static final Look DEFAULT = new Look(ColourTheme.DARK, false, MouseMode.SELECT, true);
}
