package tendril.layout;

import java.util.Arrays;

/**
 * The repulsion of all bodies on all bodies: force = mass × mass / distance, approximated in time linear in the number
 * of bodies.
 *
 * <p>In the plane that force is one complex function, f(z) = Σ m / (z − zₛ), conjugated; it can be expanded around any
 * point. So distant cells act on whole cells: the source as mass and quadrupole (its dipole about the centre of mass
 * is zero), the target through the first three Taylor terms, which are handed down from cell to cell (Greengard and
 * Rokhlin, "A fast algorithm for particle simulations", 1987, cut to the lowest orders, with the cell-to-cell criterion
 * of Dehnen 2002). Only neighbouring leaves are summed body by body.
 *
 * <p>Targets are divided into subtrees that do not touch each other, so lanes share the work without changing a bit of
 * the result.
 */
final class Repulsion {
    /**
     * Two cells are far apart when their radii together are smaller than this multiple of their distance. Above 1 the
     * series need not converge, but the outermost bodies that the radii reach to are few: the forces are off by about
     * two in a hundred, and each step soon corrects the one before.
     */
    private static final double OPENING = 1.3;

    /** Bodies of one work part: enough to be worth handing over. */
    private static final int PART_BODIES = 400;

    /** A leaf with more bodies than this is a heap on one spot, where forces point nowhere. */
    private static final int HEAP_BODIES = 256;

    /** Keeps the force of two bodies on one spot finite; square of a length. */
    private static final float SOFTENING = 1e-4f;

    private final CellTree tree;

    /** The force on each body without its own mass, in the order of the tree. */
    final float[] forceX;

    final float[] forceY;

    private int[] parts = new int[16];
    private int partCount;

    Repulsion(CellTree tree) {
        this.tree = tree;
        forceX = new float[tree.order.length];
        forceY = new float[tree.order.length];
    }

    /** Divides the tree as it is now into work parts and returns how many there are. */
    int divide() {
        partCount = 0;
        addParts(0);
        return partCount;
    }

    private void addParts(int cell) {
        if (tree.leaf[cell] || tree.endBody[cell] - tree.firstBody[cell] <= PART_BODIES) {
            if (partCount == parts.length) {
                parts = Arrays.copyOf(parts, 2 * partCount);
            }
            parts[partCount++] = cell;
            return;
        }
        for (int child = cell + 1; child < tree.next[cell]; child = tree.next[child]) {
            addParts(child);
        }
    }

    int firstBody(int part) {
        return tree.firstBody[parts[part]];
    }

    int endBody(int part) {
        return tree.endBody[parts[part]];
    }

    /** Computes the forces on the bodies of one part. */
    void compute(int part) {
        if (tree.leaf[0]) {
            sumPairs();
            return;
        }
        Walk walk = new Walk();
        walk.push(0);
        walk.down(parts[part], 0, 1, 0, 0, 0, 0, 0, 0);
    }

    /** The forces of few bodies, pair by pair; those of a heap stay what they were, 0. */
    private void sumPairs() {
        int size = tree.endBody[0];
        if (size > HEAP_BODIES) {
            return;
        }
        Arrays.fill(forceX, 0);
        Arrays.fill(forceY, 0);
        for (int i = 1; i < size; i++) {
            float ownX = 0;
            float ownY = 0;
            for (int j = 0; j < i; j++) {
                float dx = tree.px[i] - tree.px[j];
                float dy = tree.py[i] - tree.py[j];
                float share = 1 / (dx * dx + dy * dy + SOFTENING);
                ownX += dx * share * tree.pm[j];
                ownY += dy * share * tree.pm[j];
                forceX[j] -= dx * share * tree.pm[i];
                forceY[j] -= dy * share * tree.pm[i];
            }
            forceX[i] += ownX;
            forceY[i] += ownY;
        }
    }

    /** One way down the tree. The source cells still to be settled lie on a stack, one range for each level. */
    private final class Walk {
        private int[] stack = new int[512];
        private int top;
        private int[] near = new int[64];
        private int nears;

        // The Taylor terms of the field around the centre of the present target cell.
        private double a0re;
        private double a0im;
        private double a1re;
        private double a1im;
        private double a2re;
        private double a2im;

        void push(int cell) {
            if (top == stack.length) {
                stack = Arrays.copyOf(stack, 2 * top);
            }
            stack[top++] = cell;
        }

