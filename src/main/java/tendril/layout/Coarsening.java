package tendril.layout;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One step from a graph to a smaller one of the same shape: neighbours are gathered into groups, a group becomes one
 * body with their masses, and the links between two groups become one spring with their weights.
 *
 * @param coarse the smaller graph
 * @param group  for each body of the finer graph, the body of the smaller one that stands for it
 */
record Coarsening(ForceGraph coarse, int[] group) {

    /** Gathers each leaf into the body it hangs on; a pair of leaves becomes one body. */
    static Coarsening ofLeaves(ForceGraph fine) {
        int[] root = new int[fine.size()];
        Arrays.setAll(root, body -> {
            if (fine.degree(body) != 1 || fine.pinned()[body]) {
                return body;
            }
            int hub = fine.targets()[fine.offsets()[body]];
            boolean pairOfLeaves = fine.degree(hub) == 1 && !fine.pinned()[hub];
            return pairOfLeaves ? Math.min(body, hub) : hub;
        });
        return gather(fine, root);
    }

    /**
     * Joins each body with the neighbour it is most closely tied to, in an order shuffled by the seed; what finds no
     * free neighbour joins the pair it is most closely tied to, so the spokes of a hub all go with it.
     */
    static Coarsening ofPairs(ForceGraph fine, SplittableRandom random) {
        int size = fine.size();
        int[] root = new int[size];
        Arrays.fill(root, -1);
        int[] order = shuffled(size, random);
        for (int body : order) {
            int partner = root[body] < 0 ? closest(fine, body, root, false) : -1;
            if (partner >= 0) {
                root[body] = body;
                root[partner] = body;
            }
        }
        int[] joined = root.clone();
        for (int body : order) {
            if (root[body] < 0) {
                int other = fine.pinned()[body] ? -1 : closest(fine, body, root, true);
                joined[body] = other < 0 ? body : root[other];
            }
        }
        return gather(fine, joined);
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** The neighbour, taken or not, with the strongest spring for its mass; -1 if there is none. */
    private static int closest(ForceGraph fine, int body, int[] root, boolean taken) {
        int best = -1;
        float strongest = 0;
        for (int s = fine.offsets()[body]; s < fine.offsets()[body + 1]; s++) {
            int other = fine.targets()[s];
            float strength = fine.weights()[s] / fine.masses()[other];
            boolean fits = taken ? root[other] >= 0 : root[other] < 0 && !fine.pinned()[other];
            if (fits && strength > strongest) {
                strongest = strength;
                best = other;
            }
        }
        return best;
    }

    private static Coarsening gather(ForceGraph fine, int[] root) {
        int size = fine.size();
        int[] group = new int[size];
        int groups = 0;
        for (int body = 0; body < size; body++) {
            if (root[body] == body) {
                group[body] = groups++;
            }
        }
        float[] masses = new float[groups];
        boolean[] pinned = new boolean[groups];
        for (int body = 0; body < size; body++) {
            group[body] = group[root[body]];
            masses[group[body]] += fine.masses()[body];
            pinned[group[body]] |= fine.pinned()[body];
        }
        return new Coarsening(new SpringSums(fine, group, groups).sum(masses, pinned), group);
    }

    /** Adds up the springs between groups. */
    private static final class SpringSums {
        private final ForceGraph fine;
        private final int[] group;
        private final int groups;
        private int[] targets = new int[64];
        private float[] weights = new float[64];
        private int end;

        SpringSums(ForceGraph fine, int[] group, int groups) {
            this.fine = fine;
            this.group = group;
            this.groups = groups;
        }

        ForceGraph sum(float[] masses, boolean[] pinned) {
            int[] firstMember = new int[groups];
            int[] nextMember = new int[group.length];
            Arrays.fill(firstMember, -1);
            for (int body = group.length - 1; body >= 0; body--) {
                nextMember[body] = firstMember[group[body]];
                firstMember[group[body]] = body;
            }
            int[] offsets = new int[groups + 1];
            int[] placeOf = new int[groups];
            Arrays.fill(placeOf, -1);
            for (int g = 0; g < groups; g++) {
                for (int body = firstMember[g]; body >= 0; body = nextMember[body]) {
                    addSprings(g, body, offsets[g], placeOf);
                }
                offsets[g + 1] = end;
            }
            return new ForceGraph(offsets, Arrays.copyOf(targets, end), Arrays.copyOf(weights, end), masses, pinned);
        }

        private void addSprings(int own, int body, int rowStart, int[] placeOf) {
            for (int s = fine.offsets()[body]; s < fine.offsets()[body + 1]; s++) {
                int other = group[fine.targets()[s]];
                if (other == own) {
                    continue;
                }
                if (placeOf[other] < rowStart) {
                    if (end == targets.length) {
                        targets = Arrays.copyOf(targets, 2 * end);
                        weights = Arrays.copyOf(weights, 2 * end);
                    }
                    placeOf[other] = end;
                    targets[end] = other;
                    weights[end++] = 0;
                }
                weights[placeOf[other]] += fine.weights()[s];
            }
        }
    }
}
