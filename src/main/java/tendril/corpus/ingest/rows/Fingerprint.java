package tendril.corpus.ingest.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Tells whether a file is the one an earlier run was cut short in. */
public final class Fingerprint {
    private static final int HEAD_BYTES = 1 << 16;

    private Fingerprint() {}

    /** The length and a checksum of the beginning. */
    public static String of(Path file) throws IOException {
        var crc = new CRC32C();
        try (InputStream in = Files.newInputStream(file)) {
            crc.update(in.readNBytes(HEAD_BYTES));
        }
        return Files.size(file) + "-" + Long.toHexString(crc.getValue());
    }
}
