package tendril.graph;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a batch, or an action, has put its hands on. Confined to the case thread. */
final class Touched {
    final Set<EntityState> entities = new LinkedHashSet<>();
    final Set<LinkState> links = new LinkedHashSet<>();
    final Set<Long> collections = new HashSet<>();
    boolean caseItself;

    void addAll(Touched other) {
        entities.addAll(other.entities);
        links.addAll(other.links);
        collections.addAll(other.collections);
        caseItself |= other.caseItself;
    }
}
