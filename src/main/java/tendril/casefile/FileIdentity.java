package tendril.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Which file a path leads to, so that one put in its place is noticed. Windows gives no key, and no such chance. */
record FileIdentity(String key) {
    /** The file at a path; empty if there is none. */
    static Optional<FileIdentity> of(Path path) {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return Optional.of(new FileIdentity(key == null ? "" : key.toString()));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}
