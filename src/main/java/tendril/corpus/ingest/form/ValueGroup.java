package tendril.corpus.ingest.form;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tendril.corpus.Day;
import tendril.corpus.Relation;
import tendril.corpus.ingest.rows.Rows;
import tendril.corpus.ingest.rows.TableColumn;

/**
 * Values that a source shows together, such as the hashes of one file or a domain with its addresses. Immutable.
 *
 * @param values the values by what they are
 * @param first  the first day they were seen together
 * @param last   the last day
 */
record ValueGroup(Map<TableColumn, List<String>> values, Day first, Day last) {
    /** Two columns and what holds between them; the MD5 stands for whatever a sample is known by. */
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

    /** What a sample is known by: its MD5 or, where a source does not tell that, its next best hash. */
    private static final List<TableColumn> SAMPLE_NAMES =
            List.of(TableColumn.MD5, TableColumn.SHA256, TableColumn.SHA1);

    /** Whether a column holds hashes of samples. */
    static boolean isHash(TableColumn column) {
        return SAMPLE_NAMES.contains(column);
    }

    /** The column whose hashes samples are known by; that of the MD5 when there are no hashes at all. */
    static TableColumn sampleColumn(Set<TableColumn> columns) {
        for (TableColumn column : SAMPLE_NAMES) {
            if (columns.contains(column)) {
                return column;
            }
        }
        return TableColumn.MD5;
    }

    /** Whether two of these columns say something together. */
    static boolean saySomething(Set<TableColumn> columns) {
        TableColumn sample = sampleColumn(columns);
        return PAIRS.stream().anyMatch(pair -> {
            TableColumn subject = subject(pair, sample);
            return subject != pair.object() && columns.contains(subject) && columns.contains(pair.object());
        });
    }

    private static TableColumn subject(Pair pair, TableColumn sample) {
        return pair.subject() == TableColumn.MD5 ? sample : pair.subject();
    }

    /** Adds what holds between them; returns whether anything does. */
    boolean addTo(Rows rows) throws IOException {
        TableColumn sample = sampleColumn(values.keySet());
        boolean any = false;
        for (Pair pair : PAIRS) {
            TableColumn subject = subject(pair, sample);
            any |= subject != pair.object() && add(subject, pair.relation(), pair.object(), rows);
        }
        return any;
    }

    private boolean add(TableColumn subjects, Relation relation, TableColumn objects, Rows rows) throws IOException {
        boolean any = false;
        for (String subject : values.getOrDefault(subjects, List.of())) {
            for (String object : values.getOrDefault(objects, List.of())) {
                rows.add(relation, subject, object, first, last);
                any = true;
            }
        }
        return any;
    }
}
