package tendril.layout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Places what a pivot has just added, and moves nothing else. A node that has a place keeps it to the last bit; a node
 * without one is placed on a free spot near what it hangs on: the answers of one node as a fan in the widest free gap
 * around it, a node linked to several near their middle, a chain link after link away from where it begins, and what
 * hangs on nothing near the given centre. No box of a new node, its label included, touches another box, old or new.
 *
 * <p>Pure and deterministic. Time grows with the number of nodes, which may be those of a part of the picture only, and,
 * slowly, with how crowded the place is.
 */
public final class Placement {
    /** Free room kept around the box of each node, in world units. */
    public static final double GAP = 6;

    /** World units from the origin beyond which nothing new is placed: coordinates lose their fine steps out there. */
    static final double WORLD_MAX = 1e9;

    private final LayoutGraph graph;
    private final Neighbours neighbours;
    private final double[] x;
    private final double[] y;
    private final BitSet placed;
    private final BoxGrid grid;
    private final FanSpots spots;
    private final Map<Middle, SpiralSpots> middles = new HashMap<>();

    /** Where the parents of a node balance; those that share it share one walk around it. */
    private record Middle(double x, double y) {}

    private Placement(LayoutGraph graph, BoxGrid grid) {
        this.graph = graph;
        this.grid = grid;
        neighbours = graph.neighbours();
        x = graph.start().xs();
        y = graph.start().ys();
        placed = graph.start().placed();
        spots = new FanSpots(grid);
    }

    /** The boxes of all nodes that have a place. */
    private static BoxGrid gridOf(LayoutGraph graph) {
        BoxGrid grid = new BoxGrid(graph.size(), usualSide(graph) + 2 * GAP);
        Positions start = graph.start();
        start.placed().stream().forEach(node -> grid.add(node, start.x(node), start.y(node), graph.box(node), GAP));
        return grid;
    }

    private static double usualSide(LayoutGraph graph) {
        double sum = 0;
        for (int node = 0; node < graph.size(); node++) {
            sum += Math.max(graph.box(node).width(), graph.box(node).height());
        }
        return Math.max(1, sum / Math.max(1, graph.size()));
    }

    /**
     * Places every node of the graph that has no place in {@link LayoutGraph#start()}.
     *
     * @param centreX where nodes go that hang on nothing: usually the middle of what is on screen, in world units
     * @param centreY likewise
     */
    public static Positions placeNew(LayoutGraph graph, double centreX, double centreY) {
        return placeNew(graph, gridOf(graph), centreX, centreY);
    }

    /**
     * The same for the part of a larger picture that matters to the new nodes: them, what they hang on, and all that
     * hangs on that. So it takes as long as they and their surroundings are large, and not as the picture is.
     *
     * @param standing the boxes of the whole picture, those of the part that have a place among them; not written
     */
    static Positions placeNew(LayoutGraph part, BoxGrid standing) {
        return placeNew(part, standing.layer(part.size()), 0, 0);
    }

    private static Positions placeNew(LayoutGraph graph, BoxGrid grid, double centreX, double centreY) {
        Placement placement = new Placement(graph, grid);
        placement.placeAll(centreX, centreY);
        return Positions.owning(placement.x, placement.y);
    }

    private void placeAll(double centreX, double centreY) {
        growFrom(placed.stream().filter(this::isWithinReach).toArray());
        SpiralSpots spiral = new SpiralSpots(grid, centreX, centreY, 0);
        for (int node : mostLinkedFirst()) {
            if (!placed.get(node)) {
                boolean alone = neighbours.degree(node) == 0;
                SpiralSpots spots = alone ? spiral : new SpiralSpots(grid, centreX, centreY, reachOf(node));
                double[] spot = spots.next(graph.box(node));
                put(node, spot[0], spot[1]);
                growFrom(new int[] {node});
            }
        }
    }

    private boolean isWithinReach(int node) {
        return Math.abs(x[node]) <= WORLD_MAX && Math.abs(y[node]) <= WORLD_MAX;
    }

