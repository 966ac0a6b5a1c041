package tendril.picture.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tendril.graph.Handling;
import tendril.picture.export.PictureExport.Order;
import tendril.picture.export.PictureExport.Progress;
import tendril.picture.ink.Pass;
import tendril.picture.ink.Theme;
import tendril.picture.paint.GraphPainter;
import tendril.picture.paint.SampleScenes;
import tendril.picture.scene.LiveScene;
import tendril.picture.scene.NodeKind;
import tendril.picture.scene.Scene;

class PictureExportTest {
    private static final Scene CASE = SampleScenes.campaign(400, 5).publish();

    @Test
    void aStrangersReaderSeesWhatWasPainted() throws IOException {
        var order = Order.of(Theme.ofDark(), 1800);
        var image = read(write(CASE, order));

        var sheet = PictureExport.sheet(CASE, order);
        var painter = new GraphPainter();
        var plan = painter.prepare(CASE, sheet.camera(), sheet.look());
        var painted = new int[plan.width * plan.height];
        painter.paintRows(painted, 0, plan.height, Pass.SMOOTH, painter.labels(true), GraphPainter.NEVER_CANCELLED);

        assertThat(image.getWidth()).isEqualTo(1800);
        assertThat(image.getRGB(0, 0, 1800, image.getHeight(), null, 0, 1800)).isEqualTo(painted);
    }

    @Property(tries = 8)
    void anyWidthGivesThatWidth(@ForAll @IntRange(min = 64, max = 3000) int width) throws IOException {
        assertThat(read(write(CASE, Order.of(Theme.ofLight(), width))).getWidth())
                .isEqualTo(width);
    }

    @Test
    void aTransparentPictureHasNoGround() throws IOException {
        var image = read(write(CASE, Order.of(Theme.ofLight(), 700).withTransparent(true)));

        assertThat(image.getRGB(0, 0)).isZero();
        assertThat(image.getColorModel().hasAlpha()).isTrue();
    }

    @Test
    void densityIsWrittenAndNothingElseAboutAnyone() throws IOException {
        byte[] png = write(CASE, Order.of(Theme.ofLight(), 700).withDpi(300));

        assertThat(chunks(png)).containsOnly("IHDR", "pHYs", "IDAT", "IEND");
        assertThat(indexOf(png, new byte[] {'p', 'H', 'Y', 's', 0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1}))
                .isPositive();
    }

    @Test
    void titleHandlingAndLegendMakeTheSheetHigherNotTheGraphSmaller() throws IOException {
        var plain = Order.of(Theme.ofDark(), 1400);
        var trimmed = plain.withTitle("Operation Tendril", "2026-11-23")
                .withHandling(new Handling(Handling.Tlp.AMBER_STRICT, Handling.Pap.GREEN))
                .withLegend(true);

        var image = read(write(CASE, trimmed));

        assertThat(image.getHeight()).isGreaterThan(read(write(CASE, plain)).getHeight() + 80);
        assertThat(PictureExport.sheet(CASE, trimmed).camera().zoom())
                .isEqualTo(PictureExport.sheet(CASE, plain).camera().zoom());
        assertThat(count(image, 0xFFFFC000)).as("pixels in TLP amber").isGreaterThan(200);
    }

    @Test
    void anEmptyCaseAndALoneNodeMakeAPictureToo() throws IOException {
        var live = new LiveScene();
        assertThat(read(write(live.publish(), Order.of(Theme.ofDark(), 500))).getWidth())
                .isEqualTo(500);

        live.addNode(NodeKind.EMAIL, "ana@mail.example", 5000, 5000);
        var image = read(write(live.publish(), Order.of(Theme.ofDark(), 500)));
        assertThat(count(image, Theme.ofDark().background())).isLessThan(image.getWidth() * image.getHeight());
    }

    @Test
    void anExportThatIsStoppedSaysSo() throws IOException {
        boolean whole = PictureExport.write(
                CASE, Order.of(Theme.ofDark(), 4000), new ByteArrayOutputStream(), part -> part > 0.9);

        assertThat(whole).isFalse();
    }

    @Test
    void aSizeThatCannotBeIsRefusedWithASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Order.of(Theme.ofDark(), 1_000_000))
                .withMessageContaining("64 to 32768 pixels wide, not 1000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Order.of(Theme.ofDark(), 500).withDpi(Double.NaN));
    }

    private static byte[] write(Scene scene, Order order) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(PictureExport.write(scene, order, out, Progress.NONE)).isTrue();
        return out.toByteArray();
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static long count(BufferedImage image, int argb) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return java.util.Arrays.stream(pixels).filter(pixel -> pixel == argb).count();
    }

    private static List<String> chunks(byte[] png) {
        List<String> names = new ArrayList<>();
        var buffer = java.nio.ByteBuffer.wrap(png);
        for (int at = 8; at < png.length; at += buffer.getInt(at) + 12) {
            names.add(new String(png, at + 4, 4, StandardCharsets.US_ASCII));
        }
        return names;
    }

    private static int indexOf(byte[] all, byte[] part) {
        return new String(all, StandardCharsets.ISO_8859_1).indexOf(new String(part, StandardCharsets.ISO_8859_1));
    }
}
