/**
 * The settings: one field per setting, the pages they stand on, what is kept when they are saved. No setting takes
 * effect here. What changed goes on to the desk and to the sources.
 */
@NullMarked
package tendril.ui.settings;

import org.jspecify.annotations.NullMarked;