        void down(
                int target,
                int from,
                int to,
                double b0re,
                double b0im,
                double b1re,
                double b1im,
                double b2re,
                double b2im) {
            a0re = b0re;
            a0im = b0im;
            a1re = b1re;
            a1im = b1im;
            a2re = b2re;
            a2im = b2im;
            nears = 0;
            int kept = top;
            for (int i = from; i < to; i++) {
                settle(target, stack[i]);
            }
            if (tree.leaf[target]) {
                sumLeaf(target);
            } else {
                shiftToChildren(target, kept, top);
            }
            top = kept;
        }

        private void shiftToChildren(int target, int from, int to) {
            double c0re = a0re;
            double c0im = a0im;
            double c1re = a1re;
            double c1im = a1im;
            double c2re = a2re;
            double c2im = a2im;
            for (int child = target + 1; child < tree.next[target]; child = tree.next[child]) {
                double hx = tree.cx[child] - tree.cx[target];
                double hy = tree.cy[child] - tree.cy[target];
                double qre = c2re * hx - c2im * hy;
                double qim = c2re * hy + c2im * hx;
                double sre = c1re + qre;
                double sim = c1im + qim;
                down(
                        child,
                        from,
                        to,
                        c0re + sre * hx - sim * hy,
                        c0im + sre * hy + sim * hx,
                        sre + qre,
                        sim + qim,
                        c2re,
                        c2im);
            }
        }

        /** Lets a source act from afar if it is far, opens it if it is large, keeps it for the children otherwise. */
        private void settle(int target, int source) {
            double dx = tree.cx[target] - tree.cx[source];
            double dy = tree.cy[target] - tree.cy[source];
            double square = dx * dx + dy * dy;
            double reach = tree.radius[target] + tree.radius[source];
            if (reach * reach < OPENING * OPENING * square) {
                actFromAfar(source, dx, dy, square);
            } else if (tree.leaf[source]) {
                if (tree.leaf[target]) {
                    addNear(source);
                } else {
                    push(source);
                }
            } else if (!tree.leaf[target] && tree.radius[target] > tree.radius[source]) {
                push(source);
            } else {
                for (int child = source + 1; child < tree.next[source]; child = tree.next[child]) {
                    settle(target, child);
                }
            }
        }

        private void actFromAfar(int source, double dx, double dy, double square) {
            double re = dx / square;
            double im = -dy / square;
            double re2 = re * re - im * im;
            double im2 = 2 * re * im;
            double re3 = re2 * re - im2 * im;
            double im3 = re2 * im + im2 * re;
            double m = tree.mass[source];
            double qre = tree.quadRe[source];
            double qim = tree.quadIm[source];
            a0re += m * re + qre * re3 - qim * im3;
            a0im += m * im + qre * im3 + qim * re3;
            a1re -= m * re2;
            a1im -= m * im2;
            a2re += m * re3;
            a2im += m * im3;
        }

        private void addNear(int source) {
            if (nears == near.length) {
                near = Arrays.copyOf(near, 2 * nears);
            }
            near[nears++] = source;
        }

        private void sumLeaf(int target) {
            int first = tree.firstBody[target];
            int end = tree.endBody[target];
            for (int i = first; i < end; i++) {
                double hx = tree.px[i] - tree.cx[target];
                double hy = tree.py[i] - tree.cy[target];
                double sre = a1re + a2re * hx - a2im * hy;
                double sim = a1im + a2re * hy + a2im * hx;
                forceX[i] = (float) (a0re + sre * hx - sim * hy);
                forceY[i] = (float) -(a0im + sre * hy + sim * hx);
            }
            if (end - first > HEAP_BODIES) {
                return;
            }
            for (int i = first; i < end; i++) {
                sumNear(i);
            }
        }

        private void sumNear(int body) {
            float[] px = tree.px;
            float[] py = tree.py;
            float[] pm = tree.pm;
            float x = px[body];
            float y = py[body];
            float fx = 0;
            float fy = 0;
            for (int k = 0; k < nears; k++) {
                int cell = near[k];
                for (int j = tree.firstBody[cell], end = tree.endBody[cell]; j < end; j++) {
                    float dx = x - px[j];
                    float dy = y - py[j];
                    float f = pm[j] / (dx * dx + dy * dy + SOFTENING);
                    fx += dx * f;
                    fy += dy * f;
                }
            }
            forceX[body] += fx;
            forceY[body] += fy;
        }
    }
}
