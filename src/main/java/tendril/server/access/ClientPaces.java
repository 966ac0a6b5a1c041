package tendril.server.access;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import tendril.server.message.Answer;

/**
 * Holds every client to its pace: for each, the moment up to which its requests are accounted for (the generic cell rate
 * algorithm, ITU-T I.371). Thread-safe.
 */
public final class ClientPaces {
    /** Clients beyond this are forgotten, those that asked longest ago first. */
    private static final int CLIENTS_MAX = 10_000;

    private final Paces paces;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by {@code lock}. */
    private final Map<InetAddress, Instant> accountedUntil = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Instant> eldest) {
            return size() > CLIENTS_MAX;
        }
    };

    public ClientPaces(Paces paces, InstantSource clock) {
        this.paces = paces;
        this.clock = clock;
    }

    /** The refusal of a request that comes too soon; empty when it is within the pace, and counted. */
    public Optional<Answer> refusal(InetAddress client) {
        ClientPace pace = paces.of(client);
        if (pace.interval().isZero()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Duration slack = pace.interval().multipliedBy(pace.burst() - 1L);
        lock.lock();
        try {
            Instant until = accountedUntil.getOrDefault(client, now);
            Instant begin = until.isBefore(now) ? now : until;
            Duration wait = Duration.between(now, begin.minus(slack));
            if (wait.isPositive()) {
                return Optional.of(refusal(wait, pace));
            }
            accountedUntil.put(client, begin.plus(pace.interval()));
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private static Answer refusal(Duration wait, ClientPace pace) {
        if (pace.likeTheOriginal()) {
            return Answer.of(200, Answer.TEXT, "Too many connections");
        }
        long seconds = wait.plusMillis(999).toSeconds();
        return Answer.sentence(429, "Too many requests: wait " + seconds + " s before the next one.")
                .with("Retry-After", Long.toString(seconds));
    }
}
