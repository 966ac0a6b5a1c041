package tendril.picture.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tendril.graph.Flag;
import tendril.layout.Lanes;
import tendril.picture.ink.Look;
import tendril.picture.ink.Pass;
import tendril.picture.ink.TextMasks;
import tendril.picture.ink.Theme;
import tendril.picture.scene.Bounds;
import tendril.picture.scene.Camera;
import tendril.picture.scene.LinkStyle;
import tendril.picture.scene.LiveScene;
import tendril.picture.scene.Marks;
import tendril.picture.scene.NodeKind;
import tendril.picture.scene.Scene;

class GraphPainterTest {
    private static final Look DARK = Look.of(Theme.ofDark());

    private final GraphPainter painter = new GraphPainter();

    @Property(tries = 12)
    void manyLanesPaintTheVeryPixelsOfOne(
            @ForAll @IntRange(max = 9) int seed,
            @ForAll @IntRange(min = 1_500, max = 4_000) int nodes,
            @ForAll @IntRange(min = 2, max = 5) int lanes,
            @ForAll @DoubleRange(min = 0.05, max = 1.5) double zoom,
            @ForAll Pass pass) {
        var live = SampleScenes.campaign(nodes, seed);
        for (int node = 0; node < 20; node++) {
            live.setMarks(node, Marks.NONE.selected(true));
        }
        var scene = live.publish();
        var camera = new Camera(40, -30, zoom, 501, 403);

        // The calling thread takes every part that no helper takes.
        var shared = new GraphPainter(new Lanes(Runnable::run, lanes));

        assertThat(shared.paint(scene, camera, DARK, pass)).isEqualTo(painter.paint(scene, camera, DARK, pass));
    }

    @Property(tries = 25)
    void labelsNeverCollide(
            @ForAll @IntRange(max = 9) int seed,
            @ForAll @IntRange(min = 2, max = 600) int nodes,
            @ForAll @DoubleRange(min = 0.05, max = 3) double zoom) {
        var scene = SampleScenes.campaign(nodes, seed).publish();
        painter.prepare(scene, new Camera(0, 0, zoom, 900, 600), DARK);

        List<LabelPlacer.Label> labels = new ArrayList<>(painter.labels(false));

        for (int i = 0; i < labels.size(); i++) {
            for (int k = i + 1; k < labels.size(); k++) {
                assertThat(ink(labels.get(i)).intersects(ink(labels.get(k))))
                        .as("%s and %s", labels.get(i), labels.get(k))
                        .isFalse();
            }
        }
    }

    @Property(tries = 10)
    void labelsOfAFarPictureStandApart(
            @ForAll @IntRange(max = 9) int seed, @ForAll @IntRange(min = 800, max = 3_000) int nodes) {
        var scene = SampleScenes.campaign(nodes, seed).publish();
        painter.prepare(scene, new Camera(0, 0, 0.08, 900, 600), DARK);

        List<LabelPlacer.Label> labels = new ArrayList<>(painter.labels(false));

        assertThat(labels).hasSizeGreaterThan(5);
        for (int i = 0; i < labels.size(); i++) {
            for (int k = i + 1; k < labels.size(); k++) {
                assertThat(ink(labels.get(i)).grown(6).intersects(ink(labels.get(k))))
                        .as("%s and %s", labels.get(i), labels.get(k))
                        .isFalse();
            }
        }
    }

    @Test
    void fromAfarAHubIsLargerThanWhatHangsOnIt() {
        var live = new LiveScene();
        int leaf = live.addNode(NodeKind.DOMAIN, "leaf.example", 0, 0);
        int hub = live.addNode(NodeKind.IPV4, "192.0.2.1", 60, 0);
        live.setRadius(hub, 2 * LiveScene.RADIUS);
        var scene = live.publish();
        var far = new Camera(0, 0, 0.01, 1_600, 1_000);

        assertThat(scene.paintedRadius(hub, far)).isGreaterThan(2 * scene.paintedRadius(leaf, far));
        assertThat(scene.paintedRadius(leaf, far)).isLessThan(3);
        assertThat(scene.paintedRadius(hub, new Camera(0, 0, 2, 1_600, 1_000)))
                .isEqualTo(2 * scene.paintedRadius(leaf, new Camera(0, 0, 2, 1_600, 1_000)));
        assertThat(scene.paintedRadius(hub, new Camera(0, 0, 0.01, 200, 130)))
                .as("in a small map")
                .isLessThan(3);
    }

