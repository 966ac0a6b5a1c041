package tendril.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tendril.corpus.Corpus;
import tendril.corpus.sqlite.SqliteCorpus;
import tendril.corpus.ingest.Ingest;
import tendril.corpus.ingest.IngestFormat;
import tendril.corpus.ingest.IngestJob;
import tendril.server.CorpusServer;

/**
 * Domain and ip reports over one corpus, asked of three servers in turn: a raw socket loop on virtual threads, the server
 * of the JDK, and ours. The load comes from {@code wrk}, so what this process uses is what the servers cost. Prints
 * requests a second, the 99th percentile and CPU a request of each round, the ratios of their medians, and the 99th
 * percentile of ours at half its load.
 *
 * <p>Arguments: {@code --rows N} of made-up passive DNS, by default 3000000, which make 5 million observations;
 * {@code --folder F} for file and corpus; {@code --rounds N}, {@code --seconds N}, {@code --connections N}; {@code --store
 * held} to copy the rows that are asked for into memory first, which leaves what the servers themselves cost.
 */
public final class ServerBench {
    private static final int TARGETS = 100_000;
    private static final int COMPARED = 500;

    /** So much longer is the round before the first, in which the compiler is at work. */
    private static final int WARM_TIMES = 3;

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern COUNT = Pattern.compile("(\\d+) requests in");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern ERRORS = Pattern.compile("(Non-2xx.*|Socket errors.*)");

    private final PrintStream out;
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"), "tendril-bench");
    private long rows = 3_000_000;
    private int rounds = 5;
    private int seconds = 5;
    private int connections = 32;
    private boolean held;

    /** What one round of load came to; times in milliseconds and microseconds. */
    private record Round(double perSecond, double p99Ms, double cpuMicros) {}

    private ServerBench(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var bench = new ServerBench(System.out);
        bench.parse(List.of(arguments));
        bench.run();
    }

