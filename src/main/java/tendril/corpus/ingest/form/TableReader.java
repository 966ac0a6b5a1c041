package tendril.corpus.ingest.form;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tendril.corpus.Day;
import tendril.corpus.ingest.rows.RowReader;
import tendril.corpus.ingest.rows.Rows;
import tendril.corpus.ingest.rows.TableColumn;
import tendril.corpus.ingest.rows.WrittenValue;
import tendril.indicator.Reading;

/**
 * Reads tables with a heading; lines that begin with {@code #} are comments, and one of them may be the heading. Every two columns of a row that say something together make one observation: domain and
 * address, sample and domain, email and domain, and so on. Confined to one thread.
 */
public final class TableReader implements RowReader {
    private static final String COLUMNS = "domain, ip, email, md5, sha1, sha256, scan, subdomain, reference";

    /** What may stand between cells where a file is only called a table. */
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    /** Part of a table's first line that is looked at to tell its separator. */
    private static final int HEAD_CHARS = 1 << 16;

    private final Optional<Character> separator;
    private final Map<String, String> given;

    /**
     * @param separator what stands between cells; told by the first line when empty
     * @param given heading to the name of a column, for headings that do not say it themselves
     */
    public TableReader(Optional<Character> separator, Map<String, String> given) {
        this.separator = separator;
        this.given = given;
    }

