package tendril.picture.paint;

import java.util.Optional;
import tendril.picture.ink.Look;
import tendril.picture.ink.Pass;
import tendril.picture.ink.Patch;
import tendril.picture.ink.Raster;
import tendril.picture.ink.SpriteSheet;
import tendril.picture.ink.TextMasks;
import tendril.picture.ink.Theme;
import tendril.picture.scene.Bounds;
import tendril.picture.scene.Camera;
import tendril.picture.scene.LabelText;
import tendril.picture.scene.Scene;

/**
 * Paints one node or link as it looks under the pointer, for the layer above the picture: the node ringed with its whole
 * label, the link bright with its ends. Confined to one thread; costs well under a millisecond.
 */
public final class Highlight {
    /** Code points of a label under the pointer at most; there is room for more than in the picture. */
    private static final int LABEL_CP_MAX = 80;

    /** More links than this at one node say nothing together. */
    public static final int NEIGHBOURS_MAX = 400;

    private static final int SIDE_PX_MAX = 4096;
    private static final double REACH_PX = 14;
    private static final double RING_GAP_PX = 2;
    private static final double RING_PX = 2;
    private static final double TEXT_PX = 13;
    private static final double THICKER_PX = 1.2;

    private final PicturePlan plan = new PicturePlan();
    private final TextMasks texts = new TextMasks();
    private SpriteSheet sprites = new SpriteSheet(Theme.ofDark());

    /** A node under the pointer; empty if it is not shown. */
    public Optional<Patch> node(Scene scene, Camera camera, Look look, int node) {
        if (!scene.showsNode(node)) {
            return Optional.empty();
        }
        aim(scene, camera, look);
        String label = LabelText.clipped(scene.label(node), LABEL_CP_MAX * 2 / 3, LABEL_CP_MAX / 3);
        var mask = texts.mask(label.isEmpty() ? " " : label, (int) Math.round(TEXT_PX * plan.dpr), true, plan.dpr);
        double radius = plan.paintedRadius(node);
        double reach = radius + REACH_PX * plan.dpr;
        double halfWidth = Math.max(reach, mask.width() / 2.0 + 2);
        var bounds = new Bounds(
                plan.x(node) - halfWidth,
                plan.y(node) - reach,
                plan.x(node) + halfWidth,
                plan.y(node) + reach + mask.height());
        return patch(bounds, raster -> {
            double ring = radius + RING_GAP_PX * plan.dpr;
            raster.ring(
                    plan.x(node),
                    plan.y(node),
                    0,
                    ring,
                    Raster.premultiplied(look.theme().background()));
            new NodePainter(plan, raster, sprites, texts).node(node);
            raster.ring(
                    plan.x(node),
                    plan.y(node),
                    ring,
                    ring + RING_PX * plan.dpr,
                    Raster.premultiplied(look.theme().fresh()));
            int x = (int) Math.round(plan.x(node) - mask.width() / 2.0);
            int y = (int) Math.round(plan.y(node) + ring + RING_PX * plan.dpr);
            raster.stamp(
                    mask.halo(),
                    mask.width(),
                    mask.height(),
                    x,
                    y,
                    Raster.premultiplied(look.theme().halo()));
            raster.stamp(
                    mask.halo(),
                    mask.width(),
                    mask.height(),
                    x,
                    y,
                    Raster.premultiplied(look.theme().halo()));
            raster.stamp(
                    mask.ink(),
                    mask.width(),
                    mask.height(),
                    x,
                    y,
                    Raster.premultiplied(look.theme().label()));
        });
    }

    /**
     * A node with its links, what they lead to, and all their labels, for when the rest steps back; empty if the node is
     * not shown or has more than {@link #NEIGHBOURS_MAX} links.
     */
    public Optional<Patch> around(Scene scene, Camera camera, Look look, int node) {
        if (!scene.showsNode(node) || scene.degree(node) > NEIGHBOURS_MAX) {
            return Optional.empty();
        }
        aim(scene, camera, look);
        var topology = scene.topology();
        plan.nodes.clear();
        plan.bundles.clear();
        for (int bundle = 0; bundle < topology.bundles; bundle++) {
            int a = topology.a[bundle];
            int b = topology.b[bundle];
            int other = a == node ? b : a;
            if ((a == node || b == node) && scene.showsNode(other)) {
                plan.bundles.add(bundle);
                if (other != node) {
                    plan.nodes.add(other);
                }
            }
        }
        plan.nodes.add(node);
        var labels = new LabelPlacer(texts).place(plan, false);
        return patch(new Bounds(0, 0, plan.width, plan.height), raster -> {
            new LinkPainter(plan, raster, Pass.SMOOTH).paint(GraphPainter.NEVER_CANCELLED);
            new NodePainter(plan, raster, sprites, texts).paint(GraphPainter.NEVER_CANCELLED);
            int halo = Raster.premultiplied(look.theme().halo());
            labels.forEach(label -> label.paint(raster, texts, plan.dpr, halo));
        });
    }

    /** The bundle a link belongs to, under the pointer, its links side by side; empty if it is not shown. */
    public Optional<Patch> link(Scene scene, Camera camera, Look look, int link) {
        if (!scene.hasLink(link) || !scene.showsNode(scene.linkFrom(link)) || !scene.showsNode(scene.linkTo(link))) {
            return Optional.empty();
        }
        aim(scene, camera, look);
        int from = scene.linkFrom(link);
        int to = scene.linkTo(link);
        double reach = 3 * Math.max(plan.paintedRadius(from), plan.paintedRadius(to)) + 4 * REACH_PX * plan.dpr;
        var bounds = Bounds.between(plan.x(from), plan.y(from), plan.x(to), plan.y(to))
                .grown(reach);
        return patch(bounds, raster -> {
            var links = new LinkPainter(plan, raster, Pass.SMOOTH);
            links.fanned(
                    scene.topology().bundleOf[link],
                    Raster.premultiplied(look.theme().fresh()),
                    THICKER_PX);
            var nodes = new NodePainter(plan, raster, sprites, texts);
            nodes.node(from);
            nodes.node(to);
        });
    }

    private void aim(Scene scene, Camera camera, Look look) {
        if (!sprites.theme().equals(look.theme())) {
            sprites = new SpriteSheet(look.theme());
        }
        plan.aim(scene, camera, look);
    }

    private interface Drawing {
        void paint(Raster raster);
    }

    /** The part of the bounds inside the view, painted. */
    private Optional<Patch> patch(Bounds bounds, Drawing drawing) {
        int left = (int) Math.floor(Math.clamp(bounds.left(), 0, plan.width));
        int top = (int) Math.floor(Math.clamp(bounds.top(), 0, plan.height));
        int width = (int) Math.ceil(Math.clamp(bounds.right(), 0, plan.width)) - left;
        int height = (int) Math.ceil(Math.clamp(bounds.bottom(), 0, plan.height)) - top;
        if (width <= 0 || height <= 0 || width > SIDE_PX_MAX || height > SIDE_PX_MAX) {
            return Optional.empty();
        }
        plan.shift(-left, -top);
        var raster = new Raster(new int[width * height], width, 0, height);
        drawing.paint(raster);
        return Optional.of(new Patch(raster.pixels, width, height, left, top));
    }
}
