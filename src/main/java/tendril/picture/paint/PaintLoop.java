package tendril.picture.paint;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import tendril.layout.Lanes;
import tendril.picture.ink.Look;
import tendril.picture.ink.Pass;
import tendril.picture.scene.Camera;
import tendril.picture.scene.Scene;

/**
 * The painter thread: paints what was asked for last, and keeps finished frames until they are taken. Thread-safe.
 * A crowded picture is shared with helper threads.
 * Three buffers go round (painted, finished, shown), so nobody waits and nothing tears: {@link #take} hands over the
 * newest finished frame and takes back the one before.
 */
public final class PaintLoop implements AutoCloseable {
    private static final Logger LOG = System.getLogger(PaintLoop.class.getName());
    private static final int SPARE_BUFFERS_MAX = 3;

    /** Threads that share one picture; more of them would wait for memory, not paint. */
    private static final int LANES_MAX = 4;

    /** Cores left to the window, which is what a hand feels. */
    private static final int CORES_LEFT = 1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PaintSchedule schedule = new PaintSchedule();
    private final ArrayDeque<int[]> spare = new ArrayDeque<>();
    private final LongSupplier nanoClock;
    private final Runnable onFrame;
    private final Thread thread;
    private final ExecutorService helpers;
    private final Lanes lanes;
    private Optional<Frame> finished = Optional.empty();
    private Optional<Frame> shown = Optional.empty();
    /** Finished last, seen or not; the painter's own. */
    private Optional<Frame> newest = Optional.empty();

    private volatile boolean closed;

    /**
     * Starts the thread.
     *
     * @param threads   makes it; it should be a daemon
     * @param nanoClock a steady clock in nanoseconds, {@code System::nanoTime}
     * @param onFrame   called on the painter thread when a frame is ready to be taken; must return at once
     */
    public PaintLoop(ThreadFactory threads, LongSupplier nanoClock, Runnable onFrame) {
        this.nanoClock = nanoClock;
        this.onFrame = onFrame;
        int count = Math.clamp(Runtime.getRuntime().availableProcessors() - CORES_LEFT, 1, LANES_MAX);
        this.helpers = Executors.newFixedThreadPool(Math.max(1, count - 1), threads);
        this.lanes = new Lanes(helpers, count);
        this.thread = threads.newThread(this::run);
        this.thread.start();
    }

    /** Asks for a picture; of several requests only the newest counts. Returns at once. */
    public void request(Scene scene, Camera camera, Look look) {
        lock.lock();
        try {
            schedule.want(new PaintSchedule.Request(scene, camera, look), nanoClock.getAsLong());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The newest frame finished since the last call, if there is one; its pixels are the caller's until the next call
     * that returns one. Never waits for painting.
     */
    public Optional<Frame> take() {
        lock.lock();
        try {
            if (finished.isEmpty()) {
                return Optional.empty();
            }
            shown.ifPresent(seen -> giveBack(seen.pixels()));
            shown = finished;
            finished = Optional.empty();
            return shown;
        } finally {
            lock.unlock();
        }
    }

    /** Stops the thread; frames already taken stay good. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            helpers.shutdown();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        var painter = new GraphPainter(lanes);
        try {
            while (!closed) {
                var job = awaitJob();
                if (job.isPresent()) {
                    paint(painter, job.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until there may be something to paint. */
    private Optional<PaintSchedule.Step.Paint> awaitJob() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                switch (schedule.next(nanoClock.getAsLong())) {
                    case PaintSchedule.Step.Paint paint -> {
                        return Optional.of(paint);
                    }
                    case PaintSchedule.Step.Wait pause -> changed.awaitNanos(pause.ns());
                    case PaintSchedule.Step.Rest rest -> changed.await();
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void paint(GraphPainter painter, PaintSchedule.Step.Paint job) {
        var request = job.request();
        int width = GraphPainter.widthPx(request.camera(), request.look());
        int height = GraphPainter.heightPx(request.camera(), request.look());
        int[] pixels = buffer(width * height);
        long before = nanoClock.getAsLong();
        Optional<Pass> pass = Optional.empty();
        boolean whole = false;
        try {
            pass = retouched(painter, request, pixels);
            whole = pass.isEmpty();
            if (whole) {
                pass = painted(painter, job, pixels);
            }
        } catch (RuntimeException e) {
            // The bottom of the thread: a picture that cannot be painted must not end all painting.
            LOG.log(Level.ERROR, "A picture could not be painted; the last good one stays.", e);
        }
        long took = nanoClock.getAsLong() - before;
        if (pass.isEmpty()) {
            giveUp(job, pixels, took);
            return;
        }
        finish(
                job,
                new Frame(pixels, width, height, request.scene(), request.camera(), request.look(), pass.get()),
                whole,
                took);
        onFrame.run();
        if (pass.get() == Pass.SMOOTH) {
            // Nothing more to paint for now: a good time to make ready what hit tests ask.
            request.scene().linkGrid();
        }
    }

    /** The newest frame, whose pixels nobody writes while it is the newest, with little changed. */
    private Optional<Pass> retouched(GraphPainter painter, PaintSchedule.Request request, int[] pixels) {
        return newest.filter(frame -> frame.pixels().length == pixels.length)
                .flatMap(frame ->
                        painter.retouch(request.scene(), request.camera(), request.look(), frame.pixels(), pixels));
    }

    private Optional<Pass> painted(GraphPainter painter, PaintSchedule.Step.Paint job, int[] pixels) {
        var request = job.request();
        boolean done = painter.paint(
                request.scene(), request.camera(), request.look(), job.pass(), pixels, () -> isOvertaken(job));
        return done ? Optional.of(job.pass()) : Optional.empty();
    }

    private void giveUp(PaintSchedule.Step.Paint job, int[] pixels, long took) {
        lock.lock();
        try {
            giveBack(pixels);
            if (!schedule.isOvertaken(job)) {
                schedule.painted(job, took);
            }
        } finally {
            lock.unlock();
        }
    }

    private void finish(PaintSchedule.Step.Paint job, Frame frame, boolean whole, long took) {
        lock.lock();
        try {
            if (whole) {
                schedule.painted(job, took);
            } else {
                schedule.retouched(job.request(), frame.pass());
            }
            finished.ifPresent(unseen -> giveBack(unseen.pixels()));
            finished = Optional.of(frame);
            newest = finished;
        } finally {
            lock.unlock();
        }
    }

    private boolean isOvertaken(PaintSchedule.Step.Paint job) {
        lock.lock();
        try {
            return closed || schedule.isOvertaken(job);
        } finally {
            lock.unlock();
        }
    }

    private int[] buffer(int size) {
        lock.lock();
        try {
            int[] pixels = spare.poll();
            while (pixels != null && pixels.length != size) {
                pixels = spare.poll();
            }
            return pixels != null ? pixels : new int[size];
        } finally {
            lock.unlock();
        }
    }

    private void giveBack(int[] pixels) {
        if (spare.size() < SPARE_BUFFERS_MAX) {
            spare.push(pixels);
        }
    }
}
