package tendril.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganicLayoutTest {
    private final LayoutEngine engine = new OrganicLayout();

    @Test
    void aGridIsNotSpreadFarBeyondItsBoxes() {
        List<int[]> links = new ArrayList<>();
        for (int node = 0; node < 900; node++) {
            if (node % 30 > 0) {
                links.add(new int[] {node - 1, node});
            }
            if (node >= 30) {
                links.add(new int[] {node - 30, node});
            }
        }
        LayoutGraph graph = Cases.of(900, links);

        Positions after = new OrganicLayout().arrange(graph, LayoutRun.quiet(1));

        double boxes = 900 * NodeBox.STANDARD.width() * NodeBox.STANDARD.height();
        assertThat(extent(after.xs()) * extent(after.ys())).isLessThan(50 * boxes);
        assertThat(Cases.overlaps(graph, after)).isZero();
    }

    @Test
    void aLongPictureLiesAlongTheWindow() {
        Positions after = new OrganicLayout().arrange(Cases.chain(40), LayoutRun.quiet(1));

        assertThat(extent(after.xs())).isGreaterThan(extent(after.ys()));
    }

    private static double extent(double[] places) {
        return Arrays.stream(places).max().orElse(0)
                - Arrays.stream(places).min().orElse(0);
    }

    @Test
    void theSameSeedGivesTheSamePicture() {
        LayoutGraph graph = Cases.investigation(2000, 5);

        assertThat(engine.arrange(graph, LayoutRun.quiet(7))).isEqualTo(engine.arrange(graph, LayoutRun.quiet(7)));
    }

    @Test
    void anotherSeedGivesAnotherPicture() {
        LayoutGraph graph = Cases.investigation(200, 5);

        assertThat(engine.arrange(graph, LayoutRun.quiet(7))).isNotEqualTo(engine.arrange(graph, LayoutRun.quiet(8)));
    }

    @Test
    void theNumberOfLanesDoesNotChangeThePicture() {
        LayoutGraph graph = Cases.investigation(8000, 6);
        Positions alone = engine.arrange(graph, LayoutRun.quiet(7));
        try (ExecutorService helpers = Executors.newFixedThreadPool(3)) {
            Positions shared = engine.arrange(graph, LayoutRun.quiet(7, new Lanes(helpers, 4)));

            assertThat(shared).isEqualTo(alone);
        }
    }

    @Test
    void runningItAgainOnItsResultChangesNothing() {
        LayoutGraph graph = Cases.investigation(500, 6);
        Positions first = engine.arrange(graph, LayoutRun.quiet(1));

        assertThat(engine.arrange(graph.withStart(first), LayoutRun.quiet(1))).isEqualTo(first);
    }

    @Test
    void pinnedNodesStandStillAndTheOthersComeToThem() {
        LayoutGraph graph = Cases.investigation(300, 8);
        Positions before = engine.arrange(graph, LayoutRun.quiet(1));
        BitSet locked = new BitSet();
        locked.set(0, 100);

        Positions after = engine.arrange(graph.withStart(before).withLocked(locked), LayoutRun.quiet(2));

        for (int node = 0; node < 100; node++) {
            assertThat(after.x(node)).isEqualTo(before.x(node));
            assertThat(after.y(node)).isEqualTo(before.y(node));
        }
        assertThat(after).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 5_000, 20_000})
    void atEverySizeTheSameGraphAndSeedGiveTheSamePictureFromWhereverItStood(int size) {
        LayoutGraph graph = Cases.investigation(size, 10);
        Positions first = engine.arrange(graph, LayoutRun.quiet(3));

        assertThat(engine.arrange(graph.withStart(first), LayoutRun.quiet(3))).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 5_000, 20_000})
    void atEverySizeWhatIsLockedStaysAndRunningAgainMovesNothing(int size) {
        LayoutGraph graph = Cases.investigation(size, 10);
        Random random = new Random(4);
        Positions start = Positions.of(
                random.doubles(size, -5e3, 5e3).toArray(),
                random.doubles(size, -5e3, 5e3).toArray());
        BitSet locked = new BitSet();
        random.ints(size / 50, 0, size).forEach(locked::set);
        LayoutGraph held = graph.withStart(start).withLocked(locked);

        Positions first = engine.arrange(held, LayoutRun.quiet(3));
        Positions again = engine.arrange(held.withStart(first), LayoutRun.quiet(3));

        assertThat(locked.stream().filter(node -> first.x(node) != start.x(node) || first.y(node) != start.y(node)))
                .isEmpty();
        assertThat(again).isEqualTo(first);
    }

    @Test
    void nodesDoNotOverlap() {
        LayoutGraph graph = Cases.investigation(600, 9).withBoxes(Cases::unevenBox);

        assertThat(Cases.overlaps(graph, engine.arrange(graph, LayoutRun.quiet(1))))
                .isZero();
    }

    @Test
    void aStarOfAHundredThousandLeavesIsDrawn() {
        LayoutGraph graph = Cases.star(100_000);

        assertThat(engine.arrange(graph, LayoutRun.quiet(1)).placed().cardinality())
                .isEqualTo(100_001);
    }

    @Test
    void aFewPinnedNodesTurnThePictureToThem() {
        LayoutGraph graph = Cases.investigation(300, 8);
        Positions free = engine.arrange(graph, LayoutRun.quiet(1));
        BitSet locked = new BitSet();
        locked.set(0, 20);
        LayoutGraph turned = graph.withStart(Positions.of(free.ys(), free.xs())).withLocked(locked);

        Positions after = engine.arrange(turned, LayoutRun.quiet(1));

        double moved = 0;
        double spread = 0;
        for (int node = 0; node < 300; node++) {
            moved += Math.hypot(after.x(node) - free.y(node), after.y(node) - free.x(node)) / 300;
            spread += Math.hypot(free.x(node) - free.x(0), free.y(node) - free.y(0)) / 300;
        }
        assertThat(moved).isLessThan(spread / 4);
        assertThat(Cases.overlaps(graph, after)).isZero();
    }

    @Test
    void tenThousandPartsArePackedWithoutOverlap() {
        List<int[]> links = new ArrayList<>();
        for (int node = 0; node < 3000; node += 2) {
            links.add(new int[] {node, node + 1});
        }
        LayoutGraph graph = Cases.of(10_000, links);

        Positions after = engine.arrange(graph, LayoutRun.quiet(1));

        assertThat(Cases.overlaps(graph, after)).isZero();
    }

    @Test
    void partsStandFurtherFromEachOtherThanTheirOwnNeighbours() {
        LayoutGraph graph = stars(40, 12);

        Positions after = engine.arrange(graph, LayoutRun.quiet(1));

        for (int node = 0; node < graph.size(); node++) {
            int hub = node - node % 12;
            double own = Math.hypot(after.x(node) - after.x(hub), after.y(node) - after.y(hub));
            for (int other = 0; other < graph.size(); other++) {
                if (other / 12 != node / 12) {
                    double apart = Math.hypot(after.x(node) - after.x(other), after.y(node) - after.y(other));
                    assertThat(apart).isGreaterThan(own);
                }
            }
        }
    }

    @Test
    void aLinkIsAboutAsLongInOnePartAsInAnother() {
        List<int[]> links = new ArrayList<>();
        for (int node = 1; node < 60; node++) {
            links.add(new int[] {(node - 1) / 3, node});
        }
        for (int node = 60; node < 100; node += 2) {
            links.add(new int[] {node, node + 1});
        }
        LayoutGraph graph = Cases.of(100, links).withBoxes(node -> NodeBox.STANDARD);

        Positions after = engine.arrange(graph, LayoutRun.quiet(1));

        double inTheTree = 0;
        for (int[] link : links.subList(0, 59)) {
            inTheTree += Math.hypot(after.x(link[0]) - after.x(link[1]), after.y(link[0]) - after.y(link[1])) / 59;
        }
        for (int[] link : links.subList(59, links.size())) {
            double length = Math.hypot(after.x(link[0]) - after.x(link[1]), after.y(link[0]) - after.y(link[1]));
            assertThat(length).isBetween(inTheTree / 2.5, inTheTree * 2);
        }
    }

    @Test
    void theNumberOfLanesDoesNotChangeManySmallParts() {
        LayoutGraph graph = stars(200, 7);
        Positions alone = engine.arrange(graph, LayoutRun.quiet(7));
        try (ExecutorService helpers = Executors.newFixedThreadPool(3)) {
            assertThat(engine.arrange(graph, LayoutRun.quiet(7, new Lanes(helpers, 4))))
                    .isEqualTo(alone);
        }
    }

    @Test
    void aSmallTreeIsDrawnWithoutACrossing() {
        Random random = new Random(5);
        for (int tree = 0; tree < 10; tree++) {
            List<int[]> links = new ArrayList<>();
            for (int node = 1; node < 25; node++) {
                links.add(new int[] {random.nextInt(node), node});
            }
            LayoutGraph graph = Cases.of(25, links);

            Positions after = engine.arrange(graph, LayoutRun.quiet(tree));

            assertThat(Cases.crossings(graph, after)).isZero();
        }
    }

    /** Stars side by side; the hubs are the multiples of their size. */
    private static LayoutGraph stars(int count, int size) {
        List<int[]> links = new ArrayList<>();
        for (int node = 0; node < count * size; node++) {
            if (node % size != 0) {
                links.add(new int[] {node - node % size, node});
            }
        }
        return Cases.of(count * size, links);
    }
}
