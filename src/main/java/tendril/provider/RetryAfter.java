package tendril.provider;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The {@code Retry-After} header in both of its forms, RFC 9110 section 10.2.3. Pure. */
final class RetryAfter {
    /** Longer than this nobody waits: a person decides instead. */
    static final Duration WAIT_MAX = Duration.ofHours(24);

    private static final int SECONDS_DIGITS_MAX = 18;

    private RetryAfter() {}

    /** How long to wait from now; empty when the header says nothing sensible; never negative nor past the cap. */
    static Optional<Duration> read(String header, Instant now) {
        String text = header.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return text.chars().allMatch(c -> c >= '0' && c <= '9') ? Optional.of(seconds(text)) : date(text, now);
    }

    private static Duration seconds(String digits) {
        return digits.length() > SECONDS_DIGITS_MAX ? WAIT_MAX : capped(Duration.ofSeconds(Long.parseLong(digits)));
    }

    private static Optional<Duration> date(String text, Instant now) {
        try {
            Instant then = Instant.from(
                    DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).parse(text));
            return Optional.of(then.isBefore(now) ? Duration.ZERO : capped(Duration.between(now, then)));
        } catch (DateTimeException garbage) {
            return Optional.empty();
        }
    }

    private static Duration capped(Duration wait) {
        return wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
    }
}
