package tendril.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What part of each case was in view, kept beside the settings and not in the cases: who merely looks changes no file. A
 * line a case, the one left last at the end; a line that makes no sense is as if it were not there. Thread-safe.
 */
public final class CaseViews {
    private static final String FILE = "views.tsv";

    /** How many cases are remembered. */
    static final int CASES_MAX = 300;

    /** The largest file that is read, in bytes. */
    private static final long SIZE_BYTES_MAX = 1 << 20;

    private static final int COLUMNS = 4;

    private final Path folder;

    /** Kept in this folder. */
    public CaseViews(Path folder) {
        this.folder = folder;
    }

    /** What was in view when this case was left, as far as that is known. */
    public synchronized Optional<CaseView> of(Path file) {
        return Optional.ofNullable(read().get(name(file)));
    }

    /**
     * Remembers what is in view of a case that is left.
     *
     * @throws IOException when it could not be written; what was remembered before still is
     */
    public synchronized void keep(Path file, CaseView view) throws IOException {
        Map<String, CaseView> views = read();
        views.remove(name(file));
        views.put(name(file), view);
        List<String> lines = new ArrayList<>();
        views.forEach(
                (path, each) -> lines.add(each.centerX() + "\t" + each.centerY() + "\t" + each.zoom() + "\t" + path));
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "views", ".tmp");
        try {
            Files.write(fresh, lines.subList(Math.max(0, lines.size() - CASES_MAX), lines.size()));
            Files.move(
                    fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Map<String, CaseView> read() {
        Map<String, CaseView> views = new LinkedHashMap<>();
        Path file = folder.resolve(FILE);
        try {
            if (Files.exists(file) && Files.size(file) <= SIZE_BYTES_MAX) {
                Files.readAllLines(file).forEach(line -> read(line, views));
            }
        } catch (IOException unreadable) {
            return views;
        }
        return views;
    }

    private static void read(String line, Map<String, CaseView> into) {
        String[] columns = line.split("\t", COLUMNS);
        if (columns.length < COLUMNS) {
            return;
        }
        try {
            into.put(
                    columns[COLUMNS - 1],
                    new CaseView(
                            Double.parseDouble(columns[0]),
                            Double.parseDouble(columns[1]),
                            Double.parseDouble(columns[2])));
        } catch (IllegalArgumentException nonsense) {
            into.remove(columns[COLUMNS - 1]);
        }
    }

    /** A file's name in one line; a name with a line break in it is remembered with a blank there. */
    private static String name(Path file) {
        return file.toAbsolutePath().normalize().toString().replace('\n', ' ').replace('\r', ' ');
    }
}
