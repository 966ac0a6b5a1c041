package tendril.graph;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tendril.indicator.Indicator;
import tendril.indicator.Seen;

/**
 * What one fact says happened. The case is the fold of these and nothing else. Immutable.
 *
 * <p>Facts of an action count while the action is not undone. So undo takes one fact, works on any action in any order,
 * and takes away exactly what nothing else supports.
 */
public sealed interface CaseEvent {
    /** The case got a name. */
    record CaseNamed(String name) implements CaseEvent {}

    /**
     * A person began something that the history shows as one entry.
     *
     * @param kind   what sort of thing
     * @param title  one line, "Expanded aoldaily.com"
     * @param author who did it
     */
    record ActionBegan(ActionKind kind, String title, String author) implements CaseEvent {}

    /** An action's facts no longer count. */
    record ActionUndone(long undone) implements CaseEvent {}

    /** An undone action's facts count again. */
    record ActionRedone(long redone) implements CaseEvent {}

    /** A raw answer or text was kept; its bytes stand beside the journal. */
    record EvidenceKept(Evidence evidence) implements CaseEvent {}

    /** Somebody says that this indicator belongs in the case. */
    record EntityAdded(Indicator indicator, Citation citation) implements CaseEvent {}

    /**
     * Somebody says that two indicators are related. Supports both ends as well.
     *
     * @param key        the link
     * @param seen       when the relation held
     * @param properties what else is said of the relation
     * @param citation   who says so
     */
    record LinkAdded(LinkKey key, Seen seen, SortedMap<String, String> properties, Citation citation)
            implements CaseEvent {
        public LinkAdded {
            properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        }
    }

    /** Somebody states a property of an entity; differing values stand side by side. */
    record PropertyStated(Indicator on, String name, String value, Citation citation) implements CaseEvent {}

    /** The analyst took entities out; what supports them later brings them back. */
    record EntitiesRemoved(List<Indicator> indicators) implements CaseEvent {
        public EntitiesRemoved {
            indicators = List.copyOf(indicators);
        }
    }

    /** The analyst took links out; what supports them later brings them back. */
    record LinksRemoved(List<LinkKey> links) implements CaseEvent {
        public LinksRemoved {
            links = List.copyOf(links);
        }
    }

    /** Entities got their places. */
    record EntitiesPlaced(List<Placement> placements, PlacedBy by) implements CaseEvent {
        public EntitiesPlaced {
            placements = List.copyOf(placements);
        }
    }

    /** The analyst pinned entities, or let them go. */
    record EntitiesPinned(List<Indicator> indicators, boolean pinned) implements CaseEvent {
        public EntitiesPinned {
            indicators = List.copyOf(indicators);
        }
    }

    /** Entities are kept in the case but not drawn, or drawn again. */
    record EntitiesHidden(List<Indicator> indicators, boolean hidden) implements CaseEvent {
        public EntitiesHidden {
            indicators = List.copyOf(indicators);
        }
    }

    /** Entities got an analyst's coloured mark. */
    record EntitiesFlagged(List<Indicator> indicators, Flag flag) implements CaseEvent {
        public EntitiesFlagged {
            indicators = List.copyOf(indicators);
        }
    }

    /** The analyst wrote a note on an entity; an empty text takes it away. */
    record NoteWritten(Indicator on, String text) implements CaseEvent {}

    /** The analyst's tags of an entity, all of them. */
    record EntityTagged(Indicator on, SortedSet<String> tags) implements CaseEvent {
        public EntityTagged {
            tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
        }
    }

    /** How the case, or one entity of it, may be shared and used. */
    record HandlingSet(Optional<Indicator> on, Handling handling) implements CaseEvent {}

    /**
     * Entities were folded into one collection node. The action's seq names the collection; where an action folds several,
     * those after the first are named by their own seq.
     *
     * @param anchor  the node they hang on
     * @param label   what a person reads
     * @param members what is inside
     */
    record EntitiesCollected(Indicator anchor, String label, List<Indicator> members) implements CaseEvent {
        public EntitiesCollected {
            members = List.copyOf(members);
        }
    }

