package tendril.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import tendril.casefile.CaseFile;
import tendril.casefile.CaseSaver;
import tendril.casefile.Opening;
import tendril.casefile.disk.CaseFileException;
import tendril.graph.CaseGraph;
import tendril.graph.Fact;
import tendril.graph.Placing;
import tendril.pivot.pace.PaceLedger;
import tendril.pivot.pace.Ticker;
import tendril.pivot.queue.PivotQueue;

/**
 * A case file with everything that works on it: the session, the saver, the queue and its threads. Closing it ends the
 * threads, writes what is left and leaves one whole file.
 */
public final class OpenCase implements AutoCloseable {
    /** So many facts are folded before whoever looks on hears of it. */
    private static final int FOLDED_AT_ONCE = 10_000;

    private CaseFile file;
    private final CaseSaver saver;
    private final CaseSession session;
    private final LaneSender sender;
    private final PaceLedger ledger;
    private final ScheduledExecutorService timer;
    private final Gate gate;

    private OpenCase(CaseFile file, CaseGraph folded, Setting setting) throws CaseFileException {
        this.file = file;
        gate = new Gate(setting.caseThread());
        saver = new CaseSaver(
                file, new Saving(gate), Thread.ofPlatform().name("case-saver").factory());
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("queue-timer").factory());
        sender = new LaneSender(
                setting.providers(),
                timer,
                gate,
                back -> session().answered(back.send(), back.fetch(), back::outcome),
                () -> session().wake());
        Ticker ticker = Ticker.system();
        ledger = setting.ledger().apply(ticker);
        ledger.whenAnswered(() -> gate.execute(() -> session().wake()));
        var queue = new PivotQueue(ticker, ledger, new Random());
        session = new CaseSession(
                folded,
                new CaseSession.Parts(
                        new FileJournal(this::file, saver, gate),
                        setting.growth(),
                        setting.providers(),
                        queue,
                        sender,
                        ticker::instant,
                        setting.author(),
                        setting.limits(),
                        gate));
    }

    /**
     * What a case is opened with.
     *
     * @param providers  who can be asked
     * @param growth     makes what finds places in one case for what came without
     * @param caseThread the one thread that the session is used on
     * @param ledger     makes the record of what was asked when
     * @param author     who works on the case
     * @param limits     how much it takes without asking
     */
    public record Setting(
            Providers providers,
            Function<CaseGraph, Placing> growth,
            Executor caseThread,
            Function<Ticker, PaceLedger> ledger,
            String author,
            Limits limits) {}

    /** What came of opening a case. */
    public sealed interface Result {
        record Open(OpenCase openCase) implements Result {}

        /** It can be looked at, not changed, for the reason in the sentence. */
        record ReadOnly(CaseFile file, String sentence) implements Result {}

        /**
         * It cannot be opened, for the reason in the sentence.
         *
         * @param salvaged the new file that holds what could be saved of a damaged one
         */
        record Refused(String sentence, Optional<Path> salvaged) implements Result {
            public Refused(String sentence) {
                this(sentence, Optional.empty());
            }
        }
    }

    /** What is done to the facts of a case while it is opened. */
    public enum Step {
        READING,
        /** Putting the facts together to a graph. */
        FOLDING
    }

    /** Hears how far opening has come, on the thread that opens, and may call it off. */
    @FunctionalInterface
    public interface Watch {
        /** Never calls it off. */
        Watch NONE = (step, done, all) -> true;

        /** @return whether to go on */
        boolean goesOn(Step step, long done, long all);
    }

    /** Opens the case in this file, or makes a new one where there is no file. */
    public static Result openOrCreate(Path path, Setting setting) {
        return openOrCreate(path, setting, Watch.NONE);
    }

    /** The same, with somebody who looks on; called off, it is refused and the file is closed as it was. */
    public static Result openOrCreate(Path path, Setting setting, Watch watch) {
        return over(Files.exists(path) ? CaseFile.open(path) : CaseFile.create(path), setting, watch);
    }

    private static Result over(Opening opening, Setting setting, Watch watch) {
        return switch (opening) {
            case Opening.Opened opened -> open(opened.file(), setting, watch);
            case Opening.OpenedReadOnly opened -> new Result.ReadOnly(opened.file(), opened.sentence());
            case Opening.Damaged damaged ->
                new Result.Refused(
                        damaged.sentence(), Optional.of(damaged.report().salvaged()));
            case Opening.Refused refused -> new Result.Refused(refused.sentence());
        };
    }

    private static Result open(CaseFile file, Setting setting, Watch watch) {
        try {
            Optional<List<Fact>> facts = file.facts((read, all) -> watch.goesOn(Step.READING, read, all));
            Optional<CaseGraph> folded = facts.flatMap(read -> fold(read, watch));
            if (folded.isEmpty()) {
                file.close();
                return new Result.Refused("Opening was called off; the file is as it was.");
            }
            return new Result.Open(new OpenCase(file, folded.get(), setting));
        } catch (CaseFileException e) {
            return new Result.Refused(e.sentence());
        }
    }

    private static Optional<CaseGraph> fold(List<Fact> facts, Watch watch) {
        var graph = new CaseGraph();
        for (int from = 0; from < facts.size(); from += FOLDED_AT_ONCE) {
            if (!watch.goesOn(Step.FOLDING, from, facts.size())) {
                return Optional.empty();
            }
            graph.apply(facts.subList(from, Math.min(facts.size(), from + FOLDED_AT_ONCE)));
        }
        return Optional.of(graph);
    }

    public CaseSession session() {
        return session;
    }

    /** The file that facts go to now. */
    public CaseFile file() {
        return file;
    }

    /** Waits until every fact is on disk. Not on the case thread of a window. */
    public void flush() throws CaseFileException, InterruptedException {
        try {
            saver.flush().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A flush only ever completes.", e);
        }
        if (saver.trouble().isPresent()) {
            throw saver.trouble().get();
        }
    }

    /** Tries again to write what could not be written. */
    public void saveAgain() {
        saver.retry();
    }

    /**
     * Keeps the case in another file and goes on there; the file used so far is closed as it stands. Takes as long as
     * writing the whole case.
     *
     * @return why that could not be, in one sentence; the case then goes on where it is
     */
    public Optional<String> saveAs(Path target) throws InterruptedException {
        try {
            flush();
            file.saveCopy(target);
            return switch (CaseFile.open(target)) {
                case Opening.Opened opened -> {
                    CaseFile before = saver.continueIn(opened.file());
                    file = opened.file();
                    before.close();
                    yield Optional.empty();
                }
                case Opening.OpenedReadOnly opened -> {
                    opened.file().close();
                    yield Optional.of(opened.sentence());
                }
                case Opening.Damaged damaged -> Optional.of(damaged.sentence());
                case Opening.Refused refused -> Optional.of(refused.sentence());
            };
        } catch (CaseFileException e) {
            return Optional.of(e.sentence());
        }
    }

    /** Ends the threads, writes what is left, and closes the file. */
    @Override
    public void close() throws CaseFileException {
        gate.shut();
        sender.close();
        timer.shutdownNow();
        session.close();
        ledger.close();
        try {
            saver.close();
        } finally {
            file.close();
        }
    }

    /**
     * The way to the case thread. Once it is shut nothing passes, and what was passing is through: an answer that comes
     * while the case is closed is not taken, and its request stays as one that was under way. Thread-safe.
     */
    private static final class Gate implements Executor {
        private final Executor caseThread;
        private final ReentrantLock passing = new ReentrantLock();
        private boolean shut;

        Gate(Executor caseThread) {
            this.caseThread = caseThread;
        }

        @Override
        public void execute(Runnable task) {
            caseThread.execute(() -> pass(task));
        }

        private void pass(Runnable task) {
            passing.lock();
            try {
                if (!shut) {
                    task.run();
                }
            } finally {
                passing.unlock();
            }
        }

        void shut() {
            passing.lock();
            try {
                shut = true;
            } finally {
                passing.unlock();
            }
        }
    }

    /** Brings what the saver says to the case thread. */
    private final class Saving implements CaseSaver.Listener {
        private final Executor caseThread;

        Saving(Executor caseThread) {
            this.caseThread = caseThread;
        }

        @Override
        public void saved(long seq) {
            caseThread.execute(() -> session().savingChanged(Optional.empty()));
        }

        @Override
        public void notSaved(CaseFileException.Reason reason, String sentence) {
            caseThread.execute(() -> session().savingChanged(Optional.of(sentence)));
        }
    }
}
