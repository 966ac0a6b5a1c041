package tendril.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the window can ask about cases and files; the root package does it. Every call returns at once; trouble comes
 * back as a sentence through {@link Notices}. Confined to the FX thread.
 */
public interface CaseDesk {
    /** Starts a new, empty case in place of the one that is open. */
    void newCase();

    void open(Path file);

    /** Keeps the case under another name and goes on there. */
    void saveAs(Path file);

    /** Writes a copy and stays with the case as it is. */
    void saveCopy(Path file);

    /** Adds what is in a file of another format to the case. */
    void importFrom(Path file);

    /** Writes the case in the format that the file name's ending says. */
    void exportTo(Path file);

    /** The endings that {@link #exportTo} and {@link #importFrom} know, without the dot. */
    List<Format> formats();

    /** Tells, soon and on the FX thread, which cases were never named and wait to be taken up again; newest first. */
    void unnamed(Consumer<List<Unnamed>> then);

    /** Writes bytes into a file, and says so. */
    void save(byte[] bytes, Path file);

    /** Ends the program, once everything is on disk. */
    void quit();

    /**
     * A case that was never given a name.
     *
     * @param file      where it is kept
     * @param changedAt when it was written last
     * @param begins    with this indicator, as a person reads it
     */
    record Unnamed(Path file, Instant changedAt, String begins) {}

    /**
     * A file format as a file dialog shows it.
     *
     * @param name   what a person reads, "GraphML"
     * @param ending of file names, without the dot
     * @param in     whether it can be imported
     * @param out    whether it can be exported
     */
    record Format(String name, String ending, boolean in, boolean out) {}
}
