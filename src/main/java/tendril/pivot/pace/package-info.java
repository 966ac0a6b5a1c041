/**
 * When a provider may be asked: the record of what was sent to whom, in memory or in a file that programs share, and the
 * clock it is told by. Nothing here knows what was asked, or what waits to be. {@code pivot.queue} takes the right to
 * send from here before it sends.
 */
@NullMarked
package tendril.pivot.pace;

import org.jspecify.annotations.NullMarked;
