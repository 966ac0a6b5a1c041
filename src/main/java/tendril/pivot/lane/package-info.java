/**
 * The line of one source: which request goes next, in whose turn, when, and how the source fares. Nothing is sent and
 * no clock is read here. From here the queue takes what is due.
 */
@NullMarked
package tendril.pivot.lane;

import org.jspecify.annotations.NullMarked;
