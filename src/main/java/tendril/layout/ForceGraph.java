package tendril.layout;

import java.util.Arrays;

/**
 * Bodies and springs of one level of the hierarchy, as compressed rows like {@link Neighbours}.
 *
 * @param offsets where each body's springs begin, one more than there are bodies
 * @param targets the other end of each spring; every spring stands here twice
 * @param weights the strength of each spring: how many links it stands for
 * @param masses  how strongly each body pushes: for a node its degree plus one, for a group the sum
 * @param pinned  the bodies that stand still
 */
record ForceGraph(int[] offsets, int[] targets, float[] weights, float[] masses, boolean[] pinned) {

    /** No bodies. */
    static final ForceGraph NONE = new ForceGraph(new int[1], new int[0], new float[0], new float[0], new boolean[0]);

    static ForceGraph of(Neighbours neighbours, boolean[] pinned) {
        int size = neighbours.size();
        float[] masses = new float[size];
        for (int node = 0; node < size; node++) {
            masses[node] = 1 + neighbours.degree(node);
        }
        float[] weights = new float[neighbours.targets().length];
        Arrays.fill(weights, 1);
        return new ForceGraph(neighbours.offsets(), neighbours.targets(), weights, masses, pinned);
    }

    int size() {
        return masses.length;
    }

    int degree(int body) {
        return offsets[body + 1] - offsets[body];
    }
}
