package tendril.picture.paint;

import tendril.picture.ink.Look;
import tendril.picture.ink.Pass;
import tendril.picture.scene.Camera;
import tendril.picture.scene.Scene;

/**
 * One finished picture, and what it shows: whoever holds it can tell how it must be moved and scaled to stand in for a
 * camera that has gone on ({@link Camera#reprojectionOf}).
 *
 * @param pixels premultiplied ARGB, {@code width * height}, row by row; the holder's alone until the next
 *               {@link PaintLoop#take}
 * @param width  device pixels
 * @param height device pixels
 * @param scene  what was painted
 * @param camera as it was seen
 * @param look   how it was shown
 * @param pass   how carefully
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, compared by nobody
public record Frame(int[] pixels, int width, int height, Scene scene, Camera camera, Look look, Pass pass) {}
