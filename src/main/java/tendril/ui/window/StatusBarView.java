package tendril.ui.window;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.picture.scene.Camera;
import tendril.ui.workbench.Beyond;
import tendril.ui.workbench.LayoutRunner;
import tendril.ui.workbench.StatusViewModel;

/** The line at the bottom: saved or not, counts, the queue, running layouts, zoom. Confined to the FX thread. */
final class StatusBarView extends HBox {
    StatusBarView(StatusViewModel model, LayoutRunner layouts, Beyond beyond, Consumer<Camera> lookThere) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        var savedIcon = new FontIcon("mdi2c-check");
        var saved = label("saved");
        saved.setGraphic(savedIcon);
        saved.textProperty().bind(model.saved());
        model.isSaved()
                .addListener((property, before, now) -> savedIcon.setIconLiteral(now ? "mdi2c-check" : "mdi2p-pencil"));
        var counts = label("counts");
        counts.textProperty().bind(model.counts());
        var selected = label("selected");
        selected.textProperty().bind(model.selected());
        hideWhenEmpty(selected);
        var outside = new Hyperlink();
        outside.setId("status-beyond");
        outside.getStyleClass().addAll("status-item", "status-beyond");
        outside.setMinWidth(Region.USE_PREF_SIZE);
        outside.textProperty().bind(beyond.words());
        outside.setTooltip(new Tooltip("Zoom out until they are seen too"));
        outside.setOnAction(event -> {
            outside.setVisited(false);
            beyond.camera().ifPresent(lookThere);
        });
        outside.visibleProperty().bind(Bindings.isNotEmpty(outside.textProperty()));
        outside.managedProperty().bind(outside.visibleProperty());
        var queue = label("queue");
        queue.setGraphic(new FontIcon("mdi2t-timer-sand"));
        queue.textProperty().bind(model.queue());
        hideWhenEmpty(queue);
        var health = label("health");
        health.textProperty().bind(model.health());
        hideWhenEmpty(health);
        var zoom = label("zoom");
        zoom.textProperty().bind(model.zoom());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(saved, counts, selected, outside, space, layoutProgress(layouts), queue, health, zoom);
    }

    private static HBox layoutProgress(LayoutRunner layouts) {
        var bar = new ProgressBar();
        bar.progressProperty().bind(layouts.progress());
        bar.setPrefWidth(120);
        var stop = new Button("Stop");
        stop.getStyleClass().addAll("small");
        stop.setOnAction(event -> layouts.stop());
        stop.setAccessibleText("Stop the layout and keep what it has");
        var box = new HBox(new Label("Arranging"), bar, stop);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("layout-progress");
        box.visibleProperty().bind(layouts.running());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private static Label label(String name) {
        var label = new Label();
        label.getStyleClass().addAll("status-item", "status-" + name);
        label.setId("status-" + name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static void hideWhenEmpty(Label label) {
        label.visibleProperty().bind(Bindings.isNotEmpty(label.textProperty()));
        label.managedProperty().bind(label.visibleProperty());
    }
}
