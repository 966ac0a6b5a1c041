package tendril.picture.paint;

import tendril.picture.scene.Topology;

/** Where the lines of fanned-out links run, in device pixels; shared by painting and hitting. Pure functions. */
final class LinkShape {
    static final int POINTS_MAX = 17;

    /** Distance between neighbouring curves at their middle, in logical pixels. */
    private static final double SPREAD_PX = 16;

    private LinkShape() {}

    /** Whether the bundle's links are drawn side by side. */
    static boolean isFanned(Topology topology, int bundle) {
        return (topology.ways[bundle] & Topology.FANNED) != 0
                && topology.count[bundle] > 1
                && topology.a[bundle] != topology.b[bundle];
    }

    /** Writes the points of a link however it is drawn: straight, curved, or round in a loop; returns how many. */
    static int points(PicturePlan plan, Topology topology, int bundle, int index, double[] into) {
        int a = topology.a[bundle];
        int b = topology.b[bundle];
        if (a == b) {
            return loop(plan, a, into);
        }
        if (isFanned(topology, bundle)) {
            return curve(plan, topology, bundle, index, into);
        }
        into[0] = plan.x(a);
        into[1] = plan.y(a);
        into[2] = plan.x(b);
        into[3] = plan.y(b);
        return 2;
    }

    /** Radius of a link from a node to itself, in device pixels. */
    static double loopRadius(PicturePlan plan, double nodeRadius) {
        return Math.max(3 * plan.dpr, nodeRadius * 0.7);
    }

    /** How far right of and above its node's middle a loop has its own, in device pixels. */
    static double loopShift(double nodeRadius) {
        return nodeRadius * 0.95;
    }

    private static int loop(PicturePlan plan, int node, double[] into) {
        double radius = plan.paintedRadius(node);
        double centerX = plan.x(node) + loopShift(radius);
        double centerY = plan.y(node) - loopShift(radius);
        for (int p = 0; p < POINTS_MAX; p++) {
            double angle = 2 * Math.PI * p / (POINTS_MAX - 1);
            into[2 * p] = centerX + Math.cos(angle) * loopRadius(plan, radius);
            into[2 * p + 1] = centerY + Math.sin(angle) * loopRadius(plan, radius);
        }
        return POINTS_MAX;
    }

    /** Writes the points of one link of a fanned bundle as x, y pairs from a to b; returns how many points. */
    static int curve(PicturePlan plan, Topology topology, int bundle, int index, double[] into) {
        double x0 = plan.x(topology.a[bundle]);
        double y0 = plan.y(topology.a[bundle]);
        double x1 = plan.x(topology.b[bundle]);
        double y1 = plan.y(topology.b[bundle]);
        double length = Math.max(1e-6, Math.hypot(x1 - x0, y1 - y0));
        double spread = Math.min(SPREAD_PX * plan.dpr, length / (topology.count[bundle] + 1));
        double offset = (index - (topology.count[bundle] - 1) / 2.0) * spread * 2;
        double controlX = (x0 + x1) / 2 - (y1 - y0) / length * offset;
        double controlY = (y0 + y1) / 2 + (x1 - x0) / length * offset;
        for (int p = 0; p < POINTS_MAX; p++) {
            double t = p / (POINTS_MAX - 1.0);
            into[2 * p] = (1 - t) * (1 - t) * x0 + 2 * t * (1 - t) * controlX + t * t * x1;
            into[2 * p + 1] = (1 - t) * (1 - t) * y0 + 2 * t * (1 - t) * controlY + t * t * y1;
        }
        return POINTS_MAX;
    }
}
