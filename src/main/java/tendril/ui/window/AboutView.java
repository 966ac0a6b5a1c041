package tendril.ui.window;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the program is, and which version. */
final class AboutView extends VBox {
    AboutView() {
        getStyleClass().addAll("card", "about");
        setAlignment(Pos.CENTER);
        var mark = new FontIcon("mdi2g-graph-outline");
        mark.getStyleClass().add("empty-mark");
        var title = new Label("Tendril");
        title.getStyleClass().add("empty-title");
        String version = Optional.ofNullable(AboutView.class.getPackage().getImplementationVersion())
                .orElse("built from source");
        var text = new Label("Grow a graph from one indicator. " + version);
        text.getStyleClass().add("empty-text");
        var licence = new Label("Apache License 2.0");
        licence.getStyleClass().add("property-support");
        getChildren().addAll(mark, title, text, licence);
    }
}
