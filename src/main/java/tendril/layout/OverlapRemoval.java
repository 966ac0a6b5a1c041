package tendril.layout;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Takes boxes off each other with as little change as possible: first the whole picture is enlarged until most boxes
 * have room, which keeps its shape, then the boxes that still touch push each other apart along the shorter way.
 */
final class OverlapRemoval {
    /** The share of nodes that enlarging must free; the crowded rest is pushed apart. */
    private static final double FREED_BY_SCALE = 0.6;

    /** Nodes looked at to find the scale. */
    private static final int SCALE_SAMPLES = 256;

    private static final int SWEEPS_MAX = 40;

    private final NodeBox[] boxes;
    private final double[] x;
    private final double[] y;
    private final BitSet pinned;
    private final double gap = Placement.GAP;

    /** Works on the given places of boxes, moving those that are not pinned. */
    OverlapRemoval(NodeBox[] boxes, double[] x, double[] y, BitSet pinned) {
        this.boxes = boxes;
        this.x = x;
        this.y = y;
        this.pinned = pinned;
    }

    /** The factor by which the picture must grow so that most of its boxes are free of each other. */
    double scale() {
        int samples = Math.min(SCALE_SAMPLES, x.length);
        if (x.length < 2) {
            return 1;
        }
        double[] needs = new double[samples];
        for (int k = 0; k < samples; k++) {
            int node = (int) ((long) k * x.length / samples);
            for (int other = 0; other < x.length; other++) {
                if (other != node) {
                    needs[k] = Math.max(needs[k], scaleToPart(node, other));
                }
            }
        }
        Arrays.sort(needs);
        double need = needs[(int) (FREED_BY_SCALE * (samples - 1))];
        return need > 0 && need < Double.POSITIVE_INFINITY ? need : 1;
    }

    private double scaleToPart(int a, int b) {
        double across = (boxes[a].halfWidth() + boxes[b].halfWidth() + gap) / Math.abs(x[a] - x[b]);
        double dy = y[b] - y[a];
        double tall = dy >= 0 ? boxes[a].below() + boxes[b].above() : boxes[a].above() + boxes[b].below();
        return Math.min(across, (tall + gap) / Math.abs(dy));
    }

    /** Pushes boxes apart until none touch or the patience ends; true if none touch. */
    boolean push(StopToken stop) {
        Sweep sweep = new Sweep();
        for (int round = 0; round < SWEEPS_MAX && !stop.isStopped(); round++) {
            if (sweep.run() == 0) {
                return true;
            }
        }
        return false;
    }

    /** Pushes, then sets what still touches on the nearest free spot, so that no box that may move touches another. */
    void settle(StopToken stop) {
        if (push(stop) || stop.isStopped()) {
            return;
        }
        BoxGrid grid = new BoxGrid(x.length, NodeBox.STANDARD.width());
        for (int node = pinned.nextSetBit(0); node >= 0; node = pinned.nextSetBit(node + 1)) {
            grid.add(node, x[node], y[node], boxes[node], 0);
        }
        for (int node = pinned.nextClearBit(0); node < x.length; node = pinned.nextClearBit(node + 1)) {
            if (!grid.isFree(x[node], y[node], boxes[node])) {
                double[] spot = new SpiralSpots(grid, x[node], y[node], 0).next(boxes[node]);
                x[node] = spot[0];
                y[node] = spot[1];
            }
            grid.add(node, x[node], y[node], boxes[node], 0);
        }
    }

    /** One pass over all pairs of boxes that may touch, found by a grid over the present places. */
    private final class Sweep {
        private final int size = x.length;
        private final double side = side();
        private final int[] heads = new int[Math.max(64, Integer.highestOneBit(size) * 4)];
        private final int[] nexts = new int[size];
        private final int[] columns = new int[size];
        private final int[] rows = new int[size];

        private double side() {
            double side = 1;
            for (NodeBox box : boxes) {
                side = Math.max(side, Math.max(box.width(), box.height()) + gap);
            }
            return side;
        }

        int run() {
            Arrays.fill(heads, -1);
            for (int node = 0; node < size; node++) {
                columns[node] = (int) Math.floor(x[node] / side);
                rows[node] = (int) Math.floor(y[node] / side);
                int bucket = bucket(columns[node], rows[node]);
                nexts[node] = heads[bucket];
                heads[bucket] = node;
            }
            int touching = 0;
            for (int node = 0; node < size; node++) {
                for (int dx = -1; dx <= 1; dx++) {
                    for (int dy = -1; dy <= 1; dy++) {
                        touching += partAll(node, columns[node] + dx, rows[node] + dy);
                    }
                }
            }
            return touching;
        }

        private int bucket(int column, int row) {
            int hash = column * 0x9E3779B1 + row * 0x85EBCA77;
            return (hash ^ hash >>> 15) & heads.length - 1;
        }

        private int partAll(int node, int column, int row) {
            int touching = 0;
            for (int other = heads[bucket(column, row)]; other >= 0; other = nexts[other]) {
                if (other > node && columns[other] == column && rows[other] == row && part(node, other)) {
                    touching++;
                }
            }
            return touching;
        }
    }

    /** Moves two boxes apart if they touch. */
    private boolean part(int a, int b) {
        double dx = x[b] - x[a];
        double dy = y[b] - y[a];
        double across = boxes[a].halfWidth() + boxes[b].halfWidth() + gap - Math.abs(dx);
        double tall = dy >= 0 ? boxes[a].below() + boxes[b].above() : boxes[a].above() + boxes[b].below();
        double down = tall + gap - Math.abs(dy);
        if (across <= 0 || down <= 0 || (pinned.get(a) && pinned.get(b))) {
            return false;
        }
        double share = pinned.get(a) ? 0 : pinned.get(b) ? 1 : 0.5;
        if (across < down) {
            double way = Math.copySign(across * 1.01, dx);
            x[a] -= way * share;
            x[b] += way * (1 - share);
        } else {
            double way = Math.copySign(down * 1.01, dy);
            y[a] -= way * share;
            y[b] += way * (1 - share);
        }
        return true;
    }
}
