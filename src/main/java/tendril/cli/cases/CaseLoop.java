package tendril.cli.cases;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/** The case thread of a program without a window: whoever runs the loop is it. */
final class CaseLoop implements Executor {
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    /** Hands a task to the loop. Any thread. */
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs what comes, one after another, until this holds after a task. */
    void runUntil(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            tasks.take().run();
        }
    }
}
