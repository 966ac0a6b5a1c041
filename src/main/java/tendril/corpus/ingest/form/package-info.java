/**
 * The forms of files that say something a corpus answers from: passive DNS, tables, lists, MISP, STIX, recorded answers.
 * No corpus is opened here and no file: bytes come in and observations go to {@code corpus.ingest.rows}. From here
 * {@code corpus.ingest} chooses the form of a file.
 */
@NullMarked
package tendril.corpus.ingest.form;

import org.jspecify.annotations.NullMarked;
