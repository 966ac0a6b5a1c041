package tendril.layout;

import java.util.Arrays;

/**
 * Opens narrow sheaves of leaves to fans. At the rim of a cluster everything pushes the leaves of a node the same way,
 * and their labels, wide and low, then part into a tower that hides which node they hang on. The leaves keep their
 * distance from it, their order and the direction they point to on the whole; only the angle between them grows, as far
 * as the node's other links leave room.
 */
final class LeafFan {
    /** Fewer leaves are no sheaf. */
    private static final int LEAVES_MIN = 3;

    /** Angle between one leaf and the next that is wide enough for a label, in radians. */
    private static final double STEP = Math.toRadians(24);

    /** No fan is opened further than this: beyond it leaves would come to lie among what pushed them away. */
    private static final double WIDTH_MAX = Math.toRadians(170);

    /** Part of the room between two other links that a fan takes. */
    private static final double ROOM_PART = 0.8;

    private final Neighbours neighbours;
    private final double[] x;
    private final double[] y;

    /** Works on the given places. */
    LeafFan(Neighbours neighbours, double[] x, double[] y) {
        this.neighbours = neighbours;
        this.x = x;
        this.y = y;
    }

    /** Opens what hangs on one node. */
    void open(int hub) {
        if (neighbours.degree(hub) <= LEAVES_MIN) {
            return;
        }
        int[] leaves = leavesOf(hub);
        if (leaves.length < LEAVES_MIN || leaves.length == neighbours.degree(hub)) {
            return;
        }
        double middle = middleOf(hub, leaves);
        Integer[] order = Arrays.stream(leaves).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(off(hub, a, middle), off(hub, b, middle)));
        double width = off(hub, order[order.length - 1], middle) - off(hub, order[0], middle);
        double room = ROOM_PART * 2 * nearestOther(hub, middle);
        double wanted = Math.min(Math.min(WIDTH_MAX, room), STEP * (order.length - 1));
        if (wanted <= width) {
            return;
        }
        for (int i = 0; i < order.length; i++) {
            double angle = middle + wanted * (i / (order.length - 1.0) - 0.5);
            double away = Math.hypot(x[order[i]] - x[hub], y[order[i]] - y[hub]);
            x[order[i]] = x[hub] + away * Math.cos(angle);
            y[order[i]] = y[hub] + away * Math.sin(angle);
        }
    }

    private int[] leavesOf(int hub) {
        return Arrays.stream(neighbours.targets(), neighbours.first(hub), neighbours.end(hub))
                .filter(node -> neighbours.degree(node) == 1)
                .toArray();
    }

    /** The direction of the leaves on the whole. */
    private double middleOf(int hub, int[] leaves) {
        double dx = 0;
        double dy = 0;
        for (int leaf : leaves) {
            double away = Math.max(1e-9, Math.hypot(x[leaf] - x[hub], y[leaf] - y[hub]));
            dx += (x[leaf] - x[hub]) / away;
            dy += (y[leaf] - y[hub]) / away;
        }
        return Math.atan2(dy, dx);
    }

    /** How far a node lies to one side of a direction from the hub, in radians. */
    private double off(int hub, int node, double direction) {
        return Math.IEEEremainder(Math.atan2(y[node] - y[hub], x[node] - x[hub]) - direction, AngularGap.FULL);
    }

    /** The angle between a direction and the nearest link that leads on. */
    private double nearestOther(int hub, double direction) {
        double nearest = Math.PI;
        for (int k = neighbours.first(hub); k < neighbours.end(hub); k++) {
            int node = neighbours.target(k);
            if (neighbours.degree(node) > 1) {
                nearest = Math.min(nearest, Math.abs(off(hub, node, direction)));
            }
        }
        return nearest;
    }
}
