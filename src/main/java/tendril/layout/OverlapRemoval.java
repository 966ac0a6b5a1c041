package tendril.layout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.ToDoubleFunction;

/**
 * Takes boxes off each other with as little change as possible: first the whole picture is enlarged until most boxes
 * have room, which keeps its shape, then the boxes that still touch push each other apart along the shorter way.
 */
final class OverlapRemoval {
    /** The share of nodes that enlarging must free; the crowded rest is pushed apart. */
    private static final double FREED_BY_SCALE = 0.6;

    /** Nodes looked at to find the scale. */
    private static final int SCALE_SAMPLES = 256;

    /** How many neighbours on the picture tell how much room there is around a node, and for how many it is asked. */
    private static final int ROOM_NODES = 30;

    private static final int ROOM_SAMPLES = 24;

    /** How many times as wide as its boxes laid out side by side the picture around a node may be for free boxes. */
    private static final double ROOM_MAX = 12;

    /** The same where boxes are free anyway. */
    private static final double ROOM_USUAL = 5;

    private static final int SWEEPS_MAX = 40;

    /** In a picture of so many boxes a crowd takes more sweeps to spread than they bring: it is given free spots. */
    private static final int LARGE = 3_000;

    private static final int SWEEPS_OF_LARGE = 8;

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

    /**
     * The factor by which the picture must grow so that most of its boxes are free of each other.
     *
     * @param usual the factor that is taken where there is room anyway, unless that makes a picture emptier than others
     */
    double scale(double usual) {
        int samples = Math.min(SCALE_SAMPLES, x.length);
        if (x.length < 2) {
            return usual;
        }
        int[] byX = sortedByX();
        double widest = Arrays.stream(boxes).mapToDouble(NodeBox::width).max().orElse(0) + gap;
        double[] needs = new double[samples];
        for (int k = 0; k < samples; k++) {
            int rank = (int) ((long) k * x.length / samples);
            needs[k] = need(byX, rank, widest);
        }
        Arrays.sort(needs);
        double need = needs[(int) (FREED_BY_SCALE * (samples - 1))];
        double roomy = roomy(byX);
        double scale = Math.max(Math.min(usual, ROOM_USUAL * roomy), need < Double.POSITIVE_INFINITY ? need : 1);
        double most = ROOM_MAX * roomy;
        return most > 0 ? Math.min(scale, most) : scale;
    }

    /**
     * The factor at which nodes would, around the middle one of them, have as much room as their boxes take. Where a
     * graph is knots on long strings, the knots are to be untied rather than all of it enlarged.
     */
    private double roomy(int[] byX) {
        double area = 0;
        for (NodeBox box : boxes) {
            area += (box.width() + gap) * (box.height() + gap) / boxes.length;
        }
        int samples = Math.min(ROOM_SAMPLES, x.length);
        double[] radii = new double[samples];
        int near = Math.clamp(x.length / 2, 1, ROOM_NODES);
        double[] nearest = new double[near];
        for (int k = 0; k < samples; k++) {
            Arrays.fill(nearest, Double.POSITIVE_INFINITY);
            int rank = (int) ((long) k * x.length / samples);
            collectNearest(byX, rank, -1, nearest);
            collectNearest(byX, rank, 1, nearest);
            radii[k] = Math.sqrt(nearest[near - 1]);
        }
        Arrays.sort(radii);
        double radius = radii[samples / 2];
        return radius > 0 ? Math.sqrt(near * area / Math.PI) / radius : Double.POSITIVE_INFINITY;
    }

    /** Sorts the squared distances of nodes on one side into those of the nearest. */
    private void collectNearest(int[] byX, int rank, int way, double[] nearest) {
        int node = byX[rank];
        int last = nearest.length - 1;
        for (int i = rank + way; i >= 0 && i < byX.length; i += way) {
            double dx = x[byX[i]] - x[node];
            double dy = y[byX[i]] - y[node];
            if (dx * dx >= nearest[last]) {
                return;
            }
            double square = dx * dx + dy * dy;
            int place = last;
            if (square < nearest[last]) {
                while (place > 0 && nearest[place - 1] > square) {
                    nearest[place] = nearest[place - 1];
                    place--;
                }
                nearest[place] = square;
            }
        }
    }

