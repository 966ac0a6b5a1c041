package tendril.session;

import java.time.Duration;
import java.util.Optional;
import tendril.pivot.queue.QueueChange;

/**
 * The hands of the queue: sends questions on threads of its own and wakes the session when there may be something to
 * send. What comes back goes to {@link CaseSession#answered}, on the case thread.
 */
public interface Sender extends AutoCloseable {
    /** Sends one question; what it asks is on disk as started. */
    void send(QueueChange.Started started);

    /** Ends a send that nobody waits for any more. */
    void cancel(long send);

    /**
     * Calls {@link CaseSession#wake} on the case thread after this time, or not at all; a later call replaces an earlier
     * one.
     */
    void wakeIn(Optional<Duration> time);

    @Override
    void close();
}
