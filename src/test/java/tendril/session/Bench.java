package tendril.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tendril.graph.CaseGraph;
import tendril.graph.GraphDelta;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.pivot.Fetch;
import tendril.pivot.pace.MemoryPaceLedger;
import tendril.pivot.pace.PaceLedger;
import tendril.pivot.pace.Ticker;
import tendril.pivot.queue.PivotQueue;
import tendril.pivot.queue.QueueChange;

/** A session on a bench: a clock the test turns, a provider it scripts, sends it answers by hand. */
final class Bench implements Sender, CaseListener {
    final ScriptedProvider provider = new ScriptedProvider();
    final MemoryJournal journal;
    final List<QueueChange.Started> sent = new ArrayList<>();
    final List<Long> cancelled = new ArrayList<>();
    final List<GraphDelta> deltas = new ArrayList<>();
    /** Runs what is left of long work; at once, unless a test wants to see what happens in between. */
    java.util.concurrent.Executor later = Runnable::run;

    private final Ticker ticker = new TestTicker();
    private final PaceLedger ledger = new MemoryPaceLedger(ticker);
    private Duration elapsed = Duration.ZERO;
    private CaseSession session;

    Bench() {
        this(new MemoryJournal());
    }

    Bench(MemoryJournal journal) {
        this.journal = journal;
        session = open(Limits.USUAL);
    }

    /** The session, opened anew from what the journal holds. */
    CaseSession reopened() {
        session = open(Limits.USUAL);
        return session;
    }

    CaseSession session() {
        return session;
    }

    CaseGraph graph() {
        return session.graph();
    }

    CaseSession with(Limits limits) {
        session = open(limits);
        return session;
    }

    private CaseSession open(Limits limits) {
        var queue = new PivotQueue(ticker, ledger, new Random(7));
        var opened = new CaseSession(
                List.copyOf(journal.facts),
                new CaseSession.Parts(
                        journal,
                        graph -> added -> row(graph, added),
                        new Providers(List.of(provider)),
                        queue,
                        this,
                        ticker::instant,
                        "ana",
                        limits,
                        later));
        sent.clear();
        opened.listen(this);
        opened.start();
        return opened;
    }

    private static List<Placement> row(CaseGraph graph, List<Indicator> added) {
        List<Placement> places = new ArrayList<>();
        for (Indicator indicator : added) {
            places.add(new Placement(indicator, 100.0 * (graph.entityCount() + places.size()), 0));
        }
        return places;
    }

    /** Answers every send under way as the script says, and those that follow, until nothing is under way. */
    void answerAll() {
        while (!sent.isEmpty()) {
            answerNext();
        }
    }

    void answerNext() {
        QueueChange.Started started = sent.removeFirst();
        answer(started, provider.answer(started.requests().getFirst().indicator()));
    }

    void answerNext(Fetch fetch) {
        answer(sent.removeFirst(), fetch);
    }

    private void answer(QueueChange.Started started, Fetch fetch) {
        session.answered(started.send(), fetch, request -> switch (fetch) {
            case Fetch.Got got -> provider.read(request.pivot(), request.indicator(), got.answer());
            case Fetch.Failed failed -> failed.trouble();
        });
    }

    void pass(Duration time) {
        elapsed = elapsed.plus(time);
        session.wake();
    }

    Instant now() {
        return ticker.instant();
    }

    @Override
    public void send(QueueChange.Started started) {
        sent.add(started);
    }

    @Override
    public void cancel(long send) {
        cancelled.add(send);
        sent.removeIf(started -> started.send() == send);
    }

    @Override
    public void wakeIn(Optional<Duration> time) {}

    @Override
    public void changed(GraphDelta delta) {
        deltas.add(delta);
    }

    @Override
    public void close() {}

    private final class TestTicker implements Ticker {
        @Override
        public Instant instant() {
            return tendril.graph.Journal.NOON.plus(elapsed);
        }

        @Override
        public long nanos() {
            return elapsed.toNanos();
        }
    }
}
