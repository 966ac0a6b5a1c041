package tendril.pivot;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How often a provider may be asked. Every window holds at every instant: in no span of {@code per}, wherever it
 * starts, are more than {@code requests} sent. A sustained rate with a burst is one window: 1 per 10 s with a burst of
 * 3 is 3 per 30 s. Immutable.
 *
 * @param windows     the limits, all of which hold together; none means unlimited
 * @param concurrency how many requests may be under way at once
 */
public record Pace(List<Window> windows, int concurrency) {
    /**
     * At most {@code requests} in any span of {@code per}.
     *
     * @param requests at least 1
     * @param per      longer than zero
     */
    public record Window(int requests, Duration per) {
        public Window {
            if (requests < 1 || per.isZero() || per.isNegative()) {
                throw new IllegalArgumentException("A window needs at least one request and a span longer than zero.");
            }
        }
    }

    public Pace {
        windows = List.copyOf(windows);
        if (concurrency < 1) {
            throw new IllegalArgumentException("A pace needs a concurrency of at least 1.");
        }
    }

    /**
     * Whether this allows more than the other in some span: for each of the other's windows, more requests than it has
     * could fall into its span.
     */
    public boolean exceeds(Pace other) {
        return other.windows.stream().anyMatch(window -> mostIn(window.per()) > window.requests());
    }

    /** The most requests that may fall into any span of this length. */
    private long mostIn(Duration span) {
        return windows.stream()
                .mapToLong(window -> {
                    long whole = span.plus(window.per()).minusNanos(1).dividedBy(window.per());
                    return window.requests() * whole;
                })
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** "1 per 10 s (burst 3), 500 per day", as a person reads it. */
    public String words() {
        return windows.isEmpty()
                ? "as fast as it answers"
                : windows.stream().map(Words::rate).collect(Collectors.joining(", "));
    }

    /** As fast as the source answers, one request at a time for each of {@code concurrency}. */
    public static Pace unlimited(int concurrency) {
        return new Pace(List.of(), concurrency);
    }

    /** One request every {@code interval} on average, up to {@code burst} of them at once. */
    public static Pace every(Duration interval, int burst) {
        return interval.isZero() ? unlimited(1) : new Pace(List.of(new Window(burst, interval.multipliedBy(burst))), 1);
    }
}
