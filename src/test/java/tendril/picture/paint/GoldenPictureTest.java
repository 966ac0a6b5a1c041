package tendril.picture.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tendril.graph.Flag;
import tendril.picture.export.Legend;
import tendril.picture.ink.Look;
import tendril.picture.ink.Pass;
import tendril.picture.ink.Theme;
import tendril.picture.scene.Camera;
import tendril.picture.scene.LinkStyle;
import tendril.picture.scene.LiveScene;
import tendril.picture.scene.Marks;
import tendril.picture.scene.NodeKind;

/**
 * Pictures as they were when somebody looked at them and found them good. Compared in blocks of 4 by 4 pixels with a
 * tolerance, because fonts and their smoothing differ between machines. To renew them after a wanted change, run with
 * {@code -Dtendril.golden=write}, and look at every one.
 */
class GoldenPictureTest {
    private static final File FOLDER = new File("src/test/resources/tendril/picture");
    private static final int BLOCK_PX = 4;
    private static final int CHANNEL_DIFFERENCE_MAX = 36;
    private static final double BLOCKS_DIFFERENT_MAX = 0.015;

    static List<Theme> themes() {
        return List.of(Theme.ofDark(), Theme.ofLight());
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyKindAtEveryLevelOfDetail(Theme theme) throws IOException {
        var live = new LiveScene();
        for (NodeKind kind : NodeKind.values()) {
            double y = 16;
            for (double radius : new double[] {1, 4, 8, 16, 24}) {
                int node = live.addNode(kind, "", 30 + kind.ordinal() * 56, y);
                live.setRadius(node, radius);
                live.setCollected(node, kind == NodeKind.COLLECTION ? 42 : 0);
                y += 14 + 2.4 * radius;
            }
        }
        compare("kinds", live, new Camera(420, 110, 1, 852, 230), theme);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyMark(Theme theme) throws IOException {
        List<Marks> marks = new ArrayList<>(List.of(
                Marks.NONE.selected(true),
                Marks.NONE.pinned(true),
                Marks.NONE.note(true), //
                Marks.NONE.faded(true),
                Marks.NONE.fresh(true)));
        for (Flag flag : Flag.values()) {
            marks.add(Marks.NONE.flag(flag));
        }
        for (Marks.Queue queue : Marks.Queue.values()) {
            marks.add(Marks.NONE.queue(queue));
        }
        for (Marks.Vote vote : Marks.Vote.values()) {
            marks.add(Marks.NONE.vote(vote));
        }
        var live = new LiveScene();
        for (int i = 0; i < marks.size(); i++) {
            double y = 20;
            for (double radius : new double[] {1, 4, 10, 18}) {
                int node = live.addNode(NodeKind.DOMAIN, "", 30 + i * 52, y);
                live.setRadius(node, radius);
                live.setMarks(node, marks.get(i));
                y += 22 + 2 * radius;
            }
        }
        compare("marks", live, new Camera(500, 80, 1, 1010, 190), theme);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyStyleOfLink(Theme theme) throws IOException {
        var live = new LiveScene();
        LinkStyle[] styles = {
            LinkStyle.RESOLVED, LinkStyle.DRAWN, LinkStyle.HIDDEN_SOURCE, LinkStyle.RESOLVED, LinkStyle.RESOLVED
        };
        for (int i = 0; i < styles.length; i++) {
            int from = live.addNode(NodeKind.EMAIL, "", 30, 30 + i * 50);
            int to = live.addNode(NodeKind.DOMAIN, "", 330, 40 + i * 50);
            int count = i < 3 ? 1 : 4;
            for (int k = 0; k < count; k++) {
                int link = live.addLink(k % 2 == 0 ? from : to, k % 2 == 0 ? to : from, "registered", styles[i]);
                live.setFanned(link, i == 4);
            }
        }
        int self = live.addNode(NodeKind.PHRASE, "", 180, 290);
        live.addLink(self, self, "itself", LinkStyle.RESOLVED);
        compare("links", live, new Camera(180, 165, 1, 380, 330), theme);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void aCaseFromAfar(Theme theme) throws IOException {
        var live = SampleScenes.campaign(2500, 9);
        compare(
                "far",
                live,
                Camera.ofSize(640, 420).fitting(live.publish().bounds().orElseThrow(), 20),
                theme);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void aCaseNear(Theme theme) throws IOException {
        compare("near", SampleScenes.campaign(120, 9), new Camera(60, 20, 0.85, 640, 420), theme);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void ghostsAndGridLieUnderTheGraph(Theme theme) throws IOException {
        var live = new LiveScene();
        int hub = live.addNode(NodeKind.IPV4, "192.0.2.80", 200, 120);
        int[] leaves = new int[5];
        double[] xs = new double[5];
        double[] ys = new double[5];
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = live.addNode(NodeKind.DOMAIN, "", 60 + i * 70, 200);
            live.addLink(hub, leaves[i], "hosts", LinkStyle.RESOLVED);
            xs[i] = 60 + i * 40;
            ys[i] = 40 + i * 10;
        }
        live.setGhosts(leaves, xs, ys);
        compare(
                "ground",
                live,
                new Camera(200, 120, 1, 400, 240),
                theme,
                Look.of(theme).withGridStep(40));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void linksFadeWithTheirDate(Theme theme) throws IOException {
        var live = new LiveScene();
        int hub = live.addNode(NodeKind.EMAIL, "", 30, 120);
        for (int year = 0; year < 6; year++) {
            int leaf = live.addNode(NodeKind.DOMAIN, (2014 + year) + ".example", 250, 20 + year * 40);
            int link = live.addLink(hub, leaf, "", LinkStyle.RESOLVED);
            live.setLinkDay(link, 16_071 + 365 * year);
        }
        compare(
                "dates",
                live,
                new Camera(180, 120, 1, 360, 250),
                theme,
                Look.of(theme).withFadeByDate(true));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void aCollectionOfEveryKind(Theme theme) throws IOException {
        var live = new LiveScene();
        NodeKind[] kinds = NodeKind.values();
        for (int i = 0; i < kinds.length; i++) {
            int node = live.addNode(NodeKind.COLLECTION, "", 40 + i % 5 * 70, 40 + Math.floorDiv(i, 5) * 70);
            live.setCollected(node, 12 * (i + 1) * (i + 1));
            live.setMarks(node, Marks.NONE.members(kinds[i]));
            live.setRadius(node, 22);
        }
        compare("collections", live, new Camera(180, 110, 1, 360, 220), theme);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void twiceTheDensity(Theme theme) throws IOException {
        compare(
                "dense",
                SampleScenes.campaign(40, 3),
                new Camera(20, 10, 0.9, 320, 220),
                theme,
                Look.of(theme).withPixelScale(2));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void aLegendOfEverything(Theme theme) throws IOException {
        var live = new LiveScene();
        for (NodeKind kind : NodeKind.values()) {
            live.addNode(kind, "", 0, 0);
        }
        for (LinkStyle style : LinkStyle.values()) {
            live.addLink(0, 1, "", style);
        }
        live.setMarks(0, Marks.NONE.fresh(true));
        var patch = Legend.of(live.publish()).paint(Look.of(theme));
        compare("legend-" + theme.name(), patch.pixels(), patch.width(), patch.height());
    }

    @ParameterizedTest
    @MethodSource("themes")
    void aNodeInFocusWithAllThatHangsOnIt(Theme theme) throws IOException {
        var live = SampleScenes.campaign(120, 9);
        var camera = new Camera(60, 20, 0.85, 640, 420);
        var patch = new Highlight()
                .around(live.publish(), camera, Look.of(theme), 0)
                .orElseThrow();
        compare("focus-" + theme.name(), patch.pixels(), patch.width(), patch.height());
    }

    @Test
    void aHoveredNodeHasItsWholeLabel() throws IOException {
        var live = new LiveScene();
        live.addNode(NodeKind.URL, "http://cdn-update.example/a/4711/login.php?session=0815", 0, 0);
        var camera = Camera.ofSize(640, 120);
        var patch = new Highlight()
                .node(live.publish(), camera, Look.of(Theme.ofDark()), 0)
                .orElseThrow();

        assertThat(patch.width()).isGreaterThan(300);
        assertThat(patch.x()).isBetween(0, 170);
        compare("hovered", patch.pixels(), patch.width(), patch.height());
    }

    private static void compare(String name, LiveScene live, Camera camera, Theme theme) throws IOException {
        compare(name, live, camera, theme, Look.of(theme));
    }

    private static void compare(String name, LiveScene live, Camera camera, Theme theme, Look look) throws IOException {
        int[] pixels = new GraphPainter().paint(live.publish(), camera, look, Pass.SMOOTH);
        compare(
                name + "-" + theme.name(),
                pixels,
                GraphPainter.widthPx(camera, look),
                GraphPainter.heightPx(camera, look));
    }

    private static void compare(String name, int[] pixels, int width, int height) throws IOException {
        var file = new File(FOLDER, name + ".png");
        var painted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        painted.getRaster().setDataElements(0, 0, width, height, pixels);
        if (System.getProperty("tendril.golden", "").equals("write")) {
            assertThat(FOLDER.isDirectory() || FOLDER.mkdirs()).isTrue();
            ImageIO.write(painted, "png", file);
            return;
        }
        var golden = ImageIO.read(file);
        // The width of a label is its font's business.
        assertThat(Math.abs(golden.getWidth() - width)).isLessThanOrEqualTo(width / 8);
        assertThat(blocksDifferent(golden, painted)).as(file.getPath()).isLessThan(BLOCKS_DIFFERENT_MAX);
    }

    private static double blocksDifferent(BufferedImage golden, BufferedImage painted) {
        int columns = Math.min(golden.getWidth(), painted.getWidth()) / BLOCK_PX;
        int rows = Math.min(golden.getHeight(), painted.getHeight()) / BLOCK_PX;
        int different = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                different += differs(golden, painted, column * BLOCK_PX, row * BLOCK_PX) ? 1 : 0;
            }
        }
        return different / (double) (rows * columns);
    }

    private static boolean differs(BufferedImage golden, BufferedImage painted, int x, int y) {
        for (int shift = 0; shift <= 24; shift += 8) {
            int sum = 0;
            for (int i = 0; i < BLOCK_PX * BLOCK_PX; i++) {
                int px = x + i % BLOCK_PX;
                int py = y + i / BLOCK_PX;
                sum += (golden.getRGB(px, py) >>> shift & 0xFF) - (painted.getRGB(px, py) >>> shift & 0xFF);
            }
            if (Math.abs(sum) > CHANNEL_DIFFERENCE_MAX * BLOCK_PX * BLOCK_PX) {
                return true;
            }
        }
        return false;
    }
}
