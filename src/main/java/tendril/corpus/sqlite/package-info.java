/**
 * A corpus in one SQLite file: the tables, the one writer, readings that share nothing, and the merging of segments. How
 * entries lie in a block is not decided here. From here answers go to whoever reads a {@code Corpus}.
 */
@NullMarked
package tendril.corpus.sqlite;

import org.jspecify.annotations.NullMarked;
