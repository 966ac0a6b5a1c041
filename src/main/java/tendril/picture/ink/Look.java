package tendril.picture.ink;

/**
 * How a scene is to be shown, apart from what is in it and where the camera stands. Immutable.
 *
 * @param theme       the colours
 * @param pixelScale  device pixels per logical pixel: 1, or 1.5, 2 on a HiDPI screen
 * @param transparent no background is painted
 * @param fadeByDate  links last seen long ago are paler
 * @param labels      nodes carry their labels when there is room
 * @param linkLabels  links carry their labels when there is room
 * @param gridStep    world units between grid lines under the graph; 0 for no grid
 */
public record Look(
        Theme theme,
        double pixelScale,
        boolean transparent,
        boolean fadeByDate,
        boolean labels,
        boolean linkLabels,
        double gridStep) {
    public static final double PIXEL_SCALE_MIN = 0.25;
    public static final double PIXEL_SCALE_MAX = 16;

    public Look {
        pixelScale = Math.clamp(pixelScale, PIXEL_SCALE_MIN, PIXEL_SCALE_MAX);
        gridStep = Math.max(0, gridStep);
    }

    /** Opaque, with labels, one device pixel a logical pixel. */
    public static Look of(Theme theme) {
        return new Look(theme, 1, false, false, true, true, 0);
    }

    public Look withPixelScale(double scale) {
        return new Look(theme, scale, transparent, fadeByDate, labels, linkLabels, gridStep);
    }

    public Look withTransparent(boolean on) {
        return new Look(theme, pixelScale, on, fadeByDate, labels, linkLabels, gridStep);
    }

    public Look withFadeByDate(boolean on) {
        return new Look(theme, pixelScale, transparent, on, labels, linkLabels, gridStep);
    }

    /** With labels on nodes and links, or on neither. */
    public Look withLabels(boolean on) {
        return new Look(theme, pixelScale, transparent, fadeByDate, on, on, gridStep);
    }

    public Look withLinkLabels(boolean on) {
        return new Look(theme, pixelScale, transparent, fadeByDate, labels, on, gridStep);
    }

    public Look withGridStep(double worldUnits) {
        return new Look(theme, pixelScale, transparent, fadeByDate, labels, linkLabels, worldUnits);
    }
}