    private int[] sortedByX() {
        long[] keys = new long[x.length];
        for (int node = 0; node < x.length; node++) {
            int bits = Float.floatToIntBits((float) x[node]);
            // negative floats sort backwards as integers
            keys[node] = (long) (bits < 0 ? bits ^ Integer.MAX_VALUE : bits) << 32 | node;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /** The factor that frees one box of all others, looked for to its left and right as far as others can matter. */
    private double need(int[] byX, int rank, double widest) {
        int node = byX[rank];
        double need = 0;
        for (int way = -1; way <= 1; way += 2) {
            for (int i = rank + way; i >= 0 && i < byX.length; i += way) {
                int other = byX[i];
                if (Math.abs(x[other] - x[node]) * need > widest) {
                    break;
                }
                if (wouldTouch(node, other, need)) {
                    need = scaleToPart(node, other);
                }
            }
        }
        return need;
    }

    /** True if two boxes would still touch in a picture enlarged by a factor. */
    private boolean wouldTouch(int a, int b, double scale) {
        double dy = y[b] - y[a];
        double tall = dy >= 0 ? boxes[a].below() + boxes[b].above() : boxes[a].above() + boxes[b].below();
        return Math.abs(x[a] - x[b]) * scale < boxes[a].halfWidth() + boxes[b].halfWidth() + gap
                && Math.abs(dy) * scale < tall + gap;
    }

    private double scaleToPart(int a, int b) {
        double across = (boxes[a].halfWidth() + boxes[b].halfWidth() + gap) / Math.abs(x[a] - x[b]);
        double dy = y[b] - y[a];
        double tall = dy >= 0 ? boxes[a].below() + boxes[b].above() : boxes[a].above() + boxes[b].below();
        return Math.min(across, (tall + gap) / Math.abs(dy));
    }

    /** Pushes boxes apart until none touch or the patience ends; true if none touch. */
    boolean push(StopToken stop) {
        return push(SWEEPS_MAX, stop);
    }

    private boolean push(int sweepsMax, StopToken stop) {
        Sweep sweep = new Sweep();
        for (int round = 0; round < sweepsMax && !stop.isStopped(); round++) {
            if (sweep.run()) {
                return true;
            }
        }
        return false;
    }

    /** Pushes, then sets what still touches on the nearest free spot, so that no box that may move touches another. */
    void settle(StopToken stop) {
        if (push(x.length > LARGE ? SWEEPS_OF_LARGE : SWEEPS_MAX, stop) || stop.isStopped()) {
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

    /**
     * Passes over the pairs of boxes that may touch, found by a grid over the present places. The first looks at all
     * of them, the later ones only around boxes that the one before has moved: elsewhere nothing can have come to touch.
     */
    private final class Sweep {
        private final int size = x.length;
        private final double cellWidth = largest(NodeBox::width);
        private final double cellHeight = largest(NodeBox::height);
        private final int[] starts = new int[Math.max(64, Integer.highestOneBit(size) * 2) + 1];
        private final int[] order = new int[size];
        private final int[] columns = new int[size];
        private final int[] rows = new int[size];
        private final BitSet moved = new BitSet(size);
        private BitSet suspects = new BitSet(size);

        Sweep() {
            suspects.set(0, size);
        }

        private double largest(ToDoubleFunction<NodeBox> extent) {
            double largest = 1;
            for (NodeBox box : boxes) {
                largest = Math.max(largest, extent.applyAsDouble(box) + gap);
            }
            return largest;
        }

        /** Parts what touches; true if nothing did. */
        boolean run() {
            sortIntoCells();
            moved.clear();
            for (int node = suspects.nextSetBit(0); node >= 0; node = suspects.nextSetBit(node + 1)) {
                for (int column = columns[node] - 1; column <= columns[node] + 1; column++) {
                    for (int row = rows[node] - 1; row <= rows[node] + 1; row++) {
                        partAll(node, column, row);
                    }
                }
            }
            suspects = (BitSet) moved.clone();
            return moved.isEmpty();
        }

        private void sortIntoCells() {
            Arrays.fill(starts, 0);
            for (int node = 0; node < size; node++) {
                columns[node] = (int) Math.floor(x[node] / cellWidth);
                rows[node] = (int) Math.floor(y[node] / cellHeight);
                starts[bucket(columns[node], rows[node])]++;
            }
            for (int i = 1; i < starts.length; i++) {
                starts[i] += starts[i - 1];
            }
            for (int node = size - 1; node >= 0; node--) {
                order[--starts[bucket(columns[node], rows[node])]] = node;
            }
        }

        private int bucket(int column, int row) {
            int hash = column * 0x9E3779B1 + row * 0x85EBCA77;
            return (hash ^ hash >>> 15) & starts.length - 2;
        }

        private void partAll(int node, int column, int row) {
            int bucket = bucket(column, row);
            for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
                int other = order[i];
                boolean own = other > node || !suspects.get(other);
                if (own && columns[other] == column && rows[other] == row && part(node, other)) {
                    moved.set(node);
                    moved.set(other);
                }
            }
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
