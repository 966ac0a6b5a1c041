package tendril.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Lookup;
import tendril.corpus.ingest.Ingest;
import tendril.corpus.ingest.IngestFormat;
import tendril.corpus.ingest.IngestJob;
import tendril.corpus.ingest.rows.IngestResult;
import tendril.corpus.sqlite.SqliteCorpus;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Fills a corpus from made-up passive DNS and prints rows and observations a CPU second, beside a loop that parses the
 * same file and does nothing; then what lookups take in the corpus that came of it.
 *
 * <p>Arguments: numbers of rows, by default 1000000 and 5000000; {@code --folder F} where files and corpora go, by
 * default the folder for temporary files; {@code --keep} leaves the corpora there; {@code --again} ingests twice;
 * {@code --asked-only} fills nothing and asks the corpora that an earlier run left.
 */
public final class IngestBench {
    private static final int LOOKUPS = 20_000;
    private static final List<Lookup> DOMAIN_REPORT = List.of(
            Lookup.ADDRESSES_OF_DOMAIN,
            Lookup.SAMPLES_OF_DOMAIN,
            Lookup.EMAILS_OF_DOMAIN,
            Lookup.SUBDOMAINS_OF_DOMAIN,
            Lookup.REFERENCES_OF_ANY);
    private static final List<Lookup> IP_REPORT =
            List.of(Lookup.DOMAINS_OF_ADDRESS, Lookup.SAMPLES_OF_ADDRESS, Lookup.REFERENCES_OF_ANY);
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final List<Long> sizes = new ArrayList<>();
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"), "tendril-bench");
    private boolean keep;
    private boolean again;
    private boolean askedOnly;

    private IngestBench(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        var bench = new IngestBench(System.out);
        bench.parse(List.of(arguments));
        bench.run();
    }

