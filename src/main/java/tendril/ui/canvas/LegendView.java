package tendril.ui.canvas;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import tendril.picture.Legend;
import tendril.picture.Look;
import tendril.picture.Patch;

/** What the icons and lines on the canvas mean, in a corner of it. Confined to the FX thread. */
final class LegendView extends StackPane {
    private static final Duration DELAY = Duration.millis(300);

    private final CanvasViewModel model;
    private final Supplier<Look> look;
    private final ImageView image = new ImageView();
    private final PauseTransition delay = new PauseTransition(DELAY);
    private Optional<Legend> shown = Optional.empty();
    private Optional<Look> painted = Optional.empty();

    LegendView(CanvasViewModel model, Supplier<Look> look) {
        this.model = model;
        this.look = look;
        getStyleClass().addAll("card", "canvas-legend");
        setManaged(false);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Legend of icons and lines");
        getChildren().add(image);
        delay.setOnFinished(event -> refresh());
        model.scene().addListener((property, before, now) -> later());
        visibleProperty().addListener((property, before, now) -> refresh());
        setVisible(false);
    }

    private void later() {
        if (isVisible()) {
            delay.play();
        }
    }

    /** Explains what is on the canvas now. */
    void refresh() {
        if (!isVisible()) {
            return;
        }
        Legend legend = Legend.of(model.scene().get());
        Look now = look.get();
        boolean same = shown.filter(legend::saysTheSameAs).isPresent()
                && painted.filter(now::equals).isPresent();
        if (same) {
            return;
        }
        shown = Optional.of(legend);
        painted = Optional.of(now);
        Patch patch = legend.paint(now);
        var buffer = new PixelBuffer<>(
                patch.width(), patch.height(), IntBuffer.wrap(patch.pixels()), PixelFormat.getIntArgbPreInstance());
        image.setImage(new WritableImage(buffer));
        image.setFitWidth(patch.width() / now.pixelScale());
        image.setFitHeight(patch.height() / now.pixelScale());
        setOpacity(legend.isEmpty() ? 0 : 1);
        getParent().requestLayout();
    }
}
