package tendril.casefile.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A private copy of a case file and of what a killed program left beside it, to look into without touching it. */
public final class Snapshot implements AutoCloseable {
    private static final List<String> BESIDE = List.of("-wal", "-journal");

    private final Path folder;

    private Snapshot(Path folder) {
        this.folder = folder;
    }

    /** Copies a file that nobody is writing to. */
    public static Snapshot of(Path file) throws IOException {
        Snapshot snapshot = new Snapshot(Files.createTempDirectory("tendril-look-"));
        try {
            Files.copy(file, snapshot.file());
            for (String suffix : BESIDE) {
                Path beside = file.resolveSibling(file.getFileName() + suffix);
                if (Files.isRegularFile(beside)) {
                    Files.copy(beside, snapshot.folder.resolve("case" + suffix));
                }
            }
            return snapshot;
        } catch (IOException failed) {
            snapshot.close();
            throw failed;
        }
    }

    /** Whether a killed program left something beside the file. */
    public static boolean isUnsettled(Path file) {
        return BESIDE.stream()
                .anyMatch(suffix -> Files.isRegularFile(file.resolveSibling(file.getFileName() + suffix)));
    }

    public Path file() {
        return folder.resolve("case");
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException stays) {
            // The system clears its temporary folder.
            return;
        }
    }
}
