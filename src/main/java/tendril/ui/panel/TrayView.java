package tendril.ui.panel;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.ui.panel.TrayViewModel.Row;

/** The tray: results that were too many for the canvas, to be kept or dropped. Confined to the FX thread. */
public final class TrayView extends VBox {
    private static final double ROW_PX = 28;

    private final TrayViewModel model;
    private final TableView<Row> table = new TableView<>();

    public TrayView(TrayViewModel model) {
        this.model = model;
        getStyleClass().addAll("queue", "tray");
        table.setItems(model.rows());
        table.setFixedCellSize(ROW_PX);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(placeholder());
        table.getColumns()
                .addAll(List.of(
                        column("Result", 280, row -> row.indicator().value()),
                        column("Type", 110, Row::type),
                        column("Relation", 130, Row::relation),
                        column("Last seen", 100, Row::seen),
                        column("Asked about", 200, Row::from)));
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                model.keep(chosen());
            } else if (event.getCode() == KeyCode.DELETE) {
                model.drop(chosen());
            } else {
                return;
            }
            event.consume();
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar(), table);
    }

    private HBox bar() {
        var summary = new Label();
        summary.textProperty().bind(model.summary());
        summary.getStyleClass().add("queue-header");
        summary.setMaxWidth(Double.MAX_VALUE);
        summary.setMinWidth(0);
        HBox.setHgrow(summary, Priority.ALWAYS);
        var filter = new TextField();
        filter.setPromptText("Filter");
        filter.setPrefColumnCount(12);
        filter.getStyleClass().addAll("small", "tag-field");
        filter.textProperty().bindBidirectional(model.filter());
        var bar = new HBox(
                summary,
                filter,
                button("Keep", "mdi2c-check", model::keep),
                button("Keep as collection", "mdi2s-select-group", model::keepAsCollection),
                button("Drop", "mdi2c-close", model::drop));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("queue-bar");
        return bar;
    }

    /** Acts on what is selected, or on all that is shown when nothing is; the button says which. */
    private Button button(String name, String icon, Consumer<List<Row>> action) {
        var button = new Button(name, new FontIcon(icon));
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        var selected = table.getSelectionModel().getSelectedItems();
        button.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> name + (selected.isEmpty() ? " all" : " " + selected.size()), selected));
        button.disableProperty().bind(Bindings.isEmpty(model.rows()));
        button.setOnAction(event -> action.accept(chosen()));
        return button;
    }

    private List<Row> chosen() {
        List<Row> selected = List.copyOf(table.getSelectionModel().getSelectedItems());
        return selected.isEmpty() ? List.copyOf(model.rows()) : selected;
    }

    private static VBox placeholder() {
        var title = new Label("Nothing waits here");
        title.getStyleClass().add("blank-title");
        var text = new Label("Answers with many new results land here first, so that the canvas stays readable.");
        text.getStyleClass().add("blank-text");
        var box = new VBox(title, text);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("blank");
        return box;
    }

    private static TableColumn<Row, String> column(String name, double width, Function<Row, String> text) {
        var column = new TableColumn<Row, String>(name);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return column;
    }
}
