package tendril.corpus.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
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
import tendril.corpus.Day;
import tendril.corpus.Relation;

/**
 * Reads tables with a heading. Every two columns of a row that say something together make one observation: domain and
 * address, sample and domain, email and domain, and so on. Confined to one thread.
 */
final class TableReader implements RowReader {
    /** A pair of columns and what it means. */
    private record Pair(TableColumn subject, Relation relation, TableColumn object) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair(TableColumn.DOMAIN, Relation.RESOLVES, TableColumn.ADDRESS),
            new Pair(TableColumn.EMAIL, Relation.REGISTERED, TableColumn.DOMAIN),
            new Pair(TableColumn.DOMAIN, Relation.SUBDOMAIN, TableColumn.SUBDOMAIN),
            new Pair(TableColumn.MD5, Relation.CONTACTS_DOMAIN, TableColumn.DOMAIN),
            new Pair(TableColumn.MD5, Relation.CONTACTS_ADDRESS, TableColumn.ADDRESS),
            new Pair(TableColumn.MD5, Relation.SCANNED_AS, TableColumn.SCAN),
            new Pair(TableColumn.MD5, Relation.SHA1, TableColumn.SHA1),
            new Pair(TableColumn.MD5, Relation.SHA256, TableColumn.SHA256),
            new Pair(TableColumn.DOMAIN, Relation.REFERENCE, TableColumn.REFERENCE),
            new Pair(TableColumn.ADDRESS, Relation.REFERENCE, TableColumn.REFERENCE),
            new Pair(TableColumn.EMAIL, Relation.REFERENCE, TableColumn.REFERENCE),
            new Pair(TableColumn.MD5, Relation.REFERENCE, TableColumn.REFERENCE));

    private static final String COLUMNS = "domain, ip, email, md5, sha1, sha256, scan, subdomain, reference";

    private final char separator;
    private final Map<String, String> given;

    /**
     * @param given heading to the name of a column, for headings that do not say it themselves
     */
    TableReader(char separator, Map<String, String> given) {
        this.separator = separator;
        this.given = given;
    }

    @Override
    public void read(InputStream in, Rows rows) throws IOException {
        var text = new InputStreamReader(in, StandardCharsets.UTF_8);
        try (CsvReader<CsvRecord> table =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            List<Optional<TableColumn>> columns = List.of();
            for (CsvRecord record : table) {
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
            String heading = field.startsWith("\uFEFF") ? field.substring(1) : field;
            columns.add(TableColumn.ofHeading(given.getOrDefault(heading.strip(), heading)));
        }
        refuseUnknown(record);
        checkUseful(columns, record.getFields());
        return columns;
    }

    private static void checkUseful(List<Optional<TableColumn>> columns, Collection<String> headings)
            throws IOException {
        boolean useful = PAIRS.stream()
                .anyMatch(pair ->
                        columns.contains(Optional.of(pair.subject())) && columns.contains(Optional.of(pair.object())));
        if (!useful) {
            throw new IOException("No two columns of this table say something together. Its headings are " + headings
                    + "; name at least two of " + COLUMNS + ".");
        }
    }

    /** Why a column mapping cannot be meant, as a sentence for people; empty when it can. */
    static Optional<String> problem(Map<String, String> mapping) {
        return mapping.values().stream()
                .filter(name -> TableColumn.ofHeading(name).isEmpty())
                .findFirst()
                .map(name ->
                        "No column can be a \"" + name + "\". There are " + COLUMNS + ", first_seen and last_seen.");
    }

    /** A mapping that names no heading of this table is a slip, and would lose a column without a word. */
    private void refuseUnknown(CsvRecord record) throws IOException {
        for (String heading : given.keySet()) {
            if (record.getFields().stream()
                    .noneMatch(field -> field.replace("\uFEFF", "").strip().equals(heading))) {
                throw new IOException("This table has no column " + heading + ". Its headings are " + record.getFields()
                        + "; map those, or number the columns from 1 if the table has no headings.");
            }
        }
    }

    private static void row(CsvRecord record, List<Optional<TableColumn>> columns, Rows rows) throws IOException {
        Map<TableColumn, String> cells = new EnumMap<>(TableColumn.class);
        for (int i = 0; i < Math.min(columns.size(), record.getFieldCount()); i++) {
            String cell = record.getField(i);
            if (columns.get(i).isPresent() && !cell.isEmpty()) {
                cells.put(columns.get(i).get(), cell);
            }
        }
        Optional<Day> first = Days.read(cells.getOrDefault(TableColumn.FIRST, ""));
        Optional<Day> last = Days.read(cells.getOrDefault(TableColumn.LAST, ""));
        if (first.isEmpty() || last.isEmpty()) {
            rows.bad("A day is not of the form YYYY-MM-DD.", String.join(",", record.getFields()));
            return;
        }
        boolean said = false;
        for (Pair pair : PAIRS) {
            String subject = cells.get(pair.subject());
            String object = cells.get(pair.object());
            if (subject != null && object != null) {
                rows.add(
                        pair.relation(),
                        subject,
                        object,
                        first.get().earlier(last.get()),
                        last.get().later(first.get()));
                said = true;
            }
        }
        if (!said) {
            rows.bad("No two cells of this row say something together.", String.join(",", record.getFields()));
        }
    }
}
