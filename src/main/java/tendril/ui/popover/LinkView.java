package tendril.ui.popover;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tendril.indicator.Indicator;

/** Asks what a link drawn by hand says. Confined to the FX thread. */
final class LinkView extends VBox {
    private static final double WIDTH_PX = 340;
    private static final String USUAL = "related to";

    private final TextField field = new TextField(USUAL);

    /** A question about one link; {@code draw} hears the answer. */
    LinkView(Indicator from, Indicator to, Consumer<String> draw) {
        getStyleClass().addAll("card", "link-question");
        setPrefWidth(WIDTH_PX);
        var title = new Label(from.value() + " → " + to.value());
        title.getStyleClass().add("hover-title");
        title.setWrapText(true);
        field.setId("link-label");
        field.setPromptText("How they are related");
        HBox.setHgrow(field, Priority.ALWAYS);
        Runnable done = () ->
                draw.accept(field.getText().isBlank() ? USUAL : field.getText().strip());
        var button = new Button("Link");
        button.getStyleClass().add("accent");
        button.setOnAction(event -> done.run());
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                done.run();
                event.consume();
            }
        });
        var row = new HBox(8, field, button);
        row.setAlignment(Pos.CENTER_LEFT);
        var hint = new Label("Drawn by you, and looks it. Enter draws it, Esc does not.");
        hint.getStyleClass().add("property-support");
        getChildren().addAll(title, row, hint);
    }

    /** Takes the keys. */
    void begin() {
        field.requestFocus();
        field.selectAll();
    }
}
