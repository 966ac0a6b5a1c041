package tendril.pivot.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the queue again when it has asked for that: one alarm, set anew after each change, no polling. Confined to
 * the case thread.
 */
public final class QueueTimer implements AutoCloseable {
    private final ScheduledExecutorService timer;
    private final Executor caseThread;
    private final Runnable look;
    private Optional<Future<?>> alarm = Optional.empty();

    /**
     * An alarm that is not set yet.
     *
     * @param timer      rings; stays open when this closes
     * @param caseThread where to look at the queue
     * @param look       commits and sends what is due, then sets the alarm again
     */
    public QueueTimer(ScheduledExecutorService timer, Executor caseThread, Runnable look) {
        this.timer = timer;
        this.caseThread = caseThread;
        this.look = look;
    }

    /** Sets the alarm to {@link PivotQueue#nextWake()}, in place of what it was set to before. */
    public void set(Optional<Duration> span) {
        close();
        alarm = span.map(wait -> timer.schedule(() -> caseThread.execute(look), wait.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public void close() {
        alarm.ifPresent(future -> future.cancel(false));
        alarm = Optional.empty();
    }
}
