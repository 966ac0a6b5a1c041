package tendril.picture.scene;

/**
 * Where nodes were before something moved them, to be seen behind them for a while. Immutable; never written after
 * publishing.
 *
 * @param node slots of the nodes that moved
 * @param x    where each was, world units
 * @param y    likewise
 */
@SuppressWarnings("ArrayRecordComponent") // a column like those of the scene, compared by nobody
public record Ghosts(int[] node, float[] x, float[] y) {
    static final Ghosts NONE = new Ghosts(new int[0], new float[0], new float[0]);

    public int count() {
        return node.length;
    }
}
