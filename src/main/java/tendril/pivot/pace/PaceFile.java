package tendril.pivot.pace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongUnaryOperator;
import java.util.zip.CRC32C;

/**
 * The file of one {@link PaceKey} in a {@link FilePaceLedger}, and what this program has read of it. Confined to one thread;
 * all but {@link #log} and {@link #tryLock} need the lock.
 *
 * <p>Format, big-endian: 8 bytes {@link #MAGIC}, 8 bytes that change whenever the file is written anew; then records of
 * 24 bytes: kind (1 sent, 2 asked to wait, 3 sent later than noted), CRC-32C of the rest, wall clock in nanoseconds since
 * 1970, and for kind 2 how long in nanoseconds, for kind 3 the clock that was noted. The lock is on a file beside it, since this one is replaced when it is written anew.
 */
final class PaceFile implements AutoCloseable {
    private static final long MAGIC = 0x54454e4450414345L;
    private static final int HEADER_BYTES = 16;
    private static final int RECORD_BYTES = 24;
    private static final int SENT = 1;
    private static final int WAIT = 2;
    private static final int LATER = 3;
    /** A larger file is not ours; only its end is read. */
    private static final int RECORDS_READ_MAX = 200_000;

    private static final int RECORDS_SPARE = 1024;
    private static final long AGE_NANOS_MAX = Duration.ofDays(36_500).toNanos();
    private static final long JUMP_NANOS = Duration.ofSeconds(1).toNanos();

    private final Path directory;
    private final Path file;
    private final Path lockFile;
    private final Optional<Path> predecessor;
    private Optional<FileChannel> lockChannel = Optional.empty();
    private SendLog log = new SendLog();
    // What this program made of each record, by its wall clock time: known once, never reckoned again.
    private Map<Long, Long> known = new HashMap<>();
    private long generation;
    private long readTo;
    private long lastRead = Long.MIN_VALUE;
    private long drift;
    private boolean stale;

    PaceFile(Path directory, String name) {
        this(directory, name, Optional.empty());
    }

    /** @param before the name of the file whose records this one begins with, if it is new and that one is there */
    PaceFile(Path directory, String name, Optional<String> before) {
        this.directory = directory;
        predecessor = before.map(older -> directory.resolve(older + ".pace"));
        file = directory.resolve(name + ".pace");
        lockFile = directory.resolve(name + ".lock");
    }

    SendLog log() {
        return log;
    }

