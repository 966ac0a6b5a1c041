package tendril.server.access;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import tendril.server.message.Access;
import tendril.server.message.AccessLog;

/**
 * An access log in a file that only its owner can read, as it says who looks into what: time, client, method, target and
 * status, with tabs between, and a remark where something was out of the ordinary; {@code -} stands for nothing. A file that is full moves to {@code .1}, that to {@code .2}, and so on. Thread-safe.
 */
public final class FileAccessLog implements AccessLog, AutoCloseable {
    /** A file is full at this size. */
    public static final long FILE_BYTES_MAX = 16L << 20;

    private static final System.Logger LOG = System.getLogger(FileAccessLog.class.getName());
    private static final int OLD_FILES_MAX = 5;

    private final Path file;
    private final long bytesMax;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by {@code lock}, like what follows. */
    private OutputStream out;

    private long bytes;
    private boolean broken;

    /**
     * Opens the log, or goes on in it.
     *
     * @param bytesMax when a file is full
     * @throws IOException when the file cannot be written
     */
    public FileAccessLog(Path file, long bytesMax, InstantSource clock) throws IOException {
        this.file = file;
        this.bytesMax = bytesMax;
        this.clock = clock;
        this.out = open(file);
        this.bytes = Files.size(file);
    }

    private static OutputStream open(Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (posix && !Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void answered(Access access) {
        byte[] encoded = line(access).getBytes(StandardCharsets.US_ASCII);
        lock.lock();
        try {
            if (bytes > 0 && bytes + encoded.length > bytesMax) {
                rotate();
            }
            out.write(encoded);
            bytes += encoded.length;
            broken = false;
        } catch (IOException e) {
            if (!broken) {
                LOG.log(System.Logger.Level.WARNING, "The access log cannot be written: {0}", e.getMessage());
            }
            broken = true;
        } finally {
            lock.unlock();
        }
    }

    private String line(Access access) {
        var line = new StringBuilder(160).append(clock.instant());
        line.append('\t').append(access.client().getHostAddress());
        field(line, access.method());
        field(line, access.target());
        field(line, access.status() == Access.NO_STATUS ? "" : Integer.toString(access.status()));
        if (!access.remark().isEmpty()) {
            field(line, access.remark());
        }
        return line.append('\n').toString();
    }

    /** Writes what a client sent so that it can neither end a line nor a field, nor do anything to a terminal. */
    private static void field(StringBuilder line, String text) {
        line.append(text.isEmpty() ? "\t-" : "\t");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F && c != '\\') {
                line.append(c);
            } else {
                line.append(String.format(Locale.ROOT, c <= 0xFF ? "\\x%02x" : "\\u%04x", (int) c));
            }
        }
    }

    private void rotate() throws IOException {
        out.close();
        for (int i = OLD_FILES_MAX - 1; i >= 0; i--) {
            Path from = i == 0 ? file : numbered(i);
            if (Files.exists(from)) {
                Files.move(from, numbered(i + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        out = open(file);
        bytes = 0;
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            out.close();
        } finally {
            lock.unlock();
        }
    }
}
