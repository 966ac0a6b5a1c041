package tendril.picture.ink;

/**
 * Pixels to paint into: some rows of a picture, premultiplied ARGB, and the primitives that fill them. All coordinates
 * are pixels of the whole picture, so that painting a picture strip by strip gives the same bits as painting it whole:
 * every primitive computes in whole numbers from its own ends, never from where it was clipped. Confined to one thread.
 */
public final class Raster {
    private static final int SHIFT = 16;
    private static final long ONE = 1L << SHIFT;

    /** Lines longer than this in pixels are cut before the whole-number arithmetic could overflow. */
    private static final double REACH_PX_MAX = 1 << 22;

    public final int[] pixels;
    final int width;
    public final int top;
    public final int bottom;

    /**
     * Rows {@code top} up to {@code bottom} (not included) of a picture.
     *
     * @param pixels at least {@code width * (bottom - top)} of them, row by row
     */
    public Raster(int[] pixels, int width, int top, int bottom) {
        this.pixels = pixels;
        this.width = width;
        this.top = top;
        this.bottom = bottom;
    }

    /** Fills every pixel. */
    public void clear(int premultiplied) {
        java.util.Arrays.fill(pixels, 0, width * (bottom - top), premultiplied);
    }

    /** A line one pixel thick without smoothing. */
    public void line(double x0, double y0, double x1, double y1, int premultiplied) {
        if (misses(x0, y0, x1, y1, 1)) {
            return;
        }
        if (Math.abs(x1 - x0) >= Math.abs(y1 - y0)) {
            boolean forward = x0 <= x1;
            steps(
                    forward ? x0 : x1,
                    forward ? y0 : y1,
                    forward ? x1 : x0,
                    forward ? y1 : y0, //
                    0,
                    width,
                    1,
                    top,
                    bottom,
                    width,
                    premultiplied);
        } else {
            boolean forward = y0 <= y1;
            steps(
                    forward ? y0 : y1,
                    forward ? x0 : x1,
                    forward ? y1 : y0,
                    forward ? x1 : x0, //
                    top,
                    bottom,
                    width,
                    0,
                    width,
                    1,
                    premultiplied);
        }
    }

    /** A smoothed line of any thickness with square ends. */
    public void smoothLine(double x0, double y0, double x1, double y1, double thickness, int premultiplied) {
        if (misses(x0, y0, x1, y1, thickness + 1)) {
            return;
        }
        if (Math.abs(x1 - x0) >= Math.abs(y1 - y0)) {
            boolean forward = x0 <= x1;
            smoothSteps(
                    forward ? x0 : x1,
                    forward ? y0 : y1,
                    forward ? x1 : x0,
                    forward ? y1 : y0, //
                    thickness,
                    0,
                    width,
                    1,
                    top,
                    bottom,
                    width,
                    premultiplied);
        } else {
            boolean forward = y0 <= y1;
            smoothSteps(
                    forward ? y0 : y1,
                    forward ? x0 : x1,
                    forward ? y1 : y0,
                    forward ? x1 : x0, //
                    thickness,
                    top,
                    bottom,
                    width,
                    0,
                    width,
                    1,
                    premultiplied);
        }
    }

