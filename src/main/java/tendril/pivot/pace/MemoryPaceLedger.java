package tendril.pivot.pace;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tendril.pivot.Pace;

/** A ledger that lives as long as the object: for tests, and where no directory can be written. Confined to one thread. */
public final class MemoryPaceLedger implements PaceLedger {
    private final Ticker ticker;
    private final Map<PaceKey, SendLog> logs = new HashMap<>();

    public MemoryPaceLedger(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public Slot reserve(PaceKey key, Pace pace) {
        SendLog log = log(key);
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
    public void askedToWait(PaceKey key, Duration wait) {
        log(key).waitUntil(ticker.nanos() + wait.toNanos());
    }

    @Override
    public void stopWaiting(PaceKey key) {
        log(key).waitUntil(Long.MIN_VALUE);
    }

    @Override
    public long[] sends(PaceKey key) {
        return log(key).toArray();
    }

    @Override
    public void sentLater(PaceKey key, long granted, long sent) {
        log(key).move(granted, sent);
    }

    @Override
    public void whenAnswered(Runnable listener) {
        // Every answer is given at once.
    }

    @Override
    public void close() {
        logs.clear();
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    private SendLog log(PaceKey key) {
        return logs.computeIfAbsent(key, fresh -> new SendLog());
    }
}
