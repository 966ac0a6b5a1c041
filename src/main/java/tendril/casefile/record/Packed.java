package tendril.casefile.record;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes of evidence as they stand in a case file. */
public final class Packed {
    /** As they came. */
    static final String RAW = "raw";
    /** Compressed as RFC 1950 says. */
    static final String ZLIB = "zlib";

    private static final int BUFFER_BYTES = 64 * 1024;

    private final String encoding;
    private final byte[] bytes;

    private Packed(String encoding, byte[] bytes) {
        this.encoding = encoding;
        this.bytes = bytes;
    }

    /** Compresses, unless that gains nothing. */
    public static Packed of(byte[] body) {
        byte[] small = deflate(body);
        return small.length < body.length ? new Packed(ZLIB, small) : new Packed(RAW, body);
    }

    public String encoding() {
        return encoding;
    }

    public byte[] bytes() {
        return bytes;
    }

    /**
     * Gives the body back; empty if the bytes are damaged, or are not exactly as long as the file says. That length also
     * keeps a hostile file from growing without end.
     */
    public static Optional<byte[]> unpack(String encoding, byte[] bytes, long sizeBytes) {
        if (sizeBytes < 0 || sizeBytes > Integer.MAX_VALUE - 16) {
            return Optional.empty();
        }
        return switch (encoding) {
            case RAW -> bytes.length == sizeBytes ? Optional.of(bytes) : Optional.empty();
            case ZLIB -> inflate(bytes, (int) sizeBytes);
            default -> Optional.empty();
        };
    }

    private static byte[] deflate(byte[] body) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try {
            deflater.setInput(body);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4 + 64);
            byte[] buffer = new byte[BUFFER_BYTES];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Grows with what really comes out, so that a lying size costs nothing. */
    private static Optional<byte[]> inflate(byte[] bytes, int sizeBytes) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(sizeBytes, BUFFER_BYTES));
            byte[] buffer = new byte[BUFFER_BYTES];
            while (!inflater.finished() && out.size() <= sizeBytes) {
                int count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return Optional.empty();
                }
                out.write(buffer, 0, count);
            }
            byte[] body = out.toByteArray();
            return inflater.finished() && body.length == sizeBytes ? Optional.of(body) : Optional.empty();
        } catch (DataFormatException damaged) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
