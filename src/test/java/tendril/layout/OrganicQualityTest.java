package tendril.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Loose bounds that a picture which has come undone would break; fine figures are the benchmark's business. */
class OrganicQualityTest {
    private final LayoutGraph graph = Cases.investigation(3000, 21);
    private final Positions picture = new OrganicLayout().arrange(graph, LayoutRun.quiet(1));

    @Test
    void fewLinksCross() {
        Random random = new Random(1);
        int crossings = 0;
        for (int k = 0; k < 100_000; k++) {
            crossings += cross(random.nextInt(graph.linkCount()), random.nextInt(graph.linkCount())) ? 1 : 0;
        }

        // links between random dots cross in 23 of 100 pairs
        assertThat(crossings).isLessThan(2_000);
    }

    @Test
    void distancesOnThePictureFollowThoseInTheGraph() {
        Random random = new Random(2);
        double sum = 0;
        double squares = 0;
        int pairs = 0;
        for (int k = 0; k < 40; k++) {
            int source = random.nextInt(graph.size());
            int[] steps = stepsFrom(source);
            for (int target = 0; target < graph.size(); target++) {
                if (steps[target] > 0) {
                    double ratio = distance(source, target) / steps[target];
                    sum += ratio;
                    squares += ratio * ratio;
                    pairs++;
                }
            }
        }

        assertThat(1 - sum * sum / (squares * pairs)).isLessThan(0.2);
    }

    @Test
    void leavesStandNearTheirHub() {
        int near = 0;
        int leaves = 0;
        Neighbours neighbours = graph.neighbours();
        for (int node = 0; node < graph.size(); node++) {
            if (neighbours.degree(node) == 1) {
                int hub = neighbours.target(neighbours.first(node));
                leaves++;
                near += distance(node, hub) < distance(node, (node + graph.size() / 2) % graph.size()) ? 1 : 0;
            }
        }

        assertThat(near).isGreaterThan((int) (0.97 * leaves));
    }

    @Test
    void whatElseHangsOnALargeHubStandsOutsideItsFan() {
        LayoutGraph hub = Cases.of(2000, hubWithABranch());
        Positions drawn = new OrganicLayout().arrange(hub, LayoutRun.quiet(1));

        double fan = 0;
        for (int leaf = 40; leaf < 2000; leaf++) {
            fan += Math.hypot(drawn.x(leaf) - drawn.x(0), drawn.y(leaf) - drawn.y(0)) / 1960;
        }
        int outside = 0;
        for (int node = 2; node < 40; node++) {
            outside += Math.hypot(drawn.x(node) - drawn.x(0), drawn.y(node) - drawn.y(0)) > fan ? 1 : 0;
        }
        assertThat(outside).isGreaterThan(34);
    }

    /** A tree of 40 nodes whose root has 1,960 leaves besides. */
    private static List<int[]> hubWithABranch() {
        List<int[]> links = new ArrayList<>();
        for (int node = 1; node < 40; node++) {
            links.add(new int[] {node / 2, node});
        }
        for (int leaf = 40; leaf < 2000; leaf++) {
            links.add(new int[] {0, leaf});
        }
        return links;
    }

    private double distance(int a, int b) {
        return Math.hypot(picture.x(a) - picture.x(b), picture.y(a) - picture.y(b));
    }

    private int[] stepsFrom(int source) {
        int[] steps = new int[graph.size()];
        Arrays.fill(steps, -1);
        steps[source] = 0;
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(source);
        Neighbours neighbours = graph.neighbours();
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int i = neighbours.first(node); i < neighbours.end(node); i++) {
                if (steps[neighbours.target(i)] < 0) {
                    steps[neighbours.target(i)] = steps[node] + 1;
                    queue.add(neighbours.target(i));
                }
            }
        }
        return steps;
    }

    private boolean cross(int one, int other) {
        int a = graph.from(one);
        int b = graph.to(one);
        int c = graph.from(other);
        int d = graph.to(other);
        boolean joined = a == c || a == d || b == c || b == d;
        return !joined && side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    private double side(int a, int b, int p) {
        return (picture.x(b) - picture.x(a)) * (picture.y(p) - picture.y(a))
                - (picture.y(b) - picture.y(a)) * (picture.x(p) - picture.x(a));
    }
}
