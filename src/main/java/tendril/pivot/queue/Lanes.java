package tendril.pivot.queue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import tendril.pivot.Fetch;
import tendril.pivot.PivotOutcome;
import tendril.pivot.PivotRequest;
import tendril.pivot.Provider;
import tendril.pivot.Question;

/**
 * The threads that put questions to providers and wait for the answers, one virtual thread a question. How many run at
 * once is the queue's business. Answers are read here, off the case thread, and go to one inbox. Thread-safe.
 */
public final class Lanes implements AutoCloseable {
    private static final Duration CLOSE_WAIT_MAX = Duration.ofSeconds(2);
    private static final Logger LOG = System.getLogger(Lanes.class.getName());

    private final Function<String, Optional<Provider>> providers;
    private final Consumer<Answered> inbox;
    private final Map<Long, Thread> threads = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * Threads for these providers.
     *
     * @param providers finds a provider by its id
     * @param inbox     takes what came back, on any thread
     */
    public Lanes(Function<String, Optional<Provider>> providers, Consumer<Answered> inbox) {
        this.providers = providers;
        this.inbox = inbox;
    }

    /** What came back for one question that was sent, read for each request that asked it. Immutable. */
    public static final class Answered {
        private final QueueChange.Started started;
        private final Fetch fetch;
        private final Optional<Provider> provider;
        private final Map<Long, PivotOutcome> outcomes;

        private Answered(QueueChange.Started started, Fetch fetch, Optional<Provider> provider) {
            this.started = started;
            this.fetch = fetch;
            this.provider = provider;
            Map<Long, PivotOutcome> read = new HashMap<>();
            started.requests().forEach(request -> read.put(request.id(), read(request)));
            outcomes = Map.copyOf(read);
        }

        /** The number to settle it by. */
        public long send() {
            return started.send();
        }

        public QueueChange.Started started() {
            return started;
        }

        public Fetch fetch() {
            return fetch;
        }

        /** What it means for a request; for one that joined after the question left, it is read now. */
        public PivotOutcome outcome(PivotRequest request) {
            return Optional.ofNullable(outcomes.get(request.id())).orElseGet(() -> read(request));
        }

        private PivotOutcome read(PivotRequest request) {
            return switch (fetch) {
                case Fetch.Failed failed -> failed.trouble();
                case Fetch.Got got ->
                    provider.map(source -> source.read(request.pivot(), request.indicator(), got.answer()))
                            .orElseGet(() -> unknown(request.question()));
            };
        }
    }

    /** Sends a question that the queue said is due, once that it was started is on disk. */
    public void send(QueueChange.Started started) {
        if (closed) {
            return;
        }
        Thread thread = Thread.ofVirtual()
                .name("lane-" + started.question().provider() + "-" + started.send())
                .unstarted(() -> ask(started));
        threads.put(started.send(), thread);
        thread.start();
    }

    /** Breaks off what nobody waits for any more; it still comes to the inbox, as cancelled or as answered. */
    public void cancel(List<Long> sends) {
        sends.forEach(send -> Optional.ofNullable(threads.get(send)).ifPresent(Thread::interrupt));
    }

    /** How many questions are under way. */
    public int underWay() {
        return threads.size();
    }

    /** Breaks off everything and waits a moment for the threads to end; nothing comes to the inbox after this. */
    @Override
    public void close() {
        closed = true;
        List<Thread> ending = List.copyOf(threads.values());
        ending.forEach(Thread::interrupt);
        long until = System.nanoTime() + CLOSE_WAIT_MAX.toNanos();
        for (Thread thread : ending) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void ask(QueueChange.Started started) {
        Answered answered;
        try {
            Optional<Provider> provider = providers.apply(started.question().provider());
            answered = new Answered(started, fetch(started.question(), provider), provider);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Asking " + started.question().provider() + " failed", e);
            answered = new Answered(started, new Fetch.Failed(broken(started.question())), Optional.empty());
        }
        threads.remove(started.send());
        if (!closed) {
            inbox.accept(answered);
        }
    }

    private static Fetch fetch(Question question, Optional<Provider> provider) {
        if (provider.isEmpty()) {
            return new Fetch.Failed(unknown(question));
        }
        try {
            return provider.get().fetch(question);
        } catch (InterruptedException e) {
            // The thread ends here; who interrupted it asked for nothing else.
            return new Fetch.Failed(new PivotOutcome.Cancelled());
        }
    }

    private static PivotOutcome unknown(Question question) {
        return new PivotOutcome.Refused(
                "There is no source \"" + question.provider() + "\" in the settings. Add it, then resume.", true);
    }

    private static PivotOutcome broken(Question question) {
        return new PivotOutcome.Malformed(
                Optional.empty(),
                "Asking " + question.provider() + " broke off by a fault in Tendril. The log says where; retry it.");
    }
}
