package tendril.graph;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import tendril.indicator.Indicator;

/**
 * An indicator placed in a case, as it stands now. Immutable.
 *
 * @param indicator  what it is
 * @param place      where it is, once it has been placed
 * @param properties what sources and the analyst state of it, in order of name and value
 * @param supports   why it is in the graph, in order, at least one
 * @param note       the analyst's note, may be empty
 * @param flag       the analyst's coloured mark
 * @param tags       the analyst's tags
 * @param pinned     whether layouts leave it where it is
 * @param hidden     whether it is kept but not drawn
 * @param collection the collection it is folded into, 0 for none
 * @param handling   how it alone may be shared and used, apart from what holds for the case
 */
public record Entity(
        Indicator indicator,
        Optional<Place> place,
        List<Property> properties,
        List<Support> supports,
        String note,
        Flag flag,
        SortedSet<String> tags,
        boolean pinned,
        boolean hidden,
        long collection,
        Handling handling) {
    /**
     * Where an entity is.
     *
     * @param x  world units, grows to the right
     * @param y  world units, grows downwards
     * @param by who decided it
     */
    public record Place(double x, double y, PlacedBy by) {}

    /** Whether it is on the canvas as a node of its own. */
    public boolean isDrawn() {
        return !hidden && collection == 0;
    }

    /** The values stated for a property, in order. */
    public List<String> values(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .map(Property::value)
                .toList();
    }
}
