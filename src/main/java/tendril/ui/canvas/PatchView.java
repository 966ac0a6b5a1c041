package tendril.ui.canvas;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import tendril.picture.ink.Patch;

/** Shows a small painted picture where it belongs. Confined to the FX thread. */
final class PatchView {
    private final ImageView view = new ImageView();

    PatchView() {
        view.setMouseTransparent(true);
        view.setManaged(false);
    }

    ImageView node() {
        return view;
    }

    /** Shows a patch; its pixels are the view's from now on. */
    void show(Patch patch, double pixelScale) {
        var buffer = new PixelBuffer<>(
                patch.width(), patch.height(), IntBuffer.wrap(patch.pixels()), PixelFormat.getIntArgbPreInstance());
        view.setImage(new WritableImage(buffer));
        view.setFitWidth(patch.width() / pixelScale);
        view.setFitHeight(patch.height() / pixelScale);
        view.setX(patch.x() / pixelScale);
        view.setY(patch.y() / pixelScale);
    }
}
