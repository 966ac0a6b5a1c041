package tendril.picture.ink;

/**
 * A small picture to lay over a larger one: transparent but for what it shows. For overlays, which must not wait for the
 * painter.
 *
 * @param pixels premultiplied ARGB, row by row
 * @param width  device pixels
 * @param height device pixels
 * @param x      where its left edge goes, in device pixels of the view
 * @param y      where its top edge goes, in device pixels of the view
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, compared by nobody
public record Patch(int[] pixels, int width, int height, int x, int y) {}
