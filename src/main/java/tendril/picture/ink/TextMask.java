package tendril.picture.ink;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A line of text as two masks of coverage: the ink, and the soft halo around it. Immutable by habit. Both masks have
 * the same size, the halo's margin included.
 *
 * @param ink    coverage 0..255, row by row
 * @param halo   coverage 0..255, row by row
 * @param width  pixels
 * @param height pixels
 * @param margin pixels on every side that only the halo may use
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record TextMask(byte[] ink, byte[] halo, int width, int height, int margin) {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, false);
    private static final double HALO_STRENGTH = 3.2;

    static TextMask of(String text, Font font, int margin) {
        var metrics = font.getLineMetrics("Ag", CONTEXT);
        int ascent = Math.round(metrics.getAscent());
        int textWidth =
                Math.max(1, (int) Math.ceil(font.getStringBounds(text, CONTEXT).getWidth()));
        int width = textWidth + 2 * margin;
        int height = ascent + Math.round(metrics.getDescent()) + 2 * margin;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        Sprite.smooth(graphics);
        graphics.setFont(font);
        graphics.setColor(Color.WHITE);
        graphics.drawString(text, margin, margin + ascent);
        graphics.dispose();
        byte[] ink = alphaOf(((DataBufferInt) image.getRaster().getDataBuffer()).getData());
        return new TextMask(ink, haloOf(ink, width, height, margin), width, height, margin);
    }

    int bytes() {
        return 2 * ink.length;
    }

    private static byte[] alphaOf(int[] argb) {
        var alpha = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            alpha[i] = (byte) (argb[i] >>> 24);
        }
        return alpha;
    }

    /** The ink blurred by a box and strengthened: solid near the letters, soft further out. */
    private static byte[] haloOf(byte[] ink, int width, int height, int reach) {
        var across = new int[ink.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int k = Math.max(0, x - reach); k <= Math.min(width - 1, x + reach); k++) {
                    sum += ink[y * width + k] & 0xFF;
                }
                across[y * width + x] = sum;
            }
        }
        var halo = new byte[ink.length];
        double strength = HALO_STRENGTH / ((2 * reach + 1) * (2 * reach + 1));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int k = Math.max(0, y - reach); k <= Math.min(height - 1, y + reach); k++) {
                    sum += across[k * width + x];
                }
                halo[y * width + x] = (byte) Math.min(255, (int) (sum * strength));
            }
        }
        return halo;
    }
}
