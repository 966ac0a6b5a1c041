package tendril.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import tendril.casefile.Opening.Damaged;
import tendril.casefile.Opening.Opened;
import tendril.casefile.Opening.OpenedReadOnly;
import tendril.casefile.Opening.ReadOnlyReason;
import tendril.casefile.Opening.RefusalReason;
import tendril.casefile.Opening.Refused;
import tendril.casefile.disk.CaseDatabase;
import tendril.casefile.disk.CaseFileException;
import tendril.casefile.disk.CaseSchema;
import tendril.casefile.disk.CaseTrouble;
import tendril.casefile.disk.FileHeader;
import tendril.casefile.disk.Snapshot;
import tendril.casefile.disk.WriterLock;

/**
 * Decides how a file may be opened, before anything is written to it.
 *
 * <p>The order matters. First the right to write, since looking into a file that this program has open elsewhere would
 * drop SQLite's own locks on POSIX systems. Then the header by plain reading, then a check through a connection that
 * cannot write; after a crash that is a connection to a copy, as mending would be writing. Only a file that passed all of
 * it is opened to be changed.
 */
final class CaseOpener {
    private final Predicate<Path> mayWrite;

    CaseOpener() {
        this(Files::isWritable);
    }

    /** An opener that asks somebody else whether a file may be written. */
    CaseOpener(Predicate<Path> mayWrite) {
        this.mayWrite = mayWrite;
    }