    @Property(tries = 20)
    void labelsKeepOffTheCountAndTheBadgesOfTheirNode(
            @ForAll @IntRange(min = 2, max = 200_000) int collected,
            @ForAll @DoubleRange(min = 0.3, max = 3) double zoom,
            @ForAll Flag flag,
            @ForAll boolean pinned,
            @ForAll boolean noted,
            @ForAll boolean neighbourBelow) {
        var live = new LiveScene();
        int node = live.addNode(NodeKind.COLLECTION, collected + " domains of aoldaily.com", 0, 0);
        live.setCollected(node, collected);
        live.setMarks(node, Marks.NONE.flag(flag).pinned(pinned).note(noted));
        if (neighbourBelow) {
            live.addNode(NodeKind.DOMAIN, "", 0, 45);
        }
        var plan = painter.prepare(live.publish(), new Camera(0, 0, zoom, 900, 600), DARK);

        var labels = painter.labels(false);

        var extent = NodePainter.extent(plan, node, new TextMasks());
        var worn = new Bounds(450 - extent.left(), 300 - extent.above(), 450 + extent.right(), 300 + extent.below());
        assertThat(labels).hasSize(1);
        assertThat(ink(labels.getFirst()).intersects(worn)).isFalse();
        assertThat(extent.right() - plan.paintedRadius(node))
                .as("a pin stands beside its node")
                .isGreaterThanOrEqualTo(pinned && plan.paintedRadius(node) > 8 ? 4 : 0);
    }

    @Property(tries = 20)
    void noLabelOfANodeInViewIsCutOffByTheEdge(
            @ForAll @IntRange(max = 9) int seed,
            @ForAll @IntRange(min = 20, max = 400) int nodes,
            @ForAll @DoubleRange(min = 0.1, max = 2) double zoom) {
        var scene = SampleScenes.campaign(nodes, seed).publish();
        var plan = painter.prepare(scene, new Camera(30, 10, zoom, 900, 600), DARK);

        var cut = painter.labels(false).stream()
                .filter(label -> !label.onLink() && (label.x() < -3 || label.x() + label.width() > plan.width + 3))
                .toList();

        assertThat(cut)
                .noneMatch(label -> plan.x(label.owner()) >= 0
                        && plan.x(label.owner()) < plan.width
                        && plan.y(label.owner()) >= 0
                        && plan.y(label.owner()) < plan.height);
    }

    @Test
    void aLabelAtTheEdgeStandsOnTheSideWhereAllOfItIsSeen() {
        var live = new LiveScene();
        int node = live.addNode(NodeKind.DOMAIN, "update.aoldaily.com", -430, 0);
        painter.prepare(live.publish(), new Camera(0, 0, 1, 900, 600), DARK);

        assertThat(painter.labels(false)).singleElement().satisfies(label -> {
            assertThat(label.owner()).isEqualTo(node);
            assertThat(label.x()).isGreaterThan(20);
        });
    }

    @Test
    void leavesAreNamedWhereTheViewHasRoomForIt() {
        var live = SampleScenes.campaign(150, 3);
        for (int node = 0; node < 150; node++) {
            live.setMarks(node, Marks.NONE);
        }
        var scene = live.publish();
        var bounds = scene.bounds().orElseThrow();
        painter.prepare(scene, Camera.ofSize(500, 400).fitting(bounds, 20), DARK);
        assertThat(leavesNamed(scene)).isZero();

        painter.prepare(scene, Camera.ofSize(1_500, 1_000).fitting(bounds, 350), DARK);

        assertThat(leavesNamed(scene)).isPositive();
    }

    private long leavesNamed(Scene scene) {
        return painter.labels(false).stream()
                .filter(label -> !label.onLink() && scene.degree(label.owner()) == 1)
                .count();
    }

