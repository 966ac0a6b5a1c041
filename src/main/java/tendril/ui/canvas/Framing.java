package tendril.ui.canvas;

import java.util.Optional;
import java.util.function.Supplier;
import tendril.picture.scene.Bounds;
import tendril.picture.scene.Camera;

/** Finds cameras that show a part of the world with room around it. Confined to the FX thread. */
final class Framing {
    /** Room around what is shown, in pixels. */
    private static final double MARGIN_PX = 56;

    /** Labels stand out beside their nodes: how much more room there is at either side, in pixels. */
    private static final double LABEL_ROOM_PX = 50;

    /** Views narrower than so many times that have no room to spare. */
    private static final double ROOMS_MIN = 8;

    private final Supplier<Camera> now;

    Framing(Supplier<Camera> now) {
        this.now = now;
    }

    /** The camera that shows this part of the world, if it is one. */
    Optional<Camera> of(Optional<Bounds> part) {
        Camera camera = now.get();
        double room = camera.width() > ROOMS_MIN * LABEL_ROOM_PX ? 2 * LABEL_ROOM_PX : 0;
        return part.map(bounds -> camera.resized(camera.width() - room, camera.height())
                .fitting(bounds, MARGIN_PX)
                .resized(camera.width(), camera.height()));
    }

    /** The camera that shows this besides what is in view now, never closer than now. */
    Optional<Camera> besides(Optional<Bounds> more) {
        Camera camera = now.get();
        Bounds seen = camera.seen();
        double edge = MARGIN_PX / camera.zoom();
        return of(more.map(bounds -> new Bounds(
                        Math.min(seen.left() + edge, bounds.left()),
                        Math.min(seen.top() + edge, bounds.top()),
                        Math.max(seen.right() - edge, bounds.right()),
                        Math.max(seen.bottom() - edge, bounds.bottom()))))
                .map(found -> found.zoom() <= camera.zoom()
                        ? found
                        : new Camera(found.centerX(), found.centerY(), camera.zoom(), found.width(), found.height()));
    }
}
