package tendril.picture.export;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a PNG row by row, so that a picture of any size needs the memory of a few rows (PNG 3rd edition, W3C 2025:
 * 8-bit truecolour, with alpha if asked, not interlaced). Nothing but the picture and its density goes in: no names, no
 * paths, no time. Confined to one thread; {@link #finish} completes the file and leaves the stream open.
 */
final class PngOutput implements AutoCloseable {
    /** PNG allows 31 bits; whole numbers here must hold a row's bytes too. */
    static final int SIDE_PX_MAX = 1 << 20;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte FILTER_UP = 2;
    private static final int CHUNK_BYTES = 64 << 10;
    private static final int TRUECOLOUR = 2;
    private static final int TRUECOLOUR_ALPHA = 6;
    private static final double METRES_PER_INCH = 0.0254;

    private final DataOutputStream out;
    private final int width;
    private final int samples;
    private final Deflater deflater = new Deflater(LEVEL);
    private final byte[] packed = new byte[CHUNK_BYTES];
    private byte[] above;
    private byte[] current;
    private final byte[] filtered;

    /** Fast, and line drawings shrink well at any level. */
    private static final int LEVEL = 3;

    /**
     * Writes the header.
     *
     * @param alpha whether pixels keep their transparency; otherwise they must be opaque
     * @param dpi   pixels an inch
     */
    PngOutput(OutputStream stream, int width, int height, boolean alpha, double dpi) throws IOException {
        this.out = new DataOutputStream(stream);
        this.width = width;
        this.samples = alpha ? 4 : 3;
        this.above = new byte[width * samples];
        this.current = new byte[width * samples];
        this.filtered = new byte[width * samples + 1];
        out.write(SIGNATURE);
        chunk("IHDR", header(width, height, alpha ? TRUECOLOUR_ALPHA : TRUECOLOUR));
        chunk("pHYs", density(dpi));
    }

    /** Writes rows of premultiplied ARGB. */
    void rows(int[] pixels, int count) throws IOException {
        for (int row = 0; row < count; row++) {
            unpack(pixels, row * width);
            filtered[0] = FILTER_UP;
            for (int i = 0; i < current.length; i++) {
                filtered[i + 1] = (byte) (current[i] - above[i]);
            }
            byte[] reused = above;
            above = current;
            current = reused;
            deflater.setInput(filtered);
            drain();
        }
    }

    /** Completes the file; nothing may be written afterwards. */
    void finish() throws IOException {
        deflater.finish();
        drain();
        chunk("IEND", new byte[0]);
        out.flush();
    }

    /** Frees native memory. */
    @Override
    public void close() {
        deflater.end();
    }

    private void unpack(int[] pixels, int from) {
        int at = 0;
        for (int i = 0; i < width; i++) {
            int pixel = pixels[from + i];
            int alpha = pixel >>> 24;
            boolean plain = alpha == 255 || alpha == 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int sample = pixel >> shift & 0xFF;
                current[at++] =
                        (byte) (plain || samples == 3 ? sample : Math.min(255, (sample * 255 + alpha / 2) / alpha));
            }
            if (samples == 4) {
                current[at++] = (byte) alpha;
            }
        }
    }

    private void drain() throws IOException {
        int length = deflater.deflate(packed);
        while (length > 0) {
            chunk("IDAT", length == packed.length ? packed : java.util.Arrays.copyOf(packed, length));
            length = deflater.deflate(packed);
        }
    }

    private void chunk(String type, byte[] body) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(body);
        out.writeInt(body.length);
        out.write(name);
        out.write(body);
        out.writeInt((int) crc.getValue());
    }

    private static byte[] header(int width, int height, int colourType) {
        return java.nio.ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) colourType)
                .put(new byte[3])
                .array();
    }

    private static byte[] density(double dpi) {
        int perMetre = (int) Math.round(dpi / METRES_PER_INCH);
        return java.nio.ByteBuffer.allocate(9)
                .putInt(perMetre)
                .putInt(perMetre)
                .put((byte) 1)
                .array();
    }
}
