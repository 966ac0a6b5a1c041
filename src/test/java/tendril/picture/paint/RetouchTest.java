package tendril.picture.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import tendril.graph.Flag;
import tendril.picture.ink.Look;
import tendril.picture.ink.Pass;
import tendril.picture.ink.Theme;
import tendril.picture.scene.Camera;
import tendril.picture.scene.LinkStyle;
import tendril.picture.scene.LiveScene;
import tendril.picture.scene.Marks;
import tendril.picture.scene.NodeKind;
import tendril.picture.scene.Scene;

class RetouchTest {
    private static final Look LOOK = Look.of(Theme.ofDark()).withGridStep(40);
    private static final int UNPAINTED = 0x12345678;

    private final GraphPainter painter = new GraphPainter();

    @Property(tries = 60)
    void whatIsPaintedOverIsBitByBitThePictureInOne(
            @ForAll @IntRange(max = 9) int seed,
            @ForAll @DoubleRange(min = 0.05, max = 2.5) double zoom,
            @ForAll @IntRange(min = 1, max = 4) int changes,
            @ForAll Pass pass) {
        LiveScene live = SampleScenes.campaign(700, seed);
        var camera = new Camera(40, -30, zoom, 640, 480);
        var random = new Random(seed);
        int[] before = painter.paint(live.publish(), camera, LOOK, pass);

        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < changes; i++) {
                change(live, random);
            }
            Scene now = live.publish();
            int[] pixels = new int[before.length];
            Optional<Pass> done = painter.retouch(now, camera, LOOK, before, pixels);
            Statistics.collect(done.isPresent());
            Statistics.coverage(found -> found.check(true).percentage(part -> part > 20));
            int[] whole = new GraphPainter().paint(now, camera, LOOK, pass);
            if (done.isPresent()) {
                assertThat(done).contains(pass);
                assertThat(pixels).isEqualTo(whole);
            } else {
                painter.paint(now, camera, LOOK, pass);
            }
            before = whole;
        }
    }

    @Test
    void aNodeThatIsSelectedCostsTheRowsItIsSeenIn() {
        LiveScene live = row(40);
        var camera = new Camera(0, 0, 1, 400, 2_000);
        painter.paint(live.publish(), camera, LOOK, Pass.SMOOTH);
        live.setMarks(20, Marks.NONE.selected(true));

        int[] sentinels = new int[400 * 2_000];
        Arrays.fill(sentinels, UNPAINTED);
        int[] pixels = new int[sentinels.length];
        assertThat(painter.retouch(live.publish(), camera, LOOK, sentinels, pixels))
                .contains(Pass.SMOOTH);

        long rows = Arrays.stream(pixels).filter(pixel -> pixel != UNPAINTED).count() / 400;
        assertThat(rows).isBetween(2L * (long) LiveScene.RADIUS, 160L);
    }

    @Test
    void whatMovedOrIsSeenFromElsewhereIsPaintedWhole() {
        LiveScene live = row(10);
        var camera = new Camera(0, 0, 1, 400, 600);
        Scene first = live.publish();
        int[] before = painter.paint(first, camera, LOOK, Pass.SMOOTH);
        int[] pixels = new int[before.length];

        assertThat(painter.retouch(first, camera, LOOK, before, pixels)).isEmpty();
        live.setMarks(2, Marks.NONE.pinned(true));
        Scene marked = live.publish();
        assertThat(painter.retouch(marked, camera.pannedBy(1, 0), LOOK, before, pixels))
                .isEmpty();
        assertThat(painter.retouch(marked, camera, LOOK.withGridStep(0), before, pixels))
                .isEmpty();
        live.moveNode(2, 5, 5);
        assertThat(painter.retouch(live.publish(), camera, LOOK, before, pixels))
                .isEmpty();
        assertThat(pixels).containsOnly(0);
    }

    @Test
    void everythingSelectedIsPaintedWhole() {
        LiveScene live = row(40);
        var camera = new Camera(0, 0, 1, 400, 2_000);
        int[] before = painter.paint(live.publish(), camera, LOOK, Pass.SMOOTH);
        for (int node = 0; node < 40; node++) {
            live.setMarks(node, Marks.NONE.selected(true));
        }

        assertThat(painter.retouch(live.publish(), camera, LOOK, before, before.clone()))
                .isEmpty();
    }

    private static void change(LiveScene live, Random random) {
        int node = random.nextInt(700);
        Marks marks = live.marks(node);
        switch (random.nextInt(6)) {
            case 0, 1 -> live.setMarks(node, marks.selected(!marks.isSelected()));
            case 2 -> live.setMarks(node, marks.flag(Flag.values()[random.nextInt(Flag.values().length)]));
            case 3 -> live.setMarks(node, marks.queue(Marks.Queue.RUNNING).note(true));
            case 4 -> live.setMarks(node, marks.fresh(!marks.isFresh()).pinned(true));
            default -> live.setLabel(node, "renamed-" + node + ".example");
        }
    }

    /** Nodes one below the other, each linked to the next. */
    private static LiveScene row(int nodes) {
        var live = new LiveScene();
        for (int node = 0; node < nodes; node++) {
            live.addNode(NodeKind.DOMAIN, "host-" + node, 0, (node - nodes / 2.0) * 48);
            if (node > 0) {
                live.addLink(node - 1, node, "resolved", LinkStyle.RESOLVED);
            }
        }
        return live;
    }
}
