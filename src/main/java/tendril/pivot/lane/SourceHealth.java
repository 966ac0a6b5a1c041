package tendril.pivot.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tendril.pivot.Question;
import tendril.pivot.Words;
import tendril.pivot.pace.Moment;
import tendril.pivot.pace.PaceLedger;

/**
 * What the last answers of one source say about it: how fast it is, whether it asked for time, whether it is gone. The
 * circuit breaker: after {@link #FAILURES_UNTIL_GONE} questions in a row without an answer the source counts as gone,
 * and one request at a time probes it, less and less often. Confined to the case thread.
 */
public final class SourceHealth {
    static final int FAILURES_UNTIL_GONE = 3;
    static final Duration PROBE_FIRST = Duration.ofSeconds(30);
    static final Duration PROBE_MAX = Duration.ofMinutes(10);
    static final Duration WAIT_MIN = Duration.ofSeconds(1);
    static final Duration WAIT_UNASKED = Duration.ofSeconds(30);
    static final Duration WAIT_UNASKED_MAX = Duration.ofMinutes(15);
    static final Duration BACK_OFF_FIRST = Duration.ofSeconds(2);
    static final Duration BACK_OFF_MAX = Duration.ofMinutes(5);
    private static final Duration SLOW_FROM = Duration.ofSeconds(10);
    private static final Duration LATENCY_AT_START = Duration.ofMillis(300);
    private static final double LATENCY_WEIGHT = 0.2;
    private static final int DOUBLINGS_MAX = 20;

    private final RandomGenerator random;
    private final Set<String> failedInARow = new HashSet<>();
    private long latencyNanos = LATENCY_AT_START.toNanos();
    private boolean answered;
    private int throttles;
    private long waitUntil = Long.MIN_VALUE;
    private String waitWords = "";
    private Optional<Instant> goneSince = Optional.empty();
    private int probes;
    private long probeAt = Long.MIN_VALUE;
    private String goneWords = "";

    SourceHealth(RandomGenerator random) {
        this.random = random;
    }

    /** The source answered, whatever it said. */
    public void answered(long tookNanos) {
        latencyNanos =
                answered ? (long) (latencyNanos + LATENCY_WEIGHT * (tookNanos - latencyNanos)) : Math.max(1, tookNanos);
        answered = true;
        throttles = 0;
        back();
    }

    /** It did not answer. Returns whether it counts as gone. */
    public boolean silent(Question question, long now, Instant wall, String reason) {
        failedInARow.add(question.key());
        if (goneSince.isEmpty() && failedInARow.size() < FAILURES_UNTIL_GONE) {
            return false;
        }
        goneSince = Optional.of(goneSince.orElse(wall));
        probeAt = now + jittered(doubled(PROBE_FIRST, probes++, PROBE_MAX)).toNanos();
        goneWords = reason;
        return true;
    }

    /** It asked for time; returns how long we give it. Never shorter than our own back-off, never absurdly long. */
    public Duration throttled(Optional<Duration> asked, long now) {
        back();
        Duration own = doubled(asked.isPresent() ? WAIT_MIN : WAIT_UNASKED, throttles++, WAIT_UNASKED_MAX);
        Optional<Duration> theirs = asked.filter(duration -> duration.compareTo(own) > 0);
        Duration wait = theirs.orElseGet(() -> jittered(own));
        Duration capped = wait.compareTo(PaceLedger.WAIT_MAX) > 0 ? PaceLedger.WAIT_MAX : wait;
        waitUntil = now + capped.toNanos();
        waitWords = theirs.isPresent()
                ? "server asked for " + Words.span(capped)
                : "server asked to slow down: waiting " + Words.span(capped);
        return capped;
    }

    /** A person says: try now. */
    public void tryNow() {
        waitUntil = Long.MIN_VALUE;
        probeAt = Long.MIN_VALUE;
        throttles = 0;
        probes = 0;
    }

    /** How long a question waits after its n-th try in vain. */
    public Duration backOff(int attempts) {
        return jittered(doubled(BACK_OFF_FIRST, attempts - 1, BACK_OFF_MAX));
    }

    public boolean isGone() {
        return goneSince.isPresent();
    }

    public long probeAt() {
        return probeAt;
    }

    /** Nothing may be sent before this time, for the source's own sake. */
    public long notBefore() {
        return isGone() ? Math.max(waitUntil, probeAt) : waitUntil;
    }

    long latencyNanos() {
        return latencyNanos;
    }

    /** Why nothing is sent now, empty if nothing keeps us. */
    public String why(long now) {
        if (waitUntil > now) {
            return waitWords;
        }
        return isGone() ? "source does not answer: " + goneWords : "";
    }

    public ProviderHealth health(Moment moment) {
        if (waitUntil > moment.nanos()) {
            return new ProviderHealth.Limited(moment.at(waitUntil), waitWords);
        }
        if (goneSince.isPresent()) {
            return new ProviderHealth.Gone(goneSince.get(), moment.at(probeAt), goneWords);
        }
        if (!answered) {
            return new ProviderHealth.Unasked();
        }
        Duration latency = Duration.ofNanos(latencyNanos);
        return latency.compareTo(SLOW_FROM) < 0 ? new ProviderHealth.Alive(latency) : new ProviderHealth.Slow(latency);
    }

    private void back() {
        failedInARow.clear();
        goneSince = Optional.empty();
        probes = 0;
    }

    // Between half and one and a half: programs that failed together do not come back together.
    private Duration jittered(Duration span) {
        return Duration.ofNanos((long) (span.toNanos() * (0.5 + random.nextDouble())));
    }

    private static Duration doubled(Duration first, int times, Duration max) {
        Duration span = first.multipliedBy(1L << Math.clamp(times, 0, DOUBLINGS_MAX));
        return span.compareTo(max) > 0 ? max : span;
    }
}
