package tendril.layout;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Where each node of a {@link LayoutGraph} stands, in world units, x to the right and y downwards. A node may have no
 * place yet. Immutable; two with the same places are equal, to the last bit.
 */
public final class Positions {
    private final double[] xs;
    private final double[] ys;

    private Positions(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /**
     * The given coordinates, copied. A coordinate that is not a finite number means "no place yet".
     *
     * @throws IllegalArgumentException if there are not as many x as y
     */
    public static Positions of(double[] xs, double[] ys) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException(
                    "Positions need as many x as y, but there are " + xs.length + " x and " + ys.length + " y.");
        }
        return new Positions(xs.clone(), ys.clone());
    }

    /** As many nodes without a place. */
    public static Positions unplaced(int size) {
        double[] nowhere = new double[size];
        Arrays.fill(nowhere, Double.NaN);
        return new Positions(nowhere, nowhere);
    }

    /** Takes the arrays over; the caller must forget them. */
    static Positions owning(double[] xs, double[] ys) {
        return new Positions(xs, ys);
    }

    public int size() {
        return xs.length;
    }

    /** Not a finite number if the node has no place yet. */
    public double x(int node) {
        return xs[node];
    }

    /** Not a finite number if the node has no place yet. */
    public double y(int node) {
        return ys[node];
    }

    public boolean isPlaced(int node) {
        return Double.isFinite(xs[node]) && Double.isFinite(ys[node]);
    }

    /** The nodes that have a place. */
    public BitSet placed() {
        BitSet placed = new BitSet(size());
        for (int node = 0; node < size(); node++) {
            placed.set(node, isPlaced(node));
        }
        return placed;
    }

    /** A copy of all x. */
    public double[] xs() {
        return xs.clone();
    }

    /** A copy of all y. */
    public double[] ys() {
        return ys.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Positions that && Arrays.equals(xs, that.xs) && Arrays.equals(ys, that.ys);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(xs) + Arrays.hashCode(ys);
    }

    /** For people and logs; not a format. */
    @Override
    public String toString() {
        return "Positions of " + size() + " nodes, " + placed().cardinality() + " placed";
    }
}