    Opening create(Path path) {
        String name = name(path);
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return refused(RefusalReason.ALREADY_THERE, name, "is already there. Open it, or choose another name");
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return refused(
                    RefusalReason.MISSING, name, "cannot be made: its folder does not exist. Choose another folder");
        }
        return switch (WriterLock.take(path)) {
            case WriterLock.Attempt.Held held -> createHeld(path, held.lock());
            case WriterLock.Attempt.HeldElsewhere elsewhere ->
                refused(
                        RefusalReason.ALREADY_THERE,
                        name,
                        "is just being made by another program (" + elsewhere.holder() + "). Choose another name");
            case WriterLock.Attempt.Impossible impossible ->
                refused(
                        RefusalReason.NOT_WRITABLE,
                        name,
                        "cannot be made: " + impossible.why() + ". Choose another folder or a shorter name");
        };
    }

    Opening open(Path path) {
        Optional<Opening> trouble = plainTrouble(path);
        if (trouble.isPresent()) {
            return trouble.get();
        }
        return switch (WriterLock.take(path)) {
            case WriterLock.Attempt.Held held -> openHeld(path, held.lock());
            case WriterLock.Attempt.HeldElsewhere elsewhere -> readInUse(path, elsewhere.holder());
            case WriterLock.Attempt.Impossible impossible ->
                readQuiet(
                        path,
                        ReadOnlyReason.NOT_WRITABLE,
                        "was opened to be read only: " + impossible.why() + ". Save it in another place to change it");
        };
    }

    Opening openReadOnly(Path path) {
        Optional<Opening> trouble = plainTrouble(path);
        if (trouble.isPresent()) {
            return trouble.get();
        }
        return switch (WriterLock.take(path)) {
            case WriterLock.Attempt.Held held -> {
                held.lock().close();
                yield readQuiet(path, ReadOnlyReason.ASKED_FOR, "was opened to be read only, as asked");
            }
            case WriterLock.Attempt.HeldElsewhere elsewhere -> readInUse(path, elsewhere.holder());
            case WriterLock.Attempt.Impossible impossible ->
                readQuiet(path, ReadOnlyReason.ASKED_FOR, "was opened to be read only, as asked");
        };
    }

    private Opening createHeld(Path path, WriterLock lock) {
        try {
            Connection connection = CaseDatabase.readWrite(path);
            try {
                CaseSchema.create(connection);
                return new Opened(writable(path, connection, lock));
            } catch (SQLException failed) {
                connection.close();
                Files.deleteIfExists(path);
                throw failed;
            }
        } catch (SQLException failed) {
            lock.close();
            return refused(RefusalReason.DISK, name(path), "cannot be made: " + CaseTrouble.why(failed));
        } catch (IOException failed) {
            lock.close();
            return refused(RefusalReason.DISK, name(path), "cannot be made: " + CaseTrouble.why(failed));
        }
    }

    private Opening openHeld(Path path, WriterLock lock) {
        Opening opening = inspectHeld(path, lock);
        if (!(opening instanceof Opened)) {
            lock.close();
        }
        return opening;
    }

    private Opening inspectHeld(Path path, WriterLock lock) {
        String name = name(path);
        try {
            FileHeader header = FileHeader.of(path);
            if (!header.isCase()) {
                return notOurs(path, header);
            }
            if (header.version() > CaseSchema.VERSION) {
                return readNewer(path);
            }
            Optional<String> unsound = unsoundness(path, header);
            if (unsound.isPresent()) {
                return salvage(path, unsound.get());
            }
            if (!mayWrite.test(path)) {
                return readQuiet(
                        path,
                        ReadOnlyReason.NOT_WRITABLE,
                        "is write-protected and was opened to be read only. Save it in another place to change it");
            }
            return new Opened(writable(path, CaseDatabase.readWrite(path), lock));
        } catch (SQLException failed) {
            return refused(RefusalReason.DISK, name, "cannot be opened: " + CaseTrouble.why(failed));
        } catch (IOException failed) {
            return refused(RefusalReason.DISK, name, "cannot be read: " + CaseTrouble.why(failed));
        }
    }

    /** A file that does not say it is a case may still be one whose first page was damaged; its facts prove it. */
    private Opening notOurs(Path path, FileHeader header) {
        Opening salvaged = salvage(path, "its first page is damaged");
        if (salvaged instanceof Damaged) {
            return salvaged;
        }
        return refused(
                RefusalReason.NOT_A_CASE,
                name(path),
                header.sqlite()
                        ? "is a database of another program, not a Tendril case. It was left as it is"
                        : "is not a Tendril case. It was left as it is; a list of indicators can be imported instead");
    }

    private Opening salvage(Path path, String why) {
        return new Salvage(path).run(why);
    }

    /** Why the file must not be written to; empty if it is sound. Never writes to it. */
    private static Optional<String> unsoundness(Path path, FileHeader header) throws SQLException, IOException {
        if (!header.wal() && !Snapshot.isUnsettled(path)) {
            try (Connection look = CaseDatabase.readOnly(path)) {
                return quick(look);
            }
        }
        try (Snapshot snapshot = Snapshot.of(path);
                Connection look = CaseDatabase.readWrite(snapshot.file())) {
            return quick(look);
        }
    }

    private static Optional<String> quick(Connection look) throws SQLException {
        try {
            return CaseCheck.quick(look);
        } catch (SQLException failed) {
            if (CaseTrouble.reason(failed) == CaseFileException.Reason.DISK_FULL) {
                throw failed;
            }
            return Optional.of(CaseTrouble.why(failed));
        }
    }

    private static CaseFile writable(Path path, Connection connection, WriterLock lock) throws SQLException {
        try {
            CaseDatabase.ask(connection, "PRAGMA journal_mode = WAL");
            CaseDatabase.execute(connection, "PRAGMA synchronous = FULL");
            return new CaseFile(Optional.of(path), connection, false, lock::close);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Reads a file that another program is writing; SQLite shows whole transactions only. */
    private Opening readInUse(Path path, String holder) {
        String sentence = "is open elsewhere (" + holder + ") and was opened here to be read only";
        try {
            Connection connection = CaseDatabase.readOnly(path);
            return readOnly(path, connection, () -> {}, ReadOnlyReason.IN_USE, sentence);
        } catch (SQLException failed) {
            return refused(
                    RefusalReason.NOT_READABLE,
                    name(path),
                    "is open elsewhere (" + holder + ") and cannot be read now: " + CaseTrouble.why(failed));
        }
    }

    private Opening readNewer(Path path) {
        return readQuiet(
                path,
                ReadOnlyReason.NEWER_VERSION,
                "was made by a newer Tendril and was opened to be read only. Update Tendril to change it");
    }

    /** Reads a file that nobody writes. */
    private Opening readQuiet(Path path, ReadOnlyReason reason, String sentence) {
        try {
            FileHeader header = FileHeader.of(path);
            if (!header.isCase()) {
                return refused(RefusalReason.NOT_A_CASE, name(path), "is not a Tendril case. It was left as it is");
            }
            if (!header.wal() && !Snapshot.isUnsettled(path)) {
                return readOnly(path, CaseDatabase.readOnly(path), () -> {}, reason, sentence);
            }
            Snapshot snapshot = Snapshot.of(path);
            return readOnly(path, CaseDatabase.readWrite(snapshot.file()), snapshot::close, reason, sentence);
        } catch (SQLException failed) {
            return refused(RefusalReason.NOT_READABLE, name(path), "cannot be read: " + CaseTrouble.why(failed));
        } catch (IOException failed) {
            return refused(RefusalReason.NOT_READABLE, name(path), "cannot be read: " + CaseTrouble.why(failed));
        }
    }

    private Opening readOnly(Path path, Connection connection, Runnable release, ReadOnlyReason reason, String sentence)
            throws SQLException {
        Optional<String> unsound =
                reason == ReadOnlyReason.NEWER_VERSION ? CaseSchema.foreignCode(connection) : quick(connection);
        if (unsound.isPresent()) {
            connection.close();
            release.run();
            return refused(
                    RefusalReason.DAMAGED,
                    name(path),
                    "cannot be trusted: " + unsound.get() + ". Copy it to a folder of yours and open it there to save"
                            + " what can be saved");
        }
        CaseDatabase.execute(connection, "PRAGMA query_only = ON");
        CaseFile file = new CaseFile(Optional.of(path), connection, true, release);
        return new OpenedReadOnly(file, reason, "\"" + name(path) + "\" " + sentence + ".");
    }

    private static Optional<Opening> plainTrouble(Path path) {
        String name = name(path);
        if (!Files.exists(path)) {
            return Optional.of(refused(
                    RefusalReason.MISSING, name, "does not exist. It may have been moved or its disk taken out"));
        }
        if (Files.isDirectory(path)) {
            return Optional.of(refused(RefusalReason.NOT_A_FILE, name, "is a folder. Choose a file inside it"));
        }
        if (!Files.isRegularFile(path)) {
            return Optional.of(refused(RefusalReason.NOT_A_FILE, name, "is no ordinary file. Choose another one"));
        }
        if (!Files.isReadable(path)) {
            return Optional.of(
                    refused(RefusalReason.NOT_READABLE, name, "may not be read. Ask its owner for permission"));
        }
        try {
            return Files.size(path) == 0
                    ? Optional.of(refused(RefusalReason.EMPTY, name, "is empty: there is no case in it"))
                    : Optional.empty();
        } catch (IOException failed) {
            return Optional.of(refused(RefusalReason.NOT_READABLE, name, "cannot be read: " + CaseTrouble.why(failed)));
        }
    }

    private static Opening refused(RefusalReason reason, String name, String rest) {
        return new Refused(reason, "\"" + name + "\" " + rest + ".");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
