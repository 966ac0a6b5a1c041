package tendril.ui.popover;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.indicator.Indicator;

/** Find in graph: a field, and the hits below it. Confined to the FX thread. */
public final class FindView extends VBox {
    private static final double WIDTH_PX = 460;
    private static final double ROW_PX = 30;
    private static final int ROWS_MAX = 10;

    /** Held here, because binding to it holds it only weakly. */
    private final FindViewModel model;

    private final TextField field = new TextField();
    private final ListView<Indicator> list = new ListView<>();

    public FindView(FindViewModel model, Consumer<Indicator> found) {
        this.model = model;
        getStyleClass().addAll("card", "pivot-menu", "find");
        setPrefWidth(WIDTH_PX);
        field.setPromptText("Find a value, note or tag …");
        field.setId("find-field");
        field.setAccessibleText("Find a value, note or tag");
        field.textProperty().bindBidirectional(this.model.text());
        HBox.setHgrow(field, Priority.ALWAYS);
        var box = new HBox(new FontIcon("mdi2m-magnify"), field);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("pivot-search-box");
        list.setItems(model.hits());
        list.setFixedCellSize(ROW_PX);
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label("Nothing in the graph holds this."));
        list.setCellFactory(view -> new HitCell());
        list.visibleProperty().bind(model.text().isNotEmpty());
        list.managedProperty().bind(list.visibleProperty());
        model.hits().addListener((javafx.collections.ListChangeListener<Indicator>) change -> {
            list.setPrefHeight(Math.clamp(model.hits().size(), 2, ROWS_MAX) * ROW_PX + 2);
            list.getSelectionModel().selectFirst();
        });
        list.setMaxHeight(Region.USE_PREF_SIZE);
        Runnable choose = () -> {
            Indicator chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                found.accept(chosen);
            }
        };
        list.setOnMouseClicked(event -> choose.run());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, choose));
        getChildren().addAll(box, list);
    }

    public void begin() {
        field.requestFocus();
    }

    private void pressed(KeyEvent event, Runnable choose) {
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose.run();
        } else {
            return;
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS_MAX / 2));
        event.consume();
    }

    private static final class HitCell extends ListCell<Indicator> {
        @Override
        protected void updateItem(Indicator indicator, boolean empty) {
            super.updateItem(indicator, empty);
            setText("");
            if (empty || indicator == null) {
                setGraphic(null);
                return;
            }
            var value = new Label(indicator.value());
            HBox.setHgrow(value, Priority.ALWAYS);
            value.setMaxWidth(Double.MAX_VALUE);
            var type = new Label(indicator.type().label());
            type.getStyleClass().add("menu-detail");
            type.setMinWidth(Region.USE_PREF_SIZE);
            var line = new HBox(value, type);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("menu-line");
            setGraphic(line);
        }
    }
}
