package tendril.picture.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tendril.picture.ink.Look;
import tendril.picture.ink.Pass;
import tendril.picture.ink.Theme;
import tendril.picture.scene.Camera;
import tendril.picture.scene.LiveScene;
import tendril.picture.scene.Marks;
import tendril.picture.scene.Scene;

class PaintLoopTest {
    private static final long PATIENCE_S = 20;

    private final Semaphore frames = new Semaphore(0);
    private final Scene scene = SampleScenes.campaign(200, 4).publish();
    private final Look look = Look.of(Theme.ofDark());
    private final PaintLoop loop = new PaintLoop(
            task -> Thread.ofPlatform().daemon().name("painter-test").unstarted(task),
            System::nanoTime,
            frames::release);

    @AfterEach
    void stop() {
        loop.close();
    }

    @Test
    void aRequestComesBackAsItsPictureAndThenAsTheCarefulOne() throws InterruptedException {
        var camera = new Camera(0, 0, 0.6, 300, 200);
        loop.request(scene, camera, look);

        var first = nextFrame();
        assertThat(first.camera()).isEqualTo(camera);
        assertThat(first.width() * first.height()).isEqualTo(first.pixels().length);

        var careful = first.pass() == Pass.SMOOTH ? first : nextFrame();
        assertThat(careful.pass()).isEqualTo(Pass.SMOOTH);
        assertThat(careful.pixels()).isEqualTo(new GraphPainter().paint(scene, camera, look, Pass.SMOOTH));
    }

    @Test
    void aFrameStaysUntouchedUntilTheNextIsTaken() throws InterruptedException {
        loop.request(scene, new Camera(0, 0, 0.6, 300, 200), look);
        var held = nextFrame();
        int[] then = held.pixels().clone();

        for (int i = 1; i < 6; i++) {
            loop.request(scene, new Camera(i * 50, 0, 0.6, 300, 200), look);
            assertThat(frames.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(held.pixels()).isEqualTo(then);
        assertThat(loop.take()).isPresent();
        assertThat(loop.take()).isEmpty();
    }

    @Test
    void whatIsSelectedIsPaintedOverAsCarefullyAsThePictureWas() throws InterruptedException {
        LiveScene live = SampleScenes.campaign(200, 4);
        var camera = new Camera(0, 0, 0.6, 300, 200);
        loop.request(live.publish(), camera, look);
        Frame frame = nextFrame();
        while (frame.pass() != Pass.SMOOTH) {
            frame = nextFrame();
        }

        live.setMarks(3, Marks.NONE.selected(true));
        Scene selected = live.publish();
        loop.request(selected, camera, look);

        Frame next = nextFrame();
        assertThat(next.scene()).isSameAs(selected);
        assertThat(next.pass()).isEqualTo(Pass.SMOOTH);
        assertThat(next.pixels()).isEqualTo(new GraphPainter().paint(selected, camera, look, Pass.SMOOTH));
    }

    @Test
    void anotherSizeGivesAnotherSize() throws InterruptedException {
        loop.request(scene, new Camera(0, 0, 0.6, 300, 200), look);
        nextFrame();
        loop.request(scene, new Camera(0, 0, 0.6, 101, 77), look.withPixelScale(1.5));

        Frame frame = nextFrame();
        while (frame.height() != 116) {
            frame = nextFrame();
        }
        assertThat(frame.width()).isEqualTo(152);
        assertThat(frame.pixels()).hasSize(152 * 116);
    }

    private Frame nextFrame() throws InterruptedException {
        Optional<Frame> frame = Optional.empty();
        while (frame.isEmpty()) {
            assertThat(frames.tryAcquire(PATIENCE_S, TimeUnit.SECONDS))
                    .as("a frame came")
                    .isTrue();
            frame = loop.take();
        }
        return frame.get();
    }
}
