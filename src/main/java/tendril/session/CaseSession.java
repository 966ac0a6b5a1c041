package tendril.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongFunction;
import tendril.casefile.EvidenceBody;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.CaseGraph;
import tendril.graph.Citation;
import tendril.graph.Evidence;
import tendril.graph.Fact;
import tendril.graph.Flag;
import tendril.graph.GraphDelta;
import tendril.graph.Handling;
import tendril.graph.LinkKey;
import tendril.graph.PlacedBy;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.indicator.Seen;
import tendril.pivot.Answer;
import tendril.pivot.Fetch;
import tendril.pivot.Pivot;
import tendril.pivot.PivotOutcome;
import tendril.pivot.PivotQueue;
import tendril.pivot.PivotRequest;
import tendril.pivot.Question;

/**
 * One open case and the one writer of it. Every change goes through {@link #commit}: facts are applied, handed to the
 * journal, and the delta is told to whoever listens. Confined to the case thread, but for what its doc says otherwise.
 */
public final class CaseSession implements AutoCloseable {
    private final CaseGraph graph = new CaseGraph();
    private final List<CaseListener> listeners = new CopyOnWriteArrayList<>();
    private final Journal journal;
    private final Growth growth;
    private final InstantSource clock;
    private final String author;
    private final PivotQueue queue;
    private final Providers providers;
    private final Asking asking;
    private final Tray tray;
    private long lastEvidence;

    /**
     * A session over a case.
     *
     * @param facts what the case holds so far, in order
     * @param parts what the session works with
     */
    public CaseSession(List<Fact> facts, Parts parts) {
        journal = parts.journal();
        growth = parts.growth();
        clock = parts.clock();
        author = parts.author();
        queue = parts.queue();
        providers = parts.providers();
        graph.apply(facts);
        lastEvidence = graph.lastEvidence();
        asking = new Asking(this, providers, queue, parts.sender(), parts.limits());
        tray = new Tray(this, asking, providers);
    }

    /**
     * What a session works with.
     *
     * @param journal   where facts go
     * @param growth    places what came without a place
     * @param providers who can be asked
     * @param queue     an empty queue
     * @param sender    the hands of the queue
     * @param clock     what the time is
     * @param author    who works on the case, as the history shows it
     * @param limits    how much it takes without asking
     */
    public record Parts(
            Journal journal,
            Growth growth,
            Providers providers,
            PivotQueue queue,
            Sender sender,
            InstantSource clock,
            String author,
            Limits limits) {}

