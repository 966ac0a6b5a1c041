package tendril.graph;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a batch, or an action, has put its hands on. What is noted for one may be noted for another at the same time:
 * a fact of an action is noted for its batch and for the action. Confined to the case thread.
 */
final class Touched {
    final Set<EntityState> entities = new LinkedHashSet<>();
    final Set<LinkState> links = new LinkedHashSet<>();
    final Set<Long> collections = new HashSet<>();
    boolean caseItself;

    /** Whether nothing that is in the graph or could be was spoken of. */
    boolean isEmpty() {
        return entities.isEmpty() && links.isEmpty();
    }

    /** Notes what one fact speaks of, for its batch and, if it has one, for its action. */
    record By(Touched batch, Optional<Touched> action) {
        void entity(EntityState state) {
            batch.entities.add(state);
            action.ifPresent(touched -> touched.entities.add(state));
        }

        /** What is to be worked out anew when the action is undone, and not before. */
        void entityOfAction(EntityState state) {
            action.ifPresent(touched -> touched.entities.add(state));
        }

        void link(LinkState state) {
            batch.links.add(state);
            action.ifPresent(touched -> touched.links.add(state));
        }

        void collection(long id) {
            batch.collections.add(id);
            action.ifPresent(touched -> touched.collections.add(id));
        }

        void caseItself() {
            batch.caseItself = true;
            action.ifPresent(touched -> touched.caseItself = true);
        }
    }
}
