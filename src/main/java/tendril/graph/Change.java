package tendril.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tendril.indicator.Indicator;

/** The delta of one batch while it is worked out. Confined to the case thread. */
final class Change {
    private final List<Indicator> added = new ArrayList<>();
    private final List<Indicator> removed = new ArrayList<>();
    private final List<Indicator> changed = new ArrayList<>();
    private final List<Indicator> moved = new ArrayList<>();
    private final List<LinkKey> linksAdded = new ArrayList<>();
    private final List<LinkKey> linksRemoved = new ArrayList<>();
    private final List<LinkKey> linksChanged = new ArrayList<>();
    /** The collections that entities left, joined or changed in. */
    private final Set<Long> collections = new HashSet<>();

    /** Notes how one entity was and is. */
    void entity(Optional<Entity> before, Optional<Entity> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        if (!before.equals(after)) {
            noteCollection(before);
            noteCollection(after);
        }
        if (before.isEmpty()) {
            added.add(after.orElseThrow().indicator());
        } else if (after.isEmpty()) {
            removed.add(before.orElseThrow().indicator());
        } else {
            Entity was = before.get();
            Entity is = after.get();
            if (was.equals(is)) {
                return;
            }
            boolean samePlace = was.place().equals(is.place());
            (samePlace || !sameButPlace(was, is) ? changed : moved).add(is.indicator());
        }
    }

    void link(Optional<Link> before, Optional<Link> after) {
        if (before.isEmpty() && after.isPresent()) {
            linksAdded.add(after.get().key());
        } else if (before.isPresent() && after.isEmpty()) {
            linksRemoved.add(before.get().key());
        } else if (!before.equals(after)) {
            linksChanged.add(after.orElseThrow().key());
        }
    }

    int entityGrowth() {
        return added.size() - removed.size();
    }

    int linkGrowth() {
        return linksAdded.size() - linksRemoved.size();
    }

    GraphDelta toDelta(Fold.Batch batch) {
        collections.addAll(batch.touched.collections);
        return new GraphDelta(
                added,
                removed,
                changed,
                moved,
                linksAdded,
                linksRemoved,
                linksChanged,
                collections,
                batch.requests,
                batch.actions,
                batch.evidence,
                batch.touched.caseItself);
    }

    private void noteCollection(Optional<Entity> entity) {
        entity.map(Entity::collection).filter(id -> id != 0).ifPresent(collections::add);
    }

    private static boolean sameButPlace(Entity a, Entity b) {
        return a.equals(new Entity(
                b.indicator(),
                a.place(),
                b.properties(),
                b.supports(),
                b.note(),
                b.flag(),
                b.tags(),
                b.pinned(),
                b.hidden(),
                b.collection(),
                b.handling()));
    }
}
