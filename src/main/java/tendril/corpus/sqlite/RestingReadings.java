package tendril.corpus.sqlite;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import tendril.corpus.CorpusException;

/**
 * Readings that have ended and wait for the next answer, their connections open. What they hold of the file they let go
 * of soon after, so that nobody who fills the file from elsewhere is kept waiting by a server that has nothing to do.
 * Thread-safe.
 */
final class RestingReadings {
    /** Connections beyond this are closed when their reading ends, instead of resting. */
    private static final int COUNT_MAX = 8;

    private static final Executor SOON = CompletableFuture.delayedExecutor(2 * Snapshot.HELD_MS, TimeUnit.MILLISECONDS);

    private final ConcurrentLinkedDeque<SqliteReading> resting = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean isLettingGo = new AtomicBoolean();
    private volatile boolean closed;

    /** The one that rested last: what it has read is most likely still at hand. */
    Optional<SqliteReading> take() {
        return Optional.ofNullable(resting.pollFirst());
    }

    void rest(SqliteReading reading) throws CorpusException {
        if (closed || resting.size() >= COUNT_MAX) {
            reading.disconnect();
            return;
        }
        boolean isHolding = reading.isHolding();
        resting.addFirst(reading);
        if (closed && resting.remove(reading)) {
            reading.disconnect();
        } else if (isHolding && isLettingGo.compareAndSet(false, true)) {
            SOON.execute(this::letGoOfOld);
        }
    }

    /** Each that rests is taken once: what rests meanwhile sees to it that this runs again. */
    private void letGoOfOld() {
        isLettingGo.set(false);
        for (int i = resting.size(); i > 0; i--) {
            SqliteReading reading = resting.pollLast();
            if (reading == null) {
                return;
            }
            try {
                reading.letGoOfOld();
                rest(reading);
            } catch (CorpusException e) {
                // Whoever asks the next time is told what is wrong with the file.
                resting.addFirst(reading);
            }
        }
    }

    void close() throws CorpusException {
        closed = true;
        for (SqliteReading reading = resting.pollFirst(); reading != null; reading = resting.pollFirst()) {
            reading.disconnect();
        }
    }
}