    /** A smoothed filled triangle. */
    public void triangle(double x0, double y0, double x1, double y1, double x2, double y2, int premultiplied) {
        double turn = (x1 - x0) * (y2 - y0) - (y1 - y0) * (x2 - x0);
        if (turn < 0) {
            triangle(x0, y0, x2, y2, x1, y1, premultiplied);
            return;
        }
        int left = Math.max(0, (int) Math.floor(Math.min(x0, Math.min(x1, x2)) - 1));
        int right = Math.min(width, (int) Math.ceil(Math.max(x0, Math.max(x1, x2)) + 1));
        int first = Math.max(top, (int) Math.floor(Math.min(y0, Math.min(y1, y2)) - 1));
        int last = Math.min(bottom, (int) Math.ceil(Math.max(y0, Math.max(y1, y2)) + 1));
        double d01 = 1 / Math.max(1e-9, Math.hypot(x1 - x0, y1 - y0));
        double d12 = 1 / Math.max(1e-9, Math.hypot(x2 - x1, y2 - y1));
        double d20 = 1 / Math.max(1e-9, Math.hypot(x0 - x2, y0 - y2));
        for (int row = first; row < last; row++) {
            double y = row + 0.5;
            for (int column = left; column < right; column++) {
                double x = column + 0.5;
                double inside = Math.min(
                        ((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) * d01,
                        Math.min(
                                ((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) * d12,
                                ((x0 - x2) * (y - y2) - (y0 - y2) * (x - x2)) * d20));
                cover(row, column, inside + 0.5, premultiplied);
            }
        }
    }

    /** A smoothed ring; with an inner radius of 0 a disc. */
    public void ring(double centerX, double centerY, double inner, double outer, int premultiplied) {
        int left = Math.max(0, (int) Math.floor(centerX - outer - 1));
        int right = Math.min(width, (int) Math.ceil(centerX + outer + 1));
        int first = Math.max(top, (int) Math.floor(centerY - outer - 1));
        int last = Math.min(bottom, (int) Math.ceil(centerY + outer + 1));
        for (int row = first; row < last; row++) {
            for (int column = left; column < right; column++) {
                double away = Math.hypot(column + 0.5 - centerX, row + 0.5 - centerY);
                double covered = inner > 0 ? Math.min(outer - away, away - inner) : outer - away;
                cover(row, column, covered + 0.5, premultiplied);
            }
        }
    }

    /** A drawing placed with its own corner at (x, y), its opacity scaled by a part of 256. */
    public void blit(Sprite sprite, int x, int y, int opacity256) {
        int left = Math.max(0, -x);
        int right = Math.min(sprite.width(), width - x);
        int first = Math.max(0, top - y);
        int last = Math.min(sprite.height(), bottom - y);
        int[] source = sprite.argb();
        for (int row = first; row < last; row++) {
            int from = row * sprite.width();
            int to = (y + row - top) * width + x;
            for (int column = left; column < right; column++) {
                int color = source[from + column];
                if (color != 0) {
                    pixels[to + column] =
                            over(pixels[to + column], opacity256 == 256 ? color : scaled(color, opacity256));
                }
            }
        }
    }

    /** A mask of coverage painted in one colour. */
    public void stamp(byte[] mask, int maskWidth, int maskHeight, int x, int y, int premultiplied) {
        int left = Math.max(0, -x);
        int right = Math.min(maskWidth, width - x);
        int first = Math.max(0, top - y);
        int last = Math.min(maskHeight, bottom - y);
        for (int row = first; row < last; row++) {
            int from = row * maskWidth;
            int to = (y + row - top) * width + x;
            for (int column = left; column < right; column++) {
                int covered = mask[from + column] & 0xFF;
                if (covered != 0) {
                    int color = covered == 255 ? premultiplied : scaled(premultiplied, covered + (covered >> 7));
                    pixels[to + column] = over(pixels[to + column], color);
                }
            }
        }
    }

    /** The colour with its alpha multiplied in; the form every primitive takes. */
    public static int premultiplied(int argb) {
        int alpha = argb >>> 24;
        return scaled(argb | 0xFF000000, alpha + (alpha >> 7));
    }

    /** The colour at a part of 256 of its opacity. */
    public static int scaled(int premultiplied, int part256) {
        int rb = ((premultiplied & 0xFF00FF) * part256 + 0x800080) >>> 8 & 0xFF00FF;
        int ag = ((premultiplied >>> 8 & 0xFF00FF) * part256 + 0x800080) & 0xFF00FF00;
        return rb | ag;
    }

    private static int over(int below, int color) {
        int alpha = color >>> 24;
        return alpha == 255 ? color : color + scaled(below, 256 - alpha - (alpha >> 7));
    }

    private void cover(int row, int column, double part, int color) {
        if (part > 0) {
            int at = (row - top) * width + column;
            int part256 = part >= 1 ? 256 : (int) (part * 256);
            pixels[at] = over(pixels[at], scaled(color, part256));
        }
    }

    private boolean misses(double x0, double y0, double x1, double y1, double margin) {
        return Math.max(x0, x1) < -margin
                || Math.min(x0, x1) > width + margin
                || Math.max(y0, y1) < top - margin
                || Math.min(y0, y1) > bottom + margin
                || !(Math.abs(x0) + Math.abs(x1) + Math.abs(y0) + Math.abs(y1) < REACH_PX_MAX);
    }

    /** One pixel for each step along the major axis; the caller has ordered the ends. */
    private void steps(
            double major0,
            double minor0,
            double major1,
            double minor1,
            int majorFrom,
            int majorTo,
            int majorStride,
            int minorFrom,
            int minorTo,
            int minorStride,
            int color) {
        int first = (int) Math.ceil(major0 - 0.5);
        int last = (int) Math.ceil(major1 - 0.5);
        double length = major1 - major0;
        long slope = length > 0 ? Math.round((minor1 - minor0) / length * ONE) : 0;
        long base = Math.round((minor0 + (first + 0.5 - major0) * slope / ONE) * ONE);
        long low = Math.max(0, majorFrom - first);
        long high = Math.min(last, majorTo) - first;
        // Only the steps whose minor coordinate lies inside: solved once, not asked at every step.
        long minorLow = (long) minorFrom << SHIFT;
        long minorHigh = ((long) minorTo << SHIFT) - 1;
        if (slope > 0) {
            low = Math.max(low, Math.ceilDiv(minorLow - base, slope));
            high = Math.min(high, Math.floorDiv(minorHigh - base, slope) + 1);
        } else if (slope < 0) {
            low = Math.max(low, Math.ceilDiv(base - minorHigh, -slope));
            high = Math.min(high, Math.floorDiv(base - minorLow, -slope) + 1);
        } else if (base < minorLow || base > minorHigh) {
            return;
        }
        int at = (first + (int) low - majorFrom) * majorStride;
        long minor = base + low * slope - minorLow;
        int inverse = 256 - (color >>> 24) - (color >>> 31);
        for (long k = low; k < high; k++) {
            int index = at + (int) (minor >> SHIFT) * minorStride;
            pixels[index] = color + scaled(pixels[index], inverse);
            at += majorStride;
            minor += slope;
        }
    }

    /** The span that a thick line covers at each step along the major axis, its two ends by part. */
    private void smoothSteps(
            double major0,
            double minor0,
            double major1,
            double minor1,
            double thickness,
            int majorFrom,
            int majorTo,
            int majorStride,
            int minorFrom,
            int minorTo,
            int minorStride,
            int color) {
        int first = (int) Math.floor(major0);
        int last = (int) Math.floor(major1);
        double length = major1 - major0;
        double rise = length > 0 ? (minor1 - minor0) / length : 0;
        long slope = Math.round(rise * ONE);
        long half = Math.round(thickness * Math.sqrt(1 + rise * rise) / 2 * ONE);
        long base = Math.round((minor0 + (first + 0.5 - major0) * slope / ONE) * ONE);
        long low = Math.max(0, majorFrom - first);
        long high = Math.min(last + 1, majorTo) - (long) first;
        long minorLow = ((long) minorFrom << SHIFT) - half;
        long minorHigh = ((long) minorTo << SHIFT) + half;
        if (slope > 0) {
            low = Math.max(low, Math.ceilDiv(minorLow - base, slope));
            high = Math.min(high, Math.floorDiv(minorHigh - base, slope) + 1);
        } else if (slope < 0) {
            low = Math.max(low, Math.ceilDiv(base - minorHigh, -slope));
            high = Math.min(high, Math.floorDiv(base - minorLow, -slope) + 1);
        } else if (base < minorLow || base > minorHigh) {
            return;
        }
        for (long k = low; k < high; k++) {
            int step = first + (int) k;
            double along = Math.min(major1, step + 1) - Math.max(major0, step);
            int part256 = along >= 1 ? 256 : (int) (along * 256);
            long center = base + k * slope;
            span(
                    (step - majorFrom) * majorStride,
                    center - half,
                    center + half,
                    minorFrom,
                    minorTo,
                    minorStride,
                    part256 == 256 ? color : scaled(color, Math.max(0, part256)));
        }
    }

    /** Covers the minor axis from one fixed-point place to another, the end pixels by part. */
    private void span(int at, long from, long to, int minorFrom, int minorTo, int minorStride, int color) {
        int first = (int) (from >> SHIFT);
        int last = (int) (to >> SHIFT);
        for (int m = Math.max(first, minorFrom); m <= last && m < minorTo; m++) {
            long covered = Math.min(to, (m + 1) * ONE) - Math.max(from, m * ONE);
            int part256 = (int) (covered >> SHIFT - 8);
            if (part256 > 0) {
                int index = at + (m - minorFrom) * minorStride;
                pixels[index] = over(pixels[index], scaled(color, part256));
            }
        }
    }
}
