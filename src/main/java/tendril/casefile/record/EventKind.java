package tendril.casefile.record;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tendril.graph.CaseEvent;

/** The name that each kind of event has in a case file. The names stand in files and must never change. */
enum EventKind {
    CASE_NAMED("case-named"),
    ACTION_BEGAN("action-began"),
    ACTION_UNDONE("action-undone"),
    ACTION_REDONE("action-redone"),
    EVIDENCE_KEPT("evidence-kept"),
    ENTITY_ADDED("entity-added"),
    LINK_ADDED("link-added"),
    PROPERTY_STATED("property-stated"),
    ENTITIES_REMOVED("entities-removed"),
    LINKS_REMOVED("links-removed"),
    ENTITIES_PLACED("entities-placed"),
    ENTITIES_PINNED("entities-pinned"),
    ENTITIES_HIDDEN("entities-hidden"),
    ENTITIES_FLAGGED("entities-flagged"),
    NOTE_WRITTEN("note-written"),
    ENTITY_TAGGED("entity-tagged"),
    HANDLING_SET("handling-set"),
    ENTITIES_COLLECTED("entities-collected"),
    COLLECTION_OPENED("collection-opened"),
    COLLECTIONS_PLACED("collections-placed"),
    SELECTION_NAMED("selection-named"),
    PIVOT_ASKED("pivot-asked"),
    PIVOT_STARTED("pivot-started"),
    PIVOT_PUT_BACK("pivot-put-back"),
    PIVOT_SETTLED("pivot-settled"),
    PIVOT_RETRIED("pivot-retried"),
    PIVOTS_MOVED("pivots-moved"),
    PIVOTS_CLEARED("pivots-cleared"),
    LANE_PAUSED("lane-paused"),
    WENT_OFFLINE("went-offline"),
    PIVOT_HELD("pivot-held"),
    HOLD_OVERRIDDEN("hold-overridden"),
    CANDIDATES_DROPPED("candidates-dropped"),
    ANSWER_NARROWED("answer-narrowed");

    private static final Map<String, EventKind> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventKind::id, Function.identity()));

    private final String id;

    EventKind(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static Optional<EventKind> ofId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The name of an event; one that was not understood keeps the name it came with. */
    static String idOf(CaseEvent event) {
        return event instanceof CaseEvent.NotUnderstood unknown ? unknown.kind() : of(event).id;
    }

    private static EventKind of(CaseEvent event) {
        return switch (event) {
            case CaseEvent.CaseNamed e -> CASE_NAMED;
            case CaseEvent.ActionBegan e -> ACTION_BEGAN;
            case CaseEvent.ActionUndone e -> ACTION_UNDONE;
            case CaseEvent.ActionRedone e -> ACTION_REDONE;
            case CaseEvent.EvidenceKept e -> EVIDENCE_KEPT;
            case CaseEvent.EntityAdded e -> ENTITY_ADDED;
            case CaseEvent.LinkAdded e -> LINK_ADDED;
            case CaseEvent.PropertyStated e -> PROPERTY_STATED;
            case CaseEvent.EntitiesRemoved e -> ENTITIES_REMOVED;
            case CaseEvent.LinksRemoved e -> LINKS_REMOVED;
            case CaseEvent.EntitiesPlaced e -> ENTITIES_PLACED;
            case CaseEvent.EntitiesPinned e -> ENTITIES_PINNED;
            case CaseEvent.EntitiesHidden e -> ENTITIES_HIDDEN;
            case CaseEvent.EntitiesFlagged e -> ENTITIES_FLAGGED;
            case CaseEvent.NoteWritten e -> NOTE_WRITTEN;
            case CaseEvent.EntityTagged e -> ENTITY_TAGGED;
            case CaseEvent.HandlingSet e -> HANDLING_SET;
            case CaseEvent.EntitiesCollected e -> ENTITIES_COLLECTED;
            case CaseEvent.CollectionOpened e -> COLLECTION_OPENED;
            case CaseEvent.CollectionsPlaced e -> COLLECTIONS_PLACED;
            case CaseEvent.SelectionNamed e -> SELECTION_NAMED;
            case CaseEvent.PivotAsked e -> PIVOT_ASKED;
            case CaseEvent.PivotStarted e -> PIVOT_STARTED;
            case CaseEvent.PivotPutBack e -> PIVOT_PUT_BACK;
            case CaseEvent.PivotSettled e -> PIVOT_SETTLED;
            case CaseEvent.PivotRetried e -> PIVOT_RETRIED;
            case CaseEvent.PivotsMoved e -> PIVOTS_MOVED;
            case CaseEvent.PivotsCleared e -> PIVOTS_CLEARED;
            case CaseEvent.LanePaused e -> LANE_PAUSED;
            case CaseEvent.WentOffline e -> WENT_OFFLINE;
            case CaseEvent.PivotHeld e -> PIVOT_HELD;
            case CaseEvent.HoldOverridden e -> HOLD_OVERRIDDEN;
            case CaseEvent.CandidatesDropped e -> CANDIDATES_DROPPED;
            case CaseEvent.AnswerNarrowed e -> ANSWER_NARROWED;
            case CaseEvent.NotUnderstood e -> throw new IllegalArgumentException("has no kind of its own");
        };
    }
}
