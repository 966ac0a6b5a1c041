package tendril.layout;

import java.util.Arrays;

/**
 * Settles nodes among others that stand still, looking only at what is near. The forces are those of
 * {@link ForceSolver}, but the repulsion is shifted so that it ends smoothly at a distance, and what is further off
 * pushes as one {@link FarField}, so a node stays in the neighbourhood it hangs on, however large the picture.
 *
 * <p>Each node is moved by its force over its stiffness (one step of Newton's method for it alone), and never further
 * than a limit that shrinks from step to step. Confined to one run.
 */
final class LocalForces {
    /** The distance at which repulsion ends, in units of the forces. */
    private static final float REACH = 25;

    private static final float STEP_MAX = 4;
    private static final float STEP_LAST = 0.2f;
    private static final float DAMPING = 0.7f;
    private static final float SOFTENING = 1e-2f;

    private final Neighbours neighbours;
    private final boolean[] still;
    private final float[] x;
    private final float[] y;
    private final FarField far;
    private final int[] heads;
    private final int[] nexts;
    private final int[] columns;
    private final int[] rows;
    private final float[] moveX;
    private final float[] moveY;

    /** Forces on the bodies at these places, which {@link #step} moves; {@code far} pushes each away from its middle. */
    LocalForces(Neighbours neighbours, boolean[] still, float[] x, float[] y, FarField far) {
        int size = x.length;
        this.neighbours = neighbours;
        this.still = still;
        this.x = x;
        this.y = y;
        this.far = far;
        heads = new int[Math.max(64, Integer.highestOneBit(Math.max(1, size)) * 2)];
        nexts = new int[size];
        columns = new int[size];
        rows = new int[size];
        moveX = new float[size];
        moveY = new float[size];
    }

    /**
     * Moves every node that may move once.
     *
     * @param progress 0 for the first step, 1 for the last
     */
    void step(double progress, Lanes lanes) {
        sortIntoCells();
        float limit = (float) (STEP_MAX * Math.pow(STEP_LAST / STEP_MAX, progress));
        int parts = 1 + x.length / 1000;
        lanes.each(parts, part -> {
            int end = (int) ((part + 1L) * x.length / parts);
            for (int node = (int) ((long) part * x.length / parts); node < end; node++) {
                if (!still[node]) {
                    push(node, limit);
                }
            }
        });
        for (int node = 0; node < x.length; node++) {
            if (!still[node]) {
                x[node] += moveX[node];
                y[node] += moveY[node];
            }
        }
    }

    private void sortIntoCells() {
        Arrays.fill(heads, -1);
        for (int node = 0; node < x.length; node++) {
            columns[node] = (int) Math.floor(x[node] / REACH);
            rows[node] = (int) Math.floor(y[node] / REACH);
            int bucket = bucket(columns[node], rows[node]);
            nexts[node] = heads[bucket];
            heads[bucket] = node;
        }
    }

    private int bucket(int column, int row) {
        int hash = column * 0x9E3779B1 + row * 0x85EBCA77;
        return (hash ^ hash >>> 15) & heads.length - 1;
    }

    private float mass(int node) {
        return 1 + neighbours.degree(node);
    }

    private void push(int node, float limit) {
        float fx = 0;
        float fy = 0;
        float stiffness = 0;
        for (int column = columns[node] - 1; column <= columns[node] + 1; column++) {
            for (int row = rows[node] - 1; row <= rows[node] + 1; row++) {
                for (int other = heads[bucket(column, row)]; other >= 0; other = nexts[other]) {
                    float dx = x[node] - x[other];
                    float dy = y[node] - y[other];
                    float square = dx * dx + dy * dy + SOFTENING;
                    if (other != node && columns[other] == column && rows[other] == row && square < REACH * REACH) {
                        float pull = mass(other) * (1 / square - 1 / (REACH * REACH));
                        fx += dx * pull;
                        fy += dy * pull;
                        stiffness += mass(other) / square;
                    }
                }
            }
        }
        fx += far.strength() * (x[node] - far.x());
        fy += far.strength() * (y[node] - far.y());
        float scale = ForceSolver.REPULSION * mass(node);
        move(node, scale * fx, scale * fy, scale * stiffness, limit);
    }

    private void move(int node, float pushX, float pushY, float stiffness, float limit) {
        float fx = pushX;
        float fy = pushY;
        for (int i = neighbours.first(node); i < neighbours.end(node); i++) {
            fx += x[neighbours.target(i)] - x[node];
            fy += y[neighbours.target(i)] - y[node];
        }
        float share = DAMPING / (stiffness + neighbours.degree(node));
        float way = share * (float) Math.sqrt((double) fx * fx + (double) fy * fy);
        float factor = way > limit ? share * limit / way : share;
        moveX[node] = fx * factor;
        moveY[node] = fy * factor;
    }
}
