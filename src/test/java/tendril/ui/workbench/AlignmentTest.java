package tendril.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

class AlignmentTest {
    private static final Indicator A = domain("a.example");
    private static final Indicator B = domain("b.example");
    private static final Indicator C = domain("c.example");

    @Test
    void leftEdgesMeetTheLeftmostOne() {
        var boxes = List.of(box(A, 0, 0, 10), box(B, 50, 40, 20));

        assertThat(Alignment.LEFT.of(boxes)).containsExactly(new Placement(B, 10, 40));
    }

    @Test
    void bottomEdgesMeetTheLowestOne() {
        var boxes = List.of(box(A, 0, 0, 10), box(B, 50, 40, 20));

        assertThat(Alignment.BOTTOM.of(boxes)).containsExactly(new Placement(A, 0, 50));
    }

    @Test
    void middlesMeetHalfWay() {
        var boxes = List.of(box(A, 0, 0, 10), box(B, 50, 40, 20));

        assertThat(Alignment.MIDDLE.of(boxes)).containsExactly(new Placement(A, 0, 20), new Placement(B, 50, 20));
    }

    @Test
    void aPinnedNodeSaysWhereTheLineIsAndStays() {
        var boxes = List.of(box(A, 0, 0, 10), new Alignment.Box(B, 50, 40, 20, true));

        assertThat(Alignment.TOP.of(boxes)).containsExactly(new Placement(A, 0, 30));
    }

    @Test
    void distributingMovesOnlyWhatIsBetweenTheEnds() {
        var boxes = List.of(box(A, 100, 3, 10), box(B, 0, 2, 10), box(C, 10, 1, 10));

        assertThat(Alignment.ACROSS.of(boxes)).containsExactly(new Placement(C, 50, 1));
    }

    @Test
    void whatIsInLineDoesNotMove() {
        assertThat(Alignment.CENTRE.of(List.of(box(A, 5, 0, 10), box(B, 5, 40, 20))))
                .isEmpty();
    }

    @Test
    void oneNodeHasNothingToBeInLineWith() {
        assertThat(Alignment.LEFT.of(List.of(box(A, 5, 0, 10)))).isEmpty();
        assertThat(Alignment.DOWN.of(List.of(box(A, 5, 0, 10), box(B, 5, 9, 10))))
                .isEmpty();
    }

    private static Alignment.Box box(Indicator indicator, double x, double y, double reach) {
        return new Alignment.Box(indicator, x, y, reach, false);
    }

    private static Indicator domain(String value) {
        return new Indicator(IndicatorType.DOMAIN, value);
    }
}
