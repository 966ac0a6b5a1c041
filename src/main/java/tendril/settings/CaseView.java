package tendril.settings;

/**
 * What part of a case was in view, so that it opens where it was left. Immutable.
 *
 * @param centerX world x in the middle of the view
 * @param centerY world y in the middle of the view
 * @param zoom    pixels per world unit, above 0
 */
public record CaseView(double centerX, double centerY, double zoom) {
    public CaseView {
        if (!Double.isFinite(centerX) || !Double.isFinite(centerY) || !Double.isFinite(zoom) || zoom <= 0) {
            throw new IllegalArgumentException("A view needs a finite middle and a zoom above 0.");
        }
    }
}
