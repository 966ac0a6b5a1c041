package tendril.pivot.pace;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** The thread of a ledger on a disk that takes its time, in virtual time, or does not answer at all for a while. */
public final class SlowDisk extends AbstractExecutorService {
    private final VirtualTicker ticker;
    private final long takesNanos;
    private final ArrayDeque<Task> tasks = new ArrayDeque<>();
    private boolean hangs;

    private record Task(long at, Runnable work) {}

    public SlowDisk(VirtualTicker ticker, Duration takes) {
        this.ticker = ticker;
        takesNanos = takes.toNanos();
    }

    public void hangs(boolean now) {
        hangs = now;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(new Task(ticker.nanos() + takesNanos, task));
    }

    /** Does what is over by now. */
    public void work() {
        while (!hangs && !tasks.isEmpty() && tasks.element().at() <= ticker.nanos()) {
            tasks.remove().work().run();
        }
    }

    /** When something will be over next. */
    public long next() {
        return hangs || tasks.isEmpty() ? Long.MAX_VALUE : tasks.element().at();
    }

    @Override
    public void shutdown() {
        tasks.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        tasks.clear();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
