package tendril.corpus.ingest.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tendril.corpus.Day;
import tendril.corpus.Relation;
import tendril.corpus.ingest.rows.Documents;
import tendril.corpus.ingest.rows.RowReader;
import tendril.corpus.ingest.rows.Rows;
import tendril.corpus.ingest.rows.TableColumn;
import tendril.corpus.ingest.rows.WrittenValue;
import tools.jackson.databind.JsonNode;

/**
 * Reads events of MISP, alone, in a {@code response}, or in an array. Attributes of one object say what holds between
 * them; every value also gets the event, and the reports that it links to, as references. Of a URL its host counts.
 * Deleted attributes are left out. Confined to one thread.
 */
public final class MispReader implements RowReader {
    private static final Map<String, TableColumn> TYPES = Map.ofEntries(
            Map.entry("domain", TableColumn.DOMAIN),
            Map.entry("hostname", TableColumn.DOMAIN),
            Map.entry("ip-src", TableColumn.ADDRESS),
            Map.entry("ip-dst", TableColumn.ADDRESS),
            Map.entry("email", TableColumn.EMAIL),
            Map.entry("email-src", TableColumn.EMAIL),
            Map.entry("email-dst", TableColumn.EMAIL),
            Map.entry("email-reply-to", TableColumn.EMAIL),
            Map.entry("whois-registrant-email", TableColumn.EMAIL),
            Map.entry("dns-soa-email", TableColumn.EMAIL),
            Map.entry("md5", TableColumn.MD5),
            Map.entry("sha1", TableColumn.SHA1),
            Map.entry("sha256", TableColumn.SHA256));

    private static final String UNNAMED = "MISP event";

    /** Links of an event that become references; every value gets each of them. */
    private static final int LINKS_MAX = 10;

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
        if (response.isObject()) {
            document(response, rows);
            return;
        }
        if (isAttribute(document)) {
            group(List.of(document), references(document, List.of()), rows);
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
        List<String> references = references(event);
        for (JsonNode attribute : event.path("Attribute")) {
            if (!isLink(attribute)) {
                group(List.of(attribute), references(attribute, references), rows);
            }
        }
        for (JsonNode object : event.path("Object")) {
            if (!isDeleted(object)) {
                var attributes = new ArrayList<JsonNode>();
                object.path("Attribute").forEach(attributes::add);
                group(attributes, references, rows);
            }
        }
    }

    /** Whether this is an attribute on its own, as searches for attributes find them. */
    private static boolean isAttribute(JsonNode document) {
        return document.path("type").isString() && document.has("value");
    }

    /** The references of an attribute: those of the event it names itself, else those of the event it stands in. */
    private static List<String> references(JsonNode attribute, List<String> ofEvent) {
        if (attribute.path("Event").isObject()) {
            return references(attribute.path("Event"));
        }
        String event = Documents.text(attribute, "event_id");
        boolean unnamed = ofEvent.isEmpty() || ofEvent.getFirst().equals(UNNAMED);
        return unnamed ? List.of((UNNAMED + " " + event).strip()) : ofEvent;
    }

    private static List<String> references(JsonNode event) {
        var references = new ArrayList<String>();
        String uuid = Documents.text(event, "uuid");
        String named = (uuid.isEmpty() ? Documents.text(event, "id") : uuid) + " " + Documents.text(event, "info");
        references.add((UNNAMED + " " + named.strip()).strip());
        event.path("Attribute")
                .valueStream()
                .filter(attribute -> isLink(attribute) && !isDeleted(attribute))
                .map(attribute -> Documents.text(attribute, "value").strip())
                .filter(link -> !link.isEmpty())
                .distinct()
                .limit(LINKS_MAX)
                .forEach(references::add);
        return references;
    }

    /** Whether an attribute is where the event was reported, not what was seen. */
    private static boolean isLink(JsonNode attribute) {
        return Documents.text(attribute, "type").equals("link");
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
    private static void group(List<JsonNode> attributes, List<String> references, Rows rows) throws IOException {
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
        TableColumn sample = ValueGroup.sampleColumn(values.keySet());
        for (var column : values.entrySet()) {
            if (column.getKey() == sample || !ValueGroup.isHash(column.getKey())) {
                for (String value : column.getValue()) {
                    for (String reference : references) {
                        rows.add(Relation.REFERENCE, value, reference);
                    }
                }
            }
        }
    }

    /** Sorts the one or two values of an attribute by what they are: {@code domain|ip}, {@code filename|md5}. */
    private static void split(JsonNode attribute, Map<TableColumn, List<String>> values, Rows rows) throws IOException {
        String type = Documents.text(attribute, "type");
        String[] types = (type.equals("malware-sample") ? "filename|md5" : type).split("\\|", -1);
        String[] parts = Documents.text(attribute, "value").split("\\|", types.length);
        boolean known = false;
        for (int i = 0; i < Math.min(types.length, parts.length); i++) {
            if (parts[i].isBlank()) {
                continue;
            }
            if (types[i].equals("url") || types[i].equals("uri")) {
                host(parts[i], values);
                known = true;
            }
            Optional<TableColumn> column = column(types[i]);
            if (column.isPresent()) {
                rows.value(column.get(), parts[i])
                        .ifPresent(value -> values.computeIfAbsent(column.get(), c -> new ArrayList<>())
                                .add(value));
                known = true;
            }
        }
        if (!known) {
            rows.skip();
        }
    }

    private static void host(String url, Map<TableColumn, List<String>> values) {
        WrittenValue.hostOf(url).ifPresent(host -> {
            TableColumn column = host.type().isAddress() ? TableColumn.ADDRESS : TableColumn.DOMAIN;
            values.computeIfAbsent(column, c -> new ArrayList<>()).add(host.value());
        });
    }

    private static Optional<TableColumn> column(String type) {
        return Optional.ofNullable(type.equals("ip") ? TableColumn.ADDRESS : TYPES.get(type));
    }

    private static Day day(JsonNode attribute, String field) {
        return Days.read(Documents.text(attribute, field)).orElse(Day.UNKNOWN);
    }
}
