package tendril.picture.paint;

import java.util.Arrays;

/**
 * Which parts of a picture are taken, in coarse cells, one bit each; what keeps labels from colliding. Confined to one
 * thread, used again every frame.
 */
final class Occupancy {
    /** Side of a cell in pixels: fine enough for a line of text, coarse enough to be cheap. */
    static final int CELL_PX = 4;

    private long[] bits = new long[0];
    private int wordsPerRow;
    private int columns;
    private int rows;
    private int width;
    private int height;

    /** Frees everything, for a picture of this size in pixels. */
    void begin(int pictureWidth, int pictureHeight) {
        width = pictureWidth;
        height = pictureHeight;
        columns = (width + CELL_PX - 1) / CELL_PX;
        rows = (height + CELL_PX - 1) / CELL_PX;
        wordsPerRow = (columns + 63) / 64;
        int words = wordsPerRow * rows;
        if (bits.length < words) {
            bits = new long[words];
        } else {
            Arrays.fill(bits, 0, words, 0);
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Takes the rectangle if all of it inside the picture is free; whatever lies outside the picture is free. */
    boolean takeIfFree(int left, int top, int right, int bottom) {
        if (!isFree(left, top, right, bottom)) {
            return false;
        }
        take(left, top, right, bottom);
        return true;
    }

    boolean isFree(int left, int top, int right, int bottom) {
        int c0 = Math.max(0, Math.floorDiv(left, CELL_PX));
        int c1 = Math.min(columns - 1, Math.floorDiv(right - 1, CELL_PX));
        int r1 = Math.min(rows - 1, Math.floorDiv(bottom - 1, CELL_PX));
        for (int row = Math.max(0, Math.floorDiv(top, CELL_PX)); row <= r1; row++) {
            for (int word = c0 >> 6; word <= c1 >> 6; word++) {
                if ((bits[row * wordsPerRow + word] & mask(word, c0, c1)) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    void take(int left, int top, int right, int bottom) {
        int c0 = Math.max(0, Math.floorDiv(left, CELL_PX));
        int c1 = Math.min(columns - 1, Math.floorDiv(right - 1, CELL_PX));
        int r1 = Math.min(rows - 1, Math.floorDiv(bottom - 1, CELL_PX));
        for (int row = Math.max(0, Math.floorDiv(top, CELL_PX)); row <= r1; row++) {
            for (int word = c0 >> 6; word <= c1 >> 6; word++) {
                bits[row * wordsPerRow + word] |= mask(word, c0, c1);
            }
        }
    }

    private static long mask(int word, int c0, int c1) {
        int low = Math.max(c0 - (word << 6), 0);
        int high = Math.min(c1 - (word << 6), 63);
        return low > high ? 0 : -1L >>> 63 - high & -1L << low;
    }
}
