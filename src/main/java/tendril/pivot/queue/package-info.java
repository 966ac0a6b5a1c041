/**
 * The queue of a case: what waits in the lines of all sources together, how it is reordered, reported and settled, and
 * what outlives a restart. No thread waits here but those of {@code Lanes}, and no graph or screen is known; the line of
 * one source stands in {@code pivot.lane}, when it may send in {@code pivot.pace}. Every change goes on to
 * {@code session} as a value.
 */
@NullMarked
package tendril.pivot.queue;

import org.jspecify.annotations.NullMarked;
