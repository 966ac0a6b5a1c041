/**
 * Pixels and what is drawn once and painted often: rasters, sprites, masks of text, shapes of nodes, the colours of a
 * theme. What a scene is, apart from the kinds of nodes and their marks, is not known here. From here the painters
 * take their ink.
 */
@NullMarked
package tendril.picture.ink;

import org.jspecify.annotations.NullMarked;
