/**
 * The tables of a corpus file: how they are laid out, which segments they hold at a moment, and how the parts of these get
 * in and out. What a corpus does with them, and when, is not decided here. From here {@code corpus.sqlite} takes them.
 */
@NullMarked
package tendril.corpus.sqlite.table;

import org.jspecify.annotations.NullMarked;
