package tendril.exchange.graphml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tendril.exchange.Stated;

/**
 * The GraphML keys for the properties of a graph's nodes, or of its links. A property with several values gets a key for
 * each, since an element has at most one datum a key. Readers ask for names without spaces, so the true name stands in
 * the key's id, written out where it has other signs; in a description some readers would stumble over it.
 */
final class PropertyKeys {
    /** A key: its id, and the name readers see. */
    record Key(String id, String title) {}

    private static final int HEX = 16;
    private static final int DIGITS = 4;

    private final Map<String, List<Key>> keys = new LinkedHashMap<>();
    private final Set<String> titles = new HashSet<>();
    private final String prefix;
    private final String on;

    /**
     * No keys yet.
     *
     * @param on {@code node} or {@code edge}
     */
    PropertyKeys(String on) {
        this.on = on;
        this.prefix = on.equals("node") ? "p" : "q";
        Arrays.stream(Attribute.values())
                .filter(attribute -> attribute.on().equals(on))
                .map(Attribute::title)
                .forEach(titles::add);
    }

    String on() {
        return on;
    }

    /** Makes sure that there are keys for these. */
    void add(List<Stated> properties) {
        Map<String, Integer> seen = new HashMap<>();
        for (Stated property : properties) {
            int nth = seen.merge(property.name(), 1, Integer::sum);
            List<Key> known = keys.computeIfAbsent(property.name(), name -> new ArrayList<>());
            if (known.size() < nth) {
                String id = prefix + titles.size() + "-" + written(property.name());
                known.add(new Key(id, title(property.name(), nth)));
            }
        }
    }

    List<Key> all() {
        return keys.values().stream().flatMap(List::stream).toList();
    }

    /** The key of each property, in their order. */
    List<Key> of(List<Stated> properties) {
        Map<String, Integer> seen = new HashMap<>();
        List<Key> found = new ArrayList<>();
        for (Stated property : properties) {
            int nth = seen.merge(property.name(), 1, Integer::sum);
            found.add(keys.getOrDefault(property.name(), List.of()).get(nth - 1));
        }
        return found;
    }

    /** The property's name that an id of ours holds. */
    static String name(String id) {
        String written = id.substring(id.indexOf('-') + 1);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '_' && i + DIGITS < written.length()) {
                name.append((char) Integer.parseInt(written, i + 1, i + 1 + DIGITS, HEX));
                i += DIGITS;
            } else {
                name.append(c);
            }
        }
        return name.toString();
    }

    /** The name in letters and digits, and {@code _0020} for the rest. */
    private static String written(String name) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isPlain(c)) {
                written.append(c);
            } else {
                written.append('_').append(HexFormat.of().toHexDigits(c));
            }
        }
        return written.toString();
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** An NMTOKEN that no other key of this kind has. */
    private String title(String name, int nth) {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            token.append(isPlain(c) || "._-".indexOf(c) >= 0 ? c : '_');
        }
        if (token.isEmpty()) {
            token.append("property");
        }
        if (nth > 1) {
            token.append('_').append(nth);
        }
        while (!titles.add(token.toString())) {
            token.append('_');
        }
        return token.toString();
    }
}
