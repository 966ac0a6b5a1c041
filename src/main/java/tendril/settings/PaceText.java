package tendril.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paces as people write them: "1 per 10 s", "4/min; 500/day". Pure. */
public final class PaceText {
    /** How no limit at all is written. */
    public static final String NO_LIMIT = "no limit";

    private static final Pattern WINDOW = Pattern.compile("(\\d{1,9})\\s*(?:per|in|/)\\s*(\\d{0,9})\\s*([a-z]+)");
    private static final Map<String, Duration> UNITS = units();
    private static final String EXAMPLE = "write it like 3 per 30 s; 500 per day";

    private PaceText() {}

    /** What became of what a person typed. */
    public sealed interface Reading {
        record Usable(PaceSetting pace) implements Reading {}

        /** @param reason one sentence that says what to do */
        record Unusable(String reason) implements Reading {}
    }

    /** Reads a pace as a person types it; nobody has agreed to it yet. */
    public static Reading read(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.equals(NO_LIMIT) || text.equals("unlimited")) {
            return new Reading.Usable(new PaceSetting(List.of(), Optional.empty()));
        }
        List<PaceSetting.Window> windows = new ArrayList<>();
        for (String part : text.split("\\s*(?:;|,|\\band\\b)\\s*")) {
            Optional<PaceSetting.Window> window = window(part.strip());
            if (window.isEmpty()) {
                return new Reading.Unusable("“" + part.strip() + "” is not a pace; " + EXAMPLE + ".");
            }
            windows.add(window.get());
        }
        if (windows.isEmpty() || windows.size() > PaceSetting.WINDOWS_MAX) {
            return new Reading.Unusable("A pace has one to " + PaceSetting.WINDOWS_MAX + " limits; " + EXAMPLE + ".");
        }
        return new Reading.Usable(new PaceSetting(windows, Optional.empty()));
    }

    private static Optional<PaceSetting.Window> window(String text) {
        Matcher matcher = WINDOW.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int requests = Integer.parseInt(matcher.group(1));
        String many = matcher.group(2);
        Optional<Duration> unit = Optional.ofNullable(UNITS.get(matcher.group(3)));
        return unit.map(each -> each.multipliedBy(many.isEmpty() ? 1 : Long.parseLong(many)))
                .filter(per -> per.isPositive() && per.compareTo(PaceSetting.SPAN_MAX) <= 0)
                .filter(per -> requests >= 1 && requests <= PaceSetting.REQUESTS_MAX)
                .map(per -> new PaceSetting.Window(requests, per));
    }

    /** The largest unit that goes into the span without a rest: "10 s", "day", "2 min". */
    static String span(Duration per) {
        for (String unit : List.of("day", "h", "min", "s", "ms")) {
            long length = UNITS.getOrDefault(unit, Duration.ofMillis(1)).toMillis();
            if (per.toMillis() % length == 0) {
                long many = per.toMillis() / length;
                return many == 1 ? unit : many + " " + unit;
            }
        }
        return per.toString();
    }

    private static Map<String, Duration> units() {
        Map<String, Duration> units = new TreeMap<>();
        List.of("ms", "millisecond", "milliseconds").forEach(name -> units.put(name, Duration.ofMillis(1)));
        List.of("s", "sec", "second", "seconds").forEach(name -> units.put(name, Duration.ofSeconds(1)));
        List.of("m", "min", "minute", "minutes").forEach(name -> units.put(name, Duration.ofMinutes(1)));
        List.of("h", "hour", "hours").forEach(name -> units.put(name, Duration.ofHours(1)));
        List.of("d", "day", "days").forEach(name -> units.put(name, Duration.ofDays(1)));
        return units;
    }
}
