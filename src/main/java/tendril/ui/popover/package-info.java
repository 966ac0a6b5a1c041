/**
 * What opens over the canvas and goes away by itself: menus of pivots, finding, adding, the members of a collection,
 * the facts behind a link. Which command opens it is not decided here. From here words and choices go to the
 * workbench.
 */
@NullMarked
package tendril.ui.popover;

import org.jspecify.annotations.NullMarked;
