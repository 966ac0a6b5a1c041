package tendril.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Seeded graphs of known shapes. Nodes are numbered at random, so that the numbers give nothing away. */
final class LayoutShapes {
    private static final long SEED = 42;

    private LayoutShapes() {}

    /** One graph of each shape that is not a case. */
    static List<LayoutCase> odd() {
        return List.of(grid(70), tree(6_000), stars(4_000), powerLaw(5_000), parts(5_000), communities(3_000));
    }

    /** Hubs that came one after the other and prefer busy ones, bursts of leaves on them, and shared leaves. */
    static LayoutCase investigation(int size) {
        Random random = new Random(SEED);
        List<int[]> links = new ArrayList<>();
        List<Integer> busy = new ArrayList<>(List.of(0, 1));
        links.add(new int[] {0, 1});
        int core = Math.max(4, size / 3);
        for (int node = 2; node < core; node++) {
            attach(node, 2, busy, links, random);
        }
        int node = core;
        while (node < size) {
            int hub = random.nextInt(core);
            double burst = 4 * Math.pow(1 - random.nextDouble(), -0.8);
            for (int k = 0; k < Math.min(burst, size / 20.0) && node < size; k++) {
                links.add(new int[] {node++, hub});
            }
        }
        for (int k = 0; k < size / 7; k++) {
            links.add(new int[] {core + random.nextInt(size - core), random.nextInt(core)});
        }
        return shuffled("case " + size, size, links);
    }

    private static void attach(int node, int times, List<Integer> busy, List<int[]> links, Random random) {
        for (int k = 0; k < times; k++) {
            int other = busy.get(random.nextInt(busy.size()));
            links.add(new int[] {node, other});
            busy.add(other);
            busy.add(node);
        }
    }

    static LayoutCase grid(int side) {
        List<int[]> links = new ArrayList<>();
        for (int node = 0; node < side * side; node++) {
            if (node % side + 1 < side) {
                links.add(new int[] {node, node + 1});
            }
            if (node / side + 1 < side) {
                links.add(new int[] {node, node + side});
            }
        }
        return shuffled("grid " + side * side, side * side, links);
    }

    static LayoutCase tree(int size) {
        Random random = new Random(SEED);
        List<int[]> links = new ArrayList<>();
        for (int node = 1; node < size; node++) {
            links.add(new int[] {node, Math.max(0, node - 1 - random.nextInt(400))});
        }
        return shuffled("tree " + size, size, links);
    }

    /** Stars whose hubs form a tree, with links across. */
    static LayoutCase stars(int size) {
        Random random = new Random(SEED);
        int hubs = size / 100;
        List<int[]> links = new ArrayList<>();
        for (int node = 1; node < size; node++) {
            links.add(new int[] {node, random.nextInt(Math.min(node, hubs))});
        }
        for (int k = 0; k < size / 7; k++) {
            links.add(new int[] {random.nextInt(size), random.nextInt(size)});
        }
        return shuffled("stars " + size, size, links);
    }

    /** Barabási and Albert's graph with three links a node. */
    static LayoutCase powerLaw(int size) {
        Random random = new Random(SEED);
        List<int[]> links = new ArrayList<>();
        List<Integer> busy = new ArrayList<>(List.of(0, 1, 2));
        for (int node = 3; node < size; node++) {
            attach(node, 3, busy, links, random);
        }
        return shuffled("power law " + size, size, links);
    }

    /** Many small parts without links between them. */
    static LayoutCase parts(int size) {
        Random random = new Random(SEED);
        List<int[]> links = new ArrayList<>();
        int begin = 0;
        while (begin < size) {
            int members = Math.min(size - begin, 2 + (int) (2 * Math.pow(1 - random.nextDouble(), -0.9)));
            for (int k = 1; k < members; k++) {
                links.add(new int[] {begin + k, begin + random.nextInt(k)});
            }
            for (int k = 0; k < members / 3; k++) {
                links.add(new int[] {begin + random.nextInt(members), begin + random.nextInt(members)});
            }
            begin += members;
        }
        return shuffled("parts " + size, size, links);
    }

    /** Dense communities of fifty, one node in seven with a link to anywhere. */
    static LayoutCase communities(int size) {
        Random random = new Random(SEED);
        List<int[]> links = new ArrayList<>();
        for (int node = 0; node < size; node++) {
            for (int k = 0; k < 6; k++) {
                links.add(new int[] {node, Math.min(size - 1, node / 50 * 50 + random.nextInt(50))});
            }
            if (random.nextInt(7) == 0) {
                links.add(new int[] {node, random.nextInt(size)});
            }
        }
        return shuffled("communities " + size, size, links);
    }

    private static LayoutCase shuffled(String name, int size, List<int[]> links) {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Random random = new Random(SEED);
        Collections.shuffle(numbers, random);
        List<int[]> renamed = new ArrayList<>(links.stream()
                .map(link -> new int[] {numbers.get(link[0]), numbers.get(link[1])})
                .toList());
        Collections.shuffle(renamed, random);
        return LayoutCase.of(name, size, renamed);
    }
}
