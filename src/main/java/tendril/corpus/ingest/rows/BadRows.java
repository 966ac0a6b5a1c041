package tendril.corpus.ingest.rows;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The list of rows that could not be understood: line number, what is wrong, and the row itself, with tabs between. The
 * file is made with the first of them. Confined to one thread.
 */
public final class BadRows implements AutoCloseable {
    private static final int SHOWN_CHARS_MAX = 500;
    private static final int ROW_DIGITS_MAX = 18;

    private final Path file;
    private final long done;
    private Optional<BufferedWriter> writer = Optional.empty();
    private long count;

    /**
     * @param done how many rows an earlier, unfinished run has kept: what it listed of those stays, what it listed of
     *             later ones will be listed anew; 0 when there was no such run
     */
    public BadRows(Path file, long done) {
        this.file = file;
        this.done = done;
    }

    void add(long lineNumber, String problem, String text) throws IOException {
        if (writer.isEmpty()) {
            writer = Optional.of(begin());
        }
        String shown = text.length() > SHOWN_CHARS_MAX ? text.substring(0, SHOWN_CHARS_MAX) + "..." : text;
        String line = shown.replaceAll("\\p{Cntrl}", " ").replaceAll("\\p{Cs}", "?");
        writer.get().write(lineNumber + "\t" + problem + "\t" + line + "\n");
        count++;
    }

    private BufferedWriter begin() throws IOException {
        if (done == 0 || !Files.exists(file)) {
            return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        }
        Path kept = file.resolveSibling(file.getFileName() + ".tmp");
        BufferedWriter begun = Files.newBufferedWriter(kept, StandardCharsets.UTF_8);
        try (BufferedReader earlier =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = earlier.readLine(); line != null; line = earlier.readLine()) {
                if (isDone(line)) {
                    begun.write(line + "\n");
                }
            }
        }
        begun.flush();
        Files.move(kept, file, StandardCopyOption.REPLACE_EXISTING);
        return begun;
    }

    /** Whether a line lists a row that the earlier run has kept; the last line may be half a one. */
    private boolean isDone(String line) {
        int tab = line.indexOf('\t');
        return tab > 0
                && tab <= ROW_DIGITS_MAX
                && line.chars().limit(tab).allMatch(c -> c >= '0' && c <= '9')
                && Long.parseLong(line.substring(0, tab)) <= done;
    }

    /** Writes what is listed so far, so that it is not lost with the program. */
    void flush() throws IOException {
        if (writer.isPresent()) {
            writer.get().flush();
        }
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
