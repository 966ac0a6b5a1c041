package tendril.picture.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tendril.graph.Handling;
import tendril.picture.ink.Look;
import tendril.picture.ink.Pass;
import tendril.picture.ink.Raster;
import tendril.picture.ink.Theme;
import tendril.picture.paint.GraphPainter;
import tendril.picture.scene.Bounds;
import tendril.picture.scene.Camera;
import tendril.picture.scene.LiveScene;
import tendril.picture.scene.Scene;

/**
 * Writes a scene as a PNG of any size, strip by strip: the whole picture is never in memory, only some rows of it.
 * Works without a window. Confined to one thread a call; the calls share nothing.
 */
public final class PictureExport {
    /** Widest picture in pixels. */
    public static final int WIDTH_PX_MAX = 32_768;

    /** Highest picture in pixels; the shape of the graph decides the height. */
    public static final int HEIGHT_PX_MAX = 65_536;

    public static final int WIDTH_PX_MIN = 64;

    /** A graph longer than this many times its width, or wider, is given room at its sides. */
    private static final double ASPECT_MAX = 8;

    private static final int STRIP_PIXELS = 2 << 20;
    private static final double MARGIN_PX = 48;
    private static final double USUAL_DPI = 96;
    private static final double SCALE_MIN = 0.5;
    private static final Bounds EMPTY_WORLD = new Bounds(-200, -100, 200, 100);

    private PictureExport() {}

    /**
     * What to write.
     *
     * @param theme       the colours
     * @param widthPx     pixels across, {@link #WIDTH_PX_MIN} to {@link #WIDTH_PX_MAX}
     * @param dpi         pixels an inch, written into the file; type and lines keep their size on paper
     * @param transparent no background
     * @param title       in the corner on top, may be empty
     * @param date        beside the title, as it shall read, may be empty
     * @param handling    its labels stand on top and bottom right
     * @param legend      whether the kinds of node and link that occur are explained
     */
    public record Order(
            Theme theme,
            int widthPx,
            double dpi,
            boolean transparent,
            String title,
            String date,
            Handling handling,
            boolean legend) {
        public static final double DPI_MIN = 24;
        public static final double DPI_MAX = 1200;

        public Order {
            if (widthPx < WIDTH_PX_MIN || widthPx > WIDTH_PX_MAX) {
                throw new IllegalArgumentException("A picture can be " + WIDTH_PX_MIN + " to " + WIDTH_PX_MAX
                        + " pixels wide, not " + widthPx + ". Choose a width in between.");
            }
            if (!(dpi >= DPI_MIN && dpi <= DPI_MAX)) {
                throw new IllegalArgumentException("A picture can have " + (int) DPI_MIN + " to " + (int) DPI_MAX
                        + " dots an inch, not " + dpi + ". Choose a number in between.");
            }
        }

        /** The graph alone on the theme's background, at screen density. */
        public static Order of(Theme theme, int widthPx) {
            return new Order(theme, widthPx, USUAL_DPI, false, "", "", Handling.UNSET, false);
        }

        public Order withDpi(double dotsPerInch) {
            return new Order(theme, widthPx, dotsPerInch, transparent, title, date, handling, legend);
        }

        public Order withTransparent(boolean on) {
            return new Order(theme, widthPx, dpi, on, title, date, handling, legend);
        }

        public Order withTitle(String text, String dateText) {
            return new Order(theme, widthPx, dpi, transparent, text, dateText, handling, legend);
        }

        public Order withHandling(Handling labels) {
            return new Order(theme, widthPx, dpi, transparent, title, date, labels, legend);
        }

        public Order withLegend(boolean on) {
            return new Order(theme, widthPx, dpi, transparent, title, date, handling, on);
        }
    }

    /** Told after each strip; may end the export early. */
    public interface Progress {
        Progress NONE = part -> true;

        /**
         * So much is written, 0 to 1.
         *
         * @return whether to go on
         */
        boolean goesOn(double part);
    }

    /**
     * Writes the whole scene as one PNG; the stream stays open.
     *
     * @return whether it was written to the end
     * @throws IOException if the stream cannot be written
     */
    public static boolean write(Scene scene, Order order, OutputStream out, Progress progress) throws IOException {
        var sheet = sheet(scene, order);
        var painter = new GraphPainter();
        var plan = painter.prepare(scene, sheet.camera(), sheet.look());
        var labels = List.copyOf(painter.labels(true));
        int height = plan.height;
        int rows = Math.clamp(STRIP_PIXELS / plan.width, 1, height);
        var strip = new int[plan.width * rows];
        try (var png = new PngOutput(out, plan.width, height, order.transparent(), order.dpi())) {
            for (int top = 0; top < height; top += rows) {
                int bottom = Math.min(height, top + rows);
                painter.paintRows(strip, top, bottom, Pass.SMOOTH, labels, GraphPainter.NEVER_CANCELLED);
                sheet.trim().paint(new Raster(strip, plan.width, top, bottom), height);
                png.rows(strip, bottom - top);
                if (!progress.goesOn(bottom / (double) height)) {
                    return false;
                }
            }
            png.finish();
        }
        return true;
    }

    /** The camera and look of a whole sheet of paper, and what is printed around the graph. */
    record Sheet(Camera camera, Look look, SheetTrim trim) {}

    /**
     * How large everything is: the graph fills the width; type keeps its size at the density asked for, and grows with
     * the icons where few nodes have much room.
     */
    static Sheet sheet(Scene scene, Order order) {
        var world = scene.bounds().orElse(EMPTY_WORLD).grown(LiveScene.RADIUS * 2);
        double byRoom = order.widthPx() / world.width() / Camera.FIT_ZOOM_MAX;
        double scale = Math.clamp(Math.max(order.dpi() / USUAL_DPI, byRoom), SCALE_MIN, Look.PIXEL_SCALE_MAX);
        double width = order.widthPx() / scale;
        var trim = new SheetTrim(order, scene, scale, width);
        double shape = Math.clamp(world.height() / world.width(), 1 / ASPECT_MAX, ASPECT_MAX);
        double margin = Math.min(MARGIN_PX, width / 8);
        double graphHeight = Math.min(HEIGHT_PX_MAX / scale - trim.height(), (width - 2 * margin) * shape + 2 * margin);
        var graph = new Camera(0, 0, 1, width, graphHeight).fitting(world, margin);
        var whole = graph.resized(width, graphHeight + trim.height()).pannedBy(0, (trim.top() - trim.bottom()) / 2);
        var look = Look.of(order.theme()).withPixelScale(scale).withTransparent(order.transparent());
        return new Sheet(whole, look, trim);
    }
}
