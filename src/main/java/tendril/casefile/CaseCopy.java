package tendril.casefile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tendril.casefile.disk.CaseDatabase;
import tendril.casefile.disk.CaseFileException;
import tendril.casefile.disk.CaseFileException.Reason;
import tendril.casefile.disk.CaseTrouble;
import tendril.casefile.disk.WriterLock;

/**
 * Writes the content of one case file to another path. The new file is built under a name of its own in the same folder,
 * forced to disk, and takes the place of the old one in one step.
 */
final class CaseCopy {
    private final Connection connection;
    private final Optional<Path> source;

    CaseCopy(Connection connection, Optional<Path> source) {
        this.connection = connection;
        this.source = source;
    }

    void to(Path target) throws CaseFileException {
        String name = String.valueOf(target.getFileName());
        try {
            Path file = real(target);
            if (Files.isDirectory(file)) {
                throw new CaseFileException(
                        Reason.READ_ONLY, "\"" + name + "\" is a folder. Choose a file name inside it.");
            }
            if (source.isPresent() && Files.exists(file) && Files.isSameFile(file, source.get())) {
                throw new CaseFileException(
                        Reason.IN_USE, "\"" + name + "\" is this very case, which is saved already.");
            }
            switch (WriterLock.take(file)) {
                case WriterLock.Attempt.Held held -> {
                    try (WriterLock lock = held.lock()) {
                        replace(file);
                    }
                }
                case WriterLock.Attempt.HeldElsewhere elsewhere ->
                    throw new CaseFileException(
                            Reason.IN_USE,
                            "\"" + name + "\" is open elsewhere (" + elsewhere.holder()
                                    + "). Close it there or choose another name.");
                case WriterLock.Attempt.Impossible impossible ->
                    throw new CaseFileException(
                            Reason.READ_ONLY,
                            "Could not save to \"" + name + "\": " + impossible.why()
                                    + ". Choose another folder or name.");
            }
        } catch (SQLException failed) {
            throw CaseTrouble.whileWriting(name, failed);
        } catch (IOException failed) {
            throw CaseTrouble.whileWriting(name, failed);
        }
    }

    /** Where a link leads, so that the link stays a link. */
    private static Path real(Path target) throws IOException {
        return Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    }

    private void replace(Path file) throws IOException, SQLException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException("a file needs a folder");
        }
        settle(file);
        Path fresh = Files.createTempFile(folder, ".tendril-", ".tmp");
        try {
            try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
                vacuum.setString(1, CaseDatabase.uri(fresh));
                vacuum.execute();
            }
            force(fresh, StandardOpenOption.WRITE);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(folder);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** What a killed program left beside the old file belongs to it and must not be read into the new one. */
    private static void settle(Path file) throws SQLException {
        boolean unsettled = List.of("-wal", "-journal").stream()
                .anyMatch(suffix -> Files.exists(file.resolveSibling(file.getFileName() + suffix)));
        if (unsettled && Files.exists(file)) {
            try (Connection old = CaseDatabase.readWrite(file)) {
                CaseDatabase.ask(old, "PRAGMA wal_checkpoint(TRUNCATE)");
                CaseDatabase.ask(old, "PRAGMA journal_mode = DELETE");
            }
        }
    }

    private static void forceFolder(Path folder) {
        try {
            force(folder, StandardOpenOption.READ);
        } catch (IOException notHere) {
            // Windows cannot force a folder, and keeps the name in its own journal.
            return;
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
