package tendril.server.message;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Dates as HTTP writes them (RFC 9110, 5.6.7). The one of now is written once a second. Thread-safe. */
public final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private record Written(long second, String text) {}

    private final InstantSource clock;
    private volatile Written latest = new Written(Long.MIN_VALUE, "");

    public HttpDate(InstantSource clock) {
        this.clock = clock;
    }

    public String now() {
        Instant now = clock.instant();
        Written written = latest;
        if (written.second() != now.getEpochSecond()) {
            written = new Written(now.getEpochSecond(), of(now));
            latest = written;
        }
        return written.text();
    }

    /** Reads what {@link #of} writes; empty when the text is anything else. */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.of(FORMAT.parse(text.strip(), Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public static String of(Instant instant) {
        return FORMAT.format(instant);
    }
}
