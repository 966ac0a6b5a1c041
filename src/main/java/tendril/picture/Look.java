package tendril.picture;

/**
 * How a scene is to be shown, apart from what is in it and where the camera stands. Immutable.
 *
 * @param theme       the colours
 * @param pixelScale  device pixels per logical pixel: 1, or 1.5, 2 on a HiDPI screen
 * @param transparent no background is painted
 * @param fadeByDate  links last seen long ago are paler
 * @param linkLabels  links carry their labels when there is room
 */
public record Look(Theme theme, double pixelScale, boolean transparent, boolean fadeByDate, boolean linkLabels) {
    public static final double PIXEL_SCALE_MIN = 0.25;
    public static final double PIXEL_SCALE_MAX = 16;

    public Look {
        pixelScale = Math.clamp(pixelScale, PIXEL_SCALE_MIN, PIXEL_SCALE_MAX);
    }

    /** Opaque, with link labels, one device pixel a logical pixel. */
    public static Look of(Theme theme) {
        return new Look(theme, 1, false, false, true);
    }

    public Look withPixelScale(double scale) {
        return new Look(theme, scale, transparent, fadeByDate, linkLabels);
    }

    public Look withTransparent(boolean on) {
        return new Look(theme, pixelScale, on, fadeByDate, linkLabels);
    }

    public Look withFadeByDate(boolean on) {
        return new Look(theme, pixelScale, transparent, on, linkLabels);
    }

    public Look withLinkLabels(boolean on) {
        return new Look(theme, pixelScale, transparent, fadeByDate, on);
    }
}
