package tendril.picture.paint;

import tendril.picture.ink.Look;
import tendril.picture.ink.SpriteSheet;
import tendril.picture.ink.Theme;
import tendril.picture.scene.Bounds;
import tendril.picture.scene.Camera;
import tendril.picture.scene.LinkGrid;
import tendril.picture.scene.PaintedSize;
import tendril.picture.scene.Scene;
import tendril.picture.scene.Scene.NodeColumns;
import tendril.picture.scene.Slots;

/**
 * What of a scene is seen, where on the picture and how large: worked out once, then painted in one go or strip by
 * strip. Coordinates are device pixels of the whole picture. Confined to one thread while it is made; several threads
 * may read it afterwards.
 */
public final class PicturePlan {
    /** Radius in logical pixels from which a node is drawn with its glyph. */
    static final double GLYPH_RADIUS_PX = 6.5;

    /** Radius in logical pixels from which a node is drawn as its silhouette; below it is a dot. */
    static final double SHAPE_RADIUS_PX = 2.3;

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

    public int width;
    public int height;
    private double offsetX;
    private double offsetY;
    private PaintedSize sizes = PaintedSize.of(camera, 0);

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
        sizes = PaintedSize.of(nextCamera, nextScene.nodeSlots());
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
        double radius = sizes.radius(scene.nodes.radius()[node]) * dpr;
        return Math.min(radius, SpriteSheet.DIAMETER_PX_MAX / 2.0);
    }

    /** Whether many links come together in a node, so that it is painted above what hangs on it. */
    boolean isHub(int node) {
        return PaintedSize.isHub(scene.nodes.radius()[node]);
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
