package tendril.picture.ink;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.Consumer;

/**
 * A small drawing, made once and blitted often. Immutable by habit: nobody writes the pixels after it is made.
 *
 * @param argb   premultiplied, row by row
 * @param width  pixels
 * @param height pixels
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Sprite(int[] argb, int width, int height) {
    /** Draws a sprite with Java2D, everything smoothed. */
    static Sprite drawn(int width, int height, Consumer<Graphics2D> drawing) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        smooth(graphics);
        drawing.accept(graphics);
        graphics.dispose();
        return new Sprite(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), width, height);
    }

    static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_OFF);
    }
}
