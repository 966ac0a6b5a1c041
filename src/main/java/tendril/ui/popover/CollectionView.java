package tendril.ui.popover;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tendril.graph.Collection;
import tendril.indicator.Indicator;

/**
 * A collection as a list: filter by typing, take members out one by one or open it whole. Closes itself by what it is
 * told to do. Confined to the FX thread.
 */
final class CollectionView extends VBox {
    private static final double WIDTH_PX = 420;
    private static final double HEIGHT_PX = 460;

    private final TextField filter = new TextField();
    private final ListView<Indicator> list = new ListView<>();

    /**
     * A list of one collection.
     *
     * @param takeOut takes these members out
     * @param open    takes all of them out
     */
    CollectionView(Collection collection, Consumer<List<Indicator>> takeOut, Runnable open) {
        getStyleClass().addAll("card", "collection-list");
        setPrefSize(WIDTH_PX, HEIGHT_PX);
        setId("collection-list");
        var title = new Label(collection.label());
        title.getStyleClass().add("card-title");
        ObservableList<Indicator> members = FXCollections.observableArrayList(collection.members());
        var shown = new FilteredList<>(members);
        filter.setPromptText("Filter");
        filter.textProperty()
                .addListener((property, before, now) -> shown.setPredicate(member -> member.value()
                        .toLowerCase(Locale.ROOT)
                        .contains(now.strip().toLowerCase(Locale.ROOT))));
        list.setItems(shown);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> new MemberCell());
        Runnable takeSelected =
                () -> takeOut.accept(List.copyOf(list.getSelectionModel().getSelectedItems()));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                takeSelected.run();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> keyPressed(event, takeSelected));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, filter, list, buttons(takeSelected, open));
    }

    /** Takes the keys. */
    void begin() {
        list.getSelectionModel().selectFirst();
        filter.requestFocus();
    }

    private HBox buttons(Runnable takeSelected, Runnable open) {
        var take = new Button("Take out");
        take.getStyleClass().add("accent");
        take.disableProperty()
                .bind(javafx.beans.binding.Bindings.isEmpty(
                        list.getSelectionModel().getSelectedItems()));
        take.setOnAction(event -> takeSelected.run());
        var all = new Button("Open in place");
        all.setOnAction(event -> open.run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row = new HBox(8, all, space, take);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Down leads from the field into the list; Enter takes out what is selected. */
    private void keyPressed(KeyEvent event, Runnable takeSelected) {
        if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            takeSelected.run();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN && filter.isFocused()) {
            list.requestFocus();
            list.getSelectionModel().selectFirst();
            event.consume();
        }
    }

    /** One member: its value, and its type. */
    private static final class MemberCell extends javafx.scene.control.ListCell<Indicator> {
        private final Label value = new Label();
        private final Label type = new Label();
        private final HBox row = new HBox(8, value, type);

        MemberCell() {
            type.getStyleClass().add("property-support");
            row.setAlignment(Pos.CENTER_LEFT);
            value.setMinWidth(0);
            type.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(value, Priority.ALWAYS);
            value.setMaxWidth(Double.MAX_VALUE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Indicator member, boolean empty) {
            super.updateItem(member, empty);
            if (empty || member == null) {
                setGraphic(null);
            } else {
                value.setText(member.value());
                type.setText(member.type().label());
                setGraphic(row);
            }
        }
    }
}
