/**
 * Where nodes stand: engines that turn a {@link tendril.layout.LayoutGraph} of flat arrays into immutable
 * {@link tendril.layout.Positions}, and {@link tendril.layout.Placement} for what a pivot has just added.
 * No drawing, no case facts and no threads of its own live here: the caller gives the workers, and whoever wants to
 * keep a result says so elsewhere.
 * Positions flow next to the session, which writes them down as facts, and to the picture, which paints them.
 */
@NullMarked
package tendril.layout;

import org.jspecify.annotations.NullMarked;
