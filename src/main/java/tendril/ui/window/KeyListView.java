package tendril.ui.window;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every key and gesture, by menu. Confined to the FX thread. */
final class KeyListView extends VBox {
    private static final double WIDTH_PX = 760;
    private static final double HEIGHT_PX = 560;

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

    KeyListView(Commands commands) {
        getStyleClass().addAll("card", "key-list");
        setPrefSize(WIDTH_PX, HEIGHT_PX);
        var title = new Label("Keys and gestures");
        title.getStyleClass().add("card-title");
        var groups = new FlowPane();
        groups.getStyleClass().add("key-groups");
        groups.setPrefWrapLength(WIDTH_PX - 48);
        groups.getChildren().add(group("Canvas", GESTURES));
        commands.menus().forEach((name, menu) -> {
            List<Gesture> keyed = menu.stream()
                    .flatMap(List::stream)
                    .filter(command -> !command.keys().isEmpty())
                    .map(command -> new Gesture(
                            command.keyText().orElse(""), command.name().get()))
                    .toList();
            if (!keyed.isEmpty()) {
                groups.getChildren().add(group(name, keyed));
            }
        });
        groups.getChildren().add(group("Queue panel", IN_QUEUE));
        var scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        getChildren().addAll(title, scroll);
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
        grid.getColumnConstraints().addAll(column(190), column(140));
        return grid;
    }

    private static javafx.scene.layout.ColumnConstraints column(double width) {
        var column = new javafx.scene.layout.ColumnConstraints();
        column.setMinWidth(width);
        return column;
    }
}
