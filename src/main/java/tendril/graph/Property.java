package tendril.graph;

import java.util.List;

/**
 * One stated value of a property, with everything that supports it. Immutable.
 *
 * @param name      what is stated, "votes"
 * @param value     the value as text
 * @param citations who states it, in order, at least one
 */
public record Property(String name, String value, List<Citation> citations) implements Comparable<Property> {
    public Property {
        citations = List.copyOf(citations);
    }

    @Override
    public int compareTo(Property other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : value.compareTo(other.value);
    }
}
