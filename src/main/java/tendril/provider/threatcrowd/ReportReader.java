package tendril.provider.threatcrowd;

import static tendril.indicator.IndicatorType.DOMAIN;
import static tendril.indicator.IndicatorType.EMAIL;
import static tendril.indicator.IndicatorType.MALWARE;
import static tendril.indicator.IndicatorType.MD5;
import static tendril.indicator.IndicatorType.SHA1;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tendril.indicator.Indicator;
import tendril.indicator.Seen;
import tendril.pivot.Finding;
import tendril.provider.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Turns the JSON of a found report into what it states.
 *
 * <p>A relation always points the same way, so that the reports about either end state the same link: a domain resolved
 * to an address, an email address registered a domain, a file contacted a name, a file is detected as a name, an MD5 is
 * the same file as a SHA-1.
 *
 * <p>Real answers are full of junk, and every value in them may be hostile. The markers for "no value" ({@code ""},
 * {@code "-"}, {@code "0.0.0.0"}) state nothing. Any other value that is not what its field is for is skipped, and
 * counted. A relation stated twice is one finding with the widest dates. Used once, by one thread.
 */
final class ReportReader {
    static final String RESOLVED_TO = "resolved to";
    static final String REGISTERED = "registered";
    static final String SUBDOMAIN = "subdomain";
    static final String CONTACTED = "contacted";
    static final String DETECTED_AS = "detected as";
    static final String SAME_FILE_AS = "same file as";
    static final String LAST_RESOLVED = "last resolved";

    /** How the source writes a malware name, whose canonical form is all in lower case. */
    static final String SPELLING = "spelling";

    private static final int TEXT_CHARS_MAX = 2_000;
    private static final Set<String> NO_VALUE = Set.of("", "-", "0.0.0.0");
    private static final String NO_DATE = "0000-00-00";
    private static final String FAILED_SCAN = "error scanning file";

    private final Indicator asked;
    private final JsonNode root;
    private final Map<Relation, Held> relations = new LinkedHashMap<>();
    private final Map<Remark, Report.Statement> remarks = new LinkedHashMap<>();
    private final List<Report.Skipped> skipped = new ArrayList<>();

    private record Relation(Indicator from, Indicator to, String label) {}

    private record Remark(Indicator on, String name, String text) {}

    private record Held(Part part, Finding.Related finding) {}

    /** One value of the report and where it stands. */
    private record Value(String text, String pointer) {}

    private ReportReader(Indicator asked, JsonNode root) {
        this.asked = asked;
        this.root = root;
    }

    /** What the report about {@code asked} states. */
    static Report read(ReportKind kind, Indicator asked, JsonNode root) {
        ReportReader reader = new ReportReader(asked, root);
        switch (kind) {
            case EMAIL -> reader.email();
            case DOMAIN -> reader.domain();
            case IP -> reader.ip();
            case ANTIVIRUS -> reader.antivirus();
            case FILE -> reader.file();
        }
        reader.remarks();
        return reader.report();
    }

    /** The hash by which the report contradicts what was asked: it is about another file. */
    static Optional<Indicator> otherFile(Indicator asked, JsonNode root) {
        String field = switch (asked.type()) {
            case MD5 -> "md5";
            case SHA1 -> "sha1";
            default -> "";
        };
        JsonNode node = root.path(field);
        return node.isString()
                ? Values.of(asked.type(), node.stringValue()).filter(hash -> !hash.equals(asked))
                : Optional.empty();
    }

    private void email() {
        for (Value value : values("domains", Part.REGISTRATIONS)) {
            Values.of(DOMAIN, value.text())
                    .ifPresentOrElse(
                            domain -> relate(Part.REGISTRATIONS, asked, domain, REGISTERED, value),
                            () -> skip(Part.REGISTRATIONS, value));
        }
    }

    private void domain() {
        for (Row row : rows("ip_address")) {
            Values.address(row.value().text())
                    .ifPresentOrElse(
                            address -> resolved(asked, address, row), () -> skip(Part.RESOLUTIONS, row.value()));
        }
        callers();
        for (Value value : values("emails", Part.REGISTRATIONS)) {
            Values.of(EMAIL, value.text())
                    .ifPresentOrElse(
                            email -> relate(Part.REGISTRATIONS, email, asked, REGISTERED, value),
                            () -> skip(Part.REGISTRATIONS, value));
        }
        for (Value value : values("subdomains", Part.SUBDOMAINS)) {
            Values.of(DOMAIN, value.text())
                    .filter(host -> host.value().endsWith("." + asked.value()))
                    .ifPresentOrElse(
                            host -> relate(Part.SUBDOMAINS, asked, host, SUBDOMAIN, value),
                            () -> skip(Part.SUBDOMAINS, value));
        }
    }

