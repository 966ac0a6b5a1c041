package tendril.ui.canvas;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import tendril.picture.export.Legend;
import tendril.picture.ink.Look;
import tendril.picture.ink.Patch;

/** What the icons and lines on the canvas mean, in a corner of it. Confined to the FX thread. */
final class LegendView extends StackPane {
    private static final Duration DELAY = Duration.millis(300);

    private final CanvasViewModel model;
    private final Supplier<Look> look;
    private final PatchView image = new PatchView();
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
        image.node().setManaged(true);
        getChildren().add(image.node());
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
        image.show(patch, now.pixelScale());
        setOpacity(legend.isEmpty() ? 0 : 1);
        getParent().requestLayout();
    }
}
