package tendril.picture.scene;

/**
 * An axis-parallel rectangle, in world units or in pixels as its user says. Immutable.
 *
 * @param left   smallest x
 * @param top    smallest y
 * @param right  greatest x, never below {@code left}
 * @param bottom greatest y, never below {@code top}
 */
public record Bounds(double left, double top, double right, double bottom) {
    /** The rectangle between any two opposite corners. */
    public static Bounds between(double x0, double y0, double x1, double y1) {
        return new Bounds(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public double centerX() {
        return (left + right) / 2;
    }

    public double centerY() {
        return (top + bottom) / 2;
    }

    /** Borders count as inside. */
    public boolean contains(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    public boolean intersects(Bounds other) {
        return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
    }

    /** The same rectangle with a margin added on every side. */
    public Bounds grown(double margin) {
        return new Bounds(left - margin, top - margin, right + margin, bottom + margin);
    }
}
