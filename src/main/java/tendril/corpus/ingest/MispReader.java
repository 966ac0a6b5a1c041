package tendril.corpus.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tendril.corpus.Day;
import tendril.corpus.Relation;
import tools.jackson.databind.JsonNode;

/**
 * Reads events of MISP, alone, in a {@code response}, or in an array. Attributes of one object say what holds between
 * them; every value also gets the event as a reference. Deleted attributes are left out. Confined to one thread.
 */
final class MispReader implements RowReader {
    private static final Map<String, TableColumn> TYPES = Map.ofEntries(
            Map.entry("domain", TableColumn.DOMAIN),
            Map.entry("hostname", TableColumn.DOMAIN),
            Map.entry("ip-src", TableColumn.ADDRESS),
            Map.entry("ip-dst", TableColumn.ADDRESS),
            Map.entry("email", TableColumn.EMAIL),
            Map.entry("email-src", TableColumn.EMAIL),
            Map.entry("email-dst", TableColumn.EMAIL),
            Map.entry("whois-registrant-email", TableColumn.EMAIL),
            Map.entry("md5", TableColumn.MD5),
            Map.entry("sha1", TableColumn.SHA1),
            Map.entry("sha256", TableColumn.SHA256));

    @Override
    public void read(InputStream in, Rows rows) throws IOException {
        Documents.read(in, rows, document -> document(document, rows));
    }

    private static void document(JsonNode document, Rows rows) throws IOException {
        JsonNode response = document.path("response");
        if (response.isArray()) {
            for (JsonNode element : response) {
                document(element, rows);
            }
            return;
        }
        JsonNode event = document.has("Event") ? document.path("Event") : document;
        if (isManifest(document)) {
            rows.skip();
            return;
        }
        if (!event.has("Attribute") && !event.has("Object")) {
            rows.bad("This is no MISP event.", document.toString());
            return;
        }
        String reference = "MISP event " + Documents.text(event, "uuid") + " " + Documents.text(event, "info");
        for (JsonNode attribute : event.path("Attribute")) {
            group(List.of(attribute), reference.strip(), rows);
        }
        for (JsonNode object : event.path("Object")) {
            if (!isDeleted(object)) {
                var attributes = new ArrayList<JsonNode>();
                object.path("Attribute").forEach(attributes::add);
                group(attributes, reference.strip(), rows);
            }
        }
    }

    /** Whether this is the list of contents that a feed has beside its events: their heads by their identifiers. */
    private static boolean isManifest(JsonNode document) {
        return document.isObject()
                && !document.isEmpty()
                && document.valueStream().allMatch(head -> head.has("info") && head.has("timestamp"));
    }

    private static boolean isDeleted(JsonNode node) {
        return node.path("deleted").asBoolean(false)
                || Documents.text(node, "deleted").equals("1");
    }

    /** Attributes that stand together: the values of an object, or of one composite attribute. */
    private static void group(List<JsonNode> attributes, String reference, Rows rows) throws IOException {
        Map<TableColumn, List<String>> values = new EnumMap<>(TableColumn.class);
        Day first = Day.UNKNOWN;
        Day last = Day.UNKNOWN;
        for (JsonNode attribute : attributes) {
            if (isDeleted(attribute)) {
                continue;
            }
            split(attribute, values, rows);
            first = first.earlier(day(attribute, "first_seen"));
            last = last.later(day(attribute, "last_seen"));
        }
        new ValueGroup(values, first, last.later(first)).addTo(rows);
        for (var column : values.entrySet()) {
            if (column.getKey() != TableColumn.SHA1 && column.getKey() != TableColumn.SHA256) {
                for (String value : column.getValue()) {
                    rows.add(Relation.REFERENCE, value, reference);
                }
            }
        }
    }

    /** Sorts the one or two values of an attribute by what they are: {@code domain|ip}, {@code filename|md5}. */
    private static void split(JsonNode attribute, Map<TableColumn, List<String>> values, Rows rows) {
        String[] types = Documents.text(attribute, "type").split("\\|", -1);
        String[] parts = Documents.text(attribute, "value").split("\\|", types.length);
        boolean known = false;
        for (int i = 0; i < Math.min(types.length, parts.length); i++) {
            Optional<TableColumn> column = column(types[i]);
            if (column.isPresent() && !parts[i].isBlank()) {
                values.computeIfAbsent(column.get(), c -> new ArrayList<>()).add(parts[i]);
                known = true;
            }
        }
        if (!known) {
            rows.skip();
        }
    }

    private static Optional<TableColumn> column(String type) {
        return Optional.ofNullable(type.equals("ip") ? TableColumn.ADDRESS : TYPES.get(type));
    }

    private static Day day(JsonNode attribute, String field) {
        return Days.read(Documents.text(attribute, field)).orElse(Day.UNKNOWN);
    }
}
