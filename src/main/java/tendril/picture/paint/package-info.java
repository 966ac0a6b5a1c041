/**
 * Painting a scene: what of it is seen, in which order it is painted, which labels find room, and when a thread
 * paints it again. JavaFX is not known here, and nothing is written to a file. From here finished pixels go to the
 * canvas and to exports.
 */
@NullMarked
package tendril.picture.paint;

import org.jspecify.annotations.NullMarked;
