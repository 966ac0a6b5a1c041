package tendril.analysis;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tendril.indicator.Indicator;

/**
 * The connected parts of a graph: two entities are in one part when links lead from one to the other, whatever their
 * direction. Largest part first, equal ones by their smallest indicator. Immutable.
 */
public final class Components {
    private record Part(Set<Indicator> members, Indicator smallest) {}

    private static final Comparator<Part> LARGEST_FIRST = Comparator.comparingInt(
                    (Part part) -> part.members().size())
            .reversed()
            .thenComparing(Part::smallest);

    private final List<Set<Indicator>> parts;
    private final Map<Indicator, Set<Indicator>> partOf = new HashMap<>();

    private Components(List<Set<Indicator>> parts) {
        this.parts = parts;
        for (Set<Indicator> part : parts) {
            part.forEach(member -> partOf.put(member, part));
        }
    }

    /** From the members of each part, in any order; no part is empty. */
    static Components of(Collection<? extends Collection<Indicator>> parts) {
        return new Components(parts.stream()
                .map(members ->
                        new Part(Collections.unmodifiableSet(new LinkedHashSet<>(members)), Collections.min(members)))
                .sorted(LARGEST_FIRST)
                .map(Part::members)
                .toList());
    }

    public int count() {
        return parts.size();
    }

    public List<Set<Indicator>> parts() {
        return parts;
    }

    /** The part an entity is in; empty for one that is not in the graph. */
    public Set<Indicator> partOf(Indicator indicator) {
        return partOf.getOrDefault(indicator, Set.of());
    }
}
