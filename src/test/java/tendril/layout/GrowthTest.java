package tendril.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private final LayoutGraph graph = Cases.investigation(400, 12);
    private final Positions settled = new OrganicLayout().arrange(graph, LayoutRun.quiet(1));
    private final BitSet fresh = new BitSet();

    GrowthTest() {
        fresh.set(360, 400);
    }

    @Test
    void tidyMovesTheGivenNodesOnly() {
        LayoutGraph grown = graph.withStart(placedNew());

        Positions tidied = Growth.tidy(grown, fresh, LayoutRun.quiet(1));

        for (int node = 0; node < 360; node++) {
            assertThat(tidied.x(node)).isEqualTo(settled.x(node));
            assertThat(tidied.y(node)).isEqualTo(settled.y(node));
        }
        assertThat(tidied).isNotEqualTo(grown.start());
    }

    @Test
    void tidyLeavesNoOverlap() {
        Positions tidied = Growth.tidy(graph.withStart(placedNew()), fresh, LayoutRun.quiet(1));

        assertThat(Cases.overlaps(graph, tidied)).isZero();
    }

    @Test
    void tidyLeavesLockedNodesAlone() {
        LayoutGraph grown = graph.withStart(placedNew()).withLocked(fresh);

        assertThat(Growth.tidy(grown, fresh, LayoutRun.quiet(1))).isEqualTo(grown.start());
    }

    @Test
    void tidyIsTheSameEachTime() {
        LayoutGraph grown = graph.withStart(placedNew());

        assertThat(Growth.tidy(grown, fresh, LayoutRun.quiet(5)))
                .isEqualTo(Growth.tidy(grown, fresh, LayoutRun.quiet(5)));
    }

    @Test
    void makingRoomClearsADiscAroundTheNode() {
        Positions roomy = Growth.makeRoom(graph.withStart(settled), 3, 50, new StopToken());

        assertThat(roomy.x(3)).isEqualTo(settled.x(3));
        assertThat(roomy.y(3)).isEqualTo(settled.y(3));
        double nearest = Double.MAX_VALUE;
        for (int node = 0; node < graph.size(); node++) {
            if (node != 3) {
                nearest = Math.min(nearest, Math.hypot(roomy.x(node) - roomy.x(3), roomy.y(node) - roomy.y(3)));
            }
        }
        assertThat(nearest).isGreaterThan(3 * NodeBox.STANDARD.width());
        assertThat(Cases.overlaps(graph, roomy)).isZero();
    }

    @Test
    void makingRoomLeavesLockedNodesAlone() {
        BitSet locked = new BitSet();
        locked.set(10, 60);

        Positions roomy = Growth.makeRoom(graph.withStart(settled).withLocked(locked), 3, 50, new StopToken());

        for (int node = 10; node < 60; node++) {
            assertThat(roomy.x(node)).isEqualTo(settled.x(node));
        }
    }

    private Positions placedNew() {
        double[] x = settled.xs();
        double[] y = settled.ys();
        Arrays.fill(x, 360, 400, Double.NaN);
        return Placement.placeNew(graph.withStart(Positions.of(x, y)), 0, 0);
    }
}