    /** Members were taken out of a collection; none named means all. */
    record CollectionOpened(long collection, List<Indicator> members) implements CaseEvent {
        public CollectionOpened {
            members = List.copyOf(members);
        }
    }

    /** Collection nodes got their places. */
    record CollectionsPlaced(List<CollectionPlace> places) implements CaseEvent {
        public CollectionsPlaced {
            places = List.copyOf(places);
        }
    }

    /**
     * The analyst gave a selection a name, to come back to it; one without members forgets the name.
     *
     * @param name    what a person reads
     * @param members what was selected, in order
     */
    record SelectionNamed(String name, List<Indicator> members) implements CaseEvent {
        public SelectionNamed {
            members = List.copyOf(members);
        }
    }

    /**
     * A pivot was asked and waits in the queue.
     *
     * @param request   unique in the case, from 1
     * @param provider  the provider's id
     * @param pivot     the pivot's id
     * @param indicator what it is asked about
     * @param key       the question's key
     * @param click     whether a person waits for this very one
     * @param depth     how many more hops to ask from what it brings
     * @param rank      its place in line; smaller goes first
     */
    record PivotAsked(
            long request,
            String provider,
            String pivot,
            Indicator indicator,
            String key,
            boolean click,
            int depth,
            long rank)
            implements CaseEvent {}

    /** The request is about to be sent; on disk before the first byte leaves. */
    record PivotStarted(long request) implements CaseEvent {}

    /**
     * The request was sent, and went back into the queue: the source asked for time or did not answer.
     *
     * @param request   which
     * @param reason    why, in one sentence
     * @param notBefore the earliest instant to send it again
     * @param attempts  how often it was sent
     */
    record PivotPutBack(long request, String reason, Instant notBefore, int attempts) implements CaseEvent {}

    /** A person asked for a failed, cancelled or interrupted request once more. */
    record PivotRetried(long request, long rank) implements CaseEvent {}

    /**
     * The request is over.
     *
     * @param request  which
     * @param result   how it ended
     * @param evidence the answer it stands on, 0 where there is none
     * @param found    how many results the answer has
     * @param held     how many of them wait in the tray
     * @param message  one sentence for a person, may be empty
     */
    record PivotSettled(long request, Settlement result, long evidence, int found, int held, String message)
            implements CaseEvent {}

    /** Requests got other places in line. */
    record PivotsMoved(List<Rank> ranks) implements CaseEvent {
        public PivotsMoved {
            ranks = List.copyOf(ranks);
        }
    }

    /** A request's place in line; smaller goes first. */
    record Rank(long request, long rank) {}

    /** Requests that are over left the list of the queue; their answers stay. */
    record PivotsCleared(List<Long> requests) implements CaseEvent {
        public PivotsCleared {
            requests = List.copyOf(requests);
        }
    }

    /**
     * Nothing is sent to a provider, or it is again.
     *
     * @param provider which; none means all of them
     * @param paused   whether it is paused now
     * @param refusal  what the source said when it refused us, empty when a person did it
     */
    record LanePaused(Optional<String> provider, boolean paused, String refusal) implements CaseEvent {}

    /** The case went into offline mode, or out of it. */
    record WentOffline(boolean offline) implements CaseEvent {}

    /** The request is held until a person lets it go; an empty reason lets it go. */
    record PivotHeld(long request, String reason) implements CaseEvent {}

    /** A person let a held request go against the rule; kept for the record. */
    record HoldOverridden(long request, String rule, String author) implements CaseEvent {}

    /** The analyst dropped candidates of a request from the tray. */
    record CandidatesDropped(long request, List<Indicator> indicators) implements CaseEvent {
        public CandidatesDropped {
            indicators = List.copyOf(indicators);
        }
    }

    /** The analyst narrowed an answer that was larger than the limit; the rest of it stays in the evidence. */
    record AnswerNarrowed(long request, Narrowing narrowing) implements CaseEvent {}

    /**
     * A fact of a kind that this version does not know; kept as it is, never dropped.
     *
     * @param kind its name
     * @param body its JSON
     */
    record NotUnderstood(String kind, String body) implements CaseEvent {}
}