    /** Takes the queue up where the case left it, and places what has no place. Called once, before anything else. */
    public void start() {
        List<Indicator> unplaced = graph.entities()
                .filter(entity -> entity.place().isEmpty())
                .map(tendril.graph.Entity::indicator)
                .toList();
        if (!unplaced.isEmpty()) {
            commit(List.of(new CaseEvent.EntitiesPlaced(growth.place(graph, unplaced), PlacedBy.GROWTH)), 0);
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

    /** Tells this listener of every change from now on, until the handle is closed. Any thread. */
    public AutoCloseable listen(CaseListener listener) {
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

    // What a person does to the graph. Each call is one entry of the history and returns its id.

    /** Puts indicators into the case; those with a given place stand there, the others are placed. */
    public long add(List<Indicator> indicators, List<Placement> places) {
        String title = indicators.size() == 1
                ? "Added " + indicators.getFirst().value()
                : "Added " + indicators.size() + " indicators";
        List<CaseEvent> events = new ArrayList<>();
        indicators.forEach(indicator -> events.add(new CaseEvent.EntityAdded(indicator, Citation.ANALYST)));
        if (!places.isEmpty()) {
            events.add(new CaseEvent.EntitiesPlaced(places, PlacedBy.PERSON));
        }
        return act(ActionKind.ADD, title, events);
    }

    /**
     * Takes in what a file or a pasted text states, as one action that stands on the text itself.
     *
     * @param kind   {@code IMPORT} or {@code PASTE}
     * @param title  the line of the history
     * @param source where the text came from, as a person reads it
     * @param raw    the text as it came; kept as evidence
     * @param states what it states, given the number of that evidence
     */
    public long take(ActionKind kind, String title, String source, byte[] raw, LongFunction<List<CaseEvent>> states) {
        String provider = kind == ActionKind.IMPORT ? "import" : "paste";
        var question = new Question(provider, "", source);
        long evidence = keep(new Answer(question, clock.instant(), 0, "", raw));
        return act(kind, title, states.apply(evidence));
    }

    /** Draws a link that the analyst vouches for. */
    public long link(Indicator from, Indicator to, String label) {
        return act(
                ActionKind.LINK,
                "Linked " + from.value() + " to " + to.value(),
                List.of(new CaseEvent.LinkAdded(
                        new LinkKey(from, to, label),
                        Seen.UNKNOWN,
                        java.util.Collections.emptySortedMap(),
                        Citation.ANALYST)));
    }

    /** A person put entities somewhere. */
    public long place(List<Placement> places) {
        String what = places.size() == 1 ? places.getFirst().indicator().value() : places.size() + " entities";
        return act(ActionKind.MOVE, "Moved " + what, List.of(new CaseEvent.EntitiesPlaced(places, PlacedBy.PERSON)));
    }

    /** A layout command put entities somewhere. */
    public long arrange(String title, List<Placement> places) {
        return act(ActionKind.LAYOUT, title, List.of(new CaseEvent.EntitiesPlaced(places, PlacedBy.LAYOUT)));
    }

    public long remove(List<Indicator> indicators, List<LinkKey> links) {
        List<CaseEvent> events = new ArrayList<>();
        if (!indicators.isEmpty()) {
            events.add(new CaseEvent.EntitiesRemoved(indicators));
        }
        if (!links.isEmpty()) {
            events.add(new CaseEvent.LinksRemoved(links));
        }
        return act(ActionKind.REMOVE, "Removed " + named(indicators, links.size() + " links"), events);
    }

    public long note(Indicator on, String text) {
        return act(ActionKind.EDIT, "Note on " + on.value(), List.of(new CaseEvent.NoteWritten(on, text)));
    }

    public long flag(List<Indicator> on, Flag flag) {
        return act(ActionKind.EDIT, "Flagged " + named(on, ""), List.of(new CaseEvent.EntitiesFlagged(on, flag)));
    }

    public long tag(Indicator on, SortedSet<String> tags) {
        return act(ActionKind.EDIT, "Tagged " + on.value(), List.of(new CaseEvent.EntityTagged(on, tags)));
    }

    public long pin(List<Indicator> on, boolean pinned) {
        String verb = pinned ? "Pinned " : "Unpinned ";
        return act(ActionKind.EDIT, verb + named(on, ""), List.of(new CaseEvent.EntitiesPinned(on, pinned)));
    }

    public long hide(List<Indicator> on, boolean hidden) {
        String verb = hidden ? "Hid " : "Showed ";
        return act(ActionKind.HIDE, verb + named(on, ""), List.of(new CaseEvent.EntitiesHidden(on, hidden)));
    }

    /** Sets how the case, or one entity of it, may be shared and used. */
    public long handle(Optional<Indicator> on, Handling handling) {
        String what = on.map(Indicator::value).orElse("the case");
        return act(ActionKind.EDIT, "Labelled " + what, List.of(new CaseEvent.HandlingSet(on, handling)));
    }

    /** Folds entities into one collection node. */
    public long collect(Indicator anchor, List<Indicator> members) {
        String label = CollectionLabel.of(members);
        return act(
                ActionKind.COLLECT,
                "Folded " + label + " of " + anchor.value(),
                List.of(new CaseEvent.EntitiesCollected(anchor, label, members)));
    }

    /** Takes members out of a collection; none named means all. */
    public long openCollection(long collection, List<Indicator> members) {
        String what = members.isEmpty() ? "a collection" : named(members, "");
        return act(
                ActionKind.COLLECT, "Took out " + what, List.of(new CaseEvent.CollectionOpened(collection, members)));
    }

    /** Names the case. Not part of the history. */
    public void name(String name) {
        commit(List.of(new CaseEvent.CaseNamed(name)), 0);
    }

    /** Takes an action back, whichever it is; what it still waits for is called off. */
    public void undo(long action) {
        asking.cancelAction(action);
        commit(List.of(new CaseEvent.ActionUndone(action)), 0);
    }

    public void redo(long action) {
        commit(List.of(new CaseEvent.ActionRedone(action)), 0);
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
        return DryRun.of(graph, providers, asking, ask);
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

    public void doNext(long request) {
        asking.done(queue.doNext(request));
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

    @Override
    public void close() {
        listeners.clear();
    }

    // The one door.

    private long act(ActionKind kind, String title, List<CaseEvent> events) {
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
        return commit(events, action, List.of());
    }

    private CompletableFuture<Void> commit(List<CaseEvent> events, long action, List<EvidenceBody> bytes) {
        List<Fact> facts = numbered(events, action);
        List<GraphDelta> deltas = new ArrayList<>();
        deltas.add(graph.apply(facts));
        List<Indicator> unplaced = deltas.getFirst().entitiesAdded().stream()
                .filter(added -> graph.entity(added)
                        .filter(entity -> entity.place().isEmpty())
                        .isPresent())
                .toList();
        if (!unplaced.isEmpty()) {
            List<Fact> places = numbered(
                    List.of(new CaseEvent.EntitiesPlaced(growth.place(graph, unplaced), PlacedBy.GROWTH)), action);
            deltas.add(graph.apply(places));
            facts.addAll(places);
        }
        CompletableFuture<Void> saved = journal.append(facts, bytes);
        for (CaseListener listener : listeners) {
            deltas.forEach(listener::changed);
        }
        return saved;
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
        commit(List.of(new CaseEvent.EvidenceKept(evidence)), 0, List.of(body));
        return evidence.id();
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

    private static String named(List<Indicator> indicators, String otherwise) {
        return switch (indicators.size()) {
            case 0 -> otherwise;
            case 1 -> indicators.getFirst().value();
            default -> indicators.size() + " entities";
        };
    }
}
