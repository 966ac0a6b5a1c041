package tendril.picture.scene;

/**
 * What part of the world is seen, and how large: a point of the world in the middle of a view. Immutable. View
 * coordinates are logical pixels from the top left corner of the view; y grows downwards in both systems.
 *
 * @param centerX world x in the middle of the view
 * @param centerY world y in the middle of the view
 * @param zoom    logical pixels per world unit, between {@link #ZOOM_MIN} and {@link #ZOOM_MAX}
 * @param width   width of the view in logical pixels
 * @param height  height of the view in logical pixels
 */
public record Camera(double centerX, double centerY, double zoom, double width, double height) {
    /** Logical pixels per world unit at which even a sinkhole of 100,000 nodes fits a small window. */
    public static final double ZOOM_MIN = 1e-4;

    /** Logical pixels per world unit at which one node of usual size fills a good part of a window. */
    public static final double ZOOM_MAX = 6;

    /** No zoom further than this when fitting a few nodes: a lone node should not be blown up. */
    public static final double FIT_ZOOM_MAX = 1.25;

    /** Smallest side of a view in logical pixels; a collapsed pane still has a camera. */
    public static final double VIEW_SIDE_MIN = 1;

    public Camera {
        zoom = Math.clamp(zoom, ZOOM_MIN, ZOOM_MAX);
        width = Math.max(VIEW_SIDE_MIN, width);
        height = Math.max(VIEW_SIDE_MIN, height);
    }

    /** The origin of the world in the middle, one pixel a unit. */
    public static Camera ofSize(double width, double height) {
        return new Camera(0, 0, 1, width, height);
    }

    public double toViewX(double worldX) {
        return (worldX - centerX) * zoom + width / 2;
    }

    public double toViewY(double worldY) {
        return (worldY - centerY) * zoom + height / 2;
    }

    public double toWorldX(double viewX) {
        return (viewX - width / 2) / zoom + centerX;
    }

    public double toWorldY(double viewY) {
        return (viewY - height / 2) / zoom + centerY;
    }

    /** The part of the world inside the view. */
    public Bounds seen() {
        return new Bounds(toWorldX(0), toWorldY(0), toWorldX(width), toWorldY(height));
    }

    /** Moves the picture by view pixels: what was at (10, 10) is at (10 + dx, 10 + dy) afterwards. */
    public Camera pannedBy(double dx, double dy) {
        return new Camera(centerX - dx / zoom, centerY - dy / zoom, zoom, width, height);
    }

    /** Zooms by a factor; the point of the world under the given view point stays under it. */
    public Camera zoomedAt(double viewX, double viewY, double factor) {
        double next = Math.clamp(zoom * factor, ZOOM_MIN, ZOOM_MAX);
        double worldX = toWorldX(viewX);
        double worldY = toWorldY(viewY);
        return new Camera(
                worldX - (viewX - width / 2) / next, worldY - (viewY - height / 2) / next, next, width, height);
    }

    /** The same middle and zoom in a view of another size. */
    public Camera resized(double newWidth, double newHeight) {
        return new Camera(centerX, centerY, zoom, newWidth, newHeight);
    }

    public Camera centeredOn(double worldX, double worldY) {
        return new Camera(worldX, worldY, zoom, width, height);
    }

    /** Shows all of the given part of the world with a margin in view pixels, never larger than {@link #FIT_ZOOM_MAX}. */
    public Camera fitting(Bounds world, double marginPx) {
        double roomX = Math.max(VIEW_SIDE_MIN, width - 2 * marginPx);
        double roomY = Math.max(VIEW_SIDE_MIN, height - 2 * marginPx);
        double byWidth = world.width() > 0 ? roomX / world.width() : FIT_ZOOM_MAX;
        double byHeight = world.height() > 0 ? roomY / world.height() : FIT_ZOOM_MAX;
        double fit = Math.min(FIT_ZOOM_MAX, Math.min(byWidth, byHeight));
        return new Camera(world.centerX(), world.centerY(), fit, width, height);
    }

    /** The camera a part of the way to another one, for animated transitions; zoom goes by ratio, so it feels even. */
    public Camera toward(Camera other, double part) {
        if (part >= 1) {
            return other;
        }
        return new Camera(
                centerX + (other.centerX - centerX) * part,
                centerY + (other.centerY - centerY) * part,
                zoom * Math.pow(other.zoom / zoom, part),
                other.width,
                other.height);
    }

    /** How a picture painted for {@code painted} must be scaled and moved to stand where this camera wants it. */
    public Reprojection reprojectionOf(Camera painted) {
        double scale = zoom / painted.zoom;
        return new Reprojection(scale, toViewX(painted.toWorldX(0)), toViewY(painted.toWorldY(0)));
    }

    /**
     * Where an older picture goes: draw it at (x, y), scaled.
     *
     * @param scale factor on the older picture's logical size
     * @param x     left edge in view pixels
     * @param y     top edge in view pixels
     */
    public record Reprojection(double scale, double x, double y) {}
}
