package tendril;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tendril.casefile.disk.CaseFileException;
import tendril.session.OpenCase;

/** Writes cases and bytes where a person wants them; what comes back is the trouble, in one sentence. Any thread. */
final class Keeping {
    private Keeping() {}

    /** Keeps the case under another name and goes on there. */
    static Optional<String> under(OpenCase now, Path file) {
        try {
            return now.saveAs(file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Saving was interrupted; the case goes on where it is.");
        }
    }

    /** Writes a copy and stays with the case as it is. */
    static Optional<String> copy(OpenCase now, Path file) {
        try {
            now.flush();
            now.file().saveCopy(file);
            return Optional.empty();
        } catch (CaseFileException e) {
            return Optional.of(e.sentence());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Saving the copy was interrupted.");
        }
    }

    /** Writes bytes into a file. */
    static Optional<String> bytes(byte[] bytes, Path file) {
        try {
            Files.write(file, bytes);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(file.getFileName() + " could not be written; check that its folder may be written to and"
                    + " has room.");
        }
    }
}