    private void parse(List<String> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            String value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "--folder" -> folder = Path.of(value);
                case "--rows" -> rows = Long.parseLong(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--seconds" -> seconds = Integer.parseInt(value);
                case "--connections" -> connections = Integer.parseInt(value);
                case "--store" -> held = value.equals("held");
                default -> throw new IllegalArgumentException("unknown: " + arguments.get(i));
            }
        }
    }

    private void run() throws IOException, InterruptedException {
        Path file = corpus();
        List<String> targets = targets();
        Path list = Files.write(folder.resolve("targets.txt"), targets);
        try (Corpus kept = SqliteCorpus.open(file);
                Corpus corpus = held ? new HeldCorpus(kept, keys(targets)) : kept;
                var raw = new RawServer(new AnswerFloor(corpus));
                var jdk = new JdkServer(new AnswerFloor(corpus));
                CorpusServer ours = CorpusServer.start(corpus)) {
            Map<String, Integer> ports = new LinkedHashMap<>();
            ports.put("raw loop", raw.port());
            ports.put("jdk.httpserver", jdk.port());
            ports.put("Tendril", ours.url().getPort());
            compare(targets, ports);
            Map<String, List<Round>> results = new LinkedHashMap<>();
            out.printf("%-6s %-15s %10s %9s %12s%n", "round", "server", "req./s", "p99 ms", "CPU us/req.");
            for (int round = 0; round <= rounds; round++) {
                for (var server : ports.entrySet()) {
                    Round result = load(server.getValue(), list, 0, round == 0 ? WARM_TIMES * seconds : seconds);
                    String name = round == 0 ? "warm" : Integer.toString(round);
                    print(name, server.getKey(), result);
                    if (round > 0) {
                        results.computeIfAbsent(server.getKey(), key -> new ArrayList<>())
                                .add(result);
                    }
                }
            }
            summary(results, ports, list);
        }
    }

    private Path corpus() throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("corpus-" + rows + ".db");
        if (!Files.exists(file)) {
            Path input = new PassiveDnsFile(rows).in(folder);
            try (Corpus corpus = SqliteCorpus.openOrCreate(file)) {
                new Ingest(corpus, InstantSource.system())
                        .run(IngestJob.of(input, IngestFormat.COF), (read, all) -> {});
            }
        }
        return file;
    }

    private List<String> targets() {
        var source = new PassiveDnsFile(rows);
        var random = new SplittableRandom(11);
        var targets = new ArrayList<String>();
        for (int i = 0; i < TARGETS; i += 2) {
            targets.add("/searchApi/v2/domain/report/?domain="
                    + PassiveDnsFile.domain(random.nextLong(source.domains())));
            targets.add(
                    "/searchApi/v2/ip/report/?ip=" + PassiveDnsFile.address(random.nextLong(source.addresses())));
        }
        return targets;
    }

    private static List<String> keys(List<String> targets) {
        return targets.stream()
                .map(target -> target.substring(target.indexOf('=') + 1))
                .distinct()
                .toList();
    }

    /** All three must say the same, or the comparison means nothing. */
    private static void compare(List<String> targets, Map<String, Integer> ports) throws IOException {
        for (String target : targets.subList(0, COMPARED)) {
            String expected = "";
            for (int port : ports.values()) {
                String body = get(port, target).replace("127.0.0.1:" + port, "here");
                if (!expected.isEmpty() && !expected.equals(body)) {
                    throw new IllegalStateException(target + "\n" + expected + "\n" + body);
                }
                expected = body;
            }
        }
    }

    private static String get(int port, String target) throws IOException {
        try (InputStream in = URI.create("http://127.0.0.1:" + port + target).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Round load(int port, Path list, double delayMs, int duration) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("load.lua"), """
                wrk.headers["Host"] = "127.0.0.1:%d"
                local t = {}
                for l in io.lines("%s") do t[#t + 1] = wrk.format("GET", l) end
                function request() return t[math.random(#t)] end
                """.formatted(port, list) + pause(delayMs));
        var used = new Budget(Double.MAX_VALUE);
        Process wrk = new ProcessBuilder(
                        "wrk", "-t1", "-c" + connections, "-d" + duration + "s", "--latency", "-s", script.toString(),
                        "http://127.0.0.1:" + port)
                .redirectErrorStream(true)
                .start();
        String said;
        try (BufferedReader reader = wrk.inputReader()) {
            said = String.join("\n", reader.lines().toList());
        }
        wrk.waitFor();
        Matcher error = ERRORS.matcher(said);
        if (error.find()) {
            out.println("  " + error.group(1));
        }
        double p99 = Double.parseDouble(find(P99, said).group(1));
        double inMs =
                switch (find(P99, said).group(2)) {
                    case "us" -> p99 / 1e3;
                    case "s" -> p99 * 1e3;
                    default -> p99;
                };
        return new Round(
                Double.parseDouble(find(RATE, said).group(1)),
                inMs,
                used.secondsUsed() * 1e6 / Long.parseLong(find(COUNT, said).group(1)));
    }

    /** {@code wrk} pauses for whole milliseconds: so that they come to this on the average, the last one is left to chance. */
    private static String pause(double delayMs) {
        int whole = (int) delayMs;
        return delayMs == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "function delay() return %d + (math.random() < %.3f and 1 or 0) end%n",
                        whole,
                        delayMs - whole);
    }

    private static Matcher find(Pattern pattern, String said) {
        Matcher matcher = pattern.matcher(said);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk said: " + said);
        }
        return matcher;
    }

    private void print(String round, String server, Round result) {
        out.printf(
                Locale.ROOT,
                "%-6s %-15s %10.0f %9.2f %12.1f%n",
                round,
                server,
                result.perSecond(),
                result.p99Ms(),
                result.cpuMicros());
    }

    private void summary(Map<String, List<Round>> results, Map<String, Integer> ports, Path list)
            throws IOException, InterruptedException {
        Round raw = median(results.getOrDefault("raw loop", List.of()));
        Round jdk = median(results.getOrDefault("jdk.httpserver", List.of()));
        Round ours = median(results.getOrDefault("Tendril", List.of()));
        out.printf(
                Locale.ROOT,
                "medians: %.2f of the raw loop, %.2f of jdk.httpserver; CPU a request %.2f and %.2f of theirs%n",
                ours.perSecond() / raw.perSecond(),
                ours.perSecond() / jdk.perSecond(),
                ours.cpuMicros() / raw.cpuMicros(),
                ours.cpuMicros() / jdk.cpuMicros());
        double delayMs = connections / (ours.perSecond() / 2) * 1e3;
        print("half", "Tendril", load(ports.getOrDefault("Tendril", 0), list, delayMs, seconds));
    }

    private static Round median(List<Round> rounds) {
        return new Round(
                middle(rounds.stream().mapToDouble(Round::perSecond).sorted().toArray()),
                middle(rounds.stream().mapToDouble(Round::p99Ms).sorted().toArray()),
                middle(rounds.stream().mapToDouble(Round::cpuMicros).sorted().toArray()));
    }

    private static double middle(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
