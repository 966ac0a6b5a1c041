package tendril.corpus.ingest.form;

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
import tendril.corpus.ingest.rows.Documents;
import tendril.corpus.ingest.rows.RowReader;
import tendril.corpus.ingest.rows.Rows;
import tendril.corpus.ingest.rows.TableColumn;
import tendril.corpus.ingest.rows.WrittenValue;
import tools.jackson.databind.JsonNode;

/**
 * Reads bundles of STIX 2.1. Relationships and {@code resolves_to_refs} say what holds between observables, and observed
 * data when; every value, those in simple indicator patterns included, gets the bundle, and the reports that name it, as
 * references. Of a URL its host counts. Confined to one thread.
 */
public final class StixReader implements RowReader {
    private static final List<TableColumn> HASHES = List.of(TableColumn.MD5, TableColumn.SHA256, TableColumn.SHA1);

    private static final Pattern COMPARISON =
            Pattern.compile("(?:(?:domain-name|ipv4-addr|ipv6-addr|email-addr|url):value"
                    + "|file:hashes\\.'?(?:MD5|SHA-?1|SHA-?256)'?)\\s*=\\s*'((?:[^'\\\\]|\\\\.)*)'");

    private static final Pattern ONLY_COMPARISON = Pattern.compile("\\s*\\[\\s*" + COMPARISON + "\\s*]\\s*");

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

    /** The days something was seen on. */
    private record Span(Day first, Day last) {
        static final Span UNKNOWN = new Span(Day.UNKNOWN, Day.UNKNOWN);

        static Span of(JsonNode object, String first, String last) {
            Day from = Days.read(Documents.text(object, first)).orElse(Day.UNKNOWN);
            Day to = Days.read(Documents.text(object, last)).orElse(Day.UNKNOWN);
            return new Span(from, to.later(from));
        }

        Span with(Span other) {
            return new Span(first.earlier(other.first), last.later(other.last));
        }
    }

    /** One bundle, with its values by the identifiers that other objects name them by. */
    private static final class Bundle {
        private final JsonNode json;
        private final Rows rows;
        private final Map<String, Value> values = new HashMap<>();
        private final Map<String, Span> spans = new HashMap<>();

        Bundle(JsonNode json, Rows rows) throws IOException {
            this.json = json;
            this.rows = rows;
            for (JsonNode object : json.path("objects")) {
                String id = Documents.text(object, "id");
                value(object).ifPresent(value -> values.put(id, value));
                if (Documents.text(object, "type").equals("observed-data")) {
                    observed(object);
                }
            }
        }

        void keep() throws IOException {
            String name = "STIX " + Documents.text(json, "id");
            for (JsonNode object : json.path("objects")) {
                switch (Documents.text(object, "type")) {
                    case "domain-name", "ipv4-addr", "ipv6-addr", "email-addr", "url", "file", "malware" ->
                        observable(object, name);
                    case "relationship" -> relationship(object);
                    case "report", "grouping" -> report(object);
                    case "indicator" -> indicator(object, name);
                    case "observed-data" -> {}
                    default -> rows.skip();
                }
            }
        }

        private void observed(JsonNode object) {
            var span = Span.of(object, "first_observed", "last_observed");
            for (JsonNode id : object.path("object_refs")) {
                spans.merge(id.asString(""), span, Span::with);
            }
        }

        /** What an object stands for, in canonical form; empty when it is nothing a corpus has reports on. */
        private Optional<Value> value(JsonNode object) throws IOException {
            Optional<Value> found =
                    written(object).filter(value -> !value.text().isBlank());
            if (found.isEmpty()) {
                return found;
            }
            TableColumn column = found.get().column();
            return rows.value(column, found.get().text()).map(value -> new Value(column, value));
        }

        private static Optional<Value> written(JsonNode object) {
            String value = Documents.text(object, "value");
            return switch (Documents.text(object, "type")) {
                case "domain-name" -> Optional.of(new Value(TableColumn.DOMAIN, value));
                case "ipv4-addr", "ipv6-addr" -> Optional.of(new Value(TableColumn.ADDRESS, value));
                case "email-addr" -> Optional.of(new Value(TableColumn.EMAIL, value));
                case "file" -> sample(object.path("hashes"));
                case "malware" -> Optional.of(new Value(TableColumn.SCAN, Documents.text(object, "name")));
                case "url" ->
                    WrittenValue.hostOf(value)
                            .map(host -> new Value(
                                    host.type().isAddress() ? TableColumn.ADDRESS : TableColumn.DOMAIN, host.value()));
                case "indicator" -> indicated(Documents.text(object, "pattern"));
                default -> Optional.empty();
            };
        }

