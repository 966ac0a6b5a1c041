package tendril.ui.panel;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tendril.session.DryRun;

/** What would leave this machine, line by line, before anything does. Confined to the FX thread. */
public final class DryRunView extends VBox {
    private static final double WIDTH_PX = 860;
    private static final double ROW_PX = 28;
    private static final int ROWS_SHOWN_MAX = 12;
    private static final PseudoClass LEAVES = PseudoClass.getPseudoClass("leaves");
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

    /**
     * The view.
     *
     * @param run   what it shows
     * @param ask   asks all of it; what is held waits in the queue
     * @param close closes it
     */
    public DryRunView(DryRun run, Runnable ask, Runnable close) {
        getStyleClass().addAll("card", "dry-run", "queue");
        setPrefWidth(WIDTH_PX);
        var title = new Label("What would leave this machine");
        title.getStyleClass().add("card-title");
        var summary = new Label(run.summary() + (run.held() == 0 ? "" : " " + held(run)));
        summary.setWrapText(true);
        summary.getStyleClass().add("blank-text");
        getChildren().addAll(title, summary, table(run), buttons(run, ask, close));
    }

    private static String held(DryRun run) {
        return run.held() == 1 ? "One is held by the rule." : run.held() + " are held by the rule.";
    }

    private static TableView<DryRun.Line> table(DryRun run) {
        var table = new TableView<DryRun.Line>();
        table.getItems().setAll(run.lines());
        table.setFixedCellSize(ROW_PX);
        table.setPrefHeight(ROW_PX * (1.2 + Math.clamp(run.lines().size(), 2, ROWS_SHOWN_MAX)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label("No pivot fits what is selected."));
        table.getColumns()
                .addAll(List.of(
                        column("Request", 400, DryRun.Line::request),
                        column("Seen by", 190, DryRun.Line::audience),
                        column("What happens", 260, line -> line.fate().words())));
        table.setRowFactory(view -> new TableRow<>() {
            @Override
            protected void updateItem(DryRun.Line line, boolean empty) {
                super.updateItem(line, empty);
                boolean some = !empty && line != null;
                pseudoClassStateChanged(LEAVES, some && line.fate() instanceof DryRun.Fate.Leaves);
                pseudoClassStateChanged(HELD, some && line.fate() instanceof DryRun.Fate.Held);
            }
        });
        return table;
    }

    private static TableColumn<DryRun.Line, String> column(
            String name, double width, Function<DryRun.Line, String> text) {
        var column = new TableColumn<DryRun.Line, String>(name);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(String words, boolean empty) {
                super.updateItem(words, empty);
                boolean some = !empty && words != null;
                setText(some ? words : "");
                setTooltip(some ? new Tooltip(words) : null);
            }
        });
        return column;
    }

    private static HBox buttons(DryRun run, Runnable ask, Runnable close) {
        var cancel = new Button("Close");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close.run());
        var go = new Button("Ask now");
        go.getStyleClass().add("accent");
        go.setDisable(run.lines().isEmpty());
        go.setOnAction(event -> {
            close.run();
            ask.run();
        });
        var space = new HBox();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row = new HBox(space, cancel, go);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.getStyleClass().add("button-row");
        return row;
    }
}
