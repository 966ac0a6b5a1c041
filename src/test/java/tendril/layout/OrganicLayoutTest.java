package tendril.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OrganicLayoutTest {
    private final LayoutEngine engine = new OrganicLayout();

    @Test
    void nothingGivesNothing() {
        assertThat(engine.arrange(Cases.loose(0), LayoutRun.quiet(1)).size()).isZero();
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

    @Test
    void nodesDoNotOverlap() {
        LayoutGraph graph = Cases.investigation(600, 9).withBoxes(Cases::unevenBox);

        assertThat(Cases.overlaps(graph, engine.arrange(graph, LayoutRun.quiet(1))))
                .isZero();
    }

    @Test
    void aStoppedRunStillGivesEveryNodeAPlace() {
        StopToken stop = new StopToken();
        stop.stop();
        LayoutGraph graph = Cases.investigation(600, 9);

        Positions after = engine.arrange(graph, new LayoutRun(1, Lanes.one(), stop, LayoutRun.Progress.NONE));

        assertThat(after.placed().cardinality()).isEqualTo(600);
    }

    @Test
    void aStarOfAHundredThousandLeavesIsDrawn() {
        LayoutGraph graph = Cases.star(100_000);

        assertThat(engine.arrange(graph, LayoutRun.quiet(1)).placed().cardinality())
                .isEqualTo(100_001);
    }

    @Property(tries = 80)
    void anyGraphGetsFinitePlacesAndPinnedNodesStay(@ForAll long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(40);
        List<int[]> links = new ArrayList<>();
        for (int i = random.nextInt(3 * size); i > 0; i--) {
            links.add(new int[] {random.nextInt(size), random.nextInt(size)});
        }
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, 1e308, -1e308, 0, 1e-320, 12.5, 12.5, 1e9};
        double[] x = new double[size];
        double[] y = new double[size];
        Arrays.setAll(x, i -> odd[random.nextInt(odd.length)]);
        Arrays.setAll(y, i -> odd[random.nextInt(odd.length)]);
        BitSet locked = new BitSet();
        for (int node = 0; node < size; node++) {
            locked.set(node, random.nextInt(4) == 0);
        }
        LayoutGraph graph = Cases.of(size, links).withStart(Positions.of(x, y)).withLocked(locked);

        Positions after = engine.arrange(graph, LayoutRun.quiet(seed));

        assertThat(after.placed().cardinality()).isEqualTo(size);
        graph.pinned().stream().forEach(node -> {
            assertThat(after.x(node)).isEqualTo(x[node]);
            assertThat(after.y(node)).isEqualTo(y[node]);
        });
    }
}
