package tendril.casefile.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The first hundred bytes of an SQLite file (sqlite.org/fileformat.html, 1.3), read without SQLite. Immutable.
 *
 * @param sqlite        whether it begins as an SQLite file does
 * @param wal           whether it was left in write-ahead mode
 * @param applicationId whose file it is
 * @param version       of the format
 */
public record FileHeader(boolean sqlite, boolean wal, int applicationId, int version) {
    private static final int BYTES = 100;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    public static FileHeader of(Path file) throws IOException {
        byte[] read = new byte[BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(read, 0, BYTES);
        }
        ByteBuffer header = ByteBuffer.wrap(read);
        byte[] magic = new byte[MAGIC.length];
        header.get(magic);
        return new FileHeader(Arrays.equals(magic, MAGIC), read[19] == 2, header.getInt(68), header.getInt(60));
    }

    public boolean isCase() {
        return sqlite && applicationId == CaseSchema.APPLICATION_ID;
    }
}
