package tendril.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file under a name of its own beside the target, forces it to disk and puts it in the target's place in one
 * step, so that whatever fails, the target is either the old file or the new one.
 */
public final class FileReplacement {
    private FileReplacement() {}

    /** What writes the bytes. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes the target anew. */
    public static void write(Path target, Content content) throws IOException {
        Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new FileSystemException(file.toString(), null, "the folder does not exist");
        }
        // Not a temporary file of the JDK: those are for their maker's eyes only, and an export is to be passed on.
        Path fresh = folder.resolve(".tendril-" + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel =
                    FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = Channels.newOutputStream(channel);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The sentence for a person when a file could not be written. */
    public static String sentence(Path target, IOException cause) {
        String why = cause instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : cause instanceof AccessDeniedException ? "permission is missing" : String.valueOf(cause.getMessage());
        return "Could not write \"" + target.getFileName() + "\": " + why
                + ". Choose another place; what was there before is unchanged.";
    }
}
