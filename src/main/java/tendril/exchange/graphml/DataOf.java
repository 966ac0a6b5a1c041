package tendril.exchange.graphml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tendril.exchange.Stated;
import tendril.exchange.graphml.RawGraph.Element;
import tendril.exchange.graphml.RawGraph.Key;

/** The data of the nodes, or the edges, of a file under the names that their writer gave them. */
final class DataOf {
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Map<String, String> fallbacks = new LinkedHashMap<>();
    private final Map<String, String> idByTitle = new HashMap<>();
    private final Map<String, Title> titleById = new HashMap<>();

    private record Title(String text, String lower) {}

    /**
     * Looks through the keys of a file.
     *
     * @param element {@code node} or {@code edge}
     */
    DataOf(RawGraph raw, String element) {
        for (Key key : raw.keys.values()) {
            if (key.isFor(element)) {
                keys.put(key.id(), key);
                key.fallback().ifPresent(value -> fallbacks.put(key.id(), value));
                var title = new Title(title(key), title(key).toLowerCase(Locale.ROOT));
                titleById.put(key.id(), title);
                idByTitle.putIfAbsent(title.lower(), key.id());
            }
        }
    }

    /** What an element has under the first of these names that it has; empty text for none. */
    String first(Element element, String... titles) {
        for (String title : titles) {
            String id = idByTitle.getOrDefault(title, title);
            String value = value(element, id);
            if (!value.isBlank()) {
                return value;
            }
        }
        return "";
    }

    /** What stands under a key of ours. */
    String of(Element element, Attribute attribute) {
        return value(element, attribute.id());
    }

    /** Everything whose name, in lower case, is none of these. */
    List<Stated> except(Element element, Set<String> titles) {
        List<Stated> rest = new ArrayList<>();
        element.data.forEach((id, value) -> state(id, value, titles, rest));
        fallbacks.forEach((id, value) -> {
            if (!element.data.containsKey(id)) {
                state(id, value, titles, rest);
            }
        });
        return rest;
    }

    private void state(String id, String value, Set<String> titles, List<Stated> into) {
        Title title = titleById.getOrDefault(id, new Title(id, id));
        if (!titles.contains(title.lower()) && !value.isBlank()) {
            into.add(new Stated(title.text(), value.strip()));
        }
    }

    /** The properties of an element of ours: all that is not under one of these keys. */
    List<Stated> properties(Element element, Set<String> fixedIds) {
        List<Stated> properties = new ArrayList<>();
        element.data.forEach((id, value) -> {
            if (keys.containsKey(id) && !fixedIds.contains(id)) {
                properties.add(new Stated(PropertyKeys.name(id), value));
            }
        });
        return properties;
    }

    private String value(Element element, String id) {
        return element.data.getOrDefault(id, fallbacks.getOrDefault(id, ""));
    }

    private static String title(Key key) {
        return key.title().isEmpty() ? key.id() : key.title();
    }
}