        /** What an indicator stands for in relationships, if its pattern compares one thing only. */
        private static Optional<Value> indicated(String pattern) {
            Matcher only = ONLY_COMPARISON.matcher(pattern);
            if (!only.matches()) {
                return Optional.empty();
            }
            String written = unescaped(only.group(1));
            return WrittenValue.ofAnyType(written).indicator().flatMap(value -> switch (value.type()) {
                case DOMAIN -> Optional.of(new Value(TableColumn.DOMAIN, written));
                case IPV4, IPV6 -> Optional.of(new Value(TableColumn.ADDRESS, written));
                case EMAIL -> Optional.of(new Value(TableColumn.EMAIL, written));
                case MD5 -> Optional.of(new Value(TableColumn.MD5, written));
                case SHA1 -> Optional.of(new Value(TableColumn.SHA1, written));
                case SHA256 -> Optional.of(new Value(TableColumn.SHA256, written));
                case CIDR, SHA512, URL, AS, MALWARE, CVE, PHRASE -> Optional.empty();
            });
        }

        private static String unescaped(String literal) {
            return literal.replaceAll("\\\\(.)", "$1");
        }

        /** A file by the first of its hashes that samples are known by; empty when it has none of them. */
        private static Optional<Value> sample(JsonNode hashes) {
            for (TableColumn column : HASHES) {
                String hash = hash(hashes, column);
                if (!hash.isBlank()) {
                    return Optional.of(new Value(column, hash));
                }
            }
            return Optional.empty();
        }

        private static String hash(JsonNode hashes, TableColumn column) {
            String name = column.name().replace("SHA", "SHA-");
            String hash = Documents.text(hashes, name);
            return hash.isEmpty() ? Documents.text(hashes, column.name()) : hash;
        }

        private void observable(JsonNode object, String bundle) throws IOException {
            Value value = values.get(Documents.text(object, "id"));
            if (value == null) {
                rows.skip();
                return;
            }
            Span span = spans.getOrDefault(Documents.text(object, "id"), Span.UNKNOWN);
            for (JsonNode target : object.path("resolves_to_refs")) {
                together(value, values.get(target.asString("")), span);
            }
            for (JsonNode sample : object.path("sample_refs")) {
                together(value, values.get(sample.asString("")), Span.UNKNOWN);
            }
            if (ValueGroup.isHash(value.column())) {
                for (TableColumn column : HASHES) {
                    if (column != value.column()) {
                        otherHash(value, column, hash(object.path("hashes"), column));
                    }
                }
            }
            if (value.column() != TableColumn.SCAN) {
                rows.add(Relation.REFERENCE, value.text(), bundle);
            }
        }

        private void otherHash(Value sample, TableColumn column, String hash) throws IOException {
            Optional<String> known = hash.isEmpty() ? Optional.empty() : rows.value(column, hash);
            if (known.isPresent()) {
                together(sample, new Value(column, known.get()), Span.UNKNOWN);
            }
        }

        private void relationship(JsonNode object) throws IOException {
            Value source = values.get(Documents.text(object, "source_ref"));
            Value target = values.get(Documents.text(object, "target_ref"));
            if (source == null || target == null) {
                rows.skip();
                return;
            }
            together(source, target, Span.of(object, "start_time", "stop_time"));
        }

        private void together(Value one, @Nullable Value other, Span span) throws IOException {
            if (other == null || one.column() == other.column()) {
                rows.skip();
                return;
            }
            var group = new ValueGroup(
                    Map.of(one.column(), List.of(one.text()), other.column(), List.of(other.text())),
                    span.first(),
                    span.last());
            if (!group.addTo(rows)) {
                rows.skip();
            }
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
                String written = unescaped(comparison.group(1));
                Optional<String> value = rows.value(written);
                if (value.isPresent()) {
                    rows.add(Relation.REFERENCE, value.get(), bundle);
                }
                found = true;
            }
            if (!found) {
                rows.skip();
            }
        }
    }
}
