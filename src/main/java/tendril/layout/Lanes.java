package tendril.layout;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * A few lanes that share the parts of one piece of work. The calling thread is always one of them and takes whatever
 * nobody else takes, so a busy or closed executor costs time, never an answer. Which lane does a part must not matter:
 * parts write to places of their own, and sums are added up in the order of the parts, so a result does not depend on
 * the number of lanes. Thread-safe if the executor is.
 */
public final class Lanes {
    private final Executor helpers;
    private final int count;

    /**
     * Lanes on the given executor.
     *
     * @param helpers runs the lanes besides the calling thread
     * @param count   all lanes, the calling thread included
     */
    public Lanes(Executor helpers, int count) {
        this.helpers = helpers;
        this.count = Math.max(1, count);
    }

    /** The calling thread alone. */
    public static Lanes one() {
        return new Lanes(Runnable::run, 1);
    }

    /** All lanes, the calling thread included. */
    public int count() {
        return count;
    }

    /** Runs the parts 0 to {@code parts - 1} and returns when all are done. */
    public void each(int parts, IntConsumer work) {
        int wanted = Math.min(count, parts);
        if (wanted <= 1) {
            for (int part = 0; part < parts; part++) {
                work.accept(part);
            }
            return;
        }
        Share share = new Share(parts, work);
        for (int helper = 1; helper < wanted; helper++) {
            try {
                helpers.execute(share);
            } catch (RejectedExecutionException closed) {
                break;
            }
        }
        share.run();
        share.await();
    }

    private static final class Share implements Runnable {
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final CountDownLatch open;
        private final int parts;
        private final IntConsumer work;

        Share(int parts, IntConsumer work) {
            this.parts = parts;
            this.work = work;
            this.open = new CountDownLatch(parts);
        }

        @Override
        public void run() {
            for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                try {
                    work.accept(part);
                } catch (RuntimeException | Error broken) {
                    failure.compareAndSet(null, broken);
                } finally {
                    open.countDown();
                }
            }
        }

        void await() {
            boolean interrupted = false;
            while (open.getCount() > 0) {
                try {
                    open.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            switch (failure.get()) {
                case null -> {}
                case RuntimeException broken -> throw broken;
                case Error broken -> throw broken;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }
}
