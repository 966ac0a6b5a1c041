package tendril.picture.paint;

import java.util.Arrays;
import tendril.picture.ink.Look;
import tendril.picture.ink.Raster;
import tendril.picture.scene.Camera;

/**
 * A painted frame as another camera sees it: what is shown while the true picture for that camera is on its way. Every
 * pixel takes the nearest one of the frame, so the point of the world under a pixel keeps its colour to half a pixel of
 * the frame; what the frame does not reach has the colour of the ground. A frame that was only moved is moved by whole
 * pixels, and for its own camera comes out bit by bit. Confined to one thread.
 */
public final class StandIn {
    private int[] columns = {};

    /**
     * Draws the frame.
     *
     * @param camera as it is to be seen
     * @param look   gives the pixels in a row and the rows ({@link GraphPainter#widthPx}), and the ground
     * @param pixels takes premultiplied ARGB, row by row; at least as many as the picture has
     */
    public void draw(Frame frame, Camera camera, Look look, int[] pixels) {
        int width = GraphPainter.widthPx(camera, look);
        int height = GraphPainter.heightPx(camera, look);
        int ground = look.transparent() ? 0 : Raster.premultiplied(look.theme().background());
        var to = camera.reprojectionOf(frame.camera());
        double step = frame.look().pixelScale() / (look.pixelScale() * to.scale());
        double startX =
                (0.5 / look.pixelScale() - to.x()) / to.scale() * frame.look().pixelScale();
        double startY =
                (0.5 / look.pixelScale() - to.y()) / to.scale() * frame.look().pixelScale();
        int first = firstInside(startX, step, width);
        int end = firstBeyond(startX, step, width, frame.width());
        aim(startX, step, first, end);
        int drawn = -1;
        for (int row = 0; row < height; row++) {
            int at = row * width;
            int source = place(row, startY, step);
            if (source < 0 || source >= frame.height() || first >= end) {
                Arrays.fill(pixels, at, at + width, ground);
            } else if (source == drawn) {
                System.arraycopy(pixels, at - width, pixels, at, width);
            } else {
                Arrays.fill(pixels, at, at + first, ground);
                row(frame.pixels(), source * frame.width(), pixels, at, first, end, step == 1);
                Arrays.fill(pixels, at + end, at + width, ground);
            }
            drawn = source;
        }
    }

    private void aim(double start, double step, int first, int end) {
        if (columns.length < end) {
            columns = new int[end];
        }
        for (int column = first; column < end; column++) {
            columns[column] = place(column, start, step);
        }
    }

    private void row(int[] source, int from, int[] pixels, int at, int first, int end, boolean level) {
        if (level) {
            System.arraycopy(source, from + columns[first], pixels, at + first, end - first);
            return;
        }
        for (int column = first; column < end; column++) {
            pixels[at + column] = source[from + columns[column]];
        }
    }

    /** The pixel of the frame that a pixel of the picture shows; the same way for every pixel of a moved frame. */
    private static int place(int pixel, double start, double step) {
        return step == 1 ? pixel + (int) Math.floor(start) : (int) Math.floor(pixel * step + start);
    }

    private static int firstInside(double start, double step, int width) {
        int pixel = (int) Math.clamp(Math.floor(-start / step) - 1, 0, width);
        while (pixel < width && place(pixel, start, step) < 0) {
            pixel++;
        }
        return pixel;
    }

    private static int firstBeyond(double start, double step, int width, int frameWidth) {
        int pixel = (int) Math.clamp(Math.ceil((frameWidth - start) / step) + 1, 0, width);
        while (pixel > 0 && place(pixel - 1, start, step) >= frameWidth) {
            pixel--;
        }
        return pixel;
    }
}
