package tendril.graph;

import java.util.List;
import java.util.Optional;
import tendril.indicator.Indicator;

/**
 * Entities folded into one node. Immutable.
 *
 * @param id      its number in the case
 * @param anchor  the node they hang on
 * @param label   what a person reads
 * @param members what is inside now, in order
 * @param place   where its node is, once it has been placed; until then it is in the middle of its members
 */
public record Collection(long id, Indicator anchor, String label, List<Indicator> members, Optional<Spot> place) {
    /**
     * Where a collection's node is.
     *
     * @param x world units, grows to the right
     * @param y world units, grows downwards
     */
    public record Spot(double x, double y) {
        /** The middle of these; empty where there are none. */
        static Optional<Spot> middle(List<Entity.Place> places) {
            return places.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Spot(
                            places.stream().mapToDouble(Entity.Place::x).sum() / places.size(),
                            places.stream().mapToDouble(Entity.Place::y).sum() / places.size()));
        }
    }

    public Collection {
        members = List.copyOf(members);
    }
}
