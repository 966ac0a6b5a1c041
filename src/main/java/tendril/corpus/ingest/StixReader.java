package tendril.corpus.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tendril.corpus.Day;
import tendril.corpus.Relation;
import tools.jackson.databind.JsonNode;

/**
 * Reads bundles of STIX 2.1. Relationships and {@code resolves_to_refs} say what holds between observables; every value,
 * those in simple indicator patterns included, gets the bundle, and the reports that name it, as references. Confined to
 * one thread.
 */
final class StixReader implements RowReader {
    private static final Pattern COMPARISON =
            Pattern.compile("(domain-name:value|ipv4-addr:value|ipv6-addr:value|email-addr:value|file:hashes\\.'?MD5'?)"
                    + "\\s*=\\s*'((?:[^'\\\\]|\\\\.)*)'");

    @Override
    public void read(InputStream in, Rows rows) throws IOException {
        Documents.read(in, rows, document -> {
            if (document.path("objects").isArray()) {
                new Bundle(document, rows).keep();
            } else {
                rows.bad("This is no STIX bundle.", document.toString());
            }
        });
    }

    /** A value of the bundle and what it is. */
    private record Value(TableColumn column, String text) {}

    /** One bundle, with its values by the identifiers that other objects name them by. */
    private static final class Bundle {
        private final JsonNode json;
        private final Rows rows;
        private final Map<String, Value> values = new HashMap<>();

        Bundle(JsonNode json, Rows rows) {
            this.json = json;
            this.rows = rows;
            for (JsonNode object : json.path("objects")) {
                value(object).ifPresent(value -> values.put(Documents.text(object, "id"), value));
            }
        }

        void keep() throws IOException {
            String name = "STIX " + Documents.text(json, "id");
            for (JsonNode object : json.path("objects")) {
                switch (Documents.text(object, "type")) {
                    case "domain-name", "ipv4-addr", "ipv6-addr", "email-addr", "file", "malware" ->
                        observable(object, name);
                    case "relationship" -> relationship(object);
                    case "report", "grouping" -> report(object);
                    case "indicator" -> indicator(object, name);
                    default -> rows.skip();
                }
            }
        }

        private static Optional<Value> value(JsonNode object) {
            String value = Documents.text(object, "value");
            Optional<Value> found = switch (Documents.text(object, "type")) {
                case "domain-name" -> Optional.of(new Value(TableColumn.DOMAIN, value));
                case "ipv4-addr", "ipv6-addr" -> Optional.of(new Value(TableColumn.ADDRESS, value));
                case "email-addr" -> Optional.of(new Value(TableColumn.EMAIL, value));
                case "file" -> Optional.of(new Value(TableColumn.MD5, Documents.text(object.path("hashes"), "MD5")));
                case "malware" -> Optional.of(new Value(TableColumn.SCAN, Documents.text(object, "name")));
                default -> Optional.empty();
            };
            return found.filter(known -> !known.text().isBlank());
        }

        private void observable(JsonNode object, String bundle) throws IOException {
            Value value = values.get(Documents.text(object, "id"));
            if (value == null) {
                rows.skip();
                return;
            }
            for (JsonNode target : object.path("resolves_to_refs")) {
                together(value, values.get(target.asString("")), Day.UNKNOWN, Day.UNKNOWN);
            }
            for (JsonNode sample : object.path("sample_refs")) {
                together(value, values.get(sample.asString("")), Day.UNKNOWN, Day.UNKNOWN);
            }
            if (value.column() == TableColumn.MD5) {
                hash(value, TableColumn.SHA1, Documents.text(object.path("hashes"), "SHA-1"));
                hash(value, TableColumn.SHA256, Documents.text(object.path("hashes"), "SHA-256"));
            }
            if (value.column() != TableColumn.SCAN) {
                rows.add(Relation.REFERENCE, value.text(), bundle);
            }
        }

        private void hash(Value sample, TableColumn column, String hash) throws IOException {
            if (!hash.isEmpty()) {
                together(sample, new Value(column, hash), Day.UNKNOWN, Day.UNKNOWN);
            }
        }

        private void relationship(JsonNode object) throws IOException {
            Value source = values.get(Documents.text(object, "source_ref"));
            Value target = values.get(Documents.text(object, "target_ref"));
            if (source == null || target == null) {
                rows.skip();
                return;
            }
            Day first = Days.read(Documents.text(object, "start_time")).orElse(Day.UNKNOWN);
            Day last = Days.read(Documents.text(object, "stop_time")).orElse(Day.UNKNOWN);
            together(source, target, first, last.later(first));
        }

        private void together(Value one, @Nullable Value other, Day first, Day last) throws IOException {
            if (other == null || one.column() == other.column()) {
                rows.skip();
                return;
            }
            new ValueGroup(
                            Map.of(one.column(), List.of(one.text()), other.column(), List.of(other.text())),
                            first,
                            last)
                    .addTo(rows);
        }

        private void report(JsonNode object) throws IOException {
            String title = Documents.text(object, "name");
            var links = new ArrayList<String>();
            for (JsonNode reference : object.path("external_references")) {
                String url = Documents.text(reference, "url");
                if (!url.isEmpty()) {
                    links.add(url);
                }
            }
            if (links.isEmpty() && !title.isEmpty()) {
                links.add(title);
            }
            for (JsonNode id : object.path("object_refs")) {
                Value value = values.get(id.asString(""));
                if (value != null && value.column() != TableColumn.SCAN) {
                    for (String link : links) {
                        rows.add(Relation.REFERENCE, value.text(), link);
                    }
                }
            }
        }

        private void indicator(JsonNode object, String bundle) throws IOException {
            Matcher comparison = COMPARISON.matcher(Documents.text(object, "pattern"));
            boolean found = false;
            while (comparison.find()) {
                String value = comparison.group(2).replaceAll("\\\\(.)", "$1");
                rows.add(Relation.REFERENCE, value, bundle);
                found = true;
            }
            if (!found) {
                rows.skip();
            }
        }
    }
}
