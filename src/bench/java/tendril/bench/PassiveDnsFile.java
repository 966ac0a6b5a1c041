package tendril.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Made-up passive DNS in the Common Output Format, the same for the same seed: a tenth as many domains as rows, each with
 * a handful of hosts, on addresses of which few hold many names. About every tenth row says what an earlier one said.
 */
final class PassiveDnsFile {
    private static final int BUFFER_BYTES = 1 << 20;
    private static final long EPOCH_FROM = 1_262_304_000L;
    private static final int YEARS_SECONDS = 10 * 365 * 86_400;
    private static final String[] ENDINGS = {"com", "net", "org", "co.uk", "info", "ru", "com.br", "de", "example"};
    private static final String[] HOSTS = {"www.", "mail.", "ns1.", "ns2.", "cdn.", "vpn.", "ftp.", "dev."};

    private final long rows;

    PassiveDnsFile(long rows) {
        this.rows = rows;
    }

    /** Writes the file unless it is there. */
    Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("cof-" + rows + ".ndjson");
        if (!Files.exists(file)) {
            Path part = folder.resolve(file.getFileName() + ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER_BYTES)) {
                write(out);
            }
            Files.move(part, file);
        }
        return file;
    }

    private void write(OutputStream out) throws IOException {
        var random = new SplittableRandom(rows);
        var line = new StringBuilder(256);
        for (long row = 0; row < rows; row++) {
            line.setLength(0);
            long first = EPOCH_FROM + random.nextInt(YEARS_SECONDS);
            line.append("{\"count\":").append(1 + random.nextInt(5000));
            line.append(",\"time_first\":").append(first);
            line.append(",\"time_last\":").append(first + random.nextInt(YEARS_SECONDS / 10));
            line.append(",\"rrtype\":\"A\",\"rrname\":\"").append(host(random));
            line.append(".\",\"rdata\":\"").append(address(rank(random, addresses()))).append("\"}\n");
            out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private String host(SplittableRandom random) {
        String domain = domain(random.nextLong(domains()));
        int kind = random.nextInt(10);
        if (kind < 3) {
            return domain;
        }
        return kind < 7
                ? HOSTS[random.nextInt(HOSTS.length)] + domain
                : Long.toString(random.nextLong(1L << 24), 36) + "." + domain;
    }

    long domains() {
        return Math.max(1, rows / 10);
    }

    long addresses() {
        return Math.max(1, rows / 8);
    }

    /** Low ranks far more often than high ones, down to a thousand; then evenly. */
    private static long rank(SplittableRandom random, long count) {
        return random.nextInt(4) == 0
                ? (long) (Math.pow(random.nextDouble(), 4) * Math.min(count, 1000))
                : random.nextLong(count);
    }

    static String domain(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        return Long.toString(mixed >>> 24, 36) + Long.toString(number, 36) + "."
                + ENDINGS[(int) (number % ENDINGS.length)];
    }

    static String address(long number) {
        long mixed = number * 0x9E3779B1L & 0xFFFFFFFFL;
        return (1 + (mixed >>> 24) % 223) + "." + (mixed >>> 16 & 0xFF) + "." + (mixed >>> 8 & 0xFF) + "."
                + (mixed & 0xFF);
    }
}
