package tendril.ui.tray;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * The results of one answer, a line each. Very many are chosen by ticks and not by selecting their lines: the toolkit
 * takes a time that grows with the square of a selection to let it go. Confined to the FX thread.
 */
final class TrayTable extends TableView<TrayRow> {
    /** A larger range is ticked instead of selected. */
    private static final int SELECTED_MAX = 1_000;

    private static final double ROW_PX = 28;
    private static final double DATE_PX = 95;

    private final TrayViewModel model;

    /** The line clicked last without Shift: where a range begins. */
    private int anchor;

    TrayTable(TrayViewModel model) {
        this.model = model;
        setItems(model.rows());
        setSortPolicy(view -> {
            order();
            return true;
        });
        setFixedCellSize(ROW_PX);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var nothing = new Label("Nothing fits. Clear the filter to see all.");
        nothing.getStyleClass().add("blank-text");
        setPlaceholder(nothing);
        addColumns();
        setRowFactory(view -> new Line());
        addEventFilter(KeyEvent.KEY_PRESSED, this::tickRange);
        setOnKeyPressed(this::pressed);
        model.ticked().addListener((property, before, now) -> refresh());
    }

    private void addColumns() {
        var first = column("First seen", DATE_PX, TrayOrder.FIRST, TrayRow::first);
        var last = column("Last seen", DATE_PX, TrayOrder.LAST, TrayRow::last);
        var votes = column("Votes", 120, TrayOrder.VOTES, TrayRow::votes);
        var answered = column("Other answers", 110, TrayOrder.ANSWERS, row -> number(model.otherAnswers(row)));
        var cases = column("Other cases", 140, TrayOrder.CASES, row -> String.join(", ", model.otherCaseNames(row)));
        getColumns()
                .addAll(List.of(
                        ticks(),
                        column("Result", 260, TrayOrder.VALUE, TrayRow::value),
                        column("Relation", 110, TrayOrder.RELATION, TrayRow::relation),
                        first,
                        last,
                        votes,
                        column("Links here", 90, TrayOrder.LINKS, row -> number(model.links(row))),
                        answered,
                        cases));
        Runnable fit = () -> {
            first.setVisible(model.columns().get().first());
            last.setVisible(model.columns().get().last());
            votes.setVisible(model.columns().get().votes());
            answered.setVisible(model.answers().size() > 1);
            cases.setVisible(model.columns().get().cases());
        };
        model.columns().addListener((property, before, now) -> fit.run());
        model.answers().addListener((ListChangeListener<AnswerLine>) change -> fit.run());
        fit.run();
    }

    private void order() {
        Optional<TableColumn<TrayRow, ?>> by = getSortOrder().stream().findFirst();
        model.orderBy(
                by.map(column -> (TrayOrder) column.getUserData()),
                by.filter(column -> column.getSortType() == TableColumn.SortType.DESCENDING)
                        .isPresent());
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case SPACE -> model.toggle(selected());
            case ENTER -> model.keep(meant());
            case DELETE -> model.drop(meant());
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Ctrl+A ticks everything, Shift+Home and Shift+End all from here, where that is more than can be selected. */
    private void tickRange(KeyEvent event) {
        boolean every = event.isShortcutDown() && event.getCode() == KeyCode.A;
        int here = Math.max(0, getFocusModel().getFocusedIndex());
        int to = event.getCode() == KeyCode.HOME ? 0 : getItems().size() - 1;
        boolean far = event.isShiftDown()
                && (event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END)
                && Math.abs(to - here) > SELECTED_MAX;
        if (every && getItems().size() > SELECTED_MAX) {
            model.tick(model.rows());
            event.consume();
        } else if (far) {
            tick(here, to);
            event.consume();
        }
    }

    private void tick(int from, int to) {
        model.tick(List.copyOf(getItems().subList(Math.min(from, to), Math.max(from, to) + 1)));
    }

    /** What is selected, in the order of the table; never all by accident. */
    private List<TrayRow> selected() {
        return List.copyOf(getSelectionModel().getSelectedItems());
    }

    /** What a key keeps or drops: the selected lines; or all that are ticked, where the one selected is among them. */
    private List<TrayRow> meant() {
        List<TrayRow> selected = selected();
        return selected.size() == 1 && model.isTicked(selected.getFirst()) ? model.chosen() : selected;
    }

    private TableColumn<TrayRow, TrayRow> ticks() {
        var column = new TableColumn<TrayRow, TrayRow>("");
        var every = new CheckBox();
        every.setAccessibleText("Tick all that are shown");
        every.setOnAction(event -> model.toggle(model.rows()));
        model.ticked()
                .addListener((property, before, now) -> every.setSelected(
                        now.intValue() > 0 && now.intValue() >= model.rows().size()));
        column.setGraphic(every);
        column.setMinWidth(34);
        column.setMaxWidth(34);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(view -> new TickCell(model));
        return column;
    }

    private static String number(int count) {
        return count == 0 ? "" : String.format(Locale.ROOT, "%,d", count);
    }

    private static TableColumn<TrayRow, String> column(
            String name, double width, TrayOrder order, Function<TrayRow, String> text) {
        var column = new TableColumn<TrayRow, String>(name);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setUserData(order);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return column;
    }

    /** One line. A click on it, with Shift or Ctrl, ticks: what the buttons act on is what has a tick. */
    private final class Line extends TableRow<TrayRow> {
        Line() {
            addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        }

        private void pressed(MouseEvent event) {
            if (isEmpty() || event.getButton() != MouseButton.PRIMARY) {
                return;
            }
            if (event.isShiftDown()) {
                tick(Math.clamp(anchor, 0, getItems().size() - 1), getIndex());
                event.consume();
                return;
            }
            anchor = getIndex();
            if (event.isShortcutDown()) {
                model.toggle(List.of(getItem()));
                event.consume();
            }
        }
    }

    /** The box that ticks one result. */
    private static final class TickCell extends TableCell<TrayRow, TrayRow> {
        private final CheckBox box = new CheckBox();
        private final TrayViewModel model;

        TickCell(TrayViewModel model) {
            this.model = model;
            box.setFocusTraversable(false);
            box.setOnAction(event -> {
                if (getItem() != null) {
                    model.toggle(List.of(getItem()));
                }
            });
        }

        @Override
        protected void updateItem(TrayRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean some = !empty && row != null;
            setGraphic(some ? box : null);
            if (some) {
                box.setSelected(model.isTicked(row));
                box.setAccessibleText("Tick " + row.indicator().value());
            }
        }
    }
}
