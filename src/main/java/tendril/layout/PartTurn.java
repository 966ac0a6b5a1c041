package tendril.layout;

/**
 * Turns the picture of a part as a whole, which changes no distance: a part alone so that it fills a window, one of
 * several so that its rectangle is small and all can be packed close.
 */
final class PartTurn {
    /** Width to height of a usual window. */
    private static final double PROPORTION = 1.6;

    /** Directions tried, evenly over half a turn. */
    private static final int DIRECTIONS = 24;

    private final float[] x;
    private final float[] y;
    private final boolean alone;

    /** Turns these places when asked to. */
    PartTurn(float[] x, float[] y, boolean alone) {
        this.x = x;
        this.y = y;
        this.alone = alone;
    }

    void turn() {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            double room = room(Math.PI * direction / DIRECTIONS);
            if (room < least) {
                least = room;
                best = direction;
            }
        }
        double cos = Math.cos(Math.PI * best / DIRECTIONS);
        double sin = Math.sin(Math.PI * best / DIRECTIONS);
        for (int i = 0; i < x.length && best > 0; i++) {
            double turnedX = cos * x[i] - sin * y[i];
            y[i] = (float) (sin * x[i] + cos * y[i]);
            x[i] = (float) turnedX;
        }
    }

    /** What is to be small: the height of the window in which all is seen, or the area of the rectangle. */
    private double room(double angle) {
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int i = 0; i < x.length; i++) {
            float turnedX = cos * x[i] - sin * y[i];
            float turnedY = sin * x[i] + cos * y[i];
            left = Math.min(left, turnedX);
            right = Math.max(right, turnedX);
            top = Math.min(top, turnedY);
            bottom = Math.max(bottom, turnedY);
        }
        double width = (double) right - left;
        double height = (double) bottom - top;
        // a part on a line has no area: its length keeps it from lying across
        return alone ? Math.max(width / PROPORTION, height) : (width + 1) * (height + 1) + height;
    }
}
