package tendril.corpus.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The list of rows that could not be understood: line number, what is wrong, and the row itself, with tabs between. The
 * file is made with the first of them. Confined to one thread.
 */
final class BadRows implements AutoCloseable {
    private static final int SHOWN_CHARS_MAX = 500;

    private final Path file;
    private final boolean append;
    private Optional<BufferedWriter> writer = Optional.empty();
    private long count;

    /**
     * @param append whether the rows of an earlier, unfinished run stay
     */
    BadRows(Path file, boolean append) {
        this.file = file;
        this.append = append;
    }

    void add(long lineNumber, String problem, String text) throws IOException {
        if (writer.isEmpty()) {
            StandardOpenOption how = append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
            writer = Optional.of(Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how));
        }
        String shown = text.length() > SHOWN_CHARS_MAX ? text.substring(0, SHOWN_CHARS_MAX) + "..." : text;
        String line = shown.replaceAll("\\p{Cntrl}", " ").replaceAll("\\p{Cs}", "?");
        writer.get().write(lineNumber + "\t" + problem + "\t" + line + "\n");
        count++;
    }

    long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        if (writer.isPresent()) {
            writer.get().close();
        }
    }
}
