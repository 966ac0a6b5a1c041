package tendril.corpus.ingest.form;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
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
 * {@code rrname}, {@code rrtype}, {@code rdata}, {@code time_first}, {@code time_last}, the times in seconds, milliseconds or as a date. Addresses (A, AAAA) and reverse
 * names (PTR) are kept; other record types are counted as skipped, as no report tells of them. A host name is also kept
 * as a subdomain of what was registered. Confined to one thread.
 */
public final class CofReader implements RowReader {
    private static final long SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();
    private static final long DAY_MAX = LocalDate.of(9999, 12, 31).toEpochDay();

    /** What is more, some year beyond 5000, is meant as milliseconds. */
    private static final long SECONDS_MAX = 100_000_000_000L;

    private static final long MILLIS_PER_SECOND = 1_000;

    private final JsonFactory json = JsonFactory.builder().build();

    private final RegisteredNames registered = new RegisteredNames();

    private String name = "";
    private String type = "";
    private final List<String> data = new ArrayList<>();
    private long first;
    private long last;
    private boolean isRemark;

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
        int from = lines.from();
        int length = lines.length();
        boolean opens = lines.bytes()[from] == '[';
        byte end = lines.bytes()[from + length - 1];
        if (length == 1 && (opens || end == ']')) {
            return;
        }
        // One element a line of an array is as good as an object a line.
        int before = opens && end != ']' ? 1 : 0;
        int behind = end == ',' || (end == ']' && !opens) ? 1 : 0;
        try (JsonParser parser =
                json.createParser(ObjectReadContext.empty(), lines.bytes(), from + before, length - before - behind)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean bracket = token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY;
                if (!bracket && !record(parser, token, rows)) {
                    rows.bad("A row needs rrname, rrtype and rdata.", lines.text());
                    return;
                }
            }
        } catch (JacksonException e) {
            rows.bad("This is not a JSON object on one line.", lines.text());
        }
    }

    /** Takes one record; false when it is none. */
    private boolean record(JsonParser parser, JsonToken token, Rows rows) throws IOException {
        name = "";
        type = "";
        data.clear();
        first = 0;
        last = 0;
        isRemark = false;
        if (token == JsonToken.START_OBJECT) {
            fields(parser);
        }
        if (!name.isEmpty() && !type.isEmpty() && !data.isEmpty()) {
            keep(rows);
            return true;
        }
        if (isRemark) {
            rows.skip();
        }
        return isRemark;
    }

    private void fields(JsonParser parser) {
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (field) {
                case "rrname" -> name = text(parser, value);
                case "rrtype" -> type = text(parser, value).toUpperCase(Locale.ROOT);
                case "rdata" -> data(parser, value);
                case "time_first", "zone_time_first" -> first = first == 0 ? seconds(parser, value) : first;
                case "time_last", "zone_time_last" -> last = Math.max(last, seconds(parser, value));
                // Some servers put each row into an envelope, with remarks on the whole before and behind them.
                case "obj" -> inEnvelope(parser, value);
                case "cond" -> isRemark = parser.skipChildren() != null;
                default -> parser.skipChildren();
            }
        }
    }

    private void inEnvelope(JsonParser parser, JsonToken value) {
        if (value == JsonToken.START_OBJECT) {
            fields(parser);
        } else {
            parser.skipChildren();
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
            long number = parser.getValueAsLong();
            return number > SECONDS_MAX ? number / MILLIS_PER_SECOND : number;
        }
        return Days.read(text(parser, value))
                .flatMap(Day::date)
                .map(date -> date.toEpochDay() * SECONDS_PER_DAY)
                .orElse(0L);
    }

    private void keep(Rows rows) throws IOException {
        Day one = day(first);
        Day other = day(last == 0 ? first : last);
        Day from = one.earlier(other);
        Day to = other.later(one);
        Optional<String> known = host(name, rows);
        if (known.isEmpty()) {
            return;
        }
        String host = known.get();
        switch (type) {
            case "A", "AAAA" -> {
                for (String address : data) {
                    Optional<String> canonical = address(address, rows);
                    if (canonical.isPresent()) {
                        rows.add(Relation.RESOLVES, host, canonical.get(), from, to);
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
                for (String written : address.isEmpty() ? List.<String>of() : data) {
                    Optional<String> target = host(written, rows);
                    if (target.isPresent()) {
                        rows.add(Relation.RESOLVES, target.get(), address, from, to);
                    }
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

    /** The name of a record as it is, which may be odd; only one in another script is brought into its usual form. */
    private static Optional<String> host(String written, Rows rows) throws IOException {
        for (int i = 0; i < written.length(); i++) {
            if (written.charAt(i) > 0x7F) {
                return rows.value(TableColumn.DOMAIN, written);
            }
        }
        return Optional.of(
                written.length() > 1 && written.endsWith(".") ? written.substring(0, written.length() - 1) : written);
    }
}
