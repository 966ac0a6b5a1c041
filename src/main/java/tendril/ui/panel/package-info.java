/**
 * The panels beside the canvas: details of what is selected, history, evidence, and the questions before much is asked. Each is a view and a view
 * model; neither changes the case but through {@link tendril.ui.panel.PanelActions}. What they show comes from the
 * session, what is chosen in them goes back to the canvas.
 */
@NullMarked
package tendril.ui.panel;

import org.jspecify.annotations.NullMarked;