    private int[] mostLinkedFirst() {
        return IntStream.range(0, graph.size())
                .filter(node -> !placed.get(node))
                .boxed()
                .sorted((a, b) -> neighbours.degree(b) - neighbours.degree(a))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** How far the fan of a node that starts a part of its own will reach, roughly. */
    private double reachOf(int node) {
        NodeBox box = graph.box(node);
        double area = (box.width() + 2 * GAP) * (box.height() + 2 * GAP) * (1 + neighbours.degree(node));
        return Math.sqrt(area);
    }

    /** Places the new nodes around these, then those around the ones just placed, wave by wave. */
    private void growFrom(int[] roots) {
        int[] wave = roots;
        while (wave.length > 0) {
            BitSet before = (BitSet) placed.clone();
            for (int parent : wave) {
                placeFanOf(parent, before);
            }
            BitSet added = (BitSet) placed.clone();
            added.andNot(before);
            wave = added.stream().toArray();
        }
    }

    private void placeFanOf(int parent, BitSet before) {
        int[] children = new int[neighbours.degree(parent)];
        int count = 0;
        for (int i = neighbours.first(parent); i < neighbours.end(parent); i++) {
            int child = neighbours.target(i);
            if (placed.get(child)) {
                continue;
            }
            if (hasOtherPlacedParent(child, parent, before)) {
                placeInTheMiddle(child, before);
            } else {
                children[count++] = child;
            }
        }
        if (count > 0) {
            placeFan(parent, Arrays.copyOf(children, count));
        }
    }

    private boolean hasOtherPlacedParent(int child, int parent, BitSet before) {
        for (int i = neighbours.first(child); i < neighbours.end(child); i++) {
            if (neighbours.target(i) != parent
                    && before.get(neighbours.target(i))
                    && isWithinReach(neighbours.target(i))) {
                return true;
            }
        }
        return false;
    }

    private void placeInTheMiddle(int child, BitSet before) {
        double sumX = 0;
        double sumY = 0;
        int parents = 0;
        for (int i = neighbours.first(child); i < neighbours.end(child); i++) {
            int parent = neighbours.target(i);
            if (before.get(parent) && isWithinReach(parent)) {
                parents++;
                sumX += (x[parent] - sumX) / parents;
                sumY += (y[parent] - sumY) / parents;
            }
        }
        double[] spot = middles.computeIfAbsent(new Middle(sumX, sumY), at -> new SpiralSpots(grid, at.x(), at.y(), 0))
                .next(graph.box(child));
        put(child, spot[0], spot[1]);
    }

    private void placeFan(int parent, int[] children) {
        NodeBox largest = Sheet.largestBox(graph, children);
        AngularGap gap = gapAround(parent, children.length, largest);
        spots.begin(x[parent], y[parent], graph.box(parent), largest, gap, children.length);
        for (int child : byGroup(children)) {
            double[] spot = spots.next(graph.box(child));
            put(child, spot[0], spot[1]);
        }
    }

    /** The children with those of one group side by side. */
    private int[] byGroup(int[] children) {
        return Arrays.stream(children)
                .boxed()
                .sorted((a, b) -> Integer.compare(graph.group(a), graph.group(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The widest gap in the directions of what surrounds a node: its neighbours, near or far, and any node near it. */
    private AngularGap gapAround(int parent, int children, NodeBox largest) {
        double area = (largest.width() + 2 * GAP) * (largest.height() + 2 * GAP) * children;
        double near = 2 * Math.sqrt(area) + largest.width() + graph.box(parent).width();
        AngularGap.Directions directions = new AngularGap.Directions();
        for (int i = neighbours.first(parent); i < neighbours.end(parent); i++) {
            int other = neighbours.target(i);
            if (placed.get(other)) {
                directions.add(x[other] - x[parent], y[other] - y[parent]);
            }
        }
        grid.around(x[parent], y[parent], near, (atX, atY) -> directions.add(atX - x[parent], atY - y[parent]));
        return directions.widestGap();
    }

    private void put(int node, double toX, double toY) {
        x[node] = toX;
        y[node] = toY;
        placed.set(node);
        grid.add(node, toX, toY, graph.box(node), GAP);
    }
}
