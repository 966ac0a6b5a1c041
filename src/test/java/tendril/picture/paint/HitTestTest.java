package tendril.picture.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tendril.picture.scene.Bounds;
import tendril.picture.scene.Camera;
import tendril.picture.scene.LinkStyle;
import tendril.picture.scene.LiveScene;
import tendril.picture.scene.Marks;
import tendril.picture.scene.NodeKind;
import tendril.picture.scene.Scene;

class HitTestTest {
    private static final Camera CAMERA = new Camera(0, 0, 0.4, 1600, 1000);

    private final HitTest hits = new HitTest();

    @Property(tries = 150)
    void theNodeUnderThePointIsTheNearestOfAll(
            @ForAll @IntRange(max = 20) int seed,
            @ForAll @DoubleRange(min = 0, max = 1600) double x,
            @ForAll @DoubleRange(min = 0, max = 1000) double y,
            @ForAll boolean gridReady) {
        var scene = SampleScenes.campaign(400, seed).publish();
        if (gridReady) {
            scene.nodeGrid();
        }

        assertThat(hits.nodeAt(scene, CAMERA, x, y)).isEqualTo(nearestOfAll(scene, x, y));
    }

    @Property(tries = 60)
    void aLinkIsFoundWithAndWithoutTheGrid(
            @ForAll @IntRange(max = 20) int seed, @ForAll @DoubleRange(min = 0.05, max = 0.95) double part) {
        var live = SampleScenes.campaign(200, seed);
        var scene = live.publish();
        int link = seed * 7;
        double x = CAMERA.toViewX(between(scene.x(scene.linkFrom(link)), scene.x(scene.linkTo(link)), part));
        double y = CAMERA.toViewY(between(scene.y(scene.linkFrom(link)), scene.y(scene.linkTo(link)), part));

        var slow = hits.linkAt(scene, CAMERA, x, y, 5);
        scene.linkGrid();
        var quick = hits.linkAt(scene, CAMERA, x, y, 5);

        assertThat(slow).isPresent();
        assertThat(quick).isEqualTo(slow);
    }

    @Property(tries = 60)
    void aRectangleHoldsWhatALassoOfItsShapeHolds(
            @ForAll @IntRange(max = 20) int seed,
            @ForAll @DoubleRange(min = 0, max = 800) double left,
            @ForAll @DoubleRange(min = 0, max = 500) double top) {
        var scene = SampleScenes.campaign(300, seed).publish();
        double[] xs = {left, left + 700, left + 700, left};
        double[] ys = {top, top, top + 400, top + 400};

        int[] inside = hits.nodesIn(scene, CAMERA, new Bounds(left, top, left + 700, top + 400));

        assertThat(inside).isEqualTo(hits.nodesIn(scene, CAMERA, xs, ys));
        assertThat(inside)
                .isEqualTo(IntStream.range(0, scene.nodeSlots())
                        .filter(node -> new Bounds(left, top, left + 700, top + 400)
                                .contains(CAMERA.toViewX(scene.x(node)), CAMERA.toViewY(scene.y(node))))
                        .toArray());
    }

    @Test
    void hiddenNodesAndTheirLinksAreNotHit() {
        var live = new LiveScene();
        int a = live.addNode(NodeKind.DOMAIN, "a.example", -200, 0);
        int b = live.addNode(NodeKind.DOMAIN, "b.example", 200, 0);
        live.addLink(a, b, "resolved", LinkStyle.RESOLVED);
        assertThat(hits.linkAt(live.publish(), CAMERA, 800, 500, 5)).hasValue(0);

        live.setMarks(a, Marks.NONE.hidden(true));

        assertThat(hits.linkAt(live.publish(), CAMERA, 800, 500, 5)).isEmpty();
        assertThat(hits.nodeAt(live.publish(), CAMERA, CAMERA.toViewX(-200), 500))
                .isEmpty();
    }

    @Test
    void fannedLinksAreHitOneByOne() {
        var live = new LiveScene();
        int a = live.addNode(NodeKind.DOMAIN, "a.example", -500, 0);
        int b = live.addNode(NodeKind.IPV4, "198.51.100.1", 500, 0);
        int one = live.addLink(a, b, "resolved", LinkStyle.RESOLVED);
        int two = live.addLink(b, a, "seen", LinkStyle.RESOLVED);
        assertThat(hits.bundleOf(live.publish(), two)).containsExactly(one, two);

        live.setFanned(one, true);
        live.setFanned(two, true);
        var scene = live.publish();

        assertThat(hits.linkAt(scene, CAMERA, 800, 500, 3)).isEmpty();
        assertThat(hits.linkAt(scene, CAMERA, 800, 492, 3)).hasValue(one);
        assertThat(hits.linkAt(scene, CAMERA, 800, 508, 3)).hasValue(two);
    }

    private static double between(double a, double b, double part) {
        return a + (b - a) * part;
    }

    private static OptionalInt nearestOfAll(Scene scene, double viewX, double viewY) {
        double reach = HitTest.NODE_RADIUS_PX_MIN / CAMERA.zoom();
        int best = -1;
        double nearest = Double.POSITIVE_INFINITY;
        for (int node = 0; node < scene.nodeSlots(); node++) {
            double away = Math.hypot(scene.x(node) - CAMERA.toWorldX(viewX), scene.y(node) - CAMERA.toWorldY(viewY));
            if (away <= Math.max(reach, scene.paintedRadius(node, CAMERA) / CAMERA.zoom()) && away <= nearest) {
                best = node;
                nearest = away;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
