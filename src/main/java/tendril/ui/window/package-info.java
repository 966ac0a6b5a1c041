/**
 * The main window: canvas, panels, bars and notices put together, and what ties them to one case. Rules of a case and the
 * words of commands do not live here. What a person does goes on to the commands and the workbench.
 */
@NullMarked
package tendril.ui.window;

import org.jspecify.annotations.NullMarked;
