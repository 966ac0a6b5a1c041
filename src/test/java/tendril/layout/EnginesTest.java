package tendril.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnginesTest {

    @Test
    void hierarchicalLinksPointDownwards() {
        LayoutGraph graph = Cases.of(
                6,
                List.of(
                        new int[] {0, 1},
                        new int[] {0, 2},
                        new int[] {1, 3},
                        new int[] {2, 3},
                        new int[] {3, 4},
                        new int[] {0, 5}));

        Positions after = LayoutKind.HIERARCHICAL.engine().arrange(graph, LayoutRun.quiet(1));

        for (int link = 0; link < graph.linkCount(); link++) {
            assertThat(after.y(graph.to(link))).isGreaterThan(after.y(graph.from(link)));
        }
    }

    @Test
    void hierarchicalTurnsTheLinkThatClosesACycle() {
        LayoutGraph graph = Cases.of(3, List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 0}));

        Positions after = LayoutKind.HIERARCHICAL.engine().arrange(graph, LayoutRun.quiet(1));

        assertThat(after.y(0)).isLessThan(after.y(1));
        assertThat(after.y(1)).isLessThan(after.y(2));
    }

    @Test
    void hierarchicalUncrossesATwistedLadder() {
        LayoutGraph graph = Cases.of(
                7,
                List.of(
                        new int[] {6, 0},
                        new int[] {6, 1},
                        new int[] {6, 2},
                        new int[] {0, 5},
                        new int[] {1, 4},
                        new int[] {2, 3}));

        Positions after = LayoutKind.HIERARCHICAL.engine().arrange(graph, LayoutRun.quiet(1));

        assertThat(after.x(0) < after.x(1)).isEqualTo(after.x(5) < after.x(4));
        assertThat(after.x(1) < after.x(2)).isEqualTo(after.x(4) < after.x(3));
    }

    @Test
    void hierarchicalDrawsManyLeavesAsABlock() {
        LayoutGraph graph = Cases.star(400);

        Positions after = LayoutKind.HIERARCHICAL.engine().arrange(graph, LayoutRun.quiet(1));

        double width = Arrays.stream(after.xs()).max().orElse(0)
                - Arrays.stream(after.xs()).min().orElse(0);
        assertThat(width).isLessThan(40 * NodeBox.STANDARD.width());
        assertThat(Cases.overlaps(graph, after)).isZero();
    }

    @Test
    void radialSetsNodesAtTheirDistance() {
        LayoutGraph graph = Cases.chain(5);

        Positions after = RadialLayout.around(2).arrange(graph, LayoutRun.quiet(1));

        assertThat(distance(after, 2, 1)).isCloseTo(distance(after, 2, 3), within());
        assertThat(distance(after, 2, 0)).isCloseTo(distance(after, 2, 4), within());
        assertThat(distance(after, 2, 0)).isGreaterThan(distance(after, 2, 1));
    }

    @Test
    void circularSetsEachGroupOnACircleOfItsOwn() {
        LayoutGraph graph = Cases.loose(30).withGroups(node -> node < 10 ? 7 : 3);

        Positions after = LayoutKind.CIRCULAR.engine().arrange(graph, LayoutRun.quiet(1));

        for (int node = 1; node < 10; node++) {
            assertThat(Math.hypot(after.x(node), after.y(node)))
                    .isCloseTo(Math.hypot(after.x(0), after.y(0)), within());
        }
        assertThat(Math.hypot(after.x(10), after.y(10))).isGreaterThan(Math.hypot(after.x(0), after.y(0)) + 50);
    }

    @Test
    void gridKeepsTheGroupsApart() {
        LayoutGraph graph = Cases.loose(60).withGroups(node -> node % 2);

        Positions after = LayoutKind.GRID.engine().arrange(graph, LayoutRun.quiet(1));

        double[] even = span(after, 0);
        double[] odd = span(after, 1);
        boolean apart = even[1] < odd[0] || odd[1] < even[0] || even[3] < odd[2] || odd[3] < even[2];
        assertThat(apart).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = LayoutKind.class,
            names = {"HIERARCHICAL", "RADIAL", "CIRCULAR", "GRID"})
    void aCaseOfThousandsIsNotSpreadOverMoreRoomThanAWindowCanShow(LayoutKind kind) {
        LayoutGraph graph = Cases.investigation(3000, 8).withGroups(node -> node % 4);

        Positions after = kind.engine().arrange(graph, LayoutRun.quiet(1));

        double width = extent(after.xs());
        double height = extent(after.ys());
        double boxes = graph.size() * NodeBox.STANDARD.width() * NodeBox.STANDARD.height();
        assertThat(boxes / (width * height)).isGreaterThan(0.015);
        assertThat(width / height).isBetween(0.5, 3.0);
        assertThat(Cases.overlaps(graph, after)).isZero();
    }

    @Test
    void hierarchicalFoldsALayerWithoutTurningItsLinks() {
        List<int[]> links = new ArrayList<>();
        for (int node = 2; node < 300; node++) {
            links.add(new int[] {0, node});
            links.add(new int[] {node, 1});
        }
        LayoutGraph graph = Cases.of(300, links);

        Positions after = LayoutKind.HIERARCHICAL.engine().arrange(graph, LayoutRun.quiet(1));

        assertThat(extent(after.xs())).isLessThan(4 * extent(after.ys()));
        for (int node = 2; node < 300; node++) {
            assertThat(after.y(node)).isStrictlyBetween(after.y(0), after.y(1));
        }
    }

    @Test
    void radialSetsAThousandNeighboursOnSeveralCirclesAround() {
        LayoutGraph graph = Cases.star(1000);

        Positions after = RadialLayout.around(0).arrange(graph, LayoutRun.quiet(1));

        assertThat(Cases.overlaps(graph, after)).isZero();
        assertThat(extent(after.xs())).isLessThan(100 * NodeBox.STANDARD.width());
    }

    @Test
    void springBoxSaysWhenAGraphIsTooLarge() {
        LayoutGraph graph = Cases.loose(SpringBoxLayout.NODES_MAX + 1);

        assertThatThrownBy(() -> LayoutKind.SPRING_BOX.engine().arrange(graph, LayoutRun.quiet(1)))
                .hasMessageContaining("5000 nodes");
    }

    @Test
    void kindsAreFoundByTheirId() {
        for (LayoutKind kind : LayoutKind.values()) {
            assertThat(LayoutKind.ofId(kind.id())).contains(kind);
        }
        assertThat(LayoutKind.ofId("spaghetti")).isEmpty();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }

    private static double extent(double[] places) {
        return Arrays.stream(places).max().orElse(0)
                - Arrays.stream(places).min().orElse(0);
    }

    private static double distance(Positions positions, int a, int b) {
        return Math.hypot(positions.x(a) - positions.x(b), positions.y(a) - positions.y(b));
    }

    private static double[] span(Positions positions, int first) {
        double[] span = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int node = first; node < positions.size(); node += 2) {
            span[0] = Math.min(span[0], positions.x(node));
            span[1] = Math.max(span[1], positions.x(node));
            span[2] = Math.min(span[2], positions.y(node));
            span[3] = Math.max(span[3], positions.y(node));
        }
        return span;
    }
}
