package tendril.pivot;

import java.time.Duration;

/** How the queue says things to a person. */
public final class Words {
    private static final long SECONDS_SAID_MAX = 120;
    private static final long MINUTES_SAID_MAX = 120;

    private Words() {}

    /** "1 per 10 s", "500 per day", "1 per 10 s (burst 3)". */
    public static String rate(Pace.Window window) {
        long millis = window.per().toMillis();
        String whole = unit(window.per());
        boolean burst = window.requests() > 1 && Character.isDigit(whole.charAt(0)) && millis % window.requests() == 0;
        return burst
                ? "1 per " + unit(window.per().dividedBy(window.requests())) + " (burst " + window.requests() + ")"
                : window.requests() + " per " + whole;
    }

    /** "60 s", "15 min", "20 h"; rounded up, and never 0. */
    public static String span(Duration span) {
        long seconds = Math.max(1, span.plusNanos(999_999_999).toSeconds());
        if (seconds <= SECONDS_SAID_MAX) {
            return seconds + " s";
        }
        long minutes = (seconds + 59) / 60;
        return minutes <= MINUTES_SAID_MAX ? minutes + " min" : (minutes + 59) / 60 + " h";
    }

    private static String unit(Duration per) {
        if (per.equals(Duration.ofDays(1))) {
            return "day";
        }
        if (per.equals(Duration.ofHours(1))) {
            return "hour";
        }
        if (per.equals(Duration.ofMinutes(1))) {
            return "minute";
        }
        if (per.equals(Duration.ofSeconds(1))) {
            return "second";
        }
        return per.toMillis() % 1000 == 0 ? span(per) : per.toMillis() + " ms";
    }
}
