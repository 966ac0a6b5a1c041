package tendril.server.message;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

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

    public static String of(Instant instant) {
        return FORMAT.format(instant);
    }
}
