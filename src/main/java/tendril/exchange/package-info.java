/**
 * What goes into other programs' files and comes out of them: graphs as plain values, one subpackage a format. Nothing
 * is decided here about what enters a case, and nothing in a file is followed or executed. What was read goes on to
 * {@code session} and {@code cli}; what is written comes from the entities and links of {@code graph}.
 */
@NullMarked
package tendril.exchange;

import org.jspecify.annotations.NullMarked;
