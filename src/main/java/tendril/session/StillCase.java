package tendril.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import tendril.casefile.CaseFile;
import tendril.casefile.disk.CaseFileException;
import tendril.casefile.record.EvidenceBody;
import tendril.casefile.record.KeptBody;
import tendril.graph.Fact;
import tendril.graph.Request;
import tendril.pivot.pace.MemoryPaceLedger;
import tendril.pivot.pace.Ticker;
import tendril.pivot.queue.PivotQueue;
import tendril.pivot.queue.QueueChange;

/** A case that is looked at and not worked on: nothing is written to it, and nothing is sent. Confined to one thread. */
public final class StillCase {
    private final CaseSession session;

    /**
     * The case in a file.
     *
     * @param facts what it holds
     * @param file  where its evidence is read from; none for a case that there is not yet
     */
    public StillCase(List<Fact> facts, Optional<CaseFile> file, Providers providers) {
        Ticker ticker = Ticker.system();
        session = new CaseSession(
                facts,
                new CaseSession.Parts(
                        new StillJournal(file),
                        graph -> added -> List.of(),
                        providers,
                        new PivotQueue(ticker, new MemoryPaceLedger(ticker), new Random()),
                        new NoSender(),
                        ticker::instant,
                        "",
                        Limits.NONE,
                        Runnable::run));
    }

    /** What would leave this machine if these were asked now. */
    public DryRun dryRun(Ask ask) {
        return session.dryRun(ask);
    }

    /** What would leave this machine if the queue of the case were worked off now. */
    public DryRun dryRunOfQueue() {
        List<Ask.About> queued = session.graph().requests().stream()
                .filter(request -> request.state() == Request.State.QUEUED || request.state() == Request.State.HELD)
                .flatMap(request -> session
                        .providers()
                        .pivot(request.provider(), request.pivot())
                        .filter(pivot -> pivot.accepts(request.indicator()))
                        .map(pivot -> new Ask.About(pivot, request.indicator()))
                        .stream())
                .toList();
        return session.dryRunAlone(new Ask(queued, "", false, 0, true));
    }

    private record StillJournal(Optional<CaseFile> file) implements Journal {
        @Override
        public CompletableFuture<Void> append(List<Fact> facts, List<EvidenceBody> evidence) {
            throw new IllegalStateException("A case that is only looked at is not written to.");
        }

        @Override
        public Optional<byte[]> evidence(String sha256) {
            return file.flatMap(from -> {
                try {
                    return from.evidenceBody(sha256) instanceof KeptBody.Whole whole
                            ? Optional.of(whole.body().bytes())
                            : Optional.empty();
                } catch (CaseFileException e) {
                    System.getLogger(StillCase.class.getName()).log(System.Logger.Level.WARNING, e.sentence(), e);
                    return Optional.empty();
                }
            });
        }

        @Override
        public long savedSeq() {
            return Long.MAX_VALUE;
        }
    }

    private static final class NoSender implements Sender {
        @Override
        public void send(QueueChange.Started started) {
            throw new IllegalStateException("A case that is only looked at sends nothing.");
        }

        @Override
        public void cancel(long send) {}

        @Override
        public void wakeIn(Optional<Duration> time) {}

        @Override
        public void close() {}
    }
}
