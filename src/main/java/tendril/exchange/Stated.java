package tendril.exchange;

import java.util.List;
import tendril.graph.Property;

/** A property's name and one of its values. */
public record Stated(String name, String value) {
    static List<Stated> of(List<Property> properties) {
        return properties.stream()
                .map(property -> new Stated(property.name(), property.value()))
                .toList();
    }
}
