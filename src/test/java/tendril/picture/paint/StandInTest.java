package tendril.picture.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tendril.picture.ink.Look;
import tendril.picture.ink.Pass;
import tendril.picture.ink.Raster;
import tendril.picture.ink.Theme;
import tendril.picture.scene.Camera;
import tendril.picture.scene.Scene;

class StandInTest {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 80;
    private static final Look LOOK = Look.of(Theme.ofDark());
    private static final int GROUND = Raster.premultiplied(Theme.ofDark().background());
    private static final Camera CAMERA = new Camera(40, -25, 0.7, WIDTH, HEIGHT);

    private final StandIn standIn = new StandIn();

    @Test
    void forItsOwnCameraAFrameComesOutBitByBit() {
        Frame frame = numbered(CAMERA, LOOK);

        assertThat(seen(frame, CAMERA, LOOK)).isEqualTo(frame.pixels());
    }

    @Test
    void onAScreenOfOneAndAHalfPixelsAPointItIsExactToo() {
        Look fine = LOOK.withPixelScale(1.5);
        var camera = new Camera(3, 4, 1.25, 101, 77);
        Frame frame = numbered(camera, fine);

        assertThat(seen(frame, camera, fine)).isEqualTo(frame.pixels());
    }

    @Test
    void whatTheFrameDoesNotReachIsGround() {
        Frame frame = numbered(CAMERA, LOOK);

        int[] moved = seen(frame, CAMERA.pannedBy(30, -20), LOOK);
        int[] away = seen(frame, CAMERA.pannedBy(5 * WIDTH, 0), LOOK);

        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                boolean reached = column >= 30 && row < HEIGHT - 20;
                assertThat(moved[row * WIDTH + column])
                        .isEqualTo(reached ? frame.pixels()[(row + 20) * WIDTH + column - 30] : GROUND);
            }
        }
        assertThat(away).containsOnly(GROUND);
    }

    @Property(tries = 300)
    void thePointUnderThePointerStaysThereWhileAHandZooms(
            @ForAll @IntRange(max = WIDTH - 1) int x,
            @ForAll @IntRange(max = HEIGHT - 1) int y,
            @ForAll @DoubleRange(min = 0.2, max = 5) double factor) {
        Frame frame = numbered(CAMERA, LOOK);
        Camera zoomed = CAMERA.zoomedAt(x + 0.5, y + 0.5, factor);

        int number = seen(frame, zoomed, LOOK)[y * WIDTH + x];

        assertThat(number).isEqualTo(y * WIDTH + x);
    }

    @Property(tries = 300)
    void everyPixelShowsThePlaceOfTheWorldThatTheCameraSeesThere(
            @ForAll @IntRange(max = WIDTH - 1) int x,
            @ForAll @IntRange(max = HEIGHT - 1) int y,
            @ForAll @DoubleRange(min = 0.2, max = 5) double factor,
            @ForAll @DoubleRange(min = -60, max = 60) double dx) {
        Look fine = LOOK.withPixelScale(2);
        Frame frame = numbered(CAMERA, fine);
        Camera now = CAMERA.zoomedAt(20, 70, factor).pannedBy(dx, -dx / 3);

        int number = seen(frame, now, fine)[2 * y * 2 * WIDTH + 2 * x];

        double fromX = (now.toWorldX(x + 0.25) - CAMERA.toWorldX(0)) * CAMERA.zoom() * 2;
        double fromY = (now.toWorldY(y + 0.25) - CAMERA.toWorldY(0)) * CAMERA.zoom() * 2;
        if (number == GROUND) {
            assertThat(fromX > 0.01 && fromX < 2 * WIDTH - 0.01 && fromY > 0.01 && fromY < 2 * HEIGHT - 0.01)
                    .as("ground at %f, %f of the frame", fromX, fromY)
                    .isFalse();
        } else {
            assertThat(number % (2 * WIDTH) + 0.5).isCloseTo(fromX, within(0.51));
            assertThat(number / (2 * WIDTH) + 0.5).isCloseTo(fromY, within(0.51));
        }
    }

    @Test
    void aPannedFrameKeepsEveryPixelBesideItsNeighbour() {
        Frame frame = numbered(CAMERA, LOOK);

        int[] moved = seen(frame, CAMERA.pannedBy(-7.4, 0).pannedBy(0.1, 0), LOOK);

        for (int column = 1; column < WIDTH - 10; column++) {
            assertThat(moved[column] - moved[column - 1]).isEqualTo(1);
        }
    }

    @Test
    void aViewOfAnotherSizeKeepsItsMiddleAndDoesNotStretch() {
        Frame frame = numbered(CAMERA, LOOK);

        int[] wider = seen(frame, CAMERA.resized(WIDTH + 20, HEIGHT), LOOK);

        assertThat(Arrays.copyOfRange(wider, 10, 10 + WIDTH)).isEqualTo(Arrays.copyOf(frame.pixels(), WIDTH));
        assertThat(wider[9]).isEqualTo(GROUND);
        assertThat(wider[10 + WIDTH]).isEqualTo(GROUND);
    }

    private int[] seen(Frame frame, Camera camera, Look look) {
        int[] pixels = new int[GraphPainter.widthPx(camera, look) * GraphPainter.heightPx(camera, look)];
        standIn.draw(frame, camera, look, pixels);
        return pixels;
    }

    /** A frame in which every pixel is its own number. */
    private static Frame numbered(Camera camera, Look look) {
        int width = GraphPainter.widthPx(camera, look);
        int height = GraphPainter.heightPx(camera, look);
        int[] pixels = new int[width * height];
        Arrays.setAll(pixels, i -> i);
        return new Frame(pixels, width, height, Scene.empty(), camera, look, Pass.FAST);
    }
}
