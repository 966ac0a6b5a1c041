package tendril.picture.scene;

/**
 * How large nodes are painted, in logical pixels: small ones a little larger than true, and none smaller than can be
 * seen however far away the camera is. A large case would be an empty picture else, and hubs would drown in what hangs
 * on them.
 *
 * @param dotPx radius of any node at least
 * @param hubPx how much of a radius a hub has at least, for once more the usual radius in the world
 * @param zoom  logical pixels per world unit
 */
public record PaintedSize(double dotPx, double hubPx, double zoom) {
    /** Below this radius in logical pixels nodes shrink more slowly than the picture, so that types can be told longer. */
    private static final double READABLE_RADIUS_PX = 9;

    /** How much larger than true the smallest are painted, as a part; layouts leave that much room between nodes. */
    private static final double SWELLING = 0.8;

    /** From this many times the usual radius a node is a hub. */
    private static final double HUB_FROM = 1.25;

    private static final double DOT_PX_MIN = 1;
    private static final double DOT_PX_MAX = 2.2;

    /** Part of the room that every node would have if all stood evenly in the view. */
    private static final double ROOM_PART = 0.045;

    private static final double HUB_PX = 6;

    /** Side of a view in which hubs have their full size; in a small map they are smaller. */
    private static final double FULL_SIDE_PX = 1_000;

    private static final double SIDE_PART_MIN = 0.25;

    /** The sizes for so many nodes in a view. */
    public static PaintedSize of(Camera camera, int nodes) {
        double side = Math.sqrt(camera.width() * camera.height());
        double room = side / Math.sqrt(Math.max(1, nodes));
        return new PaintedSize(
                Math.clamp(ROOM_PART * room, DOT_PX_MIN, DOT_PX_MAX),
                HUB_PX * Math.clamp(side / FULL_SIDE_PX, SIDE_PART_MIN, 1),
                camera.zoom());
    }

    /** The radius in logical pixels that a node of this radius in the world is painted with. */
    public double radius(double worldRadius) {
        double radius = worldRadius * zoom;
        double small = Math.max(0, 1 - radius / READABLE_RADIUS_PX);
        return Math.max(radius * (1 + SWELLING * small), least(worldRadius));
    }

    /** Whether many links come together in a node of this radius in the world. */
    public static boolean isHub(double worldRadius) {
        return worldRadius > HUB_FROM * LiveScene.RADIUS;
    }

    private double least(double worldRadius) {
        return Math.max(dotPx, hubPx * Math.min(1, (worldRadius / LiveScene.RADIUS - HUB_FROM) / (2 - HUB_FROM)));
    }
}
