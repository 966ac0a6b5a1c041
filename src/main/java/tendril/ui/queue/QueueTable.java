package tendril.ui.queue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import tendril.indicator.Indicator;
import tendril.pivot.lane.RowState;
import tendril.ui.panel.PanelActions;

/**
 * The lines of the queue. Keeps its selection while lines move, and rewrites words in place as time goes on. Confined to
 * the FX thread.
 */
final class QueueTable extends TableView<QueueLine> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
    private static final double ROW_PX = 26;

    /** More than this are not selected on the canvas along with the lines. */
    private static final int SHOWN_ON_CANVAS_MAX = 500;

    /** When more than this have to be selected anew the selection is let go: it would be felt. */
    private static final int RESELECTED_MAX = 1_000;

    private final QueueViewModel model;
    private final QueueCommands commands;
    private final PanelActions actions;
    private final QueueDrag drag;
    private final List<WordCell> cells = new ArrayList<>();
    private final List<Line> rows = new ArrayList<>();
    private List<QueueLine> kept = List.of();

    QueueTable(QueueViewModel model, QueueCommands commands, PanelActions actions) {
        this.model = model;
        this.commands = commands;
        this.actions = actions;
        drag = new QueueDrag(this, commands);
        setId("queue-table");
        setItems(model.lines());
        setFixedCellSize(ROW_PX);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(placeholder());
        getColumns()
                .addAll(List.of(
                        column("State", 108, line -> model.words(line).state()),
                        column("Time", 74, line -> model.words(line).when()),
                        column("Entity", 190, QueueLine::indicator),
                        column("Pivot", 140, QueueLine::pivot),
                        column("Source", 92, QueueLine::provider),
                        column("Why", 320, line -> model.words(line).why())));
        setRowFactory(view -> new Line());
        setContextMenu(new QueueMenu(this, commands, actions));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_RELEASED, this::released);
        model.changing().addListener((property, before, now) -> {
            if (now) {
                kept = selected();
            } else {
                select(kept);
                kept = List.of();
            }
        });
        model.stamp().addListener((property, before, now) -> rewrite());
    }

    /** What is selected, in the order it was selected. */
    List<QueueLine> selected() {
        return getSelectionModel().isEmpty()
                ? List.of()
                : List.copyOf(getSelectionModel().getSelectedItems());
    }

    /** Selects what was selected before the lines moved: what the toolkit has lost, and nothing it has put in place of it. */
    private void select(List<QueueLine> lines) {
        Set<QueueLine> wanted = new HashSet<>(lines);
        int[] extra = getSelectionModel().getSelectedIndices().stream()
                .filter(place -> !wanted.contains(getItems().get(place)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] missing = lines.stream()
                .mapToInt(line -> line.place)
                .filter(place -> place >= 0 && !getSelectionModel().isSelected(place))
                .toArray();
        if (extra.length + missing.length > RESELECTED_MAX) {
            getSelectionModel().clearSelection();
            return;
        }
        for (int place : extra) {
            getSelectionModel().clearSelection(place);
        }
        if (missing.length > 0) {
            getSelectionModel().selectIndices(missing[0], missing);
        }
    }

    private void rewrite() {
        cells.forEach(WordCell::rewrite);
        rows.forEach(Line::restyle);
    }

    private void pressed(KeyEvent event) {
        List<QueueLine> chosen = selected();
        boolean alt = event.isAltDown();
        switch (event.getCode()) {
            case DELETE -> commands.cancel(chosen);
            case ENTER -> actions.reveal(entities(chosen));
            case ESCAPE -> drag.stop();
            case N -> commands.doNext(chosen);
            case R -> commands.retry(chosen);
            case UP -> onlyWithAlt(alt, () -> commands.moveUp(chosen));
            case DOWN -> onlyWithAlt(alt, () -> commands.moveDown(chosen));
            case HOME -> onlyWithAlt(alt, () -> commands.doNext(chosen));
            case END -> onlyWithAlt(alt, () -> commands.moveToEnd(chosen));
            default -> {
                return;
            }
        }
        if (alt || !event.getCode().isNavigationKey()) {
            event.consume();
        }
    }

    private static void onlyWithAlt(boolean alt, Runnable action) {
        if (alt) {
            action.run();
        }
    }

    /** Walking along the lines selects on the canvas as clicking does. */
    private void released(KeyEvent event) {
        if (event.getCode().isNavigationKey() && !event.isAltDown()) {
            showOnCanvas();
        }
    }

    private void showOnCanvas() {
        List<QueueLine> chosen = selected();
        if (!chosen.isEmpty() && chosen.size() <= SHOWN_ON_CANVAS_MAX) {
            actions.highlight(entities(chosen));
        }
    }

    /** The entities that these requests ask about, each once. */
    static List<Indicator> entities(List<QueueLine> lines) {
        return lines.stream().map(line -> line.request().indicator()).distinct().toList();
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

    private TableColumn<QueueLine, QueueLine> column(String name, double width, Function<QueueLine, String> text) {
        var column = new TableColumn<QueueLine, QueueLine>(name);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(view -> {
            var cell = new WordCell(text);
            cells.add(cell);
            return cell;
        });
        return column;
    }

    /** One field, whose words may change while its line stays. */
    private static final class WordCell extends TableCell<QueueLine, QueueLine> {
        private final Function<QueueLine, String> text;

        WordCell(Function<QueueLine, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(QueueLine line, boolean empty) {
            super.updateItem(line, empty);
            rewrite();
        }

        void rewrite() {
            QueueLine line = getItem();
            setText(isEmpty() || line == null ? "" : text.apply(line));
        }
    }

    /** One line, coloured by its state. */
    private final class Line extends TableRow<QueueLine> {
        private final Tooltip tooltip = new Tooltip();

        Line() {
            rows.add(this);
            drag.over(this);
            addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        }

        private void clicked(MouseEvent event) {
            if (event.getButton() != MouseButton.PRIMARY || isEmpty() || !event.isStillSincePress()) {
                return;
            }
            if (event.getClickCount() == 2) {
                actions.reveal(entities(selected()));
            } else {
                showOnCanvas();
            }
        }

        @Override
        protected void updateItem(QueueLine line, boolean empty) {
            super.updateItem(line, empty);
            restyle();
        }

        void restyle() {
            QueueLine line = isEmpty() ? null : getItem();
            RowState state = line == null ? RowState.QUEUED : line.state();
            pseudoClassStateChanged(FAILED, state == RowState.FAILED || state == RowState.INTERRUPTED);
            pseudoClassStateChanged(OVER, state.isOver());
            pseudoClassStateChanged(RUNNING, state == RowState.RUNNING);
            pseudoClassStateChanged(HELD, state == RowState.HELD);
            String why = line == null ? "" : model.words(line).why();
            tooltip.setText(why);
            setTooltip(why.isEmpty() ? null : tooltip);
        }
    }
}
