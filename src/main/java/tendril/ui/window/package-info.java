/**
 * The main window: commands with their keys, menus, tool bar, status bar, pop-overs and notices around the canvas and
 * the panels. Rules of a case do not live here: commands go to the session, files go to the case desk. What comes back
 * is shown by the canvas and the panels.
 */
@NullMarked
package tendril.ui.window;

import org.jspecify.annotations.NullMarked;
