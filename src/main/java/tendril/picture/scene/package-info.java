/**
 * What there is to be seen: nodes, links and ghosts in flat columns, the grids that find them, the camera that looks
 * at them. No pixel is set here. From here a {@code Scene}, which never changes, goes to the painters and to whoever
 * asks what lies under the pointer.
 */
@NullMarked
package tendril.picture.scene;

import org.jspecify.annotations.NullMarked;
