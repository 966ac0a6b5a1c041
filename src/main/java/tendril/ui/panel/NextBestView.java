package tendril.ui.panel;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.session.Suggestion;

/** The list of next best pivots: what, why, and a button to ask it. Confined to the FX thread. */
public final class NextBestView extends VBox {
    private final ListView<Suggestion> list = new ListView<>();

    public NextBestView(NextBestViewModel model, PanelActions actions) {
        getStyleClass().addAll("history", "next-best");
        list.setItems(model.suggestions());
        list.setCellFactory(view -> new SuggestionCell(model));
        var nothing = new Label("Nothing to suggest: everything here was asked, or is known noise.");
        nothing.setWrapText(true);
        nothing.getStyleClass().add("blank-text");
        list.setPlaceholder(nothing);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                actions.reveal(List.of(now.indicator()));
            }
        });
        list.setOnKeyPressed(event -> {
            Suggestion chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null && event.getCode() == KeyCode.ENTER) {
                model.ask(chosen);
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
    }

    private static final class SuggestionCell extends ListCell<Suggestion> {
        private final Label value = new Label();
        private final Label type = new Label();
        private final Label reason = new Label();
        private final Button ask = new Button("Ask", new FontIcon("mdi2s-source-branch"));
        private final HBox line;

        SuggestionCell(NextBestViewModel model) {
            type.getStyleClass().add("property-support");
            reason.getStyleClass().add("property-support");
            reason.setWrapText(true);
            reason.setMinHeight(Region.USE_PREF_SIZE);
            ask.getStyleClass().addAll("flat", "small");
            ask.setMinWidth(Region.USE_PREF_SIZE);
            ask.setOnAction(event -> {
                if (getItem() != null) {
                    model.ask(getItem());
                }
            });
            var words = new VBox(value, type, reason);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            line = new HBox(words, ask);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("history-line");
            line.prefWidthProperty().bind(widthProperty().subtract(24));
            line.setMaxWidth(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(Suggestion suggestion, boolean empty) {
            super.updateItem(suggestion, empty);
            boolean some = !empty && suggestion != null;
            setGraphic(some ? line : null);
            if (some) {
                value.setText(suggestion.indicator().value());
                type.setText(suggestion.indicator().type().label() + " · "
                        + suggestion.pivot().name());
                reason.setText(suggestion.reason());
                ask.setAccessibleText("Ask about " + suggestion.indicator().value() + ": " + suggestion.reason());
            }
        }
    }
}
