package tendril.ui.command;

import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every key and gesture, by menu. Confined to the FX thread. */
public final class KeyListView extends VBox {
    private static final double WIDTH_PX = 830;

    /** A key or gesture that is no command. */
    private record Gesture(String keys, String does) {}

    private static final List<Gesture> GESTURES = List.of(
            new Gesture("Type or paste", "Add an indicator"),
            new Gesture("Double-click, Enter", "Expand"),
            new Gesture("Right-click", "Pivot menu"),
            new Gesture("E", "Evidence of the selection"),
            new Gesture("Arrow keys", "Walk along links"),
            new Gesture("Shift or Ctrl+click", "Add to the selection"),
            new Gesture("Drag on empty canvas", "Select in a rectangle"),
            new Gesture("Alt+drag", "Select with a lasso"),
            new Gesture("Ctrl+drag node to node", "Draw a link"),
            new Gesture("Shift while dragging", "Snap to guides or grid"),
            new Gesture("Shift+drop on collection", "Put inside"),
            new Gesture("Alt+click node", "Pin or unpin"),
            new Gesture("Ctrl+Shift+1 … 9", "Keep the selection"),
            new Gesture("Alt+1 … 9", "Select it again"),
            new Gesture("Space, middle, right drag", "Move the view"),
            new Gesture("Wheel, pinch", "Zoom at the pointer"),
            new Gesture("?", "This list"));

    private static final List<Gesture> IN_QUEUE = List.of(
            new Gesture("Drag", "Move requests"),
            new Gesture("N, Alt+Home", "Do these next"),
            new Gesture("Alt+Up, Alt+Down", "Move up, down"),
            new Gesture("Alt+End", "Move to the end"),
            new Gesture("Delete", "Cancel"),
            new Gesture("R", "Try again"),
            new Gesture("Enter", "Show on the canvas"));

    public KeyListView(Commands commands) {
        getStyleClass().addAll("card", "key-list");
        setPrefWidth(WIDTH_PX);
        var title = new Label("Keys and gestures");
        title.getStyleClass().add("card-title");
        var left = column();
        var right = column();
        left.getChildren().addAll(group("Canvas", GESTURES), group("Queue panel", IN_QUEUE));
        int rowsLeft = GESTURES.size() + IN_QUEUE.size() + 2;
        int rowsRight = 0;
        for (Map.Entry<String, List<List<Command>>> menu : commands.menus().entrySet()) {
            List<Gesture> keyed = keyed(commands, menu.getValue());
            if (keyed.isEmpty()) {
                continue;
            }
            boolean onTheLeft = rowsLeft <= rowsRight;
            (onTheLeft ? left : right).getChildren().add(group(menu.getKey(), keyed));
            rowsLeft += onTheLeft ? keyed.size() + 1 : 0;
            rowsRight += onTheLeft ? 0 : keyed.size() + 1;
        }
        var groups = new HBox(left, right);
        groups.getStyleClass().add("key-groups");
        var scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(title, scroll);
    }

    /** What a menu does by key, under names that do not change with what was done last. */
    private static List<Gesture> keyed(Commands commands, List<List<Command>> menu) {
        return menu.stream()
                .flatMap(List::stream)
                .filter(command -> !command.keys().isEmpty())
                .map(command -> new Gesture(
                        command.keyText().orElse(""),
                        command == commands.undo
                                ? "Undo"
                                : command == commands.redo
                                        ? "Redo"
                                        : command.name().get()))
                .toList();
    }

    private static VBox column() {
        var column = new VBox();
        column.getStyleClass().add("key-column");
        return column;
    }

    private static Region group(String name, List<Gesture> gestures) {
        var grid = new GridPane();
        grid.getStyleClass().add("key-group");
        var heading = new Label(name);
        heading.getStyleClass().add("section-title");
        grid.add(heading, 0, 0, 2, 1);
        int row = 1;
        for (Gesture gesture : gestures) {
            var keys = new Label(gesture.keys());
            keys.getStyleClass().add("key-cap");
            GridPane.setHalignment(keys, HPos.RIGHT);
            grid.addRow(row++, new Label(gesture.does()), keys);
        }
        grid.getColumnConstraints().addAll(wide(200), wide(160));
        return grid;
    }

    private static ColumnConstraints wide(double width) {
        var column = new ColumnConstraints();
        column.setMinWidth(width);
        return column;
    }
}
