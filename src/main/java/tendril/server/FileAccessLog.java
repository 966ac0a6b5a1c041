package tendril.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An access log in a file that only its owner can read, as it says who looks into what: time, client, method, target and
 * status, with tabs between. A file that is full moves to {@code .1}, that to {@code .2}, and so on. Thread-safe.
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
    public void answered(InetAddress client, String method, String target, int status) {
        String line =
                clock.instant() + "\t" + client.getHostAddress() + "\t" + method + "\t" + target + "\t" + status + "\n";
        byte[] encoded = line.getBytes(StandardCharsets.UTF_8);
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
