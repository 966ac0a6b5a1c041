package tendril.graph;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * What facts have spoken of and nobody has worked out anew yet. Confined to the case thread.
 *
 * <p><b>In portions.</b> Undoing is evaluating again without some claims, whenever that happens and in whatever order, so
 * a large undo may take several turns. After each of them the graph is one that could be: no link is there without both
 * of its ends. For this a link waits until both ends are worked out, but goes with the first that goes; what has very
 * many links comes before them and goes after them, so that they do not all fall into one turn.
 */
final class Stale {
    /** More links than this are too many to come or go with one of their ends. */
    private static final int HUB_LINKS = 200;

    private final Fold fold;
    private final SequencedSet<EntityState> entities = new LinkedHashSet<>();
    private final Set<LinkState> links = new LinkedHashSet<>();

    Stale(Fold fold) {
        this.fold = fold;
    }

    void add(Fold.Batch batch) {
        add(batch.touched);
        batch.turned.forEach(this::add);
    }

    private void add(Touched touched) {
        entities.addAll(touched.entities);
        links.addAll(touched.links);
    }

    int size() {
        return entities.size() + links.size();
    }

    /** Works everything out. */
    void settle(Change change) {
        for (EntityState state : entities) {
            evaluate(state, change);
        }
        for (LinkState state : links) {
            evaluate(state, change);
        }
        entities.clear();
        links.clear();
    }

    /** Brings what waits into an order in which portions of it are small. */
    void order() {
        List<EntityState> hubs = entities.stream()
                .filter(state -> state.links.size() > HUB_LINKS)
                .toList();
        for (EntityState hub : hubs) {
            if (hub.stays(fold.history::counts)) {
                entities.addFirst(hub);
            } else {
                entities.addLast(hub);
            }
        }
    }

    /** Works out some entities with those links that this decides about, or, where no entity is left, some links. */
    void settle(int most, Change change) {
        int done = 0;
        while (done < most && !entities.isEmpty()) {
            EntityState state = taken(entities);
            evaluate(state, change);
            settleLinks(state, change);
            done++;
        }
        while (done < most && !links.isEmpty()) {
            evaluate(taken(links), change);
            done++;
        }
    }

    private void settleLinks(EntityState end, Change change) {
        boolean gone = end.entity().isEmpty();
        for (LinkState link : end.links) {
            EntityState other = link.from == end ? link.to : link.from;
            if ((gone || !entities.contains(other)) && links.remove(link)) {
                evaluate(link, change);
            }
        }
    }

    private static <T> T taken(Set<T> from) {
        Iterator<T> all = from.iterator();
        T first = all.next();
        all.remove();
        return first;
    }

    private void evaluate(EntityState state, Change change) {
        Optional<Entity> before = state.entity();
        long removedBefore = state.removedAt();
        state.evaluate(fold.history::counts);
        if (state.removedAt() != removedBefore) {
            links.addAll(state.links);
        }
        fold.recollect(state.indicator, before, state.entity());
        change.entity(before, state.entity());
    }

    private void evaluate(LinkState state, Change change) {
        Optional<Link> before = state.link();
        state.evaluate(fold.history::counts);
        change.link(before, state.link());
    }
}
