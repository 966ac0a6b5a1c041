package tendril.ui.canvas;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;

/**
 * What is selected: entities in the order they were picked, collections by number, or one bundle of links. Immutable, if
 * whoever makes one keeps no hand on the sets: 50,000 entities are not copied once more for every click.
 *
 * @param entities    may be empty
 * @param collections may be empty
 * @param links       the links between one pair of entities, when a line is selected
 */
public record Selection(Set<Indicator> entities, Set<Long> collections, List<LinkKey> links) {
    public static final Selection NONE = new Selection(Set.of(), Set.of(), List.of());

    public Selection {
        entities = Collections.unmodifiableSet(entities);
        collections = Collections.unmodifiableSet(collections);
        links = List.copyOf(links);
    }

    public static Selection of(java.util.Collection<Indicator> entities) {
        return new Selection(new LinkedHashSet<>(entities), Set.of(), List.of());
    }

    public static Selection ofLinks(List<LinkKey> links) {
        return new Selection(Set.of(), Set.of(), links);
    }

    public boolean isEmpty() {
        return entities.isEmpty() && collections.isEmpty() && links.isEmpty();
    }

    /** The one entity selected, if it is one and nothing else. */
    public Optional<Indicator> single() {
        return entities.size() == 1 && collections.isEmpty()
                ? Optional.of(entities.iterator().next())
                : Optional.empty();
    }

    /** Nodes of either sort. */
    public int nodeCount() {
        return entities.size() + collections.size();
    }

    public boolean contains(CanvasItem item) {
        return switch (item) {
            case CanvasItem.OfEntity of -> entities.contains(of.indicator());
            case CanvasItem.OfCollection of -> collections.contains(of.id());
        };
    }

    /** Both together; links give way to nodes. */
    public Selection plus(Selection other) {
        var moreEntities = new LinkedHashSet<>(entities);
        moreEntities.addAll(other.entities);
        var moreCollections = new LinkedHashSet<>(collections);
        moreCollections.addAll(other.collections);
        return new Selection(moreEntities, moreCollections, List.of());
    }

    /** What is in exactly one of both. */
    public Selection toggled(Selection other) {
        var nextEntities = new LinkedHashSet<>(entities);
        other.entities.forEach(each -> toggle(nextEntities, each));
        var nextCollections = new LinkedHashSet<>(collections);
        other.collections.forEach(each -> toggle(nextCollections, each));
        return new Selection(nextEntities, nextCollections, List.of());
    }

    private static <T> void toggle(Set<T> set, T each) {
        if (!set.remove(each)) {
            set.add(each);
        }
    }
}
