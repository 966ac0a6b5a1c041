package tendril.casefile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import tendril.casefile.disk.CaseFileException;
import tendril.casefile.record.EvidenceBody;
import tendril.graph.Fact;

/**
 * The thread that brings facts to disk, in the order in which they came. Thread-safe.
 *
 * <p>Batches that wait while one is being written go into the next transaction together. When writing fails they stay, in
 * order, and are tried again with the next batch, on {@link #retry()} and on closing; so a full disk delays facts but
 * loses none, and {@link #continueIn} takes them to another file.
 */
public final class CaseSaver implements AutoCloseable {
    /** Hears how saving goes, on the saver's thread. */
    public interface Listener {
        /** Everything up to this fact is on disk. */
        void saved(long seq);

        /** Facts wait because they could not be written; the sentence is for a person. */
        void notSaved(CaseFileException.Reason reason, String sentence);
    }

    /** So many facts make a transaction large enough that waiting for more gains nothing. */
    private static final int FACTS_PER_TRANSACTION_MAX = 20_000;

    private final Listener listener;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Held while a transaction is under way. */
    private final ReentrantLock writing = new ReentrantLock();

    // Guarded by the lock.
    private final Deque<Batch> waiting = new ArrayDeque<>();
    private final List<CompletableFuture<Void>> flushes = new ArrayList<>();
    private Optional<CaseFileException> trouble = Optional.empty();
    private boolean tryAgain;
    private boolean closing;
    private long savedSeq;

    // Guarded by the writing lock.
    private CaseFile file;

    /**
     * Starts saving into a file, which stays the caller's to close, after this saver.
     *
     * @throws CaseFileException if the file cannot even be read
     */
    public CaseSaver(CaseFile file, Listener listener, ThreadFactory threads) throws CaseFileException {
        this.file = file;
        this.listener = listener;
        this.savedSeq = file.lastSeq();
        this.thread = threads.newThread(this::run);
        thread.start();
    }

    /**
     * Takes facts to be saved.
     *
     * @return completed with the seq of the last of them once they are on disk; stays open while they wait
     */
    public CompletableFuture<Long> append(List<Fact> facts, List<EvidenceBody> bodies) {
        Batch batch = new Batch(List.copyOf(facts), List.copyOf(bodies), new CompletableFuture<>());
        return locked(() -> {
            if (closing) {
                throw new IllegalStateException("the saver is closed");
            }
            waiting.add(batch);
            tryAgain = true;
            return batch.saved;
        });
    }

    /** Completed once everything taken so far is on disk. */
    public CompletableFuture<Void> flush() {
        return locked(() -> {
            CompletableFuture<Void> done = new CompletableFuture<>();
            if (waiting.isEmpty()) {
                done.complete(null);
            } else {
                flushes.add(done);
                tryAgain = true;
            }
            return done;
        });
    }

    /** Tries again to write what waits. */
    public void retry() {
        locked(() -> tryAgain = true);
    }

    /**
     * Writes all that waits, and all that comes, to another file, which holds the same facts up to {@link #savedSeq}.
     * Returns the file used so far, for the caller to close; no write to it is under way any more.
     */
    public CaseFile continueIn(CaseFile other) {
        writing.lock();
        try {
            CaseFile before = file;
            file = other;
            return before;
        } finally {
            writing.unlock();
            retry();
        }
    }

    /** The last fact that is on disk, 0 for none. */
    public long savedSeq() {
        return locked(() -> savedSeq);
    }

    /** Why facts wait; empty while all is well. */
    public Optional<CaseFileException> trouble() {
        return locked(() -> trouble);
    }

    /** Facts that are not on disk yet, in order. */
    public List<Fact> unsaved() {
        return locked(
                () -> waiting.stream().flatMap(batch -> batch.facts.stream()).toList());
    }

    /**
     * Writes what waits and stops.
     *
     * @throws CaseFileException if something could not be written; {@link #unsaved} still holds it
     */
    @Override
    public void close() throws CaseFileException {
        locked(() -> closing = true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException hurried) {
                // What waits is somebody's work: the write is finished first.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Optional<CaseFileException> left = trouble();
        if (left.isPresent()) {
            throw left.get();
        }
    }

    private void run() {
        boolean going = true;
        while (going) {
            going = waitForWork();
            while (writeNext()) {
                continue;
            }
        }
        abandon();
    }

    /** Waits until there is something to try; false once this is the last time. */
    private boolean waitForWork() {
        return locked(() -> {
            while (!closing && !(tryAgain && !waiting.isEmpty())) {
                changed.awaitUninterruptibly();
            }
            return !closing;
        });
    }

    /** Writes one transaction; whether there may be more to write. */
    private boolean writeNext() {
        List<Batch> group = locked(this::nextGroup);
        if (group.isEmpty()) {
            return false;
        }
        List<Fact> facts = group.stream().flatMap(batch -> batch.facts.stream()).toList();
        List<EvidenceBody> bodies =
                group.stream().flatMap(batch -> batch.bodies.stream()).toList();
        writing.lock();
        try {
            file.append(facts, bodies);
        } catch (CaseFileException failed) {
            failed(failed);
            return false;
        } finally {
            writing.unlock();
        }
        succeeded(group);
        return true;
    }

    private void failed(CaseFileException cause) {
        locked(() -> trouble = Optional.of(cause));
        listener.notSaved(cause.reason(), cause.sentence());
    }

    private void succeeded(List<Batch> group) {
        List<CompletableFuture<Void>> flushed = new ArrayList<>();
        long seq = locked(() -> {
            trouble = Optional.empty();
            for (Batch batch : group) {
                waiting.remove();
                savedSeq = batch.lastSeq(savedSeq);
            }
            if (waiting.isEmpty()) {
                flushed.addAll(flushes);
                flushes.clear();
            }
            return savedSeq;
        });
        group.forEach(batch -> batch.saved.complete(batch.lastSeq(seq)));
        flushed.forEach(flush -> flush.complete(null));
        listener.saved(seq);
    }

    /** Tells those who still wait that the saver has stopped. */
    private void abandon() {
        List<CompletableFuture<?>> open = new ArrayList<>();
        CaseFileException why = locked(() -> {
            waiting.forEach(batch -> open.add(batch.saved));
            open.addAll(flushes);
            flushes.clear();
            return trouble.orElseGet(() -> new CaseFileException(
                    CaseFileException.Reason.CLOSED, "The case was closed before everything was saved."));
        });
        open.forEach(future -> future.completeExceptionally(why));
    }

    private List<Batch> nextGroup() {
        tryAgain = false;
        List<Batch> group = new ArrayList<>();
        long facts = 0;
        for (Batch batch : waiting) {
            if (!group.isEmpty() && facts + batch.facts.size() > FACTS_PER_TRANSACTION_MAX) {
                break;
            }
            group.add(batch);
            facts += batch.facts.size();
        }
        return group;
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            T result = action.get();
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }

    private record Batch(List<Fact> facts, List<EvidenceBody> bodies, CompletableFuture<Long> saved) {
        long lastSeq(long otherwise) {
            return facts.isEmpty() ? otherwise : facts.getLast().seq();
        }
    }
}
