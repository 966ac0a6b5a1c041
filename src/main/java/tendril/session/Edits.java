package tendril.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import tendril.graph.Action;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.Citation;
import tendril.graph.Collection;
import tendril.graph.CollectionPlace;
import tendril.graph.Flag;
import tendril.graph.Handling;
import tendril.graph.LinkKey;
import tendril.graph.Moves;
import tendril.graph.PlacedBy;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.indicator.Seen;
import tendril.pivot.Answer;
import tendril.pivot.Question;

/**
 * What a person does to the graph of a case. Each call is one entry of the history, to be undone as one, and returns
 * its id. Confined to the case thread.
 */
public final class Edits {
    private final CaseSession session;

    Edits(CaseSession session) {
        this.session = session;
    }

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
        return session.act(ActionKind.ADD, title, events);
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
        long evidence = session.keep(new Answer(question, session.now(), 0, "", raw));
        return session.act(kind, title, states.apply(evidence));
    }

    /** Draws a link that the analyst vouches for. */
    public long link(Indicator from, Indicator to, String label) {
        return session.act(
                ActionKind.LINK,
                "Linked " + from.value() + " to " + to.value(),
                List.of(new CaseEvent.LinkAdded(
                        new LinkKey(from, to, label), Seen.UNKNOWN, Collections.emptySortedMap(), Citation.ANALYST)));
    }

    /** A person put entities somewhere. */
    public long place(Moves moves) {
        String what = moves.size() == 1
                ? moves.entities().stream()
                        .findFirst()
                        .map(place -> place.indicator().value())
                        .orElse("a collection")
                : moves.size() + " entities";
        return session.act(ActionKind.MOVE, "Moved " + what, moves.events(PlacedBy.PERSON));
    }

    /** A layout command put entities somewhere. */
    public long arrange(String title, Moves moves) {
        return session.act(ActionKind.LAYOUT, title, moves.events(PlacedBy.LAYOUT));
    }

    public long remove(List<Indicator> indicators, List<LinkKey> links) {
        List<CaseEvent> events = new ArrayList<>();
        if (!indicators.isEmpty()) {
            events.add(new CaseEvent.EntitiesRemoved(indicators));
        }
        if (!links.isEmpty()) {
            events.add(new CaseEvent.LinksRemoved(links));
        }
        return session.act(
                ActionKind.REMOVE, "Removed " + CaseSession.named(indicators, links.size() + " links"), events);
    }

    public long note(Indicator on, String text) {
        return session.act(ActionKind.EDIT, "Note on " + on.value(), List.of(new CaseEvent.NoteWritten(on, text)));
    }

    public long flag(List<Indicator> on, Flag flag) {
        return session.act(
                ActionKind.EDIT,
                "Flagged " + CaseSession.named(on, ""),
                List.of(new CaseEvent.EntitiesFlagged(on, flag)));
    }

    public long tag(Indicator on, SortedSet<String> tags) {
        return session.act(ActionKind.EDIT, "Tagged " + on.value(), List.of(new CaseEvent.EntityTagged(on, tags)));
    }

    public long pin(List<Indicator> on, boolean pinned) {
        String verb = pinned ? "Pinned " : "Unpinned ";
        return session.act(
                ActionKind.EDIT, verb + CaseSession.named(on, ""), List.of(new CaseEvent.EntitiesPinned(on, pinned)));
    }

    public long hide(List<Indicator> on, boolean hidden) {
        String verb = hidden ? "Hid " : "Showed ";
        return session.act(
                ActionKind.HIDE, verb + CaseSession.named(on, ""), List.of(new CaseEvent.EntitiesHidden(on, hidden)));
    }

    /**
     * Hides what only one action brought, without deleting any of it. Undone, or {@link #unfold}, shows it again.
     *
     * @return the id of this action, or 0 where there is nothing to hide
     */
    public long collapse(long action) {
        return hide(action, true, "Collapsed: ");
    }

    /** Shows what only one action brought, after it was hidden. */
    public long unfold(long action) {
        return hide(action, false, "Showed again: ");
    }

    private long hide(long action, boolean hidden, String verb) {
        List<Indicator> only = session.graph().onlySupportedBy(action);
        String title = session.graph().action(action).map(Action::title).orElse("");
        return only.isEmpty()
                ? 0
                : session.act(ActionKind.HIDE, verb + title, List.of(new CaseEvent.EntitiesHidden(only, hidden)));
    }

    /** Sets how the case, or one entity of it, may be shared and used. */
    public long handle(Optional<Indicator> on, Handling handling) {
        String what = on.map(Indicator::value).orElse("the case");
        return session.act(ActionKind.EDIT, "Labelled " + what, List.of(new CaseEvent.HandlingSet(on, handling)));
    }

    /**
     * Entities to be folded into one node.
     *
     * @param anchor  the node they hang on
     * @param members what goes inside, at least one
     */
    public record Folding(Indicator anchor, List<Indicator> members) {
        public Folding {
            members = List.copyOf(members);
        }
    }

    /**
     * Folds entities into collection nodes, all in one step.
     *
     * @param places finds places for the new nodes, given the numbers of their collections, once they are in the graph
     */
    public long fold(List<Folding> foldings, Function<Set<Long>, List<CollectionPlace>> places) {
        int members = foldings.stream().mapToInt(each -> each.members().size()).sum();
        String title = foldings.size() == 1
                ? "Folded " + CollectionLabel.of(foldings.getFirst().members())
                : "Folded " + members + " entities into " + foldings.size() + " collections";
        Set<Long> before = ids();
        List<CaseEvent> events = new ArrayList<>();
        foldings.forEach(each -> events.add(
                new CaseEvent.EntitiesCollected(each.anchor(), CollectionLabel.of(each.members()), each.members())));
        long action = session.act(ActionKind.COLLECT, title, events);
        Set<Long> made = ids();
        made.removeAll(before);
        List<CollectionPlace> spots = places.apply(made);
        if (!spots.isEmpty()) {
            session.commit(List.of(new CaseEvent.CollectionsPlaced(spots)), action);
        }
        return action;
    }

    private Set<Long> ids() {
        return session.graph().collections().stream()
                .map(Collection::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Gives a selection a name, or forgets the name if there is nobody in it. */
    public long nameSelection(String name, List<Indicator> members) {
        String verb = members.isEmpty() ? "Forgot selection " : "Saved selection ";
        return session.act(ActionKind.EDIT, verb + name, List.of(new CaseEvent.SelectionNamed(name, members)));
    }

    /** Takes members out of a collection; none named means all. */
    public long openCollection(long collection, List<Indicator> members) {
        String what = members.isEmpty() ? "a collection" : CaseSession.named(members, "");
        List<CaseEvent> events = new ArrayList<>(List.of(new CaseEvent.CollectionOpened(collection, members)));
        // What stays inside must stay where it is, also when its middle is no longer there.
        session.graph()
                .collection(collection)
                .filter(found -> !members.isEmpty() && found.place().isEmpty())
                .flatMap(session.graph()::spotOf)
                .map(spot -> new CollectionPlace(collection, spot.x(), spot.y()))
                .ifPresent(place -> events.add(new CaseEvent.CollectionsPlaced(List.of(place))));
        return session.act(ActionKind.COLLECT, "Took out " + what, events);
    }

    /** Names the case. Not part of the history. */
    public void name(String name) {
        session.commit(List.of(new CaseEvent.CaseNamed(name)), 0);
    }
}
