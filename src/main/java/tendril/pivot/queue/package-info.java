/**
 * The queue of a case: which requests wait, in which order, when each is expected, what holds up each lane, and
 * what outlives a restart. No thread waits here but those of {@code Lanes}, and no graph or screen is known;
 * what a pivot is stands in {@code pivot}, when one may be sent in {@code pivot.pace}. Every change goes on to {@code session} as a value.
 */
@NullMarked
package tendril.pivot.queue;

import org.jspecify.annotations.NullMarked;
