package tendril.pivot.pace;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tendril.pivot.Pace;

/**
 * A ledger whose file is read and written on a thread of its own, so that a disk that does not answer holds up nobody who
 * asks: until it does, the answer is {@code Pending}. Thread-safe; meant to be asked by one thread.
 *
 * <h2>How a slot is taken</h2>
 *
 * {@link #reserve} hands the wish on and says {@code Pending}. When the ledger behind has an answer, the listener is told,
 * and the next call of {@link #reserve} gives it out, once. What is known here, from the last answer, says no at once.
 *
 * <h2>What keeps the pace exact</h2>
 *
 * A slot counts from the moment it is given out here and not from when it was granted, since the question leaves only
 * then: where the two are apart by more than the guard of the windows covers, the ledger behind is told. A slot that
 * nobody fetched in time, because all was paused meanwhile, has counted and is thrown away.
 */
public final class PatientLedger implements PaceLedger {
    /** A slot that was granted longer ago than this is thrown away. */
    static final Duration SLOT_KEPT = Duration.ofSeconds(1);

    /** A file that takes longer than this is in trouble. */
    static final Duration ANSWER_AWAITED = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(PatientLedger.class.getName());

    private final PaceLedger behind;
    private final Ticker ticker;
    private final ExecutorService thread;
    private final Map<PaceKey, Wish> wishes = new HashMap<>();
    private Optional<String> troubleBehind = Optional.empty();
    private Runnable answered = () -> {};

    /** What is known of one key, and what was asked about it. Guarded by the ledger. */
    private static final class Wish {
        private SendLog log = new SendLog();
        private Optional<Slot> answer = Optional.empty();
        private boolean asked;
        private long askedAt;
    }

    /**
     * A patient ledger over another one.
     *
     * @param behind used on the thread only, from now on
     * @param thread does one thing after another; ends with this ledger
     */
    public PatientLedger(PaceLedger behind, Ticker ticker, ExecutorService thread) {
        this.behind = behind;
        this.ticker = ticker;
        this.thread = thread;
    }

    /** A patient ledger with a thread of its own, which no program waits for when it ends. */
    public static PatientLedger over(PaceLedger behind, Ticker ticker) {
        return new PatientLedger(
                behind,
                ticker,
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("pace-ledger").factory()));
    }

    @Override
    public synchronized void whenAnswered(Runnable listener) {
        answered = listener;
    }

    @Override
    public synchronized Slot reserve(PaceKey key, Pace pace) {
        Wish wish = wish(key);
        long now = ticker.nanos();
        if (wish.log.waitUntil() > now) {
            return new Slot.NotBefore(wish.log.waitUntil());
        }
        Optional<Slot> answer = wish.answer;
        wish.answer = Optional.empty();
        if (answer.isPresent()) {
            switch (answer.get()) {
                case Slot.Taken taken -> {
                    if (now - taken.at() <= SLOT_KEPT.toNanos()) {
                        return given(key, wish, pace, taken.at(), now);
                    }
                }
                case Slot.NotBefore not -> {
                    if (not.nanos() > now) {
                        return not;
                    }
                }
                case Slot.Busy busy -> {
                    return busy;
                }
                case Slot.Pending pending -> {}
            }
        }
        return ask(key, wish, pace, now);
    }

    private Slot ask(PaceKey key, Wish wish, Pace pace, long now) {
        if (wish.asked) {
            return new Slot.Pending();
        }
        // What others have sent meanwhile can only make it later.
        long earliest = wish.log.earliest(pace);
        if (earliest > now) {
            return new Slot.NotBefore(earliest);
        }
        if (pace.windows().isEmpty()) {
            return new Slot.Taken(now);
        }
        wish.asked = true;
        wish.askedAt = now;
        CompletableFuture.supplyAsync(() -> lookUp(key, pace), thread)
                .whenComplete((found, failure) -> answered(key, found == null ? failed(failure) : found));
        return new Slot.Pending();
    }

    /** What the ledger behind says. */
    private record Found(Slot slot, Optional<long[]> sends, Optional<String> trouble) {}

    private Found lookUp(PaceKey key, Pace pace) {
        Slot slot = behind.reserve(key, pace);
        return new Found(slot, Optional.of(behind.sends(key)), behind.trouble());
    }

    private Found failed(@Nullable Throwable failure) {
        LOG.log(Level.WARNING, "The pace could not be looked up", failure);
        return new Found(
                new Slot.NotBefore(ticker.nanos() + ANSWER_AWAITED.toNanos()),
                Optional.empty(),
                Optional.of("The record of how often sources were asked cannot be read; it is tried again every "
                        + ANSWER_AWAITED.toSeconds() + " s, and nothing is sent until then. The log says why."));
    }

    /** The slot counts from now: later than it was granted, by what the file and the asking thread have taken. */
    private Slot given(PaceKey key, Wish wish, Pace pace, long granted, long now) {
        if (now - granted > SendLog.guardNanos(pace)) {
            wish.log.move(granted, now);
            thread.execute(() -> behind.sentLater(key, granted, now));
        }
        return new Slot.Taken(now);
    }

    /** Runs on the ledger's thread. */
    private void answered(PaceKey key, Found found) {
        Runnable listener;
        synchronized (this) {
            Wish wish = wish(key);
            found.sends().ifPresent(sends -> wish.log = logOf(sends, wish.log.waitUntil()));
            wish.answer = Optional.of(found.slot());
            wish.asked = false;
            troubleBehind = found.trouble();
            listener = answered;
        }
        listener.run();
    }

    private static SendLog logOf(long[] sends, long waitUntil) {
        var log = new SendLog();
        for (long send : sends) {
            log.add(send);
        }
        log.waitUntil(waitUntil);
        return log;
    }

    @Override
    public synchronized void askedToWait(PaceKey key, Duration wait) {
        wish(key).log.waitUntil(ticker.nanos() + wait.toNanos());
        thread.execute(() -> behind.askedToWait(key, wait));
    }

    @Override
    public synchronized void stopWaiting(PaceKey key) {
        wish(key).log.waitUntil(Long.MIN_VALUE);
        thread.execute(() -> behind.stopWaiting(key));
    }

    @Override
    public synchronized void sentLater(PaceKey key, long granted, long sent) {
        wish(key).log.move(granted, sent);
        thread.execute(() -> behind.sentLater(key, granted, sent));
    }

    @Override
    public synchronized long[] sends(PaceKey key) {
        return wish(key).log.toArray();
    }

    @Override
    public synchronized Optional<String> trouble() {
        long now = ticker.nanos();
        boolean silent =
                wishes.values().stream().anyMatch(wish -> wish.asked && now - wish.askedAt > ANSWER_AWAITED.toNanos());
        return silent
                ? Optional.of(
                        "The record of how often sources were asked does not answer; nothing is sent until it does."
                                + " Look whether its disk can be reached.")
                : troubleBehind;
    }

    /** Lets go of the files once what is under way is done; does not wait for a disk that does not answer. */
    @Override
    public void close() {
        thread.execute(behind::close);
        thread.shutdown();
    }

    private Wish wish(PaceKey key) {
        return wishes.computeIfAbsent(key, fresh -> new Wish());
    }
}
