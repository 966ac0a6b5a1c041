/**
 * The tray's panel: answers too large to be added at once, sorted, narrowed and ticked. Nothing is added to the graph
 * here. What a person keeps goes on to the session's tray.
 */
@NullMarked
package tendril.ui.tray;

import org.jspecify.annotations.NullMarked;
