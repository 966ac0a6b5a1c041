package tendril.layout;

import java.util.Arrays;

/**
 * The connected parts of a graph.
 *
 * @param count  how many there are
 * @param partOf for each node, the number of its part; parts are numbered by their smallest node
 * @param starts where the members of each part begin, one more than there are parts
 * @param members all nodes, part by part, ascending within each
 */
record Components(int count, int[] partOf, int[] starts, int[] members) {

    static Components of(Neighbours neighbours) {
        int size = neighbours.size();
        int[] partOf = new int[size];
        Arrays.fill(partOf, -1);
        int[] queue = new int[size];
        int parts = 0;
        for (int seed = 0; seed < size; seed++) {
            if (partOf[seed] < 0) {
                flood(neighbours, seed, parts++, partOf, queue);
            }
        }
        int[] starts = new int[parts + 1];
        for (int part : partOf) {
            starts[part + 1]++;
        }
        for (int part = 0; part < parts; part++) {
            starts[part + 1] += starts[part];
        }
        int[] members = new int[size];
        int[] next = starts.clone();
        for (int node = 0; node < size; node++) {
            members[next[partOf[node]]++] = node;
        }
        return new Components(parts, partOf, starts, members);
    }

    private static void flood(Neighbours neighbours, int seed, int part, int[] partOf, int[] queue) {
        int head = 0;
        int tail = 0;
        queue[tail++] = seed;
        partOf[seed] = part;
        while (head < tail) {
            int node = queue[head++];
            for (int i = neighbours.first(node); i < neighbours.end(node); i++) {
                int other = neighbours.target(i);
                if (partOf[other] < 0) {
                    partOf[other] = part;
                    queue[tail++] = other;
                }
            }
        }
    }

    int[] membersOf(int part) {
        return Arrays.copyOfRange(members, starts[part], starts[part + 1]);
    }
}
