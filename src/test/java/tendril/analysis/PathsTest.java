package tendril.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tendril.analysis.Sketch.node;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;

class PathsTest {
    @Test
    void aWayNamesItsEntitiesAndEveryLinkOfEachStep() {
        var there = new Sketch.Arrow(0, 1, 0);
        var besides = new Sketch.Arrow(0, 1, 1);
        var back = new Sketch.Arrow(1, 0, 0);
        var on = new Sketch.Arrow(2, 1, 0);
        var paths = new Paths(new Sketch(3, List.of(there, besides, back, on)).skeleton());

        Route route = paths.shortest(node(0), node(2));

        assertThat(route)
                .isEqualTo(new Route(
                        List.of(node(0), node(1), node(2)),
                        List.of(List.of(there.key(), besides.key(), back.key()), List.of(on.key())),
                        "They are 2 steps apart, through 1 entity."));
        assertThat(paths.shortest(node(0), node(1), Direction.ALONG_LINKS).links())
                .containsExactly(there.key(), besides.key());
    }

    @Test
    void noWayIsAnEmptyRouteWithASentence() {
        var paths = new Paths(Sketch.of(3, 1, 0).skeleton());

        assertThat(paths.shortest(node(0), node(2)))
                .isEqualTo(
                        Route.none(
                                "No links lead from one to the other, not even through other entities; a pivot may find some."));
        assertThat(paths.shortest(node(0), node(1), Direction.ALONG_LINKS).sentence())
                .isEqualTo("No way follows the direction of the links from the first to the second;"
                        + " try it in either direction.");
        assertThat(paths.shortest(node(0), node(7)).sentence())
                .isEqualTo(
                        "domain n7.example is not in the part of the case that was searched; choose an entity that is.");
    }

    @Test
    void anEntityReachesItselfWithoutAStepEvenBesideALoop() {
        Route route = new Paths(Sketch.of(1, 0, 0).skeleton()).shortest(node(0), node(0));

        assertThat(route).isEqualTo(new Route(List.of(node(0)), List.of(), "Both ends are the same entity."));
    }

    @Test
    void moreWaysThanTheLimitAreRefused() {
        var paths = new Paths(Sketch.of(2, 0, 1).skeleton());

        assertThatThrownBy(() -> paths.alternatives(node(0), node(1), Direction.EITHER_WAY, 21))
                .hasMessage("1 to 20 ways can be asked for, not 21.");
    }

    @Test
    void twoLeavesOfAStarOfFiftyThousandMeetInItsMiddleOnly() {
        var paths = new Paths(Sketch.star(50_000).skeleton());

        assertThat(paths.alternatives(node(7), node(49_999), Direction.EITHER_WAY, 5))
                .extracting(Route::entities)
                .containsExactly(List.of(node(7), node(0), node(49_999)));
    }

    @Property(tries = 100)
    void waysAreAsShortAsFloydAndWarshallSay(@ForAll("sketches") Sketch sketch, @ForAll Direction direction) {
        var paths = new Paths(sketch.skeleton());
        int[][] distances = sketch.distances(direction);

        for (int a = 0; a < sketch.size(); a++) {
            for (int b = 0; b < sketch.size(); b++) {
                Route route = paths.shortest(node(a), node(b), direction);
                if (distances[a][b] >= sketch.size()) {
                    assertThat(route.isEmpty()).isTrue();
                } else {
                    assertThat(route.steps()).hasSize(distances[a][b]);
                    assertHoldsTogether(route, node(a), node(b), direction);
                }
            }
        }
    }

    @Property(tries = 60)
    void alternativesAreTheShortestOfAllWaysThatPassNothingTwice(
            @ForAll("dense") Sketch sketch, @ForAll Direction direction) {
        var paths = new Paths(sketch.skeleton());

        for (int b = 1; b < sketch.size(); b++) {
            List<List<Indicator>> all = sketch.ways(0, b, direction).stream()
                    .map(way -> way.stream().map(Sketch::node).toList())
                    .toList();
            List<List<Indicator>> found = paths.alternatives(node(0), node(b), direction, 8).stream()
                    .map(Route::entities)
                    .filter(way -> !way.isEmpty())
                    .toList();

            assertThat(found).doesNotHaveDuplicates();
            assertThat(new HashSet<>(all)).containsAll(found);
            assertThat(found.stream().map(List::size))
                    .isEqualTo(all.stream().limit(8).map(List::size).toList());
        }
    }

    @Provide
    Arbitrary<Sketch> sketches() {
        return Sketch.arbitrary(9, 16);
    }

    @Provide
    Arbitrary<Sketch> dense() {
        return Sketch.arbitrary(6, 20);
    }

    private static void assertHoldsTogether(Route route, Indicator from, Indicator to, Direction direction) {
        assertThat(route.entities().getFirst()).isEqualTo(from);
        assertThat(route.entities().getLast()).isEqualTo(to);
        for (int step = 0; step < route.steps().size(); step++) {
            Indicator a = route.entities().get(step);
            Indicator b = route.entities().get(step + 1);
            assertThat(route.steps().get(step))
                    .isNotEmpty()
                    .allMatch(key -> joins(key, a, b) || (direction == Direction.EITHER_WAY && joins(key, b, a)));
        }
    }

    private static boolean joins(LinkKey key, Indicator a, Indicator b) {
        return key.from().equals(a) && key.to().equals(b);
    }
}
