package tendril.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Graphs for tests: small shapes with a name, and one that looks like a case. */
final class Cases {
    private Cases() {}

    static LayoutGraph star(int leaves) {
        int[] from = new int[leaves];
        int[] to = new int[leaves];
        for (int i = 0; i < leaves; i++) {
            to[i] = i + 1;
        }
        return LayoutGraph.of(leaves + 1, from, to);
    }

    static LayoutGraph chain(int size) {
        int[] from = new int[size - 1];
        int[] to = new int[size - 1];
        for (int i = 0; i < size - 1; i++) {
            from[i] = i;
            to[i] = i + 1;
        }
        return LayoutGraph.of(size, from, to);
    }

    /** Nodes without a link. */
    static LayoutGraph loose(int size) {
        return LayoutGraph.of(size, new int[0], new int[0]);
    }

    static LayoutGraph grid(int width, int height) {
        List<int[]> links = new ArrayList<>();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int node = row * width + column;
                if (column + 1 < width) {
                    links.add(new int[] {node, node + 1});
                }
                if (row + 1 < height) {
                    links.add(new int[] {node, node + width});
                }
            }
        }
        return of(width * height, links);
    }

    /** Hubs linked to hubs, a burst of leaves on each, and now and then a leaf that two hubs share. */
    static LayoutGraph investigation(int size, long seed) {
        Random random = new Random(seed);
        List<int[]> links = new ArrayList<>();
        int hubs = Math.max(2, size / 12);
        for (int hub = 1; hub < hubs; hub++) {
            links.add(new int[] {hub, random.nextInt(hub)});
        }
        for (int leaf = hubs; leaf < size; leaf++) {
            double skew = random.nextDouble();
            links.add(new int[] {leaf, (int) (skew * skew * hubs)});
            if (random.nextInt(8) == 0) {
                links.add(new int[] {leaf, random.nextInt(hubs)});
            }
        }
        return of(size, links);
    }

    static LayoutGraph of(int size, List<int[]> links) {
        int[] from = links.stream().mapToInt(link -> link[0]).toArray();
        int[] to = links.stream().mapToInt(link -> link[1]).toArray();
        return LayoutGraph.of(size, from, to);
    }

    /** Boxes of several sizes. */
    static NodeBox unevenBox(int node) {
        return new NodeBox(20 + node % 4 * 25, 10 + node % 3 * 5, 30);
    }

    /** The number of pairs of nodes whose boxes overlap. */
    static int overlaps(LayoutGraph graph, Positions positions) {
        int overlaps = 0;
        for (int a = 0; a < graph.size(); a++) {
            for (int b = a + 1; b < graph.size(); b++) {
                overlaps += overlap(graph, positions, a, b) ? 1 : 0;
            }
        }
        return overlaps;
    }

    static boolean overlap(LayoutGraph graph, Positions positions, int a, int b) {
        double dx = Math.abs(positions.x(a) - positions.x(b));
        double top = Math.max(
                positions.y(a) - graph.box(a).above(),
                positions.y(b) - graph.box(b).above());
        double bottom = Math.min(
                positions.y(a) + graph.box(a).below(),
                positions.y(b) + graph.box(b).below());
        return dx < graph.box(a).halfWidth() + graph.box(b).halfWidth() && top < bottom;
    }

    /** The number of pairs of links that cross between their ends. */
    static int crossings(LayoutGraph graph, Positions positions) {
        int crossings = 0;
        for (int one = 0; one < graph.linkCount(); one++) {
            for (int other = 0; other < one; other++) {
                crossings +=
                        cross(positions, graph.from(one), graph.to(one), graph.from(other), graph.to(other)) ? 1 : 0;
            }
        }
        return crossings;
    }

    private static boolean cross(Positions p, int a, int b, int c, int d) {
        boolean joined = a == c || a == d || b == c || b == d;
        return !joined && side(p, a, b, c) * side(p, a, b, d) < 0 && side(p, c, d, a) * side(p, c, d, b) < 0;
    }

    private static double side(Positions p, int a, int b, int of) {
        return (p.x(b) - p.x(a)) * (p.y(of) - p.y(a)) - (p.y(b) - p.y(a)) * (p.x(of) - p.x(a));
    }
}
