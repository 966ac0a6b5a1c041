package tendril.corpus.ingest.form;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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
    /** Adds what holds between them. */
    void addTo(Rows rows) throws IOException {
        pairs(TableColumn.DOMAIN, Relation.RESOLVES, TableColumn.ADDRESS, rows);
        pairs(TableColumn.EMAIL, Relation.REGISTERED, TableColumn.DOMAIN, rows);
        pairs(TableColumn.MD5, Relation.SHA1, TableColumn.SHA1, rows);
        pairs(TableColumn.MD5, Relation.SHA256, TableColumn.SHA256, rows);
        pairs(TableColumn.MD5, Relation.SCANNED_AS, TableColumn.SCAN, rows);
        pairs(TableColumn.MD5, Relation.CONTACTS_DOMAIN, TableColumn.DOMAIN, rows);
        pairs(TableColumn.MD5, Relation.CONTACTS_ADDRESS, TableColumn.ADDRESS, rows);
    }

    private void pairs(TableColumn subjects, Relation relation, TableColumn objects, Rows rows) throws IOException {
        for (String subject : values.getOrDefault(subjects, List.of())) {
            for (String object : values.getOrDefault(objects, List.of())) {
                rows.add(relation, subject, object, first, last);
            }
        }
    }
}
