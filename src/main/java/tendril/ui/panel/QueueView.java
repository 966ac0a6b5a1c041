package tendril.ui.panel;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.pivot.RowState;
import tendril.ui.panel.QueueViewModel.Row;

/** The queue: one row a request. Confined to the FX thread. */
public final class QueueView extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final double ROW_PX = 28;

    private final QueueViewModel model;
    private final TableView<Row> table = new TableView<>();

    public QueueView(QueueViewModel model) {
        this.model = model;
        getStyleClass().add("queue");
        table.setItems(model.rows());
        table.setFixedCellSize(ROW_PX);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(placeholder());
        table.getColumns()
                .addAll(List.of(
                        column("State", 130, Row::state),
                        column("Time", 80, Row::when),
                        column("Indicator", 220, Row::indicator),
                        column("Pivot", 220, Row::pivot),
                        column("Source", 110, Row::provider),
                        column("Why", 200, Row::why)));
        table.setRowFactory(view -> new QueueTableRow());
        table.setContextMenu(menu());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                model.cancel(selected());
                event.consume();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(header(), table);
    }

    private HBox header() {
        var words = new Label();
        words.textProperty().bind(model.header());
        words.getStyleClass().add("queue-header");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var pause = button("Pause all", "mdi2p-pause", model::togglePause);
        pause.textProperty()
                .bind(Bindings.when(model.paused()).then("Resume all").otherwise("Pause all"));
        var bar = new HBox(
                words,
                pause,
                button("Retry failed", "mdi2r-refresh", model::retryFailed),
                button("Clear done", "mdi2b-broom", model::clearDone));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("queue-bar");
        return bar;
    }

    private static VBox placeholder() {
        var title = new Label("The queue is empty");
        title.getStyleClass().add("blank-title");
        var text =
                new Label("Double-click a node to ask what its sources know. Each question waits here for its turn.");
        text.getStyleClass().add("blank-text");
        var box = new VBox(title, text);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("blank");
        return box;
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item("Do this next", () -> selected().stream().findFirst().ifPresent(model::doNext)),
                item("Cancel", () -> model.cancel(selected())),
                item("Try again", () -> model.retry(selected())),
                item(
                        "Send held request all the same",
                        () -> selected().stream()
                                .filter(row -> row.raw() == RowState.HELD)
                                .forEach(model::release)));
    }

    private List<Row> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    private static MenuItem item(String name, Runnable action) {
        var item = new MenuItem(name);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static Button button(String name, String icon, Runnable action) {
        var button = new Button(name, new FontIcon(icon));
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static TableColumn<Row, String> column(String name, double width, Function<Row, String> text) {
        var column = new TableColumn<Row, String>(name);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return column;
    }

    private static final class QueueTableRow extends TableRow<Row> {
        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            boolean some = !empty && row != null;
            pseudoClassStateChanged(
                    FAILED, some && (row.raw() == RowState.FAILED || row.raw() == RowState.INTERRUPTED));
            pseudoClassStateChanged(OVER, some && row.raw().isOver());
            pseudoClassStateChanged(RUNNING, some && row.raw() == RowState.RUNNING);
        }
    }
}
