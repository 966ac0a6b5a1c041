package tendril.layout;

import java.util.BitSet;

/**
 * Places being worked out by an engine that draws around an origin of its own. At the end the sheet is set down: on
 * the origin if nothing is pinned, beside the pinned nodes otherwise. Confined to one run.
 */
final class Sheet {
    /** Free room between what is pinned and a sheet set beside it, in world units. */
    private static final double MARGIN = 200;

    private final LayoutGraph graph;
    private final BitSet pinned;
    private final double[] x;
    private final double[] y;

    Sheet(LayoutGraph graph) {
        this.graph = graph;
        pinned = graph.pinned();
        x = new double[graph.size()];
        y = new double[graph.size()];
    }

    void set(int node, double toX, double toY) {
        x[node] = toX;
        y[node] = toY;
    }

    void move(int node, double byX, double byY) {
        x[node] += byX;
        y[node] += byY;
    }

    double x(int node) {
        return x[node];
    }

    double y(int node) {
        return y[node];
    }

    /** The places so far; pinned nodes where they stand. */
    Positions positions() {
        double[] nowX = x.clone();
        double[] nowY = y.clone();
        pinned.stream().forEach(node -> {
            nowX[node] = graph.start().x(node);
            nowY[node] = graph.start().y(node);
        });
        return Positions.owning(nowX, nowY);
    }

    /** The places with the whole sheet moved to the right of what is pinned. */
    Positions besidePinned() {
        double right = Double.NEGATIVE_INFINITY;
        double middle = 0;
        int count = 0;
        for (int node = pinned.nextSetBit(0); node >= 0; node = pinned.nextSetBit(node + 1)) {
            double standsX = graph.start().x(node);
            double standsY = graph.start().y(node);
            if (Math.abs(standsX) <= Placement.WORLD_MAX && Math.abs(standsY) <= Placement.WORLD_MAX) {
                right = Math.max(right, standsX + graph.box(node).halfWidth());
                middle += (standsY - middle) / ++count;
            }
        }
        if (count > 0) {
            setBeside(right + MARGIN, middle);
        }
        return positions();
    }

    private void setBeside(double left, double middle) {
        double ownLeft = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int node = pinned.nextClearBit(0); node < x.length; node = pinned.nextClearBit(node + 1)) {
            ownLeft = Math.min(ownLeft, x[node] - graph.box(node).halfWidth());
            top = Math.min(top, y[node]);
            bottom = Math.max(bottom, y[node]);
        }
        for (int node = 0; node < x.length; node++) {
            x[node] += left - ownLeft;
            y[node] += middle - (top + bottom) / 2;
        }
    }

    /** A box into which the box of each of the nodes fits. */
    static NodeBox largestBox(LayoutGraph graph, int[] nodes) {
        double halfWidth = 0;
        double above = 0;
        double below = 0;
        for (int node : nodes) {
            halfWidth = Math.max(halfWidth, graph.box(node).halfWidth());
            above = Math.max(above, graph.box(node).above());
            below = Math.max(below, graph.box(node).below());
        }
        return new NodeBox(halfWidth, above, below);
    }
}