    private void ip() {
        for (Row row : rows("domain")) {
            Values.of(DOMAIN, row.value().text())
                    .ifPresentOrElse(domain -> resolved(domain, asked, row), () -> skip(Part.RESOLUTIONS, row.value()));
        }
        callers();
    }

    private void callers() {
        for (Value value : values("hashes", Part.CALLERS)) {
            Values.hash(value.text())
                    .ifPresentOrElse(
                            file -> relate(Part.CALLERS, file, asked, CONTACTED, value),
                            () -> skip(Part.CALLERS, value));
        }
    }

    private void antivirus() {
        for (Value value : values("hashes", Part.DETECTIONS)) {
            Values.hash(value.text())
                    .ifPresentOrElse(
                            file -> relate(Part.DETECTIONS, file, asked, DETECTED_AS, value),
                            () -> skip(Part.DETECTIONS, value));
        }
    }

    private void file() {
        Optional<Value> md5Value = single("md5", Part.HASHES);
        Optional<Indicator> md5 = md5Value.flatMap(value -> Values.of(MD5, value.text()));
        Indicator file = asked.type() == MD5 ? asked : md5.orElse(asked);
        if (!file.equals(asked)) {
            relate(Part.HASHES, file, asked, SAME_FILE_AS, md5Value.orElseThrow());
        }
        md5Value.filter(value -> md5.isEmpty()).ifPresent(value -> skip(Part.HASHES, value));
        single("sha1", Part.HASHES).ifPresent(value -> sha1(file, value));

        values("scans", Part.DETECTIONS).forEach(value -> detected(file, value));
        values("ips", Part.CALLED_ADDRESSES).forEach(value -> called(file, value, Part.CALLED_ADDRESSES));
        values("domains", Part.CALLED_DOMAINS).forEach(value -> called(file, value, Part.CALLED_DOMAINS));
    }

    private void detected(Indicator file, Value value) {
        Optional<Indicator> name =
                Values.of(MALWARE, value.text()).filter(known -> !known.value().equals(FAILED_SCAN));
        if (name.isEmpty()) {
            skip(Part.DETECTIONS, value);
            return;
        }
        relate(Part.DETECTIONS, file, name.get(), DETECTED_AS, value);
        if (!name.get().value().equals(value.text())) {
            state(Part.DETECTIONS, name.get(), SPELLING, value.text(), value);
        }
    }

    private void sha1(Indicator file, Value value) {
        Optional<Indicator> sha1 = Values.of(SHA1, value.text());
        if (sha1.isEmpty()) {
            skip(Part.HASHES, value);
        } else if (!sha1.get().equals(asked)) {
            relate(Part.HASHES, file, sha1.get(), SAME_FILE_AS, value);
        }
    }

    /** Names among the addresses and addresses among the names count as what they are. */
    private void called(Indicator file, Value value, Part expected) {
        Optional<Indicator> address = Values.address(value.text());
        Optional<Indicator> called = address.or(() -> Values.of(DOMAIN, value.text()));
        if (called.isEmpty()) {
            skip(expected, value);
        } else {
            Part part = address.isPresent() ? Part.CALLED_ADDRESSES : Part.CALLED_DOMAINS;
            relate(part, file, called.get(), CONTACTED, value);
        }
    }

    private void remarks() {
        single("votes", Part.REMARKS)
                .ifPresent(votes -> state(Part.REMARKS, asked, "votes", votes(votes.text()), votes));
        for (Value reference : values("references", Part.REMARKS)) {
            text("reference", reference);
        }
        single("permalink", Part.REMARKS).ifPresent(permalink -> text("permalink", permalink));
    }

    private static String votes(String number) {
        return switch (number) {
            case "-1" -> "-1 (most say malicious)";
            case "0" -> "0 (no votes, or as many for as against)";
            case "1" -> "1 (most say not malicious)";
            default -> number;
        };
    }

    private void text(String name, Value value) {
        if (value.text().length() > TEXT_CHARS_MAX) {
            skip(Part.REMARKS, value);
        } else {
            state(Part.REMARKS, asked, name, value.text(), value);
        }
    }

    private void state(Part part, Indicator on, String name, String text, Value value) {
        String whole = Words.whole(text);
        Finding.Stated finding = new Finding.Stated(on, name, whole, value.pointer());
        remarks.putIfAbsent(new Remark(on, name, whole), new Report.Statement(part, finding));
    }

