package tendril.server.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPOutputStream;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.server.message.Answer;
import tendril.server.message.HttpDate;
import tendril.server.message.Request;

/**
 * The lists of what most voters call malicious: {@code /feeds/domains.txt}, {@code ips.txt} and {@code hashes.txt}, one
 * value a line. They are rewritten once an hour, at the first asking after the full hour. Thread-safe.
 */
public final class Feeds {
    public static final String PATH = "/feeds/";

    private static final int ETAG_BYTES = 12;

    /** One list as it is sent, plain and compressed. */
    private record Feed(byte[] plain, byte[] gzip, String etag) {}

    private record Edition(Instant hour, Map<FeedKind, Feed> feeds) {}

    private final Corpus corpus;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by {@code lock}. */
    private Optional<Edition> latest = Optional.empty();

    public Feeds(Corpus corpus, InstantSource clock) {
        this.corpus = corpus;
        this.clock = clock;
    }

    public Answer answer(Request request) {
        Optional<FeedKind> kind = FeedKind.ofFile(request.path().substring(PATH.length()));
        if (kind.isEmpty()) {
            return Answer.sentence(404, "There are three feeds: domains.txt, ips.txt and hashes.txt.");
        }
        Edition edition;
        try {
            edition = current();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Feed feed = edition.feeds().get(kind.get());
        if (feed == null) {
            throw new IllegalStateException("no feed of " + kind.get());
        }
        boolean compressed = takesGzip(request.header("accept-encoding").orElse(""));
        byte[] bytes = compressed ? feed.gzip() : feed.plain();
        boolean known = isKnown(request, feed, edition.hour());
        Answer answer = Answer.streamed(known ? 304 : 200, Answer.TEXT, out -> out.write(bytes))
                .with("ETag", "W/\"" + feed.etag() + "\"")
                .with("Last-Modified", HttpDate.of(edition.hour()))
                .with("Vary", "Accept-Encoding");
        return compressed ? answer.with("Content-Encoding", "gzip") : answer;
    }

    /** Whether the client has this edition already (RFC 9110, section 13.2.2). */
    private static boolean isKnown(Request request, Feed feed, Instant hour) {
        Optional<String> tags = request.header("if-none-match");
        if (tags.isPresent()) {
            return tags.get().strip().equals("*") || tags.get().contains("\"" + feed.etag() + "\"");
        }
        return request.header("if-modified-since")
                .flatMap(HttpDate::read)
                .filter(since -> !since.isBefore(hour))
                .isPresent();
    }

    /** Whether a client takes gzip: it names it, and not with a weight of nothing. */
    private static boolean takesGzip(String encodings) {
        for (String encoding : encodings.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = encoding.strip().split("\\s*;\\s*", 2);
            if (parts[0].equals("gzip") || parts[0].equals("x-gzip")) {
                return parts.length < 2 || !parts[1].matches("q\\s*=\\s*0(\\.0*)?");
            }
        }
        return false;
    }

    private Edition current() throws IOException {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        lock.lock();
        try {
            if (latest.isEmpty() || !latest.get().hour().equals(hour)) {
                latest = Optional.of(new Edition(hour, write()));
            }
            return latest.get();
        } finally {
            lock.unlock();
        }
    }

    private Map<FeedKind, Feed> write() throws IOException {
        Map<FeedKind, ByteArrayOutputStream> lists = new EnumMap<>(FeedKind.class);
        for (FeedKind kind : FeedKind.values()) {
            lists.put(kind, new ByteArrayOutputStream());
        }
        try (CorpusReading reading = corpus.read()) {
            reading.blamed(value -> {
                Optional<ByteArrayOutputStream> list = FeedKind.ofValue(value).map(lists::get);
                if (list.isPresent()) {
                    list.get().write((value + "\n").getBytes(StandardCharsets.UTF_8));
                }
            });
        }
        Map<FeedKind, Feed> feeds = new EnumMap<>(FeedKind.class);
        for (var list : lists.entrySet()) {
            byte[] plain = list.getValue().toByteArray();
            feeds.put(list.getKey(), new Feed(plain, gzip(plain), etag(plain)));
        }
        return feeds;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static String etag(byte[] plain) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
            return HexFormat.of().formatHex(digest, 0, ETAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