    /** Takes the lock without waiting for it; empty if another program or another ledger has it. */
    Optional<FileLock> tryLock() throws IOException {
        if (lockChannel.isEmpty()) {
            Files.createDirectories(directory, only("rwx------"));
            // Stays open: on POSIX, closing any channel of a file gives up every lock this process has on it.
            lockChannel = Optional.of(open(lockFile));
        }
        try {
            return Optional.ofNullable(lockChannel.get().tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    /** Reads what was added since the last time, or all of it if the file was written anew. */
    void catchUp(Moment moment) throws IOException {
        inherit();
        try (FileChannel channel = open(file)) {
            ByteBuffer header = read(channel, 0, HEADER_BYTES);
            boolean ours = header.remaining() == HEADER_BYTES && header.getLong() == MAGIC;
            long nowIn = ours ? header.getLong() : 0;
            if (!ours || nowIn != generation) {
                readAnew(channel, moment, ours);
                stale |= !ours;
                generation = nowIn;
            } else {
                readTail(channel, moment);
            }
        }
        long newDrift = nanos(moment.wall()) - moment.nanos();
        boolean jumped = lastRead != Long.MIN_VALUE && Math.abs(newDrift - drift) > JUMP_NANOS;
        lastRead = moment.nanos();
        if (stale || jumped || (readTo - HEADER_BYTES) / RECORD_BYTES > 2L * log.size() + RECORDS_SPARE) {
            writeAnew(moment);
        }
        drift = newDrift;
    }

    /** Begins with what was kept under the older name. */
    private void inherit() throws IOException {
        if (predecessor.isPresent() && Files.notExists(file) && Files.exists(predecessor.get())) {
            Files.copy(predecessor.get(), file, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Notes a request that is about to be sent. */
    void addSend(Moment moment) throws IOException {
        append(moment, SENT, 0);
        log.add(moment.nanos());
    }

    /** Notes that a request left later than was noted. */
    void addLater(Moment moment, long granted, long sent) throws IOException {
        Optional<Long> stamp = known.entrySet().stream()
                .filter(entry -> entry.getValue() == granted)
                .map(Map.Entry::getKey)
                .findFirst();
        if (stamp.isPresent()) {
            long fresh = append(moment, LATER, stamp.get());
            known.remove(stamp.get());
            known.put(fresh, sent);
            log.move(granted, sent);
        }
    }

    /** Notes that the source asked for time; zero for a person's word that it is over. */
    void addWait(Moment moment, Duration wait) throws IOException {
        append(moment, WAIT, wait.toNanos());
    }

    @Override
    public void close() throws IOException {
        if (lockChannel.isPresent()) {
            lockChannel.get().close();
            lockChannel = Optional.empty();
        }
    }

    private void readAnew(FileChannel channel, Moment moment, boolean ours) throws IOException {
        Map<Long, Long> before = known;
        if (ours) {
            known = new HashMap<>();
            log = new SendLog();
        } // Else somebody deleted or spoilt the file: what this program knows still counts.
        long records = Math.max(0, channel.size() - HEADER_BYTES) / RECORD_BYTES;
        long skipped = Math.max(0, records - RECORDS_READ_MAX);
        stale = skipped > 0;
        readTo = HEADER_BYTES + skipped * RECORD_BYTES;
        readRecords(channel, moment, stamp -> before.getOrDefault(stamp, steady(moment, stamp)));
    }

    private void readTail(FileChannel channel, Moment moment) throws IOException {
        // What was not there the last time was sent since, whatever its clock said.
        readRecords(channel, moment, stamp -> Math.max(lastRead, steady(moment, stamp)));
    }

    private void readRecords(FileChannel channel, Moment moment, LongUnaryOperator toSteady) throws IOException {
        int length = (int) (Math.max(0, channel.size() - readTo) / RECORD_BYTES) * RECORD_BYTES;
        stale |= channel.size() < readTo;
        ByteBuffer bytes = read(channel, readTo, length);
        long written = nanos(Files.getLastModifiedTime(file).toInstant());
        while (bytes.remaining() >= RECORD_BYTES) {
            ByteBuffer record = bytes.slice(bytes.position(), RECORD_BYTES);
            bytes.position(bytes.position() + RECORD_BYTES);
            boolean whole = record.getInt(4) == crc(record);
            int kind = whole ? record.getInt(0) : SENT;
            // A damaged record was a request, as far as anybody can tell, sent no later than the file was written.
            long stamp = whole ? record.getLong(8) : unknownBefore(written);
            stale |= !whole || stamp > nanos(moment.wall());
            take(kind, stamp, record.getLong(16), moment, toSteady);
        }
        readTo += length;
    }

    private void take(int kind, long stamp, long value, Moment moment, LongUnaryOperator toSteady) {
        long time = Math.min(moment.nanos(), toSteady.applyAsLong(stamp));
        switch (kind) {
            case SENT -> {
                if (known.putIfAbsent(stamp, time) == null) {
                    log.add(time);
                }
            }
            case LATER -> {
                Long noted = known.remove(value);
                if (noted != null) {
                    known.put(stamp, time);
                    log.move(noted, Math.max(noted, time));
                }
            }
            case WAIT ->
                log.waitUntil(value == 0 ? Long.MIN_VALUE : time + Math.clamp(value, 0, PaceLedger.WAIT_MAX.toNanos()));
            default -> stale = true; // A later version's record: it says nothing about a request.
        }
    }

    private long unknownBefore(long stamp) {
        long free = stamp;
        while (known.containsKey(free)) {
            free--;
        }
        return free;
    }

    /** Returns the clock it was noted under. */
    private long append(Moment moment, int kind, long value) throws IOException {
        long stamp = nanos(moment.wall());
        while (known.containsKey(stamp)) {
            stamp++;
        }
        known.put(stamp, moment.nanos());
        try (FileChannel channel = open(file)) {
            write(channel, readTo, record(kind, stamp, value));
        }
        readTo += RECORD_BYTES;
        return stamp;
    }

    /** Writes what still matters, in today's clock, to a new file that takes the place of the old one at once. */
    private void writeAnew(Moment moment) throws IOException {
        long[] times = log.toArray();
        known = new HashMap<>();
        generation = ThreadLocalRandom.current().nextLong();
        ByteBuffer all = ByteBuffer.allocate(HEADER_BYTES + (times.length + 1) * RECORD_BYTES);
        all.putLong(MAGIC).putLong(generation);
        long last = Long.MIN_VALUE;
        for (long time : times) {
            last = Math.max(last + 1, nanos(moment.wall()) - (moment.nanos() - time));
            known.put(last, time);
            all.put(record(SENT, last, 0));
        }
        if (log.waitUntil() > moment.nanos()) {
            all.put(record(WAIT, nanos(moment.wall()), log.waitUntil() - moment.nanos()));
        }
        all.flip();
        readTo = all.limit();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = open(fresh)) {
            write(channel, 0, all);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        stale = false;
    }

    /** The steady time of a wall clock time in the file; a time to come counts as now. */
    private static long steady(Moment moment, long stamp) {
        return moment.nanos() - Math.clamp(nanos(moment.wall()) - stamp, 0, AGE_NANOS_MAX);
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    private static ByteBuffer record(int kind, long stamp, long value) {
        ByteBuffer record = ByteBuffer.allocate(RECORD_BYTES);
        record.putInt(0, kind).putLong(8, stamp).putLong(16, value);
        return record.putInt(4, crc(record));
    }

    private static int crc(ByteBuffer record) {
        CRC32C crc = new CRC32C();
        crc.update(record.slice(0, 4));
        crc.update(record.slice(8, 16));
        return (int) crc.getValue();
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // Until the end of the file or all that was asked for.
        }
        return bytes.flip();
    }

    private static void write(FileChannel channel, long at, ByteBuffer bytes) throws IOException {
        long to = at;
        while (bytes.hasRemaining()) {
            to += channel.write(bytes, to);
        }
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(
                path,
                Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                only("rw-------"));
    }

    /** Nobody else may read when a person asked what; where the file system has no such rights, the directory's hold. */
    private static FileAttribute<?>[] only(String rights) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(rights);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }
}