    private record Row(Value value, String lastResolved) {}

    private List<Row> rows(String field) {
        List<Row> rows = new ArrayList<>();
        JsonNode array = array("resolutions", Part.RESOLUTIONS);
        for (int at = 0; at < array.size(); at++) {
            JsonNode row = array.get(at);
            String pointer = "/resolutions/" + at;
            if (!row.isObject()) {
                value(row, pointer, Part.RESOLUTIONS).ifPresent(stray -> skip(Part.RESOLUTIONS, stray));
                continue;
            }
            JsonNode day = row.path("last_resolved");
            String lastResolved = day.isString() ? day.stringValue().strip() : "";
            value(row.path(field), pointer + "/" + field, Part.RESOLUTIONS)
                    .ifPresent(value -> rows.add(new Row(value, lastResolved)));
        }
        return rows;
    }

    private void resolved(Indicator domain, Indicator address, Row row) {
        SortedMap<String, String> properties = new TreeMap<>();
        if (!row.lastResolved().isEmpty() && !row.lastResolved().equals(NO_DATE)) {
            properties.put(LAST_RESOLVED, Words.whole(cut(row.lastResolved())));
        }
        Seen seen = day(row.lastResolved()).map(Seen::lastOn).orElse(Seen.UNKNOWN);
        hold(
                Part.RESOLUTIONS,
                new Finding.Related(
                        domain,
                        address,
                        RESOLVED_TO,
                        seen,
                        properties,
                        row.value().pointer()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.length() == NO_DATE.length() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), TEXT_CHARS_MAX));
    }

    private void relate(Part part, Indicator from, Indicator to, String label, Value value) {
        if (from.equals(to)) {
            skip(part, value);
        } else {
            hold(
                    part,
                    new Finding.Related(from, to, label, Seen.UNKNOWN, Collections.emptySortedMap(), value.pointer()));
        }
    }

    /** Keeps a relation once: with the widest dates, and the words and the place of its latest row. */
    private void hold(Part part, Finding.Related finding) {
        Relation relation = new Relation(finding.from(), finding.to(), finding.label());
        relations.merge(
                relation,
                new Held(part, finding),
                (before, now) -> new Held(before.part(), later(before.finding(), now.finding())));
    }

    private static Finding.Related later(Finding.Related before, Finding.Related now) {
        Seen widest = before.seen().widen(now.seen());
        Finding.Related latest = widest.equals(before.seen()) ? before : now;
        return new Finding.Related(
                latest.from(), latest.to(), latest.label(), widest, latest.properties(), latest.pointer());
    }

    private List<Value> values(String field, Part part) {
        List<Value> values = new ArrayList<>();
        JsonNode array = array(field, part);
        for (int at = 0; at < array.size(); at++) {
            value(array.get(at), "/" + field + "/" + at, part).ifPresent(values::add);
        }
        return values;
    }

    /** The field's array; an empty one where it is absent or null, or is something else, which is then skipped. */
    private JsonNode array(String field, Part part) {
        JsonNode node = root.path(field);
        if (!node.isArray()) {
            value(node, "/" + field, part).ifPresent(stray -> skip(part, stray));
            return MissingNode.getInstance();
        }
        return node;
    }

    private Optional<Value> single(String field, Part part) {
        return value(root.path(field), "/" + field, part);
    }

    /** The text of one value; empty where there is none, and where it is an object or an array, which is skipped. */
    private Optional<Value> value(JsonNode node, String pointer, Part part) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (node.isContainer()) {
            skip(part, new Value(node.isArray() ? "[…]" : "{…}", pointer));
            return Optional.empty();
        }
        String text = node.isString() ? node.stringValue().strip() : node.asString();
        return NO_VALUE.contains(text) ? Optional.empty() : Optional.of(new Value(text, pointer));
    }

    private void skip(Part part, Value value) {
        skipped.add(new Report.Skipped(part, value.pointer(), value.text()));
    }

    private Report report() {
        List<Report.Statement> statements = new ArrayList<>();
        relations.values().forEach(held -> statements.add(new Report.Statement(held.part(), held.finding())));
        Optional<Report.Statement> bridge = statements.stream()
                .filter(statement -> statement.finding() instanceof Finding.Related related
                        && related.label().equals(SAME_FILE_AS)
                        && related.to().equals(asked))
                .findFirst();
        statements.addAll(remarks.values());
        return new Report(statements, skipped, bridge);
    }
}
