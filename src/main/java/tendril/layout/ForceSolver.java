package tendril.layout;

import java.util.Arrays;

/**
 * Moves bodies step by step towards the balance of springs and repulsion, with the forces and the adaptive speed of
 * ForceAtlas2 (Jacomy, Venturini, Heymann, Bastian, "ForceAtlas2, a continuous graph layout algorithm", 2014): a spring
 * pulls with its length, bodies push with the product of their masses over their distance, and a body that swings to
 * and fro is slowed down.
 *
 * <p>Confined to one thread, which shares the force sums among its lanes.
 */
final class ForceSolver {
    /** Strength of the repulsion; ForceAtlas2's "scaling". It sets the size of the picture, not its shape. */
    static final float REPULSION = 2;

    /** Below this many bodies the lanes' hand-over costs more than it saves. */
    private static final int SHARED_BODIES_MIN = 1_000;

    /** Bodies of one part of the moving: enough to be worth handing over. */
    private static final int MOVED_BODIES = 2000;

    /** Steps that one tree serves. */
    private static final int STEPS_OF_TREE = 3;

    /**
     * Share of the work of bodies on themselves that the confining field need not balance: with none of it a hub that
     * stands for thousands of leaves draws all else into its fan, with all of it what hangs on such a hub flies far off.
     */
    private static final double OWN_WORK = 0.95;

    private static final double JITTER_FACTOR = 0.05;
    private static final double JITTER_MAX = 10;
    private static final double EFFICIENCY_MIN = 0.05;
    private static final double SPEED_AT_START = 10;
    private static final double SPEED_GROWTH_MAX = 0.5;

    private final Lanes allLanes;
    private final CellTree tree;
    private final Repulsion repulsion;
    private final float[] fx;
    private final float[] fy;
    private final float[] oldFx;
    private final float[] oldFy;
    private Lanes lanes = Lanes.one();
    private ForceGraph graph = ForceGraph.NONE;
    private float[] x = {};
    private float[] y = {};
    private double confinement;
    private float gravity;
    private double reach;
    private float centreX;
    private float centreY;
    private double[] swings = {};
    private double[] tractions = {};
    private double[] ways = {};
    private int parts;
    private int steps;
    private double speed;
    private double efficiency;

    /** A solver with room for so many bodies, which serves one graph after the other. */
    ForceSolver(int bodiesMax, Lanes lanes) {
        allLanes = lanes;
        tree = new CellTree(bodiesMax);
        repulsion = new Repulsion(tree);
        fx = new float[bodiesMax];
        fy = new float[bodiesMax];
        oldFx = new float[bodiesMax];
        oldFy = new float[bodiesMax];
    }

    /**
     * Begins with the bodies of a graph, to be moved in the given arrays.
     *
     * @param share of the repulsion, 0 to below 1, that a field towards the middle balances in the place of the
     *              springs; it evens out how densely the picture is filled
     */
    void begin(ForceGraph bodies, float[] startX, float[] startY, double share) {
        int size = bodies.size();
        graph = bodies;
        x = startX;
        y = startY;
        confinement = share;
        lanes = size < SHARED_BODIES_MIN ? Lanes.one() : allLanes;
        Arrays.fill(oldFx, 0, size, 0);
        Arrays.fill(oldFy, 0, size, 0);
        ways = new double[1 + size / MOVED_BODIES];
        steps = 0;
        speed = SPEED_AT_START;
        efficiency = 1;
    }

    /**
     * One step of all bodies that are not pinned.
     *
     * @return how far a body went on average, as a share of the room that each has
     */
    double step() {
        if (steps++ % STEPS_OF_TREE == 0) {
            tree.build(x, y, graph.masses(), lanes);
            parts = repulsion.divide();
            swings = new double[parts];
            tractions = new double[parts];
        } else {
            tree.refresh(x, y, lanes);
        }
        adaptConfinement();
        lanes.each(parts, this::sumForces);
        adaptSpeed(sum(swings), sum(tractions));
        lanes.each(ways.length, this::move);
        return sum(ways) / (Math.sqrt(x.length) * reach + Double.MIN_NORMAL);
    }

