/**
 * GraphML in and out: a portable profile that every reader we know takes, a profile for yEd, and a reader for the
 * dialects of other tools. What a value is worth as an indicator is asked of {@code indicator}, not decided here. The
 * graph that was read goes on to {@code session}.
 */
@NullMarked
package tendril.exchange.graphml;

import org.jspecify.annotations.NullMarked;
