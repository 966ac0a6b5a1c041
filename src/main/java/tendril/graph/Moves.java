package tendril.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * What goes where: entities, and the nodes of collections. Immutable.
 *
 * @param entities    may be empty
 * @param collections may be empty
 */
public record Moves(List<Placement> entities, List<CollectionPlace> collections) {
    public static final Moves NONE = new Moves(List.of(), List.of());

    public Moves {
        entities = List.copyOf(entities);
        collections = List.copyOf(collections);
    }

    /** Of entities only. */
    public static Moves of(List<Placement> entities) {
        return new Moves(entities, List.of());
    }

    public boolean isEmpty() {
        return entities.isEmpty() && collections.isEmpty();
    }

    /** Nodes of either sort. */
    public int size() {
        return entities.size() + collections.size();
    }

    /** As facts, none for what is empty. */
    public List<CaseEvent> events(PlacedBy by) {
        List<CaseEvent> events = new ArrayList<>();
        if (!entities.isEmpty()) {
            events.add(new CaseEvent.EntitiesPlaced(entities, by));
        }
        if (!collections.isEmpty()) {
            events.add(new CaseEvent.CollectionsPlaced(collections));
        }
        return events;
    }
}
