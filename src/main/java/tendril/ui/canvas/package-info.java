/**
 * The canvas: the picture of the open case, what is selected in it, and every gesture on it. It reads the case graph
 * and never changes it; painting happens in {@code picture}. Gestures that mean something for the case go through
 * {@link tendril.ui.canvas.CanvasActions} to whoever holds the session.
 */
@NullMarked
package tendril.ui.canvas;

import org.jspecify.annotations.NullMarked;
