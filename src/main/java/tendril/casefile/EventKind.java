package tendril.casefile;

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
    PIVOT_ASKED("pivot-asked"),
    PIVOT_STARTED("pivot-started"),
    PIVOT_PUT_BACK("pivot-put-back"),
    PIVOT_SETTLED("pivot-settled"),
    PIVOT_MOVED("pivot-moved"),
    PIVOT_HELD("pivot-held"),
    HOLD_OVERRIDDEN("hold-overridden"),
    CANDIDATES_DROPPED("candidates-dropped");

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
            case CaseEvent.CaseNamed _ -> CASE_NAMED;
            case CaseEvent.ActionBegan _ -> ACTION_BEGAN;
            case CaseEvent.ActionUndone _ -> ACTION_UNDONE;
            case CaseEvent.ActionRedone _ -> ACTION_REDONE;
            case CaseEvent.EvidenceKept _ -> EVIDENCE_KEPT;
            case CaseEvent.EntityAdded _ -> ENTITY_ADDED;
            case CaseEvent.LinkAdded _ -> LINK_ADDED;
            case CaseEvent.PropertyStated _ -> PROPERTY_STATED;
            case CaseEvent.EntitiesRemoved _ -> ENTITIES_REMOVED;
            case CaseEvent.LinksRemoved _ -> LINKS_REMOVED;
            case CaseEvent.EntitiesPlaced _ -> ENTITIES_PLACED;
            case CaseEvent.EntitiesPinned _ -> ENTITIES_PINNED;
            case CaseEvent.EntitiesHidden _ -> ENTITIES_HIDDEN;
            case CaseEvent.EntitiesFlagged _ -> ENTITIES_FLAGGED;
            case CaseEvent.NoteWritten _ -> NOTE_WRITTEN;
            case CaseEvent.EntityTagged _ -> ENTITY_TAGGED;
            case CaseEvent.HandlingSet _ -> HANDLING_SET;
            case CaseEvent.EntitiesCollected _ -> ENTITIES_COLLECTED;
            case CaseEvent.CollectionOpened _ -> COLLECTION_OPENED;
            case CaseEvent.PivotAsked _ -> PIVOT_ASKED;
            case CaseEvent.PivotStarted _ -> PIVOT_STARTED;
            case CaseEvent.PivotPutBack _ -> PIVOT_PUT_BACK;
            case CaseEvent.PivotSettled _ -> PIVOT_SETTLED;
            case CaseEvent.PivotMoved _ -> PIVOT_MOVED;
            case CaseEvent.PivotHeld _ -> PIVOT_HELD;
            case CaseEvent.HoldOverridden _ -> HOLD_OVERRIDDEN;
            case CaseEvent.CandidatesDropped _ -> CANDIDATES_DROPPED;
            case CaseEvent.NotUnderstood _ -> throw new IllegalArgumentException("has no kind of its own");
        };
    }
}
