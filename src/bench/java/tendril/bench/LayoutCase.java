package tendril.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tendril.layout.LayoutGraph;

/**
 * A graph to lay out: made up in the shape of a case, or read from a text file with "nodes links" on the first line
 * and one link as two numbers on each further one.
 *
 * @param name what the table calls it
 */
record LayoutCase(String name, int size, int[] from, int[] to) {

    /** Hubs that came one after the other and prefer busy ones, bursts of leaves on them, and shared leaves. */
    static LayoutCase investigation(int size, long seed) {
        Random random = new Random(seed);
        List<int[]> links = new ArrayList<>();
        List<Integer> busy = new ArrayList<>(List.of(0, 1));
        links.add(new int[] {0, 1});
        int core = Math.max(4, size / 3);
        for (int node = 2; node < core; node++) {
            for (int k = 0; k < 2; k++) {
                int other = busy.get(random.nextInt(busy.size()));
                links.add(new int[] {node, other});
                busy.add(other);
                busy.add(node);
            }
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
        return of("case " + size, size, links);
    }

    static LayoutCase read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int size = Integer.parseInt(lines.getFirst().strip().split("\\s+")[0]);
        List<int[]> links = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] ends = line.strip().split("\\s+");
            if (ends.length >= 2) {
                links.add(new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[1])});
            }
        }
        return of(file.getFileName().toString().replace(".txt", ""), size, links);
    }

    private static LayoutCase of(String name, int size, List<int[]> links) {
        Set<Long> seen = new HashSet<>();
        List<int[]> once = links.stream()
                .filter(link -> link[0] != link[1])
                .filter(link -> seen.add((long) Math.min(link[0], link[1]) << 32 | Math.max(link[0], link[1])))
                .toList();
        int[] from = once.stream().mapToInt(link -> link[0]).toArray();
        int[] to = once.stream().mapToInt(link -> link[1]).toArray();
        return new LayoutCase(name, size, from, to);
    }

    LayoutGraph graph() {
        return LayoutGraph.of(size, from, to);
    }
}
