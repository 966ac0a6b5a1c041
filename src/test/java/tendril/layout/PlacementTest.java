package tendril.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlacementTest {

    @Test
    void oldNodesStayWhenAPivotAddsNew() {
        Grown grown = Grown.on(Cases.investigation(400, 3), 5, 30);

        Positions after = Placement.placeNew(grown.graph, 0, 0);

        for (int node = 0; node < grown.oldSize; node++) {
            assertThat(after.x(node)).isEqualTo(grown.graph.start().x(node));
            assertThat(after.y(node)).isEqualTo(grown.graph.start().y(node));
        }
    }

    @Test
    void newNodesOverlapNothingInACrowdedPicture() {
        Grown grown = Grown.on(Cases.investigation(400, 4), 0, 200);

        Positions after = Placement.placeNew(grown.graph, 0, 0);

        assertThat(newOverlaps(grown, after)).isZero();
    }

    @Test
    void newNodesStandAroundTheirParent() {
        Grown grown = Grown.on(Cases.grid(12, 12), 70, 20);

        Positions after = Placement.placeNew(grown.graph, 0, 0);

        double nearest = Double.MAX_VALUE;
        for (int node = grown.oldSize; node < grown.graph.size(); node++) {
            double distance = Math.hypot(after.x(node) - after.x(70), after.y(node) - after.y(70));
            nearest = Math.min(nearest, distance);
            assertThat(distance).isLessThan(13 * NodeBox.STANDARD.width());
        }
        assertThat(nearest).isLessThan(3 * NodeBox.STANDARD.width());
    }

    @Test
    void aFanPointsAwayFromWhatStandsThere() {
        LayoutGraph graph =
                Cases.of(7, List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {1, 3}, new int[] {1, 4}));
        double[] x = {-300, 0, Double.NaN, Double.NaN, Double.NaN, -300, -300};
        double[] y = {0, 0, Double.NaN, Double.NaN, Double.NaN, 150, -150};

        Positions after = Placement.placeNew(graph.withStart(Positions.of(x, y)), 0, 0);

        for (int node = 2; node <= 4; node++) {
            assertThat(after.x(node)).isPositive();
        }
    }

    @Test
    void aNodeWithTwoParentsStandsBetweenThem() {
        LayoutGraph graph = Cases.of(3, List.of(new int[] {0, 2}, new int[] {1, 2}));
        double[] x = {0, 1000, Double.NaN};
        double[] y = {0, 400, Double.NaN};

        Positions after = Placement.placeNew(graph.withStart(Positions.of(x, y)), 0, 0);

        assertThat(after.x(2)).isEqualTo(500);
        assertThat(after.y(2)).isEqualTo(200);
    }

    @Test
    void aChainOfNewNodesLeadsAway() {
        LayoutGraph graph = Cases.chain(20);
        double[] x = new double[20];
        double[] y = new double[20];
        Arrays.fill(x, 2, 20, Double.NaN);
        x[0] = -200;

        Positions after = Placement.placeNew(graph.withStart(Positions.of(x, y)), 0, 0);

        assertThat(Cases.overlaps(graph, after)).isZero();
        assertThat(after.x(19)).isGreaterThan(after.x(1) + 1000);
    }

    @Test
    void looseNodesGatherNearTheCentreOfTheView() {
        LayoutGraph graph = Cases.loose(2000);

        Positions after = Placement.placeNew(graph, 5000, -700);

        assertThat(after.x(0)).isEqualTo(5000);
        assertThat(after.y(0)).isEqualTo(-700);
        assertThat(Cases.overlaps(graph, after)).isZero();
        for (int node = 0; node < 2000; node++) {
            assertThat(Math.abs(after.x(node) - 5000)).isLessThan(26 * 160);
        }
    }

    @Test
    void aStarOfTwoThousandNewNodesOverlapsNothing() {
        LayoutGraph graph = Cases.star(2000);

        Positions after = Placement.placeNew(graph, 0, 0);

        assertThat(Cases.overlaps(graph, after)).isZero();
    }

    @Test
    void aParentBeyondTheWorldDoesNotDrawItsChildrenThere() {
        LayoutGraph graph = Cases.chain(3);
        double[] x = {1e308, Double.NaN, Double.NaN};
        double[] y = {-1e308, Double.NaN, Double.POSITIVE_INFINITY};

        Positions after = Placement.placeNew(graph.withStart(Positions.of(x, y)), 10, 20);

        assertThat(after.x(0)).isEqualTo(1e308);
        assertThat(after.x(1)).isBetween(-1e4, 1e4);
        assertThat(after.y(2)).isBetween(-1e4, 1e4);
    }

    @Property(tries = 60)
    void anyGrowthKeepsTheOldAndOverlapsNothing(@ForAll @IntRange(min = 0, max = 60) int old, @ForAll long seed) {
        Random random = new Random(seed);
        int size = old + 1 + random.nextInt(60);
        List<int[]> links = new ArrayList<>();
        for (int i = random.nextInt(2 * size); i > 0; i--) {
            links.add(new int[] {random.nextInt(size), random.nextInt(size)});
        }
        double[] x = new double[size];
        double[] y = new double[size];
        Arrays.fill(x, Double.NaN);
        for (int node = 0; node < old; node++) {
            x[node] = random.nextGaussian() * 500;
            y[node] = random.nextGaussian() * 500;
        }
        LayoutGraph graph = Cases.of(size, links).withStart(Positions.of(x, y)).withBoxes(Cases::unevenBox);
        Grown grown = new Grown(graph, old);

        Positions after = Placement.placeNew(graph, 0, 0);

        assertThat(after.placed().cardinality()).isEqualTo(size);
        assertThat(newOverlaps(grown, after)).isZero();
        assertThat(Arrays.copyOf(after.xs(), old)).isEqualTo(Arrays.copyOf(x, old));
        assertThat(Arrays.copyOf(after.ys(), old)).isEqualTo(Arrays.copyOf(y, old));
        assertThat(Placement.placeNew(graph, 0, 0)).isEqualTo(after);
    }

    private static int newOverlaps(Grown grown, Positions positions) {
        int overlaps = 0;
        for (int a = 0; a < grown.graph.size(); a++) {
            for (int b = Math.max(grown.oldSize, a + 1); b < grown.graph.size(); b++) {
                overlaps += Cases.overlap(grown.graph, positions, a, b) ? 1 : 0;
            }
        }
        return overlaps;
    }

    /** A laid-out graph and new nodes on it that have no place yet. */
    private record Grown(LayoutGraph graph, int oldSize) {

        static Grown on(LayoutGraph old, int parent, int children) {
            Positions settled = new OrganicLayout().arrange(old, LayoutRun.quiet(1));
            int size = old.size() + children;
            List<int[]> links = new ArrayList<>();
            for (int link = 0; link < old.linkCount(); link++) {
                links.add(new int[] {old.from(link), old.to(link)});
            }
            for (int child = old.size(); child < size; child++) {
                links.add(new int[] {parent, child});
            }
            double[] x = Arrays.copyOf(settled.xs(), size);
            double[] y = Arrays.copyOf(settled.ys(), size);
            Arrays.fill(x, old.size(), size, Double.NaN);
            return new Grown(Cases.of(size, links).withStart(Positions.of(x, y)), old.size());
        }
    }
}
