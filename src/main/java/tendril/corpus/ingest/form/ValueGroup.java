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
    /** What a sample is known by: its MD5 or, where a source does not tell that, its next best hash. */
    private static final List<TableColumn> SAMPLE_NAMES =
            List.of(TableColumn.MD5, TableColumn.SHA256, TableColumn.SHA1);

    /** Whether a column holds hashes of samples. */
    static boolean isHash(TableColumn column) {
        return SAMPLE_NAMES.contains(column);
    }

    /** The column whose hashes samples are known by; that of the MD5 when there are no hashes at all. */
    static TableColumn sampleColumn(Set<TableColumn> columns) {
        return SAMPLE_NAMES.stream().filter(columns::contains).findFirst().orElse(TableColumn.MD5);
    }

    /** Adds what holds between them; returns whether anything does. */
    boolean addTo(Rows rows) throws IOException {
        TableColumn sample = sampleColumn(values.keySet());
        boolean any = pairs(TableColumn.DOMAIN, Relation.RESOLVES, TableColumn.ADDRESS, rows);
        any |= pairs(TableColumn.EMAIL, Relation.REGISTERED, TableColumn.DOMAIN, rows);
        any |= sample != TableColumn.SHA1 && pairs(sample, Relation.SHA1, TableColumn.SHA1, rows);
        any |= sample != TableColumn.SHA256 && pairs(sample, Relation.SHA256, TableColumn.SHA256, rows);
        any |= pairs(sample, Relation.SCANNED_AS, TableColumn.SCAN, rows);
        any |= pairs(sample, Relation.CONTACTS_DOMAIN, TableColumn.DOMAIN, rows);
        any |= pairs(sample, Relation.CONTACTS_ADDRESS, TableColumn.ADDRESS, rows);
        return any;
    }

    private boolean pairs(TableColumn subjects, Relation relation, TableColumn objects, Rows rows) throws IOException {
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
