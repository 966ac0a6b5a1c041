package tendril.picture.paint;

import tendril.picture.ink.Raster;
import tendril.picture.scene.Bounds;
import tendril.picture.scene.Ghosts;

/** Paints what lies under the graph: grid lines, and where nodes were before they moved. Confined to one thread. */
final class GroundPainter {
    /** Grid lines nearer to each other than this on the picture are left out, in logical pixels. */
    private static final double GRID_PX_MIN = 14;

    /** Every so many lines a stronger one. */
    private static final int GRID_STRONG_EVERY = 5;

    private static final int GRID_STRENGTH = 30;
    private static final int GRID_STRONG_STRENGTH = 64;

    /** With more ghosts than this their ways are left out: a tangle of lines tells nothing. */
    private static final int WAYS_MAX = 200;

    private static final int GHOST_STRENGTH = 120;

    /** Thousands of ghosts are a shadow, not a second graph. */
    private static final int GHOST_STRENGTH_MIN = 36;

    private static final int WAY_STRENGTH = 56;
    private static final double GHOST_RADIUS_PX_MIN = 1.5;

    private final PicturePlan plan;
    private final Raster raster;

    GroundPainter(PicturePlan plan, Raster raster) {
        this.plan = plan;
        this.raster = raster;
    }

    void paint() {
        if (plan.look.gridStep() > 0) {
            grid();
        }
        if (plan.scene.ghosts.count() > 0) {
            ghosts();
        }
    }

    private void grid() {
        double step = plan.look.gridStep();
        int weak = Raster.scaled(Raster.premultiplied(plan.look.theme().link()), GRID_STRENGTH);
        int strong = Raster.scaled(Raster.premultiplied(plan.look.theme().link()), GRID_STRONG_STRENGTH);
        Bounds seen = plan.camera.seen();
        boolean every = step * plan.scale >= GRID_PX_MIN * plan.dpr;
        boolean some = step * GRID_STRONG_EVERY * plan.scale >= GRID_PX_MIN * plan.dpr;
        if (!some) {
            return;
        }
        for (long i = (long) Math.ceil(seen.left() / step); i * step <= seen.right(); i++) {
            boolean fifth = i % GRID_STRONG_EVERY == 0;
            if (every || fifth) {
                double x = Math.round(plan.toX(i * step));
                raster.line(x, 0, x, plan.height, fifth ? strong : weak);
            }
        }
        for (long i = (long) Math.ceil(seen.top() / step); i * step <= seen.bottom(); i++) {
            boolean fifth = i % GRID_STRONG_EVERY == 0;
            if (every || fifth) {
                double y = Math.round(plan.toY(i * step));
                raster.line(0, y, plan.width, y, fifth ? strong : weak);
            }
        }
    }

    private void ghosts() {
        Ghosts ghosts = plan.scene.ghosts;
        double crowd = Math.min(1, Math.sqrt((double) WAYS_MAX / ghosts.count()));
        int strength = (int) Math.max(GHOST_STRENGTH_MIN, GHOST_STRENGTH * crowd);
        int ring = Raster.scaled(Raster.premultiplied(plan.look.theme().labelMuted()), strength);
        int way = Raster.scaled(Raster.premultiplied(plan.look.theme().labelMuted()), WAY_STRENGTH);
        for (int i = 0; i < ghosts.count(); i++) {
            int node = ghosts.node()[i];
            if (plan.scene.showsNode(node)) {
                double x = plan.toX(ghosts.x()[i]);
                double y = plan.toY(ghosts.y()[i]);
                double radius = Math.max(GHOST_RADIUS_PX_MIN * plan.dpr, plan.paintedRadius(node) * 0.8);
                if (ghosts.count() <= WAYS_MAX) {
                    raster.smoothLine(x, y, plan.x(node), plan.y(node), plan.dpr, way);
                }
                raster.ring(x, y, Math.max(0, radius - 1.2 * plan.dpr), radius, ring);
            }
        }
    }
}
