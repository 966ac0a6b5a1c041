package tendril.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How often the person lets a provider be asked. Immutable.
 *
 * @param windows limits that hold together, in every span of their length; none for as fast as it answers
 * @param agreed  when the person said that the provider's operator has agreed to more than is published
 */
public record PaceSetting(List<Window> windows, Optional<Instant> agreed) {
    /** The longest span that makes sense. */
    public static final Duration SPAN_MAX = Duration.ofDays(31);

    /** The most requests in one span that make sense. */
    public static final int REQUESTS_MAX = 1_000_000;

    /** The most windows that make sense together. */
    public static final int WINDOWS_MAX = 4;

    /**
     * At most so many requests in any span of this length.
     *
     * @param requests 1 to {@link #REQUESTS_MAX}
     * @param per      longer than zero, at most {@link #SPAN_MAX}
     */
    public record Window(int requests, Duration per) {
        public Window {
            if (requests < 1 || requests > REQUESTS_MAX || !per.isPositive() || per.compareTo(SPAN_MAX) > 0) {
                throw new IllegalArgumentException(
                        "A limit is 1 to " + REQUESTS_MAX + " requests in a span of up to 31 days.");
            }
        }

        /** "3 per 30 s". */
        String words() {
            return requests + " per " + PaceText.span(per);
        }
    }

    public PaceSetting {
        windows = List.copyOf(windows);
        if (windows.size() > WINDOWS_MAX) {
            throw new IllegalArgumentException("A pace has at most " + WINDOWS_MAX + " limits.");
        }
    }

    /** One request every {@code interval} on average, up to {@code burst} of them at once. */
    public static PaceSetting every(Duration interval, int burst) {
        return new PaceSetting(
                interval.isZero() ? List.of() : List.of(new Window(burst, interval.multipliedBy(burst))),
                Optional.empty());
    }

    /** The same pace, agreed to by the operator at this time. */
    public PaceSetting agreedAt(Instant at) {
        return new PaceSetting(windows, Optional.of(at));
    }

    /** As a person types it: "3 per 30 s; 500 per day", or "no limit". */
    public String words() {
        return windows.isEmpty()
                ? PaceText.NO_LIMIT
                : windows.stream().map(Window::words).collect(Collectors.joining("; "));
    }
}
