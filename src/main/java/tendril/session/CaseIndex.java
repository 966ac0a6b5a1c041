package tendril.session;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import tendril.indicator.Indicator;

/**
 * Which indicators stand in which of a person's cases: one small file a case, holding hashes and never the indicators
 * themselves. A file that is damaged is as if it were not there and is written anew when its case is opened next.
 * Looking up is thread-safe and quick; reading and writing files takes time and belongs on a background thread.
 */
public final class CaseIndex {
    /** More cases than this are not remembered; those used last are. */
    public static final int CASES_MAX = 500;

    /** More indicators of one case than this are not remembered. */
    public static final int INDICATORS_MAX = 200_000;

    private static final String ENDING = ".idx";
    private static final int MAGIC = 0x54444331;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Path folder;
    /** Replaced as a whole, so that looking up needs no lock. */
    private volatile Map<Path, long[]> cases = Map.of();

    /** @param folder where the files are kept; made when it is needed */
    public CaseIndex(Path folder) {
        this.folder = folder;
    }

    /** Reads what is remembered. Takes time in the size of all cases. */
    public void load() {
        Map<Path, long[]> read = new HashMap<>();
        for (Path file : files()) {
            read(file).ifPresent(one -> read.put(one.getKey(), one.getValue()));
        }
        synchronized (this) {
            read.putAll(cases);
            cases = Map.copyOf(read);
        }
    }

    /** Remembers what stands in a case, in place of what was remembered of it. Why it could not, in one sentence. */
    public Optional<String> remember(Path file, Collection<Indicator> indicators) {
        Path whole = whole(file);
        long[] hashes = indicators.stream()
                .limit(INDICATORS_MAX)
                .mapToLong(CaseIndex::hash)
                .sorted()
                .distinct()
                .toArray();
        synchronized (this) {
            Map<Path, long[]> next = new HashMap<>(cases);
            next.put(whole, hashes);
            cases = Map.copyOf(next);
        }
        try {
            write(whole, hashes);
            makeRoom();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("What stands in this case could not be remembered for other cases; check that " + folder
                    + " may be written to and has room.");
        }
    }

    /** Forgets one case, as when its file is gone. */
    public void forget(Path file) {
        Path whole = whole(file);
        synchronized (this) {
            Map<Path, long[]> next = new HashMap<>(cases);
            next.remove(whole);
            cases = Map.copyOf(next);
        }
        delete(fileOf(whole));
    }

    /** Forgets all of them. */
    public void forgetAll() {
        synchronized (this) {
            cases = Map.of();
        }
        files().forEach(CaseIndex::delete);
    }

    /** The cases besides this one, as a case looks them up. */
    public OtherCases besides(Path own) {
        Path whole = whole(own);
        return indicator -> with(indicator, whole);
    }

    private List<String> with(Indicator indicator, Path own) {
        long hash = hash(indicator);
        List<String> names = new ArrayList<>();
        cases.forEach((file, hashes) -> {
            if (!file.equals(own) && Arrays.binarySearch(hashes, hash) >= 0) {
                names.add(String.valueOf(file.getFileName()).replaceFirst("\\.tendril$", ""));
            }
        });
        names.sort(String::compareTo);
        return names;
    }

    /** FNV-1a of 64 bits (Fowler, Noll, Vo) over type and value, well mixed at the end. */
    private static long hash(Indicator indicator) {
        long hash = FNV_OFFSET;
        String text = indicator.type().id() + ' ' + indicator.value();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        hash ^= hash >>> 33;
        return hash * 0xff51afd7ed558ccdL;
    }

    private static Path whole(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private Path fileOf(Path whole) {
        return folder.resolve(Long.toHexString(textHash(whole.toString())) + ENDING);
    }

    private static long textHash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ENDING)) {
                found.forEach(files::add);
            } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
                return List.of();
            }
        }
        return files;
    }

    private static Optional<Map.Entry<Path, long[]>> read(Path file) {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                return Optional.empty();
            }
            Path of = Path.of(in.readUTF());
            int count = in.readInt();
            if (count < 0 || count > INDICATORS_MAX) {
                return Optional.empty();
            }
            long[] hashes = new long[count];
            var sum = new CRC32();
            for (int i = 0; i < count; i++) {
                hashes[i] = in.readLong();
                add(sum, hashes[i]);
            }
            return in.readLong() == sum.getValue() ? Optional.of(Map.entry(of, hashes)) : Optional.empty();
        } catch (IOException | InvalidPathException damaged) {
            return Optional.empty();
        }
    }

    private void write(Path of, long[] hashes) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "case", ".tmp");
        try {
            try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
                out.writeInt(MAGIC);
                out.writeUTF(of.toString());
                out.writeInt(hashes.length);
                var sum = new CRC32();
                for (long hash : hashes) {
                    out.writeLong(hash);
                    add(sum, hash);
                }
                out.writeLong(sum.getValue());
            }
            Files.move(fresh, fileOf(of), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void add(CRC32 sum, long hash) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            sum.update((int) (hash >>> shift));
        }
    }

    private void makeRoom() {
        List<Path> files = new ArrayList<>(files());
        if (files.size() > CASES_MAX) {
            files.sort(
                    (a, b) -> Long.compare(a.toFile().lastModified(), b.toFile().lastModified()));
            files.subList(0, files.size() - CASES_MAX).forEach(CaseIndex::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(CaseIndex.class.getName())
                    .log(System.Logger.Level.WARNING, "A file of the index of cases could not be deleted", e);
        }
    }
}
