package tendril.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static tendril.analysis.Sketch.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    @Test
    void anEmptyCaseHasNoMeasuresAndNoTrouble() {
        var measures = new Measures(Sketch.of(0).skeleton());

        assertThat(measures.degree().lines()).isEmpty();
        assertThat(measures.components().count()).isZero();
        assertThat(measures.pageRank().values()).isEmpty();
        assertThat(measures.betweenness(Watch.PATIENT).orElseThrow().values()).isEmpty();
    }

    @Test
    void degreesCountParallelLinksEachAndALoopAtBothItsEnds() {
        var sketch =
                new Sketch(3, List.of(new Sketch.Arrow(0, 1, 0), new Sketch.Arrow(0, 1, 1), new Sketch.Arrow(1, 1, 0)));
        var measures = new Measures(sketch.skeleton());

        assertThat(List.of(measures.degree().valueOf(node(0)), measures.degree().valueOf(node(1))))
                .containsExactly(2.0, 4.0);
        assertThat(measures.inDegree().valueOf(node(1))).isEqualTo(3);
        assertThat(measures.outDegree().valueOf(node(1))).isEqualTo(1);
        assertThat(measures.degree().values()).containsEntry(node(2), 0.0);
    }

    @Test
    void tiedEntitiesShareARankAndStandInTheOrderOfTheirIndicators() {
        var ranking = new Measures(Sketch.of(5, 4, 0, 4, 1, 4, 3).skeleton()).degree();

        assertThat(ranking.lines())
                .containsExactly(
                        new Ranking.Line(1, node(4), 3),
                        new Ranking.Line(2, node(0), 1),
                        new Ranking.Line(2, node(1), 1),
                        new Ranking.Line(2, node(3), 1),
                        new Ranking.Line(5, node(2), 0));
        assertThat(ranking.top(2)).isEqualTo(ranking.lines().subList(0, 2));
        assertThat(ranking.top(99)).hasSize(5);
    }

    @Test
    void componentsComeLargestFirstAndEqualOnesByTheirSmallestIndicator() {
        var components = new Measures(Sketch.of(6, 4, 5, 5, 1, 3, 2).skeleton()).components();

        assertThat(components.parts())
                .containsExactly(Set.of(node(1), node(4), node(5)), Set.of(node(2), node(3)), Set.of(node(0)));
        assertThat(components.partOf(node(3))).containsExactlyInAnyOrder(node(2), node(3));
        assertThat(components.partOf(node(9))).isEmpty();
    }

    @Test
    void theMiddleOfAStarLiesBetweenEveryPairOfItsLeaves() {
        var ranking = betweenness(Sketch.star(5));

        assertThat(ranking.valueOf(node(0))).isEqualTo(10);
        assertThat(ranking.valueOf(node(1))).isZero();
    }

    @Test
    void morePathsThanADoubleCanCountGiveAFiniteBetweenness() {
        int diamonds = 1_100;
        List<Sketch.Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < diamonds; i++) {
            int top = 3 * i;
            arrows.add(new Sketch.Arrow(top, top + 1, 0));
            arrows.add(new Sketch.Arrow(top, top + 2, 0));
            arrows.add(new Sketch.Arrow(top + 1, top + 3, 0));
            arrows.add(new Sketch.Arrow(top + 2, top + 3, 0));
        }
        var skeleton = new Sketch(3 * diamonds + 1, arrows).skeleton();

        Ranking ranking = new Measures(skeleton).betweenness(40, Watch.PATIENT).orElseThrow();

        assertThat(ranking.values().values()).allMatch(Double::isFinite);
        assertThat(ranking.valueOf(node(3 * diamonds / 2))).isGreaterThan(100_000);
        double upper = ranking.valueOf(node(301));
        assertThat(ranking.valueOf(node(302))).isCloseTo(upper, within(upper * 1e-6));
    }

    @Test
    void anEstimateFromEverySourceIsTheExactValue() {
        var sketch = Sketch.of(7, 0, 1, 1, 2, 2, 3, 3, 4, 4, 1, 4, 5, 5, 6);

        var measures = new Measures(sketch.skeleton());

        assertThat(measures.betweenness(7, Watch.PATIENT).orElseThrow().values())
                .isEqualTo(measures.betweenness(Watch.PATIENT).orElseThrow().values());
        assertThatThrownBy(() -> measures.betweenness(0, Watch.PATIENT))
                .hasMessage("Betweenness needs at least one entity to start from, not 0.");
    }

    @Test
    void whoeverWaitsHearsEachStepAndMayEndIt() {
        var measures = new Measures(Sketch.star(9).skeleton());
        List<String> heard = new ArrayList<>();

        var ended = measures.betweenness((done, total) -> {
            heard.add(done + " of " + total);
            return done < 2;
        });

        assertThat(ended).isEmpty();
        assertThat(heard).containsExactly("0 of 10", "1 of 10", "2 of 10");
    }

    @Test
    void aStarOfFiftyThousandLeavesIsNoTrouble() {
        var measures = new Measures(Sketch.star(50_000).skeleton());

        assertThat(measures.degree().lines().getFirst().value()).isEqualTo(50_000);
        assertThat(measures.components().count()).isEqualTo(1);
        assertThat(measures.pageRank().values()).hasSize(50_001);
        assertThat(measures.betweenness(20, Watch.PATIENT)
                        .orElseThrow()
                        .lines()
                        .getFirst()
                        .indicator())
                .isEqualTo(node(0));
    }

    @Test
    void fiftyThousandLonersAreAsManyComponents() {
        assertThat(new Measures(Sketch.of(50_000).skeleton()).components().count())
                .isEqualTo(50_000);
    }

    private static Ranking betweenness(Sketch sketch) {
        return new Measures(sketch.skeleton()).betweenness(Watch.PATIENT).orElseThrow();
    }
}
