package tendril.ui.canvas;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import tendril.picture.Camera;
import tendril.picture.Frame;

/**
 * Shows painted frames. While the true picture for a new camera is on its way, the last one is moved and scaled to
 * stand in for it, which costs nothing. Two images take turns, so that the toolkit never reads pixels that are being
 * written. Confined to the FX thread.
 */
final class PictureShow {
    private static final int IMAGES = 2;

    private final ImageView view = new ImageView();
    private final Translate shift = new Translate();
    private final Scale scale = new Scale();
    private final List<Sheet> sheets = new ArrayList<>();
    private Optional<Camera> painted = Optional.empty();
    private int turn;
    private double pixelScale = 1;

    /** One image and the pixels behind it. */
    private record Sheet(int width, int height, int[] pixels, PixelBuffer<IntBuffer> buffer, WritableImage image) {
        static Sheet of(int width, int height) {
            int[] pixels = new int[width * height];
            var buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            return new Sheet(width, height, pixels, buffer, new WritableImage(buffer));
        }

        boolean fits(Frame frame) {
            return width == frame.width() && height == frame.height();
        }
    }

    PictureShow() {
        view.setMouseTransparent(true);
        view.setManaged(false);
        view.setSmooth(false);
        view.getTransforms().addAll(shift, scale);
    }

    ImageView node() {
        return view;
    }

    /** Shows a new frame as the camera wants it. */
    void show(Frame frame, Camera camera) {
        if (sheets.isEmpty() || !sheets.getFirst().fits(frame)) {
            sheets.clear();
            for (int i = 0; i < IMAGES; i++) {
                sheets.add(Sheet.of(frame.width(), frame.height()));
            }
        }
        turn = (turn + 1) % IMAGES;
        Sheet sheet = sheets.get(turn);
        System.arraycopy(frame.pixels(), 0, sheet.pixels(), 0, sheet.pixels().length);
        sheet.buffer().updateBuffer(pixels -> new Rectangle2D(0, 0, sheet.width(), sheet.height()));
        view.setImage(sheet.image());
        view.setFitWidth(frame.width() / frame.look().pixelScale());
        view.setFitHeight(frame.height() / frame.look().pixelScale());
        pixelScale = frame.look().pixelScale();
        painted = Optional.of(frame.camera());
        follow(camera);
    }

    /**
     * Moves what is shown to where a camera wants it. Never smoothed: without a graphics card that costs more than a
     * frame has, and the true picture is on its way.
     */
    void follow(Camera camera) {
        painted.ifPresent(from -> {
            Camera.Reprojection to = camera.reprojectionOf(from);
            boolean level = to.scale() == 1;
            shift.setX(to.exact() ? 0 : level ? wholePixels(to.x()) : to.x());
            shift.setY(to.exact() ? 0 : level ? wholePixels(to.y()) : to.y());
            scale.setX(to.exact() ? 1 : to.scale());
            scale.setY(to.exact() ? 1 : to.scale());
        });
    }

    private double wholePixels(double distance) {
        return Math.round(distance * pixelScale) / pixelScale;
    }
}
