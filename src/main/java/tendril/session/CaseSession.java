package tendril.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;
import tendril.casefile.record.EvidenceBody;
import tendril.graph.Action;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.CaseGraph;
import tendril.graph.Evidence;
import tendril.graph.Fact;
import tendril.graph.GraphDelta;
import tendril.graph.PlacedBy;
import tendril.graph.Placing;
import tendril.indicator.Indicator;
import tendril.pivot.Answer;
import tendril.pivot.Fetch;
import tendril.pivot.Pace;
import tendril.pivot.Pivot;
import tendril.pivot.PivotOutcome;
import tendril.pivot.PivotRequest;
import tendril.pivot.queue.PivotQueue;

/**
 * One open case and the one writer of it. Every change goes through {@link #commit}: facts are applied, handed to the
 * journal, and the delta is told to whoever listens. Confined to the case thread, but for what its doc says otherwise.
 */
public final class CaseSession implements AutoCloseable {
    /** More entities than this are undone or redone in portions. */
    static final int TURNED_AT_ONCE_MAX = 1_000;

    private final CaseGraph graph;
    private final List<CaseListener> listeners = new CopyOnWriteArrayList<>();
    private final Journal journal;
    private final Placing placing;
    private final InstantSource clock;
    /** Not final: a person may change the name. */
    private String author;

    private final PivotQueue queue;
    private final Providers providers;
    private final Asking asking;
    private final Tray tray;
    private final Edits edits;
    private final Portions portions;
    private long lastEvidence;
    private boolean closed;

    /**
     * A session over a case.
     *
     * @param facts what the case holds so far, in order
     * @param parts what the session works with
     */
    public CaseSession(List<Fact> facts, Parts parts) {
        this(folded(facts), parts);
    }

    private static CaseGraph folded(List<Fact> facts) {
        var graph = new CaseGraph();
        graph.apply(facts);
        return graph;
    }

    /** A session over a case folded so far; the graph is this session's alone from now on. */
    CaseSession(CaseGraph folded, Parts parts) {
        graph = folded;
        journal = parts.journal();
        placing = parts.growth().apply(graph);
        clock = parts.clock();
        author = parts.author();
        queue = parts.queue();
        providers = parts.providers();
        portions = new Portions(parts.later(), () -> listeners.forEach(CaseListener::workEnded));
        lastEvidence = graph.lastEvidence();
        asking = new Asking(this, providers, queue, parts.sender(), parts.limits());
        tray = new Tray(this, asking, providers);
        edits = new Edits(this);
    }

    /**
     * What a session works with.
     *
     * @param journal   where facts go
     * @param growth    makes what finds places in one case for what came without
     * @param providers who can be asked
     * @param queue     an empty queue
     * @param sender    the hands of the queue
     * @param clock     what the time is
     * @param author    who works on the case, as the history shows it
     * @param limits    how much it takes without asking
     * @param later     runs a task on the case thread, behind what waits there
     */
    public record Parts(
            Journal journal,
            Function<CaseGraph, Placing> growth,
            Providers providers,
            PivotQueue queue,
            Sender sender,
            InstantSource clock,
            String author,
            Limits limits,
            Executor later) {}

    /** Takes the queue up where the case left it, and places what has no place. Called once, before anything else. */
    public void start() {
        List<Indicator> unplaced = graph.entities()
                .filter(entity -> entity.place().isEmpty())
                .map(tendril.graph.Entity::indicator)
                .toList();
        if (!unplaced.isEmpty()) {
            commit(List.of(new CaseEvent.EntitiesPlaced(placing.place(unplaced), PlacedBy.GROWTH)), 0);
        }
        asking.restore();
    }

    /** The case as it stands; to be read on the case thread only. */
    public CaseGraph graph() {
        return graph;
    }

    /** The queue, to be read only; commands to it are below. */
    public PivotQueue queue() {
        return queue;
    }

    public Providers providers() {
        return providers;
    }

    public Tray tray() {
        return tray;
    }

    /** What a person does to the graph. */
    public Edits edits() {
        return edits;
    }

