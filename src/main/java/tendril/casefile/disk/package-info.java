/**
 * The file of a case: its header, schema and tables, the lock of its one writer, the pages of a damaged one, and
 * sentences for what can go wrong. When a case is opened, saved or salvaged is not decided here. From here rows go to
 * {@code tendril.casefile}.
 */
@NullMarked
package tendril.casefile.disk;

import org.jspecify.annotations.NullMarked;
