package tendril.ui.popover;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.ui.workbench.SavedSelections;
import tendril.ui.workbench.StatusViewModel;

/** The selections kept in the case: save one under a name, select one again, forget one. Confined to the FX thread. */
final class SavedSelectionsView extends VBox {
    private static final double WIDTH_PX = 400;
    private static final double ROW_PX = 34;
    private static final int ROWS_MAX = 9;

    private final SavedSelections selections;
    private final Runnable close;
    private final TextField field = new TextField();
    private final ListView<String> list = new ListView<>();

    SavedSelectionsView(SavedSelections selections, Runnable close) {
        this.selections = selections;
        this.close = close;
        getStyleClass().addAll("card", "saved-selections");
        setPrefWidth(WIDTH_PX);
        var title = new Label("Saved selections");
        title.getStyleClass().add("card-title");
        field.setId("selection-name");
        field.setPromptText(
                selections.canSave() ? "Keep the selection as …" : "Select some nodes to keep them under a name.");
        field.setDisable(!selections.canSave());
        list.setFixedCellSize(ROW_PX);
        list.setPlaceholder(new Label("None yet. Ctrl+Shift+1 to 9 keep one, Alt+1 to 9 bring it back."));
        list.setCellFactory(view -> new NameCell());
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        refresh();
        getChildren().addAll(title, field, list);
    }

    /** Takes the keys. */
    void begin() {
        if (field.isDisabled()) {
            list.requestFocus();
            list.getSelectionModel().selectFirst();
        } else {
            field.requestFocus();
        }
    }

    private void refresh() {
        list.getItems().setAll(selections.all().keySet());
        list.setPrefHeight(Math.clamp(list.getItems().size(), 2, ROWS_MAX) * ROW_PX + 2);
    }

    private void keyPressed(KeyEvent event) {
        String chosen = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER
                && field.isFocused()
                && !field.getText().isBlank()) {
            selections.save(field.getText().strip());
            close.run();
        } else if (event.getCode() == KeyCode.ENTER && list.isFocused() && chosen != null) {
            recall(chosen);
        } else if (event.getCode() == KeyCode.DELETE && list.isFocused() && chosen != null) {
            forget(chosen);
        } else if (event.getCode() == KeyCode.DOWN && field.isFocused()) {
            list.requestFocus();
            list.getSelectionModel().selectFirst();
        } else {
            return;
        }
        event.consume();
    }

    private void recall(String name) {
        close.run();
        selections.recall(name);
    }

    private void forget(String name) {
        selections.forget(name);
        refresh();
    }

    /** A name, how many it stands for, and a button that forgets it. */
    private final class NameCell extends ListCell<String> {
        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            if (empty || name == null) {
                setGraphic(null);
                return;
            }
            var words = new Label(name);
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            int size = selections.all().getOrDefault(name, List.of()).size();
            var count = new Label(StatusViewModel.number(size, "entity", "entities"));
            count.getStyleClass().add("menu-detail");
            count.setMinWidth(Region.USE_PREF_SIZE);
            var button = new Button("", new FontIcon("mdi2c-close"));
            button.getStyleClass().addAll("button-icon", "flat", "small");
            button.setTooltip(new Tooltip("Forget this selection"));
            button.setAccessibleText("Forget selection " + name);
            button.setOnAction(event -> forget(name));
            var row = new HBox(8, words, count, button);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setOnMouseClicked(event -> recall(name));
            setGraphic(row);
        }
    }
}
