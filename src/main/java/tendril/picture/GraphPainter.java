package tendril.picture;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Paints a scene, as a camera sees it, into plain pixels. Confined to one thread (each thread that paints has its own);
 * everything it draws with is made once and kept.
 *
 * <p>Detail follows size: a node is a dot, a silhouette or an icon by its own radius on the picture, so hubs carry
 * icons while leaves around them are still dots; links are a mist from afar and gain style, arrowheads and labels when
 * near. Pixels are premultiplied ARGB, row by row without padding.
 */
public final class GraphPainter {
    /** Goes on to the end. */
    public static final BooleanSupplier NEVER_CANCELLED = () -> false;

    private final TextMasks texts = new TextMasks();
    private final LabelPlacer placer = new LabelPlacer(texts);
    private final PicturePlan plan = new PicturePlan();
    private SpriteSheet sprites = new SpriteSheet(Theme.ofDark());

    /** Pixels in a row of the picture. */
    public static int widthPx(Camera camera, Look look) {
        return PicturePlan.widthPx(camera, look);
    }

    /** Rows of the picture. */
    public static int heightPx(Camera camera, Look look) {
        return PicturePlan.heightPx(camera, look);
    }

    /**
     * Paints the whole picture.
     *
     * @param pixels    at least {@link #widthPx} times {@link #heightPx} of them
     * @param cancelled asked now and then; when it says yes, painting stops and the pixels are of no use
     * @return whether the picture was finished
     */
    public boolean paint(Scene scene, Camera camera, Look look, Pass pass, int[] pixels, BooleanSupplier cancelled) {
        prepare(scene, camera, look);
        return paintRows(pixels, 0, plan.height, pass, placer.place(plan, false), cancelled);
    }

    /** A picture of its own array, for those who paint one and keep it. */
    public int[] paint(Scene scene, Camera camera, Look look, Pass pass) {
        var pixels = new int[widthPx(camera, look) * heightPx(camera, look)];
        paint(scene, camera, look, pass, pixels, NEVER_CANCELLED);
        return pixels;
    }

    PicturePlan prepare(Scene scene, Camera camera, Look look) {
        if (!sprites.theme().equals(look.theme())) {
            sprites = new SpriteSheet(look.theme());
        }
        plan.prepare(scene, camera, look);
        return plan;
    }

    /** The labels of the picture prepared last; only whole ones if it is to be kept, for it cannot be scrolled. */
    List<LabelPlacer.Label> labels(boolean wholeOnly) {
        return placer.place(plan, wholeOnly);
    }

    /** Paints some rows of the picture prepared last. */
    boolean paintRows(
            int[] pixels, int top, int bottom, Pass pass, List<LabelPlacer.Label> labels, BooleanSupplier cancelled) {
        var raster = new Raster(pixels, plan.width, top, bottom);
        raster.clear(
                plan.look.transparent()
                        ? 0
                        : Raster.premultiplied(plan.look.theme().background()));
        new GroundPainter(plan, raster).paint();
        boolean done = new LinkPainter(plan, raster, pass).paint(cancelled)
                && new NodePainter(plan, raster, sprites, texts).paint(cancelled);
        if (!done) {
            return false;
        }
        int halo = Raster.scaled(Raster.premultiplied(plan.look.theme().halo()), 235);
        for (var label : labels) {
            if (label.y() < bottom && label.y() + label.height() > top) {
                label.paint(raster, texts, plan.dpr, halo);
            }
        }
        return true;
    }
}
