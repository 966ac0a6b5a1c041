package tendril.ui.window;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What an empty canvas shows: what to do first, and the field to do it in. Confined to the FX thread. */
final class EmptyStateView extends VBox {
    private static final double WIDTH_PX = 520;

    EmptyStateView(QuickAddView field) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        setMaxSize(WIDTH_PX, Region.USE_PREF_SIZE);
        var mark = new FontIcon("mdi2g-graph-outline");
        mark.getStyleClass().add("empty-mark");
        var title = new Label("Start with what you know");
        title.getStyleClass().add("empty-title");
        var text = new Label(
                "One indicator from a report is enough. Tendril asks its sources and grows the graph from it.");
        text.getStyleClass().add("empty-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var hints = new FlowPane(
                hint("Enter", "add"),
                hint("Double-click", "expand"),
                hint("Right-click", "pivots"),
                hint("F1", "all keys"));
        hints.getStyleClass().add("empty-hints");
        hints.setAlignment(Pos.CENTER);
        getChildren().addAll(mark, title, text, field, hints);
    }

    private static Label hint(String key, String does) {
        var cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        var label = new Label(does, cap);
        label.getStyleClass().add("empty-hint");
        return label;
    }
}
