package tendril.corpus.ingest.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import tendril.corpus.Day;

/** The ways sources write a day. */
public final class Days {
    private static final int DAY_CHARS = 10;
    private static final long SECONDS_MAX = 253_402_300_799L;

    private static final long MILLIS_PER_SECOND = 1_000;

    /** Eight digits that make a day of the internet's age; as seconds since 1970 they would lie before 1973. */
    private static final Pattern COMPACT = Pattern.compile("(19[89]|20\\d)\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");

    private Days() {}

    /**
     * Reads {@code YYYY-MM-DD}, {@code YYYY/MM/DD} or {@code YYYYMMDD} with or without a time behind it, or seconds or
     * milliseconds since 1970; blank is an unknown day.
     */
    public static Optional<Day> read(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Optional.of(Day.UNKNOWN);
        }
        if (COMPACT.matcher(stripped).matches()) {
            return Day.parse(stripped.substring(0, 4) + "-" + stripped.substring(4, 6) + "-" + stripped.substring(6));
        }
        if (stripped.matches("\\d{13}")) {
            return Optional.of(ofSeconds(Long.parseLong(stripped) / MILLIS_PER_SECOND));
        }
        if (stripped.matches("\\d{1,12}(\\.\\d+)?")) {
            long seconds = Long.parseLong(stripped.replaceFirst("\\..*", ""));
            return seconds > SECONDS_MAX ? Optional.empty() : Optional.of(ofSeconds(seconds));
        }
        boolean hasTime = stripped.length() > DAY_CHARS
                && (stripped.charAt(DAY_CHARS) == 'T' || stripped.charAt(DAY_CHARS) == ' ');
        return Day.parse((hasTime ? stripped.substring(0, DAY_CHARS) : stripped).replace('/', '-'));
    }

    private static Day ofSeconds(long seconds) {
        try {
            return Day.of(LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Day.UNKNOWN;
        }
    }
}