    /** Ends the listening it was handed out for. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** Tells this listener of every change from now on, until the handle is closed. Any thread. */
    public Listening listen(CaseListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Whether every fact is on disk. */
    public boolean isSaved() {
        return journal.savedSeq() >= graph.lastSeq();
    }

    /** The raw bytes of a piece of evidence, unless they are missing or damaged. */
    public Optional<byte[]> bytes(Evidence evidence) {
        return journal.evidence(evidence.sha256());
    }

    /** Takes an action back, whichever it is; what it still waits for is called off. */
    public void undo(long action) {
        asking.cancelAction(action);
        turn(new CaseEvent.ActionUndone(action));
    }

    public void redo(long action) {
        turn(new CaseEvent.ActionRedone(action));
    }

    /** Writes one fact of which very much may follow; what follows comes portion after portion. */
    private void turn(CaseEvent event) {
        commit(List.of(event), 0, List.of(), TURNED_AT_ONCE_MAX);
        portions.until(graph::isSettled, () -> {
            List<Fact> facts = new ArrayList<>();
            List<GraphDelta> deltas = grown(graph.settle(TURNED_AT_ONCE_MAX), 0, facts);
            if (!facts.isEmpty()) {
                journal.append(facts, List.of());
            }
            tell(deltas);
        });
    }

    /** Takes the newest action back, if there is one. */
    public void undo() {
        graph.toUndo().ifPresent(action -> undo(action.id()));
    }

    /** Brings the action undone last back, unless something new was done since. */
    public void redo() {
        graph.toRedo().ifPresent(action -> redo(action.id()));
    }

    // Pivots and the queue.

    /** Asks pivots; what the case already knows is answered from its evidence at once. Returns the action's id. */
    public long ask(Ask ask) {
        return asking.ask(ask);
    }

    /** Asks one pivot about those of the indicators that it accepts. */
    public long ask(Pivot pivot, List<Indicator> on) {
        List<Ask.About> abouts = on.stream()
                .filter(pivot::accepts)
                .map(indicator -> new Ask.About(pivot, indicator))
                .toList();
        return ask(new Ask(abouts, pivot.name() + " on " + named(on, ""), abouts.size() == 1, 0, false));
    }

    /** Asks everything that every provider knows about these. */
    public long expand(List<Indicator> on) {
        return ask(new Ask(expanding(on), "Expanded " + named(on, ""), on.size() == 1, 0, false));
    }

    /** The pivots that expanding these asks. */
    public List<Ask.About> expanding(List<Indicator> on) {
        return on.stream()
                .flatMap(indicator ->
                        providers.expanding(indicator).stream().map(pivot -> new Ask.About(pivot, indicator)))
                .toList();
    }

    /** What would leave this machine if these were asked now. Asks nothing and changes nothing. */
    public DryRun dryRun(Ask ask) {
        return DryRun.of(graph, providers, asking, ask, true);
    }

    /** What would leave if nothing but these were under way. */
    DryRun dryRunAlone(Ask ask) {
        return DryRun.of(graph, providers, asking, ask, false);
    }

    public void cancel(Collection<Long> requests) {
        asking.cancel(requests);
    }

    public void cancelAction(long action) {
        asking.cancelAction(action);
    }

    public void retry(Collection<Long> requests) {
        asking.done(queue.retry(requests));
    }

    /** Puts requests before all others of their providers. */
    public void doNext(List<Long> requests) {
        asking.done(queue.doNext(requests));
    }

    /** Moves requests to before another one, or to the end. */
    public void moveInQueue(List<Long> requests, OptionalLong before) {
        asking.done(queue.move(requests, before));
    }

    public void pause(String provider) {
        asking.done(queue.pause(provider));
    }

    public void resume(String provider) {
        asking.done(queue.resume(provider));
    }

    public void pauseAll() {
        asking.done(queue.pauseAll());
    }

    public void resumeAll() {
        asking.done(queue.resumeAll());
    }

    public void offline(boolean on) {
        asking.done(queue.offline(on));
    }

    public void clearDone() {
        asking.done(queue.clearDone());
    }

    /** Sends a held request against the rule; a record of it is kept. */
    public void override(long request) {
        asking.override(request);
    }

    /** Asks a provider at another pace from now on. */
    public void pace(String provider, Pace pace) {
        queue.setPace(provider, pace);
        wake();
    }

    /** Takes another amount without asking from now on. */
    public void limits(Limits limits) {
        asking.limits(limits);
    }

    /** Who works on the case from now on. */
    public void author(String name) {
        author = name;
    }

    /** There may be something to send. */
    public void wake() {
        asking.pump();
    }

    /**
     * Takes what came of a send.
     *
     * @param send    the number it was started under
     * @param fetch   what came back
     * @param outcome what that means for each request that waited for it
     */
    public void answered(long send, Fetch fetch, Function<PivotRequest, PivotOutcome> outcome) {
        asking.answered(send, fetch, outcome);
    }

    /** Whether something that a person did at once is still being done, portion after portion. */
    public boolean isAtWork() {
        return portions.areUnderWay();
    }

    /** Ends what is under way, and tells nobody anything any more. */
    @Override
    public void close() {
        closed = true;
        listeners.clear();
        portions.finish();
    }

    // The one door.

    /** Writes one entry of the history and returns its id. */
    long act(ActionKind kind, String title, List<CaseEvent> events) {
        long action = graph.lastSeq() + 1;
        List<CaseEvent> whole = new ArrayList<>();
        whole.add(new CaseEvent.ActionBegan(kind, title, author));
        whole.addAll(events);
        commit(whole, action);
        return action;
    }

    /** Begins an action whose facts follow, and returns its id. */
    long begin(ActionKind kind, String title) {
        return act(kind, title, List.of());
    }

    /**
     * Writes facts. The only way a case changes. Entities that come without a place get one in the same batch.
     *
     * @param action the action they belong to, 0 for none
     * @return completes once they are on disk
     */
    CompletableFuture<Void> commit(List<CaseEvent> events, long action) {
        return commit(events, action, List.of(), Integer.MAX_VALUE);
    }

    private CompletableFuture<Void> commit(List<CaseEvent> events, long action, List<EvidenceBody> bytes, int most) {
        List<Fact> facts = numbered(events, action);
        List<GraphDelta> deltas = grown(graph.apply(facts, most), action, facts);
        CompletableFuture<Void> saved = journal.append(facts, bytes);
        tell(deltas);
        return saved;
    }

    /** Finds places for what a change brought without one; their facts go behind these. Returns all that changed. */
    private List<GraphDelta> grown(GraphDelta change, long action, List<Fact> facts) {
        placing.changed(change);
        List<Indicator> unplaced = change.entitiesAdded().stream()
                .filter(added -> graph.entity(added)
                        .filter(entity -> entity.place().isEmpty())
                        .isPresent())
                .toList();
        if (unplaced.isEmpty()) {
            return List.of(change);
        }
        List<Fact> places =
                numbered(List.of(new CaseEvent.EntitiesPlaced(placing.place(unplaced), PlacedBy.GROWTH)), action);
        GraphDelta placed = graph.apply(places);
        placing.changed(placed);
        facts.addAll(places);
        return List.of(change, placed);
    }

    private void tell(List<GraphDelta> deltas) {
        for (CaseListener listener : listeners) {
            deltas.forEach(listener::changed);
        }
    }

    private List<Fact> numbered(List<CaseEvent> events, long action) {
        Instant at = clock.instant();
        List<Fact> facts = new ArrayList<>(events.size());
        for (CaseEvent event : events) {
            facts.add(new Fact(graph.lastSeq() + facts.size() + 1, at, action, event));
        }
        return facts;
    }

    /** Keeps a raw answer as evidence and returns its number. */
    long keep(Answer answer) {
        EvidenceBody body = EvidenceBody.of(answer.body());
        Evidence evidence = Facts.evidence(++lastEvidence, answer, body.sha256());
        commit(List.of(new CaseEvent.EvidenceKept(evidence)), 0, List.of(body), Integer.MAX_VALUE);
        return evidence.id();
    }

    boolean isClosed() {
        return closed;
    }

    Portions portions() {
        return portions;
    }

    /** Whether an action was not taken back. */
    boolean counts(long action) {
        return graph.action(action).filter(Action::undone).isEmpty();
    }

    void tell(String sentence) {
        listeners.forEach(listener -> listener.told(sentence));
    }

    void savingChanged(Optional<String> trouble) {
        listeners.forEach(listener -> listener.savingChanged(trouble));
    }

    void queueChanged() {
        listeners.forEach(CaseListener::queueChanged);
    }

    Instant now() {
        return clock.instant();
    }

    String author() {
        return author;
    }

    /** How the history speaks of these. */
    static String named(List<Indicator> indicators, String otherwise) {
        return switch (indicators.size()) {
            case 0 -> otherwise;
            case 1 -> indicators.getFirst().value();
            default -> indicators.size() + " entities";
        };
    }
}
