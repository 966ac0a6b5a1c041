package tendril.corpus.ingest.form;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tendril.corpus.Day;
import tendril.corpus.Relation;
import tendril.corpus.ingest.rows.Lines;
import tendril.corpus.ingest.rows.RowReader;
import tendril.corpus.ingest.rows.Rows;
import tendril.corpus.ingest.rows.TableColumn;
import tendril.indicator.Addresses;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads passive DNS in the Common Output Format (draft-dulaunoy-dnsop-passive-dns-cof): one JSON object a line with
 * {@code rrname}, {@code rrtype}, {@code rdata}, {@code time_first}, {@code time_last}. Addresses (A, AAAA) and reverse
 * names (PTR) are kept; other record types are counted as skipped, as no report tells of them. A host name is also kept
 * as a subdomain of what was registered. Confined to one thread.
 */
public final class CofReader implements RowReader {
    private static final long SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();
    private static final long DAY_MAX = LocalDate.of(9999, 12, 31).toEpochDay();

    /** Characters of {@code YYYY-MM-DD}, which some sources write instead of seconds. */
    private static final int DAY_CHARS = 10;

    private final JsonFactory json = JsonFactory.builder().build();

    private final RegisteredNames registered = new RegisteredNames();

    private String name = "";
    private String type = "";
    private final List<String> data = new ArrayList<>();
    private long first;
    private long last;

    @Override
    public void read(InputStream in, Rows rows) throws IOException {
        var lines = new Lines(in);
        while (lines.next()) {
            if (!rows.next()) {
                continue;
            }
            if (lines.isTooLong()) {
                rows.bad("The line is longer than " + Lines.LINE_BYTES_MAX + " bytes.", "");
            } else if (lines.length() > 0) {
                line(lines, rows);
            }
        }
    }

    private void line(Lines lines, Rows rows) throws IOException {
        try (JsonParser parser =
                json.createParser(ObjectReadContext.empty(), lines.bytes(), lines.from(), lines.length())) {
            fields(parser);
        } catch (JacksonException e) {
            rows.bad("This is not a JSON object on one line.", lines.text());
            return;
        }
        if (name.isEmpty() || type.isEmpty() || data.isEmpty()) {
            rows.bad("A row needs rrname, rrtype and rdata.", lines.text());
            return;
        }
        keep(rows);
    }

    private void fields(JsonParser parser) {
        name = "";
        type = "";
        data.clear();
        first = 0;
        last = 0;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (field) {
                case "rrname" -> name = text(parser, value);
                case "rrtype" -> type = text(parser, value).toUpperCase(Locale.ROOT);
                case "rdata" -> data(parser, value);
                case "time_first", "zone_time_first" -> first = first == 0 ? seconds(parser, value) : first;
                case "time_last", "zone_time_last" -> last = Math.max(last, seconds(parser, value));
                default -> parser.skipChildren();
            }
        }
    }

    private void data(JsonParser parser, JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            data.add(text(parser, value));
            return;
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token.isScalarValue()) {
                data.add(parser.getString());
            } else {
                parser.skipChildren();
            }
        }
    }

    private static String text(JsonParser parser, JsonToken value) {
        if (value.isScalarValue()) {
            return parser.getString();
        }
        parser.skipChildren();
        return "";
    }

    private static long seconds(JsonParser parser, JsonToken value) {
        if (value.isNumeric()) {
            return parser.getValueAsLong();
        }
        String text = text(parser, value);
        if (text.matches("\\d{1,12}")) {
            return Long.parseLong(text);
        }
        try {
            return LocalDate.parse(text.substring(0, Math.min(DAY_CHARS, text.length())))
                            .toEpochDay()
                    * SECONDS_PER_DAY;
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    private void keep(Rows rows) throws IOException {
        Day from = day(first);
        Day to = day(last == 0 ? first : last);
        String host = withoutFinalDot(name);
        switch (type) {
            case "A", "AAAA" -> {
                for (String address : data) {
                    Optional<String> known = address(address, rows);
                    if (known.isPresent()) {
                        rows.add(Relation.RESOLVES, host, known.get(), from, to);
                    }
                }
                String domain = registered.above(host);
                if (!domain.isEmpty()) {
                    rows.add(Relation.SUBDOMAIN, domain, host, from, to);
                }
            }
            case "PTR" -> {
                String address = ReverseName.address(host);
                if (address.isEmpty()) {
                    rows.skip();
                }
                for (String target : address.isEmpty() ? List.<String>of() : data) {
                    rows.add(Relation.RESOLVES, withoutFinalDot(target), address, from, to);
                }
            }
            default -> rows.skip();
        }
    }

    /** The address of a record; what most records have is taken as it is. */
    private static Optional<String> address(String written, Rows rows) throws IOException {
        return Addresses.ipv4Bytes(written).length > 0
                ? Optional.of(written)
                : rows.value(TableColumn.ADDRESS, written);
    }

    private static Day day(long epochSeconds) {
        long days = epochSeconds / SECONDS_PER_DAY;
        return days <= 0 || days > DAY_MAX ? Day.UNKNOWN : Day.of(LocalDate.ofEpochDay(days));
    }

    private static String withoutFinalDot(String host) {
        return host.length() > 1 && host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
