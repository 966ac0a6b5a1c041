package tendril.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every kind of layout. */
class EveryEngineTest {

    @Property(tries = 100)
    void anyGraphGetsFinitePlacesAndPinnedNodesStay(@ForAll LayoutKind kind, @ForAll long seed) {
        LayoutGraph graph = anyGraph(new Random(seed));

        Positions after = kind.engine().arrange(graph, LayoutRun.quiet(seed));

        assertThat(after.placed().cardinality()).isEqualTo(graph.size());
        graph.pinned().stream().forEach(node -> {
            assertThat(after.x(node)).isEqualTo(graph.start().x(node));
            assertThat(after.y(node)).isEqualTo(graph.start().y(node));
        });
    }

    @ParameterizedTest
    @EnumSource(LayoutKind.class)
    void nothingGivesNothing(LayoutKind kind) {
        assertThat(kind.engine().arrange(Cases.loose(0), LayoutRun.quiet(1)).size())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(LayoutKind.class)
    void theSameSeedGivesTheSamePicture(LayoutKind kind) {
        LayoutGraph graph = Cases.investigation(150, 5).withGroups(node -> node % 4);

        Positions once = kind.engine().arrange(graph, LayoutRun.quiet(3));

        assertThat(kind.engine().arrange(graph, LayoutRun.quiet(3))).isEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource(LayoutKind.class)
    void nodesDoNotOverlap(LayoutKind kind) {
        LayoutGraph graph =
                Cases.investigation(150, 6).withGroups(node -> node % 4).withBoxes(Cases::unevenBox);

        Positions after = kind.engine().arrange(graph, LayoutRun.quiet(3));

        assertThat(Cases.overlaps(graph, after)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = LayoutKind.class,
            names = {"SPRING_BOX"},
            mode = EnumSource.Mode.EXCLUDE)
    void disconnectedPartsDoNotOverlap(LayoutKind kind) {
        List<int[]> links = new ArrayList<>();
        for (int node = 0; node < 300; node++) {
            if (node % 10 != 0) {
                links.add(new int[] {node - node % 10, node});
            }
        }
        LayoutGraph graph = Cases.of(320, links);

        Positions after = kind.engine().arrange(graph, LayoutRun.quiet(1));

        assertThat(Cases.overlaps(graph, after)).isZero();
    }

    @ParameterizedTest
    @EnumSource(LayoutKind.class)
    void aStoppedRunStillGivesEveryNodeAPlace(LayoutKind kind) {
        StopToken stop = new StopToken();
        stop.stop();
        LayoutRun run = new LayoutRun(1, Lanes.one(), stop, LayoutRun.Progress.NONE);

        Positions after = kind.engine().arrange(Cases.investigation(200, 9), run);

        assertThat(after.placed().cardinality()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(LayoutKind.class)
    void progressNeverFalls(LayoutKind kind) {
        List<Double> heard = new ArrayList<>();
        LayoutRun run = new LayoutRun(1, Lanes.one(), new StopToken(), (fraction, soFar) -> heard.add(fraction));

        kind.engine().arrange(Cases.investigation(200, 9), run);

        assertThat(heard).isNotEmpty().isSorted().allMatch(fraction -> fraction > 0 && fraction <= 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = LayoutKind.class,
            names = {"SPRING_BOX"},
            mode = EnumSource.Mode.EXCLUDE)
    void aChainAsLongAsACaseIsDrawn(LayoutKind kind) {
        LayoutGraph graph = Cases.chain(20_000);

        assertThat(kind.engine().arrange(graph, LayoutRun.quiet(1)).placed().cardinality())
                .isEqualTo(20_000);
    }

    private static LayoutGraph anyGraph(Random random) {
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
        return Cases.of(size, links)
                .withStart(Positions.of(x, y))
                .withLocked(locked)
                .withGroups(node -> node % 3);
    }
}
