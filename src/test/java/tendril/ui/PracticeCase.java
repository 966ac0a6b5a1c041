package tendril.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tendril.graph.CaseGraph;
import tendril.graph.Entity;
import tendril.graph.Fact;
import tendril.graph.Link;
import tendril.graph.Placement;
import tendril.graph.Placing;
import tendril.indicator.Indicator;
import tendril.layout.LayoutGraph;
import tendril.layout.Positions;
import tendril.pivot.Fetch;
import tendril.pivot.PivotOutcome;
import tendril.pivot.PivotRequest;
import tendril.pivot.Provider;
import tendril.pivot.pace.MemoryPaceLedger;
import tendril.pivot.pace.Ticker;
import tendril.pivot.queue.PivotQueue;
import tendril.pivot.queue.QueueChange;
import tendril.session.CaseSession;
import tendril.session.Limits;
import tendril.session.MemoryJournal;
import tendril.session.Providers;
import tendril.session.Sender;

/** A case in memory over one source, for walks through the window. */
public final class PracticeCase {
    private PracticeCase() {}

    /**
     * A session whose answers come back on the case thread.
     *
     * @param delayed runs a task later; {@code Runnable::run} for at once
     */
    public static CaseSession open(Provider provider, Executor delayed, Executor caseThread) {
        return open(List.of(), provider, graph -> added -> grow(graph, added), Limits.USUAL, delayed, caseThread);
    }

    /** The same over what a case holds already. */
    public static CaseSession open(
            List<Fact> facts,
            Provider provider,
            Function<CaseGraph, Placing> growth,
            Limits limits,
            Executor delayed,
            Executor caseThread) {
        Ticker ticker = new SystemTime();
        var sender = new LaterSender(provider, delayed, caseThread);
        var session = new CaseSession(
                facts,
                new CaseSession.Parts(
                        new MemoryJournal(),
                        growth,
                        new Providers(List.of(provider)),
                        new PivotQueue(ticker, new MemoryPaceLedger(ticker), new Random(7)),
                        sender,
                        ticker::instant,
                        "ana",
                        limits,
                        caseThread));
        sender.session = session;
        session.start();
        return session;
    }

    private static List<Placement> grow(CaseGraph graph, List<Indicator> added) {
        List<Entity> all = graph.entities().toList();
        Map<Indicator, Integer> numbers = new HashMap<>();
        all.forEach(entity -> numbers.put(entity.indicator(), numbers.size()));
        List<Link> links = graph.links().toList();
        int[] from =
                links.stream().mapToInt(link -> numbers.get(link.key().from())).toArray();
        int[] to = links.stream().mapToInt(link -> numbers.get(link.key().to())).toArray();
        double[] xs = all.stream()
                .mapToDouble(e -> e.place().map(Entity.Place::x).orElse(Double.NaN))
                .toArray();
        double[] ys = all.stream()
                .mapToDouble(e -> e.place().map(Entity.Place::y).orElse(Double.NaN))
                .toArray();
        Positions places = tendril.layout.Placement.placeNew(
                LayoutGraph.of(all.size(), from, to).withStart(Positions.of(xs, ys)), 0, 0);
        List<Placement> result = new ArrayList<>();
        for (int node = 0; node < all.size(); node++) {
            if (added.contains(all.get(node).indicator())) {
                result.add(new Placement(all.get(node).indicator(), places.x(node), places.y(node)));
            }
        }
        return result;
    }

    private static final class LaterSender implements Sender {
        private final Provider provider;
        private final Executor delayed;
        private final Executor caseThread;
        private @Nullable CaseSession session;

        LaterSender(Provider provider, Executor delayed, Executor caseThread) {
            this.provider = provider;
            this.delayed = delayed;
            this.caseThread = caseThread;
        }

        @Override
        public void send(QueueChange.Started started) {
            delayed.execute(() -> {
                try {
                    Fetch fetch = provider.fetch(started.question());
                    caseThread.execute(() -> Objects.requireNonNull(session)
                            .answered(started.send(), fetch, request -> meaning(request, fetch)));
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        private PivotOutcome meaning(PivotRequest request, Fetch fetch) {
            return switch (fetch) {
                case Fetch.Got got -> provider.read(request.pivot(), request.indicator(), got.answer());
                case Fetch.Failed failed -> failed.trouble();
            };
        }

        @Override
        public void cancel(long send) {}

        @Override
        public void wakeIn(Optional<Duration> time) {}

        @Override
        public void close() {}
    }

    private static final class SystemTime implements Ticker {
        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    }
}
