/**
 * What every part of the window shares: the pulse that brings work to the FX thread, the look, and the doors to files
 * that the root package opens. Neither rules of a case nor files nor network live here: a gesture becomes a command to
 * the session, and what the session changes comes back as deltas. Windows, canvas and panels stand in the subpackages.
 */
@NullMarked
package tendril.ui;

import org.jspecify.annotations.NullMarked;
