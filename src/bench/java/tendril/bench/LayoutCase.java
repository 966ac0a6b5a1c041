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
 * A graph to lay out: made up by {@link LayoutShapes}, or read from a text file with "nodes links" on the first line
 * and one link as two numbers from 0 on each further one.
 *
 * @param name what the table calls it
 */
record LayoutCase(String name, int size, int[] from, int[] to) {

    static LayoutCase read(Path file) throws IOException {
        List<int[]> links = new ArrayList<>();
        try (var lines = Files.newBufferedReader(file)) {
            int size = Integer.parseInt(lines.readLine().strip().split("\\s+")[0]);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] ends = line.strip().split("\\s+");
                if (ends.length >= 2) {
                    links.add(new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[1])});
                }
            }
            return of(file.getFileName().toString().replace(".txt", ""), size, links);
        }
    }

    /** A graph of these links, each once, none from a node to itself. */
    static LayoutCase of(String name, int size, List<int[]> links) {
        Set<Long> seen = new HashSet<>();
        List<int[]> once = links.stream()
                .filter(link -> link[0] != link[1])
                .filter(link -> seen.add((long) Math.min(link[0], link[1]) << 32 | Math.max(link[0], link[1])))
                .toList();
        int[] from = once.stream().mapToInt(link -> link[0]).toArray();
        int[] to = once.stream().mapToInt(link -> link[1]).toArray();
        return new LayoutCase(name, size, from, to);
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(size + " " + from.length + "\n");
        for (int link = 0; link < from.length; link++) {
            text.append(from[link]).append(' ').append(to[link]).append('\n');
        }
        Files.writeString(file, text);
    }

    LayoutGraph graph() {
        return LayoutGraph.of(size, from, to);
    }

    /** The start of everybody who takes one. */
    double[][] randomSquare(long seed) {
        Random random = new Random(seed);
        double side = 10 * Math.sqrt(size);
        double[][] places = new double[2][size];
        for (int node = 0; node < size; node++) {
            places[0][node] = (random.nextDouble() - 0.5) * side;
            places[1][node] = (random.nextDouble() - 0.5) * side;
        }
        return places;
    }
}
