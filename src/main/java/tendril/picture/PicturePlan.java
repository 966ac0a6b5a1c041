package tendril.picture;

import tendril.picture.Scene.NodeColumns;

/**
 * What of a scene is seen, where on the picture and how large: worked out once, then painted in one go or strip by
 * strip. Coordinates are device pixels of the whole picture. Confined to one thread while it is made; several threads
 * may read it afterwards.
 */
final class PicturePlan {
    /** Radius in logical pixels from which a node is drawn with its glyph. */
    static final double GLYPH_RADIUS_PX = 6.5;

    /** Radius in logical pixels from which a node is drawn as its silhouette; below it is a dot. */
    static final double SHAPE_RADIUS_PX = 2.3;

    /** Below this radius in logical pixels nodes shrink more slowly than the picture, so that types can be told longer. */
    private static final double READABLE_RADIUS_PX = 9;

    /** How much larger than true the smallest are painted, as a part; layouts leave that much room between nodes. */
    private static final double SWELLING = 0.8;

    /** From this many times the usual radius a node is a hub. */
    private static final double HUB_FROM = 1.25;

    /** When more of the world's area than this is seen, looking at every link is cheaper than asking the grid. */
    private static final double GRID_PART_MAX = 0.4;

    /** Room around the view in logical pixels: labels and rings of what lies just outside reach in. */
    private static final double REACH_PX = 80;

    final Slots nodes = new Slots();
    final Slots bundles = new Slots();
    private final LinkGrid.Seen seen = new LinkGrid.Seen();

    Scene scene = Scene.empty();
    Camera camera = Camera.ofSize(1, 1);
    Look look = Look.of(Theme.ofDark());
    /** Device pixels per world unit. */
    double scale;
    /** Device pixels per logical pixel. */
    double dpr;

    int width;
    int height;
    private double offsetX;
    private double offsetY;
    private Least least = Least.of(camera, 0);

    /**
     * How small nodes are painted at least, in logical pixels, however far away the camera is: a large case would be an
     * empty picture else, and hubs would drown in what hangs on them.
     *
     * @param dotPx radius of any node
     * @param hubPx how much of a radius a hub has beyond that, for once more the usual radius in the world
     */
    record Least(double dotPx, double hubPx) {
        private static final double DOT_PX_MIN = 1;
        private static final double DOT_PX_MAX = 2.2;

        /** Part of the room that every node would have if all stood evenly in the view. */
        private static final double ROOM_PART = 0.045;

        private static final double HUB_PX = 6;

        /** Side of a view in which hubs have their full size; in a small map they are smaller. */
        private static final double FULL_SIDE_PX = 1_000;

        private static final double SIDE_PART_MIN = 0.25;

        static Least of(Camera camera, int nodes) {
            double side = Math.sqrt(camera.width() * camera.height());
            double room = side / Math.sqrt(Math.max(1, nodes));
            return new Least(
                    Math.clamp(ROOM_PART * room, DOT_PX_MIN, DOT_PX_MAX),
                    HUB_PX * Math.clamp(side / FULL_SIDE_PX, SIDE_PART_MIN, 1));
        }

        double radius(double worldRadius) {
            return Math.max(dotPx, hubPx * Math.min(1, (worldRadius / LiveScene.RADIUS - HUB_FROM) / (2 - HUB_FROM)));
        }
    }

    /** Sets where everything goes and works out what is seen. */
    void prepare(Scene nextScene, Camera nextCamera, Look nextLook) {
        aim(nextScene, nextCamera, nextLook);
        var world = nextCamera.seen().grown(REACH_PX / nextCamera.zoom());
        nodes.clear();
        scene.nodeGrid().collect(world, nodes);
        collectBundles(world);
    }

    /** Sets where everything goes, no more. */
    void aim(Scene nextScene, Camera nextCamera, Look nextLook) {
        scene = nextScene;
        camera = nextCamera;
        look = nextLook;
        dpr = nextLook.pixelScale();
        scale = nextCamera.zoom() * dpr;
        width = widthPx(nextCamera, nextLook);
        height = heightPx(nextCamera, nextLook);
        least = Least.of(nextCamera, nextScene.nodeSlots());
        offsetX = nextCamera.width() * dpr / 2 - nextCamera.centerX() * scale;
        offsetY = nextCamera.height() * dpr / 2 - nextCamera.centerY() * scale;
    }

    /** Moves everything by device pixels, to paint a cutting of the picture. */
    void shift(double dx, double dy) {
        offsetX += dx;
        offsetY += dy;
    }

    static int widthPx(Camera camera, Look look) {
        return (int) Math.max(1, Math.round(camera.width() * look.pixelScale()));
    }

    static int heightPx(Camera camera, Look look) {
        return (int) Math.max(1, Math.round(camera.height() * look.pixelScale()));
    }

    /** Where a place of the world is on the picture. */
    double toX(double world) {
        return world * scale + offsetX;
    }

    double toY(double world) {
        return world * scale + offsetY;
    }

    double x(int node) {
        return scene.nodes.x()[node] * scale + offsetX;
    }

    double y(int node) {
        return scene.nodes.y()[node] * scale + offsetY;
    }

    /** Radius of a node in device pixels. */
    double radius(int node) {
        return scene.nodes.radius()[node] * scale;
    }

    /** Radius of a node as it is painted: never so small that it cannot be seen, and small ones a little larger. */
    double paintedRadius(int node) {
        double radius = paintedRadius(scene.nodes.radius()[node], camera.zoom(), least) * dpr;
        return Math.min(radius, SpriteSheet.DIAMETER_PX_MAX / 2.0);
    }

    /** The radius in logical pixels that a node of this radius in the world is painted with. */
    static double paintedRadius(double worldRadius, double zoom, Least least) {
        double radius = worldRadius * zoom;
        double small = Math.max(0, 1 - radius / READABLE_RADIUS_PX);
        return Math.max(radius * (1 + SWELLING * small), least.radius(worldRadius));
    }

    /** Whether many links come together in a node, so that it is painted above what hangs on it. */
    boolean isHub(int node) {
        return scene.nodes.radius()[node] > HUB_FROM * LiveScene.RADIUS;
    }

    boolean hasGlyph(double radius) {
        return radius >= GLYPH_RADIUS_PX * dpr;
    }

    boolean hasShape(double radius) {
        return radius >= SHAPE_RADIUS_PX * dpr;
    }

    private void collectBundles(Bounds world) {
        bundles.clear();
        var topology = scene.topology();
        var bounds = scene.bounds();
        if (bounds.isEmpty() || topology.bundles == 0) {
            return;
        }
        double all =
                Math.max(1, bounds.get().width()) * Math.max(1, bounds.get().height());
        if (overlap(world, bounds.get()) < GRID_PART_MAX * all) {
            seen.begin(topology.bundles);
            scene.linkGrid().collect(world, seen, bundles);
            return;
        }
        NodeColumns columns = scene.nodes;
        for (int i = 0; i < topology.bundles; i++) {
            if (LinkGrid.shows(columns, topology, i)) {
                bundles.add(i);
            }
        }
    }

    private static double overlap(Bounds a, Bounds b) {
        double width = Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
        double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top());
        return Math.max(0, width) * Math.max(0, height);
    }
}
