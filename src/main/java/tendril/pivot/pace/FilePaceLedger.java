package tendril.pivot.pace;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tendril.pivot.Pace;

/**
 * A ledger in a directory that every Tendril program of a person shares: one small file for each provider
 * at each server. Confined to one
 * thread; any number of ledgers, in any number of programs, may use one directory.
 *
 * <h2>How a slot is taken</h2>
 *
 * Under the file's lock: read what others have added, see whether the windows allow one more, add it, let go. The lock
 * is held for a few small file operations and never waited for: if another program has it, the answer is
 * {@code Busy}. The record is written before the request leaves, so a program killed in between has wasted a slot and
 * exceeded nothing.
 *
 * <h2>Which clock</h2>
 *
 * The file holds wall clock times, since it outlives programs. Each record is translated to this program's steady clock
 * once, when it is first seen, and never again: whatever happens to the wall clock afterwards frees no slot and blocks
 * none. A record from the future, because the clock was set back, counts as sent at the moment it is seen: it blocks for
 * one window and no longer. When this program sees the wall clock jump it writes the file anew in the new time.
 *
 * <h2>What can go wrong</h2>
 *
 * A damaged record counts as a request sent when the file was last written. If the directory cannot be used at all,
 * {@link #trouble()} says so and the pace holds within this program. A wall clock set forward while no program runs
 * cannot be told from time that passed.
 */
public final class FilePaceLedger implements PaceLedger {
    private static final Logger LOG = System.getLogger(FilePaceLedger.class.getName());

    private final Path directory;
    private final Ticker ticker;
    private final Map<PaceKey, PaceFile> files = new HashMap<>();
    private Optional<String> trouble = Optional.empty();

    /**
     * A ledger in this directory, which is made when it is first needed.
     *
     * @param directory the same for all programs of a person, on a local disk
     */
    public FilePaceLedger(Path directory, Ticker ticker) {
        this.directory = directory;
        this.ticker = ticker;
    }

    @Override
    public Slot reserve(PaceKey key, Pace pace) {
        PaceFile file = file(key);
        long now = ticker.nanos();
        // What others have sent meanwhile can only make it later.
        if (file.log().earliest(pace) > now) {
            return new Slot.NotBefore(file.log().earliest(pace));
        }
        if (pace.windows().isEmpty()) {
            return new Slot.Taken(now);
        }
        try {
            Slot slot = take(file, pace);
            trouble = Optional.empty();
            return slot;
        } catch (IOException e) {
            failed(e);
            file.log().trim(pace, now);
            file.log().add(now);
            return new Slot.Taken(now);
        }
    }

    private Slot take(PaceFile file, Pace pace) throws IOException {
        Optional<FileLock> lock = file.tryLock();
        if (lock.isEmpty()) {
            return new Slot.Busy();
        }
        try (FileLock held = lock.get()) {
            return takeLocked(file, pace);
        }
    }

    private Slot takeLocked(PaceFile file, Pace pace) throws IOException {
        Moment moment = Moment.of(ticker);
        file.catchUp(moment);
        long earliest = file.log().earliest(pace);
        if (earliest > moment.nanos()) {
            return new Slot.NotBefore(earliest);
        }
        file.log().trim(pace, moment.nanos());
        file.addSend(moment);
        return new Slot.Taken(moment.nanos());
    }

    @Override
    public void askedToWait(PaceKey key, Duration wait) {
        note(key, wait);
    }

    @Override
    public void stopWaiting(PaceKey key) {
        note(key, Duration.ZERO);
    }

    private void note(PaceKey key, Duration wait) {
        PaceFile file = file(key);
        Moment moment = Moment.of(ticker);
        try {
            note(file, moment, wait);
        } catch (IOException e) {
            failed(e);
        }
        file.log().waitUntil(wait.isZero() ? Long.MIN_VALUE : moment.nanos() + wait.toNanos());
    }

    private static void note(PaceFile file, Moment moment, Duration wait) throws IOException {
        Optional<FileLock> lock = file.tryLock();
        if (lock.isEmpty()) {
            // The others learn it from the source themselves; here it holds in any case.
            return;
        }
        try (FileLock held = lock.get()) {
            file.catchUp(moment);
            file.addWait(moment, wait);
        }
    }

    @Override
    public void sentLater(PaceKey key, long granted, long sent) {
        PaceFile file = file(key);
        try {
            noteLater(file, granted, sent);
        } catch (IOException e) {
            failed(e);
            file.log().move(granted, sent);
        }
    }

    private void noteLater(PaceFile file, long granted, long sent) throws IOException {
        Optional<FileLock> lock = file.tryLock();
        if (lock.isEmpty()) {
            // The others do not hear of it; here it holds in any case.
            file.log().move(granted, sent);
            return;
        }
        try (FileLock held = lock.get()) {
            Moment moment = Moment.of(ticker);
            file.catchUp(moment);
            file.addLater(moment, granted, sent);
        }
    }

    @Override
    public void whenAnswered(Runnable listener) {
        // Every answer is given at once.
    }

    @Override
    public long[] sends(PaceKey key) {
        return file(key).log().toArray();
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    /** Lets go of the files. The queue that uses it must be done. */
    @Override
    public void close() {
        for (PaceFile file : files.values()) {
            try {
                file.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "A file of the pace cannot be closed", e);
            }
        }
        files.clear();
    }

    private void failed(IOException e) {
        if (trouble.isEmpty()) {
            LOG.log(Level.WARNING, "The pace cannot be shared", e);
        }
        trouble = Optional.of("How often sources were asked cannot be kept in " + directory + " (" + e.getMessage()
                + "). The rates hold in this window, but not together with other Tendril windows or after a restart."
                + " Make the directory writable.");
    }

    private PaceFile file(PaceKey key) {
        return files.computeIfAbsent(key, fresh -> new PaceFile(directory, fileName(fresh), before(fresh)));
    }

    private static String fileName(PaceKey key) {
        return fileName(key.provider()) + (key.server().isEmpty() ? "" : "@" + fileName(key.server()));
    }

    /** Earlier versions kept one file a provider, whatever the server: what it holds counts for each of them. */
    private static Optional<String> before(PaceKey key) {
        return key.server().isEmpty() ? Optional.empty() : Optional.of(fileName(key.provider()));
    }

    /** Letters, digits and hyphens stay; everything else becomes its code, so that no id leaves the directory. */
    private static String fileName(String text) {
        StringBuilder name = new StringBuilder();
        text.chars().forEach(c -> {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') {
                name.append((char) c);
            } else {
                name.append('_').append(Integer.toHexString(c)).append('_');
            }
        });
        return name.toString();
    }
}
