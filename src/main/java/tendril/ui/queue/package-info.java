/**
 * The queue's panel: its rows, order, times, commands and dragging, and the sources it waits for. Nothing is sent
 * from here. What a person asks goes on to the session's queue.
 */
@NullMarked
package tendril.ui.queue;

import org.jspecify.annotations.NullMarked;
