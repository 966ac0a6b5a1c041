package tendril.picture.paint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import tendril.layout.Lanes;
import tendril.picture.ink.Look;
import tendril.picture.ink.Pass;
import tendril.picture.ink.Raster;
import tendril.picture.ink.SpriteSheet;
import tendril.picture.ink.TextMasks;
import tendril.picture.ink.Theme;
import tendril.picture.scene.Camera;
import tendril.picture.scene.Scene;

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

    /** Nodes and bundles in view from which lanes are worth their hand-over. */
    private static final int CROWD = 2_000;

    private final TextMasks texts = new TextMasks();
    private final LabelPlacer placer = new LabelPlacer(texts);
    private final PicturePlan plan = new PicturePlan();
    private final Lanes lanes;
    private final Brush[] brushes;
    private final Retouch retouch = new Retouch();
    /** The labels of the picture painted last, and how carefully it was painted, if it was finished. */
    private final List<LabelPlacer.Label> paintedLabels = new ArrayList<>();

    private Optional<Pass> painted = Optional.empty();

    /** A painter that works on the calling thread alone. */
    public GraphPainter() {
        this(Lanes.one());
    }

    /** A painter that shares a crowded picture among lanes, a band of rows each; the pixels are the same. */
    GraphPainter(Lanes lanes) {
        this.lanes = lanes;
        brushes = new Brush[lanes.count()];
        Arrays.setAll(brushes, band -> new Brush(band == 0 ? texts : new TextMasks()));
    }

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
        var labels = placer.place(plan, false);
        if (!paintWhole(pixels, pass, labels, cancelled)) {
            return false;
        }
        remember(pass, labels);
        return true;
    }

    /**
     * Paints a picture that differs from the one painted last only in what some nodes wear: selected or not, flagged, a
     * badge, another label. Only the rows where that is seen are painted, so it costs what has changed.
     *
     * @param before the pixels of the picture painted last
     * @param pixels takes the new one: the same, bit by bit, that {@link #paint} would paint
     * @return how carefully it is painted; empty if something else has changed, or so much that the whole picture is to be
     *     painted
     */
    Optional<Pass> retouch(Scene scene, Camera camera, Look look, int[] before, int[] pixels) {
        boolean same = camera.equals(plan.camera) && look.equals(plan.look);
        if (painted.isEmpty()
                || !same
                || !scene.differsInLooksOnlyFrom(plan.scene)
                || !retouch.findNodes(plan.scene, scene)) {
            return Optional.empty();
        }
        Pass pass = painted.get();
        painted = Optional.empty();
        plan.aim(scene, camera, look);
        var labels = placer.place(plan, false);
        if (!retouch.findRows(plan, paintedLabels, labels)) {
            return Optional.empty();
        }
        System.arraycopy(before, 0, pixels, 0, plan.width * plan.height);
        for (int top = retouch.top(0); top >= 0; top = retouch.top(retouch.bottom(top))) {
            repaint(pixels, top, retouch.bottom(top), pass, labels);
        }
        remember(pass, labels);
        return painted;
    }

    private void repaint(int[] pixels, int top, int bottom, Pass pass, List<LabelPlacer.Label> labels) {
        int size = (bottom - top) * plan.width;
        int[] own = brushes[0].pixels(size);
        paintRows(own, top, bottom, pass, labels, NEVER_CANCELLED);
        System.arraycopy(own, 0, pixels, top * plan.width, size);
    }

    private void remember(Pass pass, List<LabelPlacer.Label> labels) {
        paintedLabels.clear();
        paintedLabels.addAll(labels);
        painted = Optional.of(pass);
    }

    private boolean paintWhole(int[] pixels, Pass pass, List<LabelPlacer.Label> labels, BooleanSupplier cancelled) {
        if (brushes.length == 1 || plan.nodes.size + plan.bundles.size < CROWD) {
            return paintRows(pixels, 0, plan.height, pass, labels, cancelled);
        }
        var abandoned = new AtomicBoolean();
        lanes.each(brushes.length, band -> {
            if (!paintBand(pixels, band, pass, cancelled)) {
                abandoned.set(true);
            }
        });
        if (abandoned.get()) {
            return false;
        }
        paintLabels(new Raster(pixels, plan.width, 0, plan.height), labels);
        return true;
    }

    /** Paints one band of the picture: the first one in place, the others aside first. */
    private boolean paintBand(int[] pixels, int band, Pass pass, BooleanSupplier cancelled) {
        int top = (int) ((long) band * plan.height / brushes.length);
        int bottom = (int) ((band + 1L) * plan.height / brushes.length);
        int size = (bottom - top) * plan.width;
        int[] own = band == 0 ? pixels : brushes[band].pixels(size);
        boolean done = paintGraph(new Raster(own, plan.width, top, bottom), brushes[band], pass, cancelled);
        if (done && band > 0) {
            System.arraycopy(own, 0, pixels, top * plan.width, size);
        }
        return done;
    }

    /** A picture of its own array, for those who paint one and keep it. */
    public int[] paint(Scene scene, Camera camera, Look look, Pass pass) {
        var pixels = new int[widthPx(camera, look) * heightPx(camera, look)];
        paint(scene, camera, look, pass, pixels, NEVER_CANCELLED);
        return pixels;
    }

    /** Sets up another picture; whoever calls this paints it by rows. */
    public PicturePlan prepare(Scene scene, Camera camera, Look look) {
        painted = Optional.empty();
        for (var brush : brushes) {
            brush.take(look.theme());
        }
        plan.prepare(scene, camera, look);
        return plan;
    }

    /** The labels of the picture prepared last; only whole ones if it is to be kept, for it cannot be scrolled. */
    public List<LabelPlacer.Label> labels(boolean wholeOnly) {
        return placer.place(plan, wholeOnly);
    }

    /** Paints some rows of the picture prepared last. */
    public boolean paintRows(
            int[] pixels, int top, int bottom, Pass pass, List<LabelPlacer.Label> labels, BooleanSupplier cancelled) {
        var raster = new Raster(pixels, plan.width, top, bottom);
        if (!paintGraph(raster, brushes[0], pass, cancelled)) {
            return false;
        }
        paintLabels(raster, labels);
        return true;
    }

    private boolean paintGraph(Raster raster, Brush brush, Pass pass, BooleanSupplier cancelled) {
        raster.clear(
                plan.look.transparent()
                        ? 0
                        : Raster.premultiplied(plan.look.theme().background()));
        new GroundPainter(plan, raster).paint();
        return new LinkPainter(plan, raster, pass).paint(cancelled)
                && new NodePainter(plan, raster, brush.sprites, brush.texts).paint(cancelled);
    }

    private void paintLabels(Raster raster, List<LabelPlacer.Label> labels) {
        int halo = Raster.scaled(Raster.premultiplied(plan.look.theme().halo()), 235);
        for (var label : labels) {
            if (label.y() < raster.bottom && label.y() + label.height() > raster.top) {
                label.paint(raster, texts, plan.dpr, halo);
            }
        }
    }

    /** What one band of the picture is painted with: bands are painted at the same time and share nothing. */
    private static final class Brush {
        private final TextMasks texts;
        private SpriteSheet sprites = new SpriteSheet(Theme.ofDark());
        private int[] pixels = {};

        Brush(TextMasks texts) {
            this.texts = texts;
        }

        void take(Theme theme) {
            if (!sprites.theme().equals(theme)) {
                sprites = new SpriteSheet(theme);
            }
        }

        int[] pixels(int size) {
            if (pixels.length < size) {
                pixels = new int[size];
            }
            return pixels;
        }
    }
}
