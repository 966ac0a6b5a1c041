/**
 * The rows of a source, and the values in them, on their way into a corpus: counted, kept step by step, listed with their lines when they cannot
 * be understood. What a row means in which form of file is not known here. {@code corpus.ingest.form} reads into this.
 */
@NullMarked
package tendril.corpus.ingest.rows;

import org.jspecify.annotations.NullMarked;
