package tendril.ui;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import javafx.application.Platform;

/**
 * The one way for other threads to the FX thread, and the case thread's executor: a bounded inbox, emptied on the FX
 * thread within a time budget, so that a flood of answers never holds up a frame. Thread-safe. Nothing else in the
 * program calls {@link Platform#runLater}.
 */
public final class FxPulse implements Executor {
    /** How many tasks may wait. */
    static final int INBOX_CAPACITY = 100_000;

    /** How long one turn may take before the toolkit gets to draw, in nanoseconds. */
    static final long TURN_NS_MAX = 6_000_000;

    private final Executor toolkit;
    private final LongSupplier nanoTime;
    private final ArrayDeque<Runnable> inbox = new ArrayDeque<>();
    private boolean turnAsked;

    /** The pulse of the running toolkit. */
    public FxPulse() {
        this(Platform::runLater, System::nanoTime);
    }

    FxPulse(Executor toolkit, LongSupplier nanoTime) {
        this.toolkit = toolkit;
        this.nanoTime = nanoTime;
    }

    /**
     * Runs a task on the FX thread, after all that came before it.
     *
     * @throws RejectedExecutionException when more than {@link #INBOX_CAPACITY} tasks wait
     */
    @Override
    public void execute(Runnable task) {
        synchronized (inbox) {
            if (inbox.size() >= INBOX_CAPACITY) {
                throw new RejectedExecutionException("The window has " + INBOX_CAPACITY
                        + " tasks waiting and takes no more until it has caught up.");
            }
            inbox.add(task);
            if (turnAsked) {
                return;
            }
            turnAsked = true;
        }
        toolkit.execute(this::turn);
    }

    /**
     * A trigger that runs the task once, however often it is pulled before that; so ten changes in one frame refresh a
     * view once. The trigger belongs to the FX thread.
     */
    public Runnable coalesced(Runnable task) {
        return new Runnable() {
            private boolean waiting;

            @Override
            public void run() {
                if (!waiting) {
                    waiting = true;
                    execute(() -> {
                        waiting = false;
                        task.run();
                    });
                }
            }
        };
    }

    private void turn() {
        long end = nanoTime.getAsLong() + TURN_NS_MAX;
        boolean more = true;
        while (more && nanoTime.getAsLong() < end) {
            Runnable task;
            synchronized (inbox) {
                task = inbox.poll();
                more = task != null;
                turnAsked = more;
            }
            if (task != null) {
                runGuarded(task);
            }
        }
        if (more) {
            toolkit.execute(this::turn);
        }
    }

    /** A task that fails must not stop those behind it; the failure goes where all of the thread's failures go. */
    private static void runGuarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
        }
    }
}
