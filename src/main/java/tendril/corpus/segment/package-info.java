/**
 * The form in which rows lie in a corpus file: sorted entries, packed into blocks, blocks into segments that never change.
 * No database and no files: blocks come from and go to whoever keeps them. From here {@code corpus.sqlite} takes them.
 */
@NullMarked
package tendril.corpus.segment;

import org.jspecify.annotations.NullMarked;