    @Override
    public void read(InputStream in, Rows rows) throws IOException {
        var text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), HEAD_CHARS);
        try (CsvReader<CsvRecord> table = CsvReader.builder()
                .fieldSeparator(separator.orElse(separatorOf(text)))
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<Optional<TableColumn>> columns = List.of();
            for (CsvRecord record : table) {
                if (record.getField(0).startsWith("#")) {
                    columns = columns.isEmpty() && !isByNumber() ? headingInComment(record) : columns;
                    continue;
                }
                if (columns.isEmpty() && isByNumber()) {
                    columns = numbered(record.getFieldCount());
                }
                if (columns.isEmpty()) {
                    columns = heading(record);
                } else if (rows.next()) {
                    rows.atLine(record.getStartingLineNumber());
                    row(record, columns, rows);
                }
            }
        } catch (CsvParseException e) {
            rows.bad("The table cannot be read from here on: " + e.getMessage(), "");
        }
    }

    /** The separator that the first line has most of, outside quotes and comments; the comma when it has none. */
    private static char separatorOf(BufferedReader text) throws IOException {
        text.mark(HEAD_CHARS);
        char[] head = new char[HEAD_CHARS - 1];
        int length = text.read(head);
        text.reset();
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int i = afterComments(head, length); i < length && (quoted || head[i] != '\n'); i++) {
            quoted ^= head[i] == '"';
            for (int each = 0; each < SEPARATORS.length; each++) {
                counts[each] += !quoted && head[i] == SEPARATORS[each] ? 1 : 0;
            }
        }
        int most = 0;
        for (int each = 1; each < SEPARATORS.length; each++) {
            most = counts[each] > counts[most] ? each : most;
        }
        return SEPARATORS[most];
    }

    private static int afterComments(char[] head, int length) {
        int from = 0;
        for (int i = 0; i < length && head[from] == '#'; i++) {
            from = head[i] == '\n' && i + 1 < length ? i + 1 : from;
        }
        return from;
    }

    /** Whether the columns are named by their numbers, so that the first row already holds values. */
    private boolean isByNumber() {
        return !given.isEmpty() && given.keySet().stream().allMatch(heading -> heading.matches("[1-9]\\d{0,3}"));
    }

    private List<Optional<TableColumn>> numbered(int fields) throws IOException {
        var columns = new ArrayList<Optional<TableColumn>>();
        int last = given.keySet().stream().mapToInt(Integer::parseInt).max().orElse(0);
        for (int i = 1; i <= Math.max(fields, last); i++) {
            columns.add(TableColumn.ofHeading(given.getOrDefault(Integer.toString(i), "")));
        }
        checkUseful(columns, given.values());
        return columns;
    }

    private List<Optional<TableColumn>> heading(CsvRecord record) throws IOException {
        var columns = new ArrayList<Optional<TableColumn>>();
        for (String field : record.getFields()) {
            columns.add(TableColumn.ofHeading(given.getOrDefault(field.strip(), field)));
        }
        refuseUnknown(record);
        checkUseful(columns, record.getFields());
        return columns;
    }

    /** Some sources write their heading as a comment; empty when this comment is none. */
    private List<Optional<TableColumn>> headingInComment(CsvRecord record) {
        List<Optional<TableColumn>> columns = record.getFields().stream()
                .map(field -> field.replaceAll("[#\"\\s]+", ""))
                .map(heading -> TableColumn.ofHeading(given.getOrDefault(heading, heading)))
                .toList();
        return isUseful(columns) ? columns : List.of();
    }

    private static boolean isUseful(List<Optional<TableColumn>> columns) {
        return ValueGroup.saySomething(
                columns.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
    }

    private static void checkUseful(List<Optional<TableColumn>> columns, Collection<String> headings)
            throws IOException {
        if (!isUseful(columns)) {
            throw new IOException("No two columns of this table say something together. Its headings are " + headings
                    + "; name at least two of " + COLUMNS + ".");
        }
    }

    /** Why a column mapping cannot be meant, as a sentence for people; empty when it can. */
    public static Optional<String> problem(Map<String, String> mapping) {
        return mapping.values().stream()
                .filter(name -> TableColumn.ofHeading(name).isEmpty())
                .findFirst()
                .map(name ->
                        "No column can be a \"" + name + "\". There are " + COLUMNS + ", first_seen and last_seen.");
    }

    /** A mapping that names no heading of this table is a slip, and would lose a column without a word. */
    private void refuseUnknown(CsvRecord record) throws IOException {
        for (String heading : given.keySet()) {
            if (record.getFields().stream().noneMatch(field -> field.strip().equals(heading))) {
                throw new IOException("This table has no column " + heading + ". Its headings are " + record.getFields()
                        + "; map those, or number the columns from 1 if the table has no headings.");
            }
        }
    }

    private static void row(CsvRecord record, List<Optional<TableColumn>> columns, Rows rows) throws IOException {
        Map<TableColumn, List<String>> cells = new EnumMap<>(TableColumn.class);
        for (int i = 0; i < Math.min(columns.size(), record.getFieldCount()); i++) {
            String cell = record.getField(i);
            if (columns.get(i).isPresent() && !cell.isBlank()) {
                cells.computeIfAbsent(columns.get(i).get(), column -> new ArrayList<>(1))
                        .add(cell);
            }
        }
        Optional<Day> first = day(cells.remove(TableColumn.FIRST), Day::earlier);
        Optional<Day> last = day(cells.remove(TableColumn.LAST), Day::later);
        if (first.isEmpty() || last.isEmpty()) {
            rows.bad("A day is not of the form YYYY-MM-DD.", String.join(",", record.getFields()));
            return;
        }
        Optional<String> problem = toCanonical(cells);
        if (problem.isPresent()) {
            rows.bad(problem.get(), String.join(",", record.getFields()));
        }
        var group = new ValueGroup(
                cells, first.get().earlier(last.get()), last.get().later(first.get()));
        if (!group.addTo(rows) && problem.isEmpty()) {
            rows.bad("No two cells of this row say something together.", String.join(",", record.getFields()));
        }
    }

    /** The one day of several cells; unknown when there are none, empty when one of them is no day. */
    private static Optional<Day> day(@Nullable List<String> cells, BinaryOperator<Day> chosen) {
        Optional<Day> day = Optional.of(Day.UNKNOWN);
        for (String cell : cells == null ? List.<String>of() : cells) {
            Optional<Day> read = Days.read(cell);
            day = day.flatMap(known -> read.map(other -> chosen.apply(known, other)));
        }
        return day;
    }

    /** Brings values into canonical form and takes out what is none; why the first of those is none, if any is. */
    private static Optional<String> toCanonical(Map<TableColumn, List<String>> cells) {
        Optional<String> problem = Optional.empty();
        for (var column : cells.entrySet()) {
            List<String> values = new ArrayList<>(1);
            for (String cell : column.getValue()) {
                switch (WrittenValue.in(column.getKey(), cell)) {
                    case Reading.Accepted value -> values.add(value.value().value());
                    case Reading.Refused refused -> problem = problem.or(() -> Optional.of(refused.reason()));
                }
            }
            column.setValue(values);
        }
        cells.values().removeIf(List::isEmpty);
        return problem;
    }
}
