package tendril.picture.paint;

import java.util.Arrays;
import java.util.OptionalInt;
import tendril.picture.ink.Look;
import tendril.picture.ink.Theme;
import tendril.picture.scene.Bounds;
import tendril.picture.scene.Camera;
import tendril.picture.scene.LinkGrid;
import tendril.picture.scene.NodeGrid;
import tendril.picture.scene.Scene;
import tendril.picture.scene.Slots;
import tendril.picture.scene.Topology;

/**
 * What of a scene lies under the pointer, in a rectangle or in a lasso. Confined to one thread. It asks the grids that
 * the painter has built, and looks at everything when there are none yet, so it never waits.
 */
public final class HitTest {
    /** A node is hit at this distance from its middle in logical pixels even if it is painted smaller. */
    public static final double NODE_RADIUS_PX_MIN = 5;

    /** A good distance for {@link #linkAt} with a mouse, in logical pixels. */
    public static final double LINK_TOLERANCE_PX = 5;

    private static final double CURVE_REACH_PX = 60;

    private final Slots found = new Slots();
    private final LinkGrid.Seen seen = new LinkGrid.Seen();
    private final PicturePlan plan = new PicturePlan();
    private final double[] curve = new double[LinkShape.POINTS_MAX * 2];

    /** The node under a point of the view: of several, the one whose middle is nearest. */
    public OptionalInt nodeAt(Scene scene, Camera camera, double viewX, double viewY) {
        double reach = NODE_RADIUS_PX_MIN / camera.zoom();
        double x = camera.toWorldX(viewX);
        double y = camera.toWorldY(viewY);
        candidates(scene, new Bounds(x - reach, y - reach, x + reach, y + reach));
        int best = -1;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < found.size; i++) {
            int node = found.at[i];
            double away = Math.hypot(scene.nodes.x()[node] - x, scene.nodes.y()[node] - y);
            boolean better = away < nearest || (away == nearest && node > best);
            double painted = scene.paintedRadius(node, camera) / camera.zoom();
            if (away <= Math.max(painted, reach) && better) {
                best = node;
                nearest = away;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /**
     * The link nearest to a point of the view, if nearer than the tolerance; of a bundle its first link, of fanned-out
     * links the very one.
     *
     * @param tolerancePx logical pixels
     */
    public OptionalInt linkAt(Scene scene, Camera camera, double viewX, double viewY, double tolerancePx) {
        var topology = scene.topology();
        double x = camera.toWorldX(viewX);
        double y = camera.toWorldY(viewY);
        double reach = (tolerancePx + CURVE_REACH_PX) / camera.zoom();
        linkCandidates(scene, topology, new Bounds(x - reach, y - reach, x + reach, y + reach));
        plan.aim(scene, camera, Look.of(Theme.ofDark()));
        int best = -1;
        double nearest = tolerancePx;
        for (int i = 0; i < found.size; i++) {
            int bundle = found.at[i];
            int index = 0;
            boolean fanned = LinkShape.isFanned(topology, bundle);
            for (int link = topology.first[bundle]; link >= 0; link = fanned ? topology.next[link] : -1) {
                int points = LinkShape.points(plan, topology, bundle, index++, curve);
                double away = distance(points, viewX, viewY);
                if (away <= nearest && (away < nearest || link > best)) {
                    best = link;
                    nearest = away;
                }
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** All links, whichever way they point, between the two nodes of the given one; itself included. */
    public int[] bundleOf(Scene scene, int link) {
        var topology = scene.topology();
        var slots = new Slots();
        for (int l = topology.first[topology.bundleOf[link]]; l >= 0; l = topology.next[l]) {
            slots.add(l);
        }
        return slots.toArray();
    }

    /** The nodes whose middle lies in a rectangle of the view, by slot. */
    public int[] nodesIn(Scene scene, Camera camera, Bounds view) {
        var world = Bounds.between(
                camera.toWorldX(view.left()),
                camera.toWorldY(view.top()),
                camera.toWorldX(view.right()),
                camera.toWorldY(view.bottom()));
        candidates(scene, world);
        var inside = new Slots();
        for (int i = 0; i < found.size; i++) {
            int node = found.at[i];
            if (world.contains(scene.nodes.x()[node], scene.nodes.y()[node])) {
                inside.add(node);
            }
        }
        return sorted(inside);
    }

    /**
     * The nodes whose middle lies inside a lasso, by slot; where the lasso crosses itself, the even-odd rule counts.
     *
     * @param viewXs corners in view pixels; the last is joined to the first
     * @param viewYs as many
     */
    public int[] nodesIn(Scene scene, Camera camera, double[] viewXs, double[] viewYs) {
        if (viewXs.length != viewYs.length) {
            throw new IllegalArgumentException("a lasso needs as many x as y");
        }
        if (viewXs.length < 3) {
            return new int[0];
        }
        double[] xs = Arrays.stream(viewXs).map(camera::toWorldX).toArray();
        double[] ys = Arrays.stream(viewYs).map(camera::toWorldY).toArray();
        var around = new Bounds(
                Arrays.stream(xs).min().orElse(0),
                Arrays.stream(ys).min().orElse(0),
                Arrays.stream(xs).max().orElse(0),
                Arrays.stream(ys).max().orElse(0));
        candidates(scene, around);
        var inside = new Slots();
        for (int i = 0; i < found.size; i++) {
            int node = found.at[i];
            if (encloses(xs, ys, scene.nodes.x()[node], scene.nodes.y()[node])) {
                inside.add(node);
            }
        }
        return sorted(inside);
    }

    private void candidates(Scene scene, Bounds world) {
        found.clear();
        var grid = scene.nodeGridIfReady();
        if (grid.isPresent()) {
            grid.get().collect(world, found);
            return;
        }
        for (int i = 0; i < scene.nodes.size(); i++) {
            double reach = scene.nodes.radius()[i];
            if (NodeGrid.shows(scene.nodes, i)
                    && world.grown(reach)
                            .contains(scene.nodes.x()[i], scene.nodes.y()[i])) {
                found.add(i);
            }
        }
    }

    private void linkCandidates(Scene scene, Topology topology, Bounds world) {
        found.clear();
        var grid = scene.linkGridIfReady();
        if (grid.isPresent()) {
            seen.begin(topology.bundles);
            grid.get().collect(world, seen, found);
            return;
        }
        float[] x = scene.nodes.x();
        float[] y = scene.nodes.y();
        for (int i = 0; i < topology.bundles; i++) {
            int a = topology.a[i];
            int b = topology.b[i];
            boolean near = Math.min(x[a], x[b]) <= world.right()
                    && Math.max(x[a], x[b]) >= world.left()
                    && Math.min(y[a], y[b]) <= world.bottom()
                    && Math.max(y[a], y[b]) >= world.top();
            if (near && LinkGrid.shows(scene.nodes, topology, i)) {
                found.add(i);
            }
        }
    }

    private double distance(int points, double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int p = 0; p + 1 < points; p++) {
            double x0 = curve[2 * p];
            double y0 = curve[2 * p + 1];
            double dx = curve[2 * p + 2] - x0;
            double dy = curve[2 * p + 3] - y0;
            double square = dx * dx + dy * dy;
            double t = square == 0 ? 0 : Math.clamp(((x - x0) * dx + (y - y0) * dy) / square, 0, 1);
            nearest = Math.min(nearest, Math.hypot(x0 + t * dx - x, y0 + t * dy - y));
        }
        return nearest;
    }

    private static boolean encloses(double[] xs, double[] ys, double x, double y) {
        boolean inside = false;
        for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
            if (ys[i] > y != ys[j] > y && x < (xs[j] - xs[i]) * (y - ys[i]) / (ys[j] - ys[i]) + xs[i]) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static int[] sorted(Slots slots) {
        int[] array = slots.toArray();
        Arrays.sort(array);
        return array;
    }
}
