package tendril.corpus.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import tendril.corpus.Day;

/** The ways sources write a day. */
final class Days {
    private static final int DAY_CHARS = 10;
    private static final long SECONDS_MAX = 253_402_300_799L;

    private Days() {}

    /** Reads {@code YYYY-MM-DD} with or without a time behind it, or seconds since 1970; blank is an unknown day. */
    static Optional<Day> read(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Optional.of(Day.UNKNOWN);
        }
        if (stripped.matches("\\d{1,12}(\\.\\d+)?")) {
            long seconds = Long.parseLong(stripped.replaceFirst("\\..*", ""));
            return seconds > SECONDS_MAX ? Optional.empty() : Optional.of(ofSeconds(seconds));
        }
        boolean hasTime = stripped.length() > DAY_CHARS
                && (stripped.charAt(DAY_CHARS) == 'T' || stripped.charAt(DAY_CHARS) == ' ');
        return Day.parse(hasTime ? stripped.substring(0, DAY_CHARS) : stripped);
    }

    private static Day ofSeconds(long seconds) {
        try {
            return Day.of(LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Day.UNKNOWN;
        }
    }
}
