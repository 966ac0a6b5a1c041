package tendril;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tendril.casefile.CaseFile;
import tendril.casefile.Opening;
import tendril.casefile.disk.CaseFileException;
import tendril.graph.CaseEvent;
import tendril.graph.Fact;
import tendril.indicator.Indicator;
import tendril.ui.CaseDesk;

/**
 * Cases that have no name yet, each a file of its own in one folder from its first fact on, so that not naming a case
 * never loses it. Any thread.
 */
final class Drafts {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss.SSS");
    private static final String ENDING = ".tendril";

    /** How many facts are read to tell a draft by what it began with. */
    private static final int FACTS_READ = 12;

    /** How many drafts are told of, newest first. */
    private static final int TOLD_MAX = 8;

    private final Path folder;

    Drafts(Path folder) {
        this.folder = folder;
    }

    /** A file name for a new draft. */
    Path next() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            warn("The folder of drafts could not be made", e);
        }
        return folder.resolve("Untitled " + NAME.format(LocalDateTime.now()) + ENDING);
    }

    boolean holds(Path file) {
        return file.startsWith(folder);
    }

    void delete(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            warn("A draft could not be deleted", e);
        }
    }

    /**
     * The drafts that hold something, newest first. Reads the beginning of each, so not on the FX thread.
     *
     * @param open the draft that is being worked on, which is left out
     */
    List<CaseDesk.Unnamed> unnamed(Optional<Path> open) {
        List<CaseDesk.Unnamed> unnamed = new ArrayList<>();
        for (Path file : newestFirst()) {
            if (unnamed.size() < TOLD_MAX && !open.equals(Optional.of(file))) {
                beginning(file)
                        .ifPresent(first -> unnamed.add(new CaseDesk.Unnamed(file, changedAt(file), first.value())));
            }
        }
        return unnamed;
    }

    private List<Path> newestFirst() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted(Comparator.comparing(Drafts::changedAt).reversed())
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static Instant changedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }

    /** The first indicator of a draft, unless it is empty, damaged, or open in another window. */
    private static Optional<Indicator> beginning(Path file) {
        if (!(CaseFile.openReadOnly(file) instanceof Opening.OpenedReadOnly opened)) {
            return Optional.empty();
        }
        try (CaseFile read = opened.file()) {
            if (opened.reason() == Opening.ReadOnlyReason.IN_USE) {
                return Optional.empty();
            }
            return read.firstFacts(FACTS_READ).stream()
                    .map(Fact::event)
                    .filter(CaseEvent.EntityAdded.class::isInstance)
                    .map(CaseEvent.EntityAdded.class::cast)
                    .map(CaseEvent.EntityAdded::indicator)
                    .findFirst();
        } catch (CaseFileException unreadable) {
            return Optional.empty();
        }
    }

    private static void warn(String what, IOException why) {
        System.getLogger(Drafts.class.getName()).log(System.Logger.Level.WARNING, what, why);
    }
}
