package tendril.ui;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How clock times are said: the time alone today, with the day of the week within a week, with the date beyond.
 * Immutable.
 *
 * @param zone  where the person is
 * @param clock what the time is
 */
public record ClockWords(ZoneId zone, InstantSource clock) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final long WEEK_DAYS = 6;

    /** "14:32:10", "Tue 09:12", "3 May 09:12". */
    public String toTheSecond(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        long days = Math.abs(ChronoUnit.DAYS.between(today, there.toLocalDate()));
        return (days == 0 ? TIME : days <= WEEK_DAYS ? WEEKDAY : DATE).format(there);
    }
}
