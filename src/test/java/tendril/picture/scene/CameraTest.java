package tendril.picture.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CameraTest {
    @Property(tries = 300)
    void aPointGoesToTheViewAndBack(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double x,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double y,
            @ForAll @DoubleRange(min = 0.01, max = 6) double zoom) {
        var camera = new Camera(13, -7, zoom, 1600, 1000);

        assertThat(camera.toWorldX(camera.toViewX(x))).isCloseTo(x, within(1e-6));
        assertThat(camera.toWorldY(camera.toViewY(y))).isCloseTo(y, within(1e-6));
    }

    @Property(tries = 300)
    void zoomingKeepsThePointUnderThePointer(
            @ForAll @DoubleRange(min = 0, max = 1600) double x,
            @ForAll @DoubleRange(min = 0, max = 1000) double y,
            @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        var before = new Camera(250, 90, 0.8, 1600, 1000);

        var after = before.zoomedAt(x, y, factor);

        assertThat(after.toWorldX(x)).isCloseTo(before.toWorldX(x), within(1e-6));
        assertThat(after.toWorldY(y)).isCloseTo(before.toWorldY(y), within(1e-6));
        assertThat(after.zoom()).isBetween(Camera.ZOOM_MIN, Camera.ZOOM_MAX);
    }

    @Test
    void panningMovesThePictureByThatManyPixels() {
        var before = new Camera(0, 0, 2, 800, 600);
        double x = before.toWorldX(10);
        double y = before.toWorldY(20);

        var after = before.pannedBy(30, -5);

        assertThat(after.toViewX(x)).isCloseTo(40, within(1e-9));
        assertThat(after.toViewY(y)).isCloseTo(15, within(1e-9));
    }

    @Test
    void fittingShowsAllWithTheMargin() {
        var world = new Bounds(-5000, -100, 3000, 700);

        var camera = Camera.ofSize(1600, 1000).fitting(world, 50);

        assertThat(camera.seen().grown(-49 / camera.zoom()).contains(world.left(), world.top()))
                .isTrue();
        assertThat(camera.seen().grown(-49 / camera.zoom()).contains(world.right(), world.bottom()))
                .isTrue();
        assertThat(camera.toViewX(world.left())).isCloseTo(50, within(1e-6));
    }

    @Test
    void aLoneNodeIsNotBlownUpByFitting() {
        var camera = Camera.ofSize(1600, 1000).fitting(new Bounds(-16, -16, 16, 16), 50);

        assertThat(camera.zoom()).isEqualTo(Camera.FIT_ZOOM_MAX);
    }

    @Test
    void anOlderPictureIsPutWhereItsPointsBelongNow() {
        var painted = new Camera(10, 20, 0.5, 800, 600);
        var now = painted.zoomedAt(100, 50, 1.7).pannedBy(12, 34);

        var put = now.reprojectionOf(painted);

        double x = painted.toWorldX(333);
        double y = painted.toWorldY(222);
        assertThat(put.x() + 333 * put.scale()).isCloseTo(now.toViewX(x), within(1e-9));
        assertThat(put.y() + 222 * put.scale()).isCloseTo(now.toViewY(y), within(1e-9));
    }

    @Test
    void aTransitionEndsExactlyWhereItShould() {
        var from = new Camera(0, 0, 0.2, 800, 600);
        var to = new Camera(90, 40, 2, 800, 600);

        assertThat(from.toward(to, 1)).isEqualTo(to);
        assertThat(from.toward(to, 0)).isEqualTo(from);
        assertThat(from.toward(to, 0.5).zoom()).isCloseTo(Math.sqrt(0.2 * 2), within(1e-9));
    }

    @Test
    void aCollapsedViewStillHasACamera() {
        var camera = new Camera(0, 0, 0, 0, -3);

        assertThat(camera.zoom()).isEqualTo(Camera.ZOOM_MIN);
        assertThat(camera.width()).isEqualTo(Camera.VIEW_SIDE_MIN);
        assertThat(camera.height()).isEqualTo(Camera.VIEW_SIDE_MIN);
    }
}
