package tendril.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the person for a file. The toolkit's own dialog, or an answer prepared by a test. Confined to the FX thread. */
public interface FileChoice {
    Optional<Path> toOpen(String title, List<Kind> kinds);

    /**
     * A file to write to; the dialog has already asked before replacing one.
     *
     * @param name the name suggested
     */
    Optional<Path> toSave(String title, String name, List<Kind> kinds);

    /**
     * A kind of file to offer.
     *
     * @param name   what a person reads
     * @param ending of file names, without the dot
     */
    record Kind(String name, String ending) {}
}