    @Test
    void whatIsSelectedIsLabelledFirst() {
        var live = SampleScenes.campaign(3000, 3);
        live.setMarks(1234, live.marks(1234).selected(true));
        var scene = live.publish();
        painter.prepare(scene, Camera.ofSize(900, 600).fitting(scene.bounds().orElseThrow(), 20), DARK);

        assertThat(painter.labels(false).getFirst().owner()).isEqualTo(1234);
    }

    @Property(tries = 12)
    void stripsAreEqualToThePictureInOne(
            @ForAll @IntRange(max = 5) int seed,
            @ForAll @DoubleRange(min = 0.05, max = 2) double zoom,
            @ForAll Pass pass) {
        var scene = SampleScenes.campaign(300, seed).publish();
        var camera = new Camera(40, 10, zoom, 500, 400);
        int[] whole = painter.paint(scene, camera, DARK, pass);

        painter.prepare(scene, camera, DARK);
        var labels = List.copyOf(painter.labels(false));
        var strips = new int[whole.length];
        for (int top = 0; top < 400; top += 37) {
            int bottom = Math.min(400, top + 37);
            var strip = new int[500 * (bottom - top)];
            painter.paintRows(strip, top, bottom, pass, labels, GraphPainter.NEVER_CANCELLED);
            System.arraycopy(strip, 0, strips, 500 * top, strip.length);
        }

        assertThat(strips).isEqualTo(whole);
    }

    @Property(tries = 10)
    void anOpaquePictureIsOpaqueEverywhere(@ForAll @IntRange(max = 5) int seed, @ForAll Pass pass) {
        var scene = SampleScenes.campaign(400, seed).publish();

        int[] pixels = painter.paint(scene, new Camera(0, 0, 0.5, 600, 400), DARK, pass);

        assertThat(Arrays.stream(pixels).allMatch(pixel -> pixel >>> 24 == 255)).isTrue();
    }

    @Test
    void aTransparentPictureStaysPremultiplied() {
        var scene = SampleScenes.campaign(200, 1).publish();

        int[] pixels = painter.paint(scene, new Camera(0, 0, 0.7, 600, 400), DARK.withTransparent(true), Pass.SMOOTH);

        assertThat(pixels[0]).isZero();
        assertThat(Arrays.stream(pixels)
                        .allMatch(p ->
                                (p >> 16 & 255) <= p >>> 24 && (p >> 8 & 255) <= p >>> 24 && (p & 255) <= p >>> 24))
                .isTrue();
    }

    @Test
    void anEmptySceneIsBackground() {
        int[] pixels = painter.paint(Scene.empty(), Camera.ofSize(50, 40), DARK, Pass.SMOOTH);

        assertThat(pixels).hasSize(2000).containsOnly(Theme.ofDark().background());
    }

    @Test
    void paintingStopsWhenItIsCancelled() {
        var scene = SampleScenes.campaign(6000, 2).publish();
        var camera = Camera.ofSize(600, 400).fitting(scene.bounds().orElseThrow(), 20);

        assertThat(painter.paint(scene, camera, DARK, Pass.SMOOTH, new int[600 * 400], () -> true))
                .isFalse();
    }

    @Test
    void nodesFarOutsideAnyPictureDoNoHarm() {
        var live = new LiveScene();
        int a = live.addNode(NodeKind.DOMAIN, "a.example", 0, 0);
        int b = live.addNode(NodeKind.DOMAIN, "b.example", 1e9, -1e9);
        live.addLink(a, b, "resolved", LinkStyle.RESOLVED);
        live.addLink(a, a, "itself", LinkStyle.DRAWN);

        int[] pixels = painter.paint(live.publish(), new Camera(0, 0, 6, 300, 200), DARK, Pass.SMOOTH);

        assertThat(pixels).contains(Theme.ofDark().background());
    }

    private static Bounds ink(LabelPlacer.Label label) {
        int margin = 2;
        // What would lie outside the picture is not painted, so it collides with nothing.
        return new Bounds(
                Math.clamp(label.x() + margin, 0, 900) + 0.5,
                Math.clamp(label.y() + margin, 0, 600) + 0.5,
                Math.clamp(label.x() + label.width() - margin, 0, 900) - 0.5,
                Math.clamp(label.y() + label.height() - margin, 0, 600) - 0.5);
    }
}
