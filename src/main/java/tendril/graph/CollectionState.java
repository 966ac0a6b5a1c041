package tendril.graph;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/** A collection as it was folded, and how many of which type are inside now. Confined to the case thread. */
final class CollectionState {
    final long id;
    final int arrival;
    final Indicator anchor;
    /** Whoever was folded, each once, whether or not they are inside now. */
    final List<EntityState> members;

    private final String label;
    private final List<PlaceClaim> places = new ArrayList<>();
    private final Map<IndicatorType, Integer> inside = new EnumMap<>(IndicatorType.class);
    private int size;

    /** That a collection's node is there, while the action counts. */
    private record PlaceClaim(long action, Collection.Spot spot) {}

    CollectionState(long id, int arrival, CaseEvent.EntitiesCollected collected, List<EntityState> members) {
        this.id = id;
        this.arrival = arrival;
        anchor = collected.anchor();
        label = collected.label();
        this.members = List.copyOf(members);
    }

    void put(long action, Collection.Spot spot) {
        places.add(new PlaceClaim(action, spot));
    }

    /** Counts a member that is inside now. */
    void joined(Indicator member) {
        size++;
        inside.merge(member.type(), 1, Integer::sum);
    }

    /** Counts a member that is inside no more. */
    void left(Indicator member) {
        size--;
        inside.computeIfPresent(member.type(), (type, count) -> count == 1 ? null : count - 1);
    }

    int size() {
        return size;
    }

    /** What all those inside are, where they are of one type. */
    Optional<IndicatorType> type() {
        return inside.size() == 1 ? inside.keySet().stream().findFirst() : Optional.empty();
    }

    /** Those inside, in order. */
    Stream<EntityState> inside() {
        return members.stream().filter(member -> member.isInside(id));
    }

    /** The first of those inside. */
    Optional<Indicator> first() {
        return size == 0 ? Optional.empty() : inside().findFirst().map(member -> member.indicator);
    }

    /** The middle of those inside; empty where none of them has a place. */
    Optional<Collection.Spot> middle() {
        return Collection.Spot.middle(inside().flatMap(member -> member.entity().flatMap(Entity::place).stream())
                .toList());
    }

    /** What was taken out of a collection is missing in its words as well. */
    String label() {
        return size == members.size() ? label : size + " of " + label;
    }

    /** Where its node was put. */
    Optional<Collection.Spot> place(LongPredicate counts) {
        for (int i = places.size() - 1; i >= 0; i--) {
            if (counts.test(places.get(i).action())) {
                return Optional.of(places.get(i).spot());
            }
        }
        return Optional.empty();
    }
}
