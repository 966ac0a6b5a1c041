/**
 * What a case looks like: the scene of nodes and links, the camera, level of detail, hit test, and the painter that
 * turns them into plain pixels with Java2D and a small rasteriser of its own. No window toolkit, no session, no files
 * but pictures: whoever holds an {@code int[]} can show what is painted here. From here finished frames go to the
 * canvas of {@code ui}, and pictures to whoever exports them.
 */
@NullMarked
package tendril.picture;

import org.jspecify.annotations.NullMarked;