    /**
     * Sets the confining field so that it balances its share of the repulsion. By the virial theorem the repulsion of
     * bodies of masses m does the work R·(M² - Σ m²)/2, a field g·m·r does g·Σ m r².
     */
    private void adaptConfinement() {
        double total = 0;
        double ownWork = 0;
        double sumX = 0;
        double sumY = 0;
        double sumSquares = 0;
        for (int body = 0; body < x.length; body++) {
            double mass = graph.masses()[body];
            total += mass;
            ownWork += mass * mass;
            sumX += mass * x[body];
            sumY += mass * y[body];
            sumSquares += mass * ((double) x[body] * x[body] + (double) y[body] * y[body]);
        }
        double middleX = sumX / total;
        double middleY = sumY / total;
        double spread = sumSquares - total * (middleX * middleX + middleY * middleY);
        centreX = (float) middleX;
        centreY = (float) middleY;
        reach = spread > 0 ? Math.sqrt(spread / total) : 0;
        gravity = spread > 0
                ? (float) (confinement * REPULSION * (total * total - OWN_WORK * ownWork) / (2 * spread))
                : 0;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private void sumForces(int part) {
        repulsion.compute(part);
        double swing = 0;
        double traction = 0;
        for (int i = repulsion.firstBody(part), end = repulsion.endBody(part); i < end; i++) {
            int body = tree.order[i];
            if (graph.pinned()[body]) {
                continue;
            }
            float bx = tree.px[i];
            float by = tree.py[i];
            float m = tree.pm[i];
            float pullX = 0;
            float pullY = 0;
            for (int s = graph.offsets()[body], last = graph.offsets()[body + 1]; s < last; s++) {
                int other = graph.targets()[s];
                float weight = graph.weights()[s];
                pullX += weight * (x[other] - bx);
                pullY += weight * (y[other] - by);
            }
            float forceX = pullX + m * (REPULSION * repulsion.forceX[i] - gravity * (bx - centreX));
            float forceY = pullY + m * (REPULSION * repulsion.forceY[i] - gravity * (by - centreY));
            fx[body] = forceX;
            fy[body] = forceY;
            swing += m * length(forceX - oldFx[body], forceY - oldFy[body]);
            traction += m * length(forceX + oldFx[body], forceY + oldFy[body]) / 2;
        }
        swings[part] = swing;
        tractions[part] = traction;
    }

    private static double length(float dx, float dy) {
        return Math.sqrt(dx * dx + dy * dy);
    }

    private void adaptSpeed(double swing, double traction) {
        if (!(swing > 0) || !(traction > 0)) {
            return;
        }
        double size = graph.size();
        double estimate = JITTER_FACTOR * Math.sqrt(size);
        double jitter = Math.max(Math.sqrt(estimate), Math.min(JITTER_MAX, estimate * traction / (size * size)));
        if (swing > 2 * traction) {
            efficiency = Math.max(EFFICIENCY_MIN, efficiency / 2);
            jitter = Math.max(jitter, 1);
        }
        double target = jitter * efficiency * traction / swing;
        if (swing > jitter * traction) {
            efficiency = Math.max(EFFICIENCY_MIN, efficiency * 0.7);
        } else if (speed < 1000) {
            efficiency *= 1.3;
        }
        speed += Math.min(target - speed, SPEED_GROWTH_MAX * speed);
    }

    private void move(int part) {
        double way = 0;
        int end = (int) ((part + 1L) * x.length / ways.length);
        for (int body = (int) ((long) part * x.length / ways.length); body < end; body++) {
            if (graph.pinned()[body]) {
                continue;
            }
            double swing = graph.masses()[body] * length(fx[body] - oldFx[body], fy[body] - oldFy[body]);
            float factor = (float) (speed / (1 + Math.sqrt(speed * swing)));
            way += factor * length(fx[body], fy[body]);
            x[body] += fx[body] * factor;
            y[body] += fy[body] * factor;
            oldFx[body] = fx[body];
            oldFy[body] = fy[body];
        }
        ways[part] = way;
    }
}
