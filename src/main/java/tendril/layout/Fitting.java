package tendril.layout;

import java.util.BitSet;

/**
 * Turns and moves a finished picture so that some of its nodes come as near as can be to places they must have
 * (the orthogonal Procrustes problem in the plane; mirrored if that fits better, never stretched).
 */
final class Fitting {
    private final Positions picture;
    private final Positions wanted;
    private final BitSet nodes;

    Fitting(Positions picture, Positions wanted, BitSet nodes) {
        this.picture = picture;
        this.wanted = wanted;
        this.nodes = (BitSet) nodes.clone();
        for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
            boolean far =
                    Math.abs(wanted.x(node)) > Placement.WORLD_MAX || Math.abs(wanted.y(node)) > Placement.WORLD_MAX;
            this.nodes.set(node, !far);
        }
    }

    /** All nodes of the picture after it has been turned and moved. */
    Positions fitted() {
        if (nodes.isEmpty()) {
            return picture;
        }
        double[] from = middle(picture);
        double[] to = middle(wanted);
        double[] plain = turn(from, to, 1);
        double[] mirrored = turn(from, to, -1);
        boolean mirror = Math.hypot(mirrored[0], mirrored[1]) > Math.hypot(plain[0], plain[1]);
        double[] turn = mirror ? mirrored : plain;
        double length = Math.hypot(turn[0], turn[1]);
        double cos = length > 0 ? turn[0] / length : 1;
        double sin = length > 0 ? turn[1] / length : 0;
        double[] x = new double[picture.size()];
        double[] y = new double[picture.size()];
        for (int node = 0; node < x.length; node++) {
            double dx = picture.x(node) - from[0];
            double dy = (picture.y(node) - from[1]) * (mirror ? -1 : 1);
            x[node] = to[0] + cos * dx - sin * dy;
            y[node] = to[1] + sin * dx + cos * dy;
        }
        return Positions.owning(x, y);
    }

    private double[] middle(Positions positions) {
        double x = 0;
        double y = 0;
        int count = 0;
        for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
            count++;
            x += (positions.x(node) - x) / count;
            y += (positions.y(node) - y) / count;
        }
        return new double[] {x, y};
    }

    /** The turn that fits best, as a vector whose length says how well it fits. */
    private double[] turn(double[] from, double[] to, int flip) {
        double cos = 0;
        double sin = 0;
        for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
            double ax = picture.x(node) - from[0];
            double ay = (picture.y(node) - from[1]) * flip;
            double bx = wanted.x(node) - to[0];
            double by = wanted.y(node) - to[1];
            cos += ax * bx + ay * by;
            sin += ax * by - ay * bx;
        }
        return new double[] {cos, sin};
    }
}
