package tendril.pivot;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A ledger that lives as long as the object: for tests, and where no directory can be written. Confined to one thread. */
public final class MemoryPaceLedger implements PaceLedger {
    private final Ticker ticker;
    private final Map<String, SendLog> logs = new HashMap<>();

    public MemoryPaceLedger(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public Slot reserve(String provider, Pace pace) {
        SendLog log = log(provider);
        long now = ticker.nanos();
        long earliest = log.earliest(pace);
        if (earliest > now) {
            return new Slot.NotBefore(earliest);
        }
        if (!pace.windows().isEmpty()) {
            log.trim(pace, now);
            log.add(now);
        }
        return new Slot.Taken(now);
    }

    @Override
    public void askedToWait(String provider, Duration wait) {
        log(provider).waitUntil(ticker.nanos() + wait.toNanos());
    }

    @Override
    public void stopWaiting(String provider) {
        log(provider).waitUntil(Long.MIN_VALUE);
    }

    @Override
    public long[] sends(String provider) {
        return log(provider).toArray();
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    private SendLog log(String provider) {
        return logs.computeIfAbsent(provider, key -> new SendLog());
    }
}