    private void parse(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--folder" -> folder = Path.of(arguments.get(++i));
                case "--keep" -> keep = true;
                case "--again" -> again = true;
                case "--asked-only" -> askedOnly = true;
                default -> sizes.add(Long.parseLong(arguments.get(i)));
            }
        }
        if (sizes.isEmpty()) {
            sizes.addAll(List.of(1_000_000L, 5_000_000L));
        }
    }

    private void run() throws IOException {
        out.printf(
                "%-10s %11s %8s %8s %12s %12s %9s %9s %9s%n",
                "what", "rows", "wall s", "CPU s", "rows/CPU s", "obs./CPU s", "heap MB", "RSS MB", "file MB");
        for (long rows : sizes) {
            Path corpus = folder.resolve("corpus-" + rows + ".db");
            if (askedOnly) {
                lookups(corpus, rows);
                reports(corpus, rows);
                continue;
            }
            Path input = new PassiveDnsFile(rows).in(folder);
            parseOnly(input, Math.min(rows, 200_000));
            Path warm = new PassiveDnsFile(200_000).in(folder);
            ingest(warm, folder.resolve("warm.db"), "warm", 200_000);
            parseOnly(input, rows);
            ingest(input, corpus, "ingest", rows);
            if (again) {
                fill(input, corpus, "again", rows);
            }
            lookups(corpus, rows);
            reports(corpus, rows);
            if (!keep) {
                delete(corpus);
            }
        }
    }

    private void parseOnly(Path input, long rows) throws IOException {
        var used = new Budget(Double.MAX_VALUE);
        long start = System.nanoTime();
        long chars = 0;
        long objects = 0;
        try (InputStream in = Files.newInputStream(input);
                JsonParser parser = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), in)) {
            for (JsonToken token = parser.nextToken(); token != null && objects < rows; token = parser.nextToken()) {
                chars += token.isScalarValue() ? parser.getString().length() : 0;
                objects += token == JsonToken.END_OBJECT ? 1 : 0;
            }
        }
        line(chars > 0 ? "parse only" : "nothing", rows, rows, start, used, 0);
    }

    private void ingest(Path input, Path corpus, String what, long rows) throws IOException {
        delete(corpus);
        fill(input, corpus, what, rows);
    }

    private void fill(Path input, Path corpus, String what, long rows) throws IOException {
        resetPeaks();
        var used = new Budget(Double.MAX_VALUE);
        long start = System.nanoTime();
        IngestResult result;
        try (Corpus open = SqliteCorpus.openOrCreate(corpus)) {
            result = new Ingest(open, InstantSource.system())
                    .run(IngestJob.of(input, IngestFormat.COF), (read, all) -> {});
        }
        var merged = result.merged();
        line(what, rows, merged.added() + merged.widened() + merged.unchanged(), start, used, Files.size(corpus));
    }

    private void line(String what, long rows, long observations, long start, Budget used, long bytes)
            throws IOException {
        double wall = (System.nanoTime() - start) / NANOS;
        double cpu = used.secondsUsed();
        out.printf(
                Locale.ROOT,
                "%-10s %11d %8.1f %8.1f %12.0f %12.0f %9d %9d %9d%n",
                what,
                rows,
                wall,
                cpu,
                rows / cpu,
                observations / cpu,
                peakHeapBytes() >> 20,
                peakResidentKib() >> 10,
                bytes >> 20);
    }

    private void lookups(Path corpus, long rows) throws IOException {
        var source = new PassiveDnsFile(rows);
        var random = new SplittableRandom(7);
        long[] nanos = new long[LOOKUPS];
        try (Corpus open = SqliteCorpus.open(corpus);
                CorpusReading reading = open.read()) {
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < LOOKUPS; i++) {
                    boolean domain = (i & 1) == 0;
                    String key = domain
                            ? PassiveDnsFile.domain(random.nextLong(source.domains()))
                            : PassiveDnsFile.address(random.nextLong(source.addresses()));
                    long start = System.nanoTime();
                    reading.rows(
                            domain ? Lookup.ADDRESSES_OF_DOMAIN : Lookup.DOMAINS_OF_ADDRESS, key, (value, last) -> {});
                    nanos[i] = System.nanoTime() - start;
                }
            }
        }
        Arrays.sort(nanos);
        out.printf(
                Locale.ROOT,
                "%-10s %11d p50 %.1f us, p99 %.1f us%n",
                "lookup",
                rows,
                nanos[LOOKUPS / 2] / 1e3,
                nanos[LOOKUPS * 99 / 100] / 1e3);
    }

    /** Everything that domain and ip reports ask, a reading each, as the server does it. */
    private void reports(Path corpus, long rows) throws IOException {
        var source = new PassiveDnsFile(rows);
        var random = new SplittableRandom(7);
        var thread = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[LOOKUPS];
        try (Corpus open = SqliteCorpus.open(corpus)) {
            for (int round = 0; round < 5; round++) {
                long cpu = thread.getCurrentThreadCpuTime();
                for (int i = 0; i < LOOKUPS; i++) {
                    boolean domain = (i & 1) == 0;
                    String key = domain
                            ? PassiveDnsFile.domain(random.nextLong(source.domains()))
                            : PassiveDnsFile.address(random.nextLong(source.addresses()));
                    long start = System.nanoTime();
                    report(open, domain ? DOMAIN_REPORT : IP_REPORT, key);
                    nanos[i] = System.nanoTime() - start;
                }
                Arrays.sort(nanos);
                out.printf(
                        Locale.ROOT,
                        "%-10s %11d CPU %.1f us, p50 %.1f us, p99 %.1f us%n",
                        "report",
                        rows,
                        (thread.getCurrentThreadCpuTime() - cpu) / 1e3 / LOOKUPS,
                        nanos[LOOKUPS / 2] / 1e3,
                        nanos[LOOKUPS * 99 / 100] / 1e3);
            }
        }
    }

    private static void report(Corpus corpus, List<Lookup> lookups, String key) throws IOException {
        try (CorpusReading reading = corpus.read()) {
            for (Lookup lookup : lookups) {
                reading.rows(lookup, key, (value, last) -> {});
            }
            reading.tally(key);
        }
    }

    private static void delete(Path corpus) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(corpus + suffix));
        }
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peakHeapBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /** The most memory this program has had, of any kind, since it began; 0 where the system does not say. */
    private static long peakResidentKib() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
