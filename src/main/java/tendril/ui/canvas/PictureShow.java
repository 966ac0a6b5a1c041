package tendril.ui.canvas;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import tendril.picture.ink.Look;
import tendril.picture.paint.Frame;
import tendril.picture.paint.GraphPainter;
import tendril.picture.paint.StandIn;
import tendril.picture.scene.Camera;

/**
 * Shows painted frames, always pixel by pixel: without a graphics card the toolkit takes longer than a frame has to draw
 * a picture at another scale. So a frame that another camera painted is brought to where this camera wants it in our own
 * pixels ({@link StandIn}), once a pulse, while that is laid out. Two images take turns, so that the toolkit never
 * reads pixels that are being written. Confined to the FX thread.
 */
final class PictureShow extends Region {
    private static final int IMAGES = 2;

    private final Supplier<Optional<Frame>> frames;
    private final Supplier<Camera> camera;
    private final Supplier<Look> look;
    private final ImageView view = new ImageView();
    private final StandIn standIn = new StandIn();
    private final List<Sheet> sheets = new ArrayList<>();
    private Optional<Frame> newest = Optional.empty();
    private int turn;

    /** One image and the pixels behind it. */
    private record Sheet(int width, int height, int[] pixels, PixelBuffer<IntBuffer> buffer, WritableImage image) {
        static Sheet of(int width, int height) {
            int[] pixels = new int[width * height];
            var buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            return new Sheet(width, height, pixels, buffer, new WritableImage(buffer));
        }
    }

    /**
     * Nothing is shown until the first frame.
     *
     * @param frames asked once a pulse for a frame newer than the one before; its pixels are this one's until then
     * @param camera as the picture is to be seen
     * @param look   how it is to be shown
     */
    PictureShow(Supplier<Optional<Frame>> frames, Supplier<Camera> camera, Supplier<Look> look) {
        this.frames = frames;
        this.camera = camera;
        this.look = look;
        setMouseTransparent(true);
        setManaged(false);
        view.setManaged(false);
        view.setSmooth(false);
        getChildren().add(view);
    }

    /** There is a new frame, or another camera: it is shown with the next pulse. */
    void changed() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        newest = frames.get().or(() -> newest);
        newest.ifPresent(frame -> show(frame, camera.get(), look.get()));
    }

    private void show(Frame frame, Camera now, Look wanted) {
        Sheet sheet = nextSheet(GraphPainter.widthPx(now, wanted), GraphPainter.heightPx(now, wanted));
        sheet.buffer().updateBuffer(pixels -> {
            standIn.draw(frame, now, wanted, sheet.pixels());
            return new Rectangle2D(0, 0, sheet.width(), sheet.height());
        });
        view.setImage(sheet.image());
        view.setFitWidth(sheet.width() / wanted.pixelScale());
        view.setFitHeight(sheet.height() / wanted.pixelScale());
    }

    private Sheet nextSheet(int width, int height) {
        if (sheets.isEmpty()
                || sheets.getFirst().width() != width
                || sheets.getFirst().height() != height) {
            sheets.clear();
            for (int i = 0; i < IMAGES; i++) {
                sheets.add(Sheet.of(width, height));
            }
        }
        turn = (turn + 1) % IMAGES;
        return sheets.get(turn);
    }
}
