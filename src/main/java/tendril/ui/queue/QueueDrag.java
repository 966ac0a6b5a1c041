package tendril.ui.queue;

import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * Dragging lines of the queue to another place: all that are selected move together, a mark shows where they would land,
 * and the table scrolls at its edges. Escape lets go without moving. Confined to the FX thread.
 */
final class QueueDrag {
    private static final PseudoClass DROP_ABOVE = PseudoClass.getPseudoClass("drop-above");
    private static final PseudoClass DROP_BELOW = PseudoClass.getPseudoClass("drop-below");
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final Duration SCROLL_STEP = Duration.millis(70);
    private static final double EDGE_PX = 22;
    private static final double HEAD_PX = 26;

    private final QueueTable table;
    private final QueueCommands commands;
    private final Timeline scroll;
    private List<QueueLine> dragged = List.of();
    private Optional<QueueLine> pressed = Optional.empty();
    private int scrollBy;
    private int topmost;

    QueueDrag(QueueTable table, QueueCommands commands) {
        this.table = table;
        this.commands = commands;
        scroll = new Timeline(new KeyFrame(SCROLL_STEP, event -> {
            topmost = Math.clamp(
                    topmost + scrollBy, 0, Math.max(0, table.getItems().size() - 1));
            table.scrollTo(topmost);
        }));
        scroll.setCycleCount(Animation.INDEFINITE);
        table.addEventFilter(MouseDragEvent.MOUSE_DRAG_OVER, this::scrollAtEdge);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> scroll.stop());
        table.addEventHandler(
                MouseDragEvent.MOUSE_DRAG_RELEASED,
                event -> drop(table.getItems().size()));
    }

    /** Lets lines be dragged from this row, and dropped on it. */
    void over(TableRow<QueueLine> row) {
        row.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed = Optional.ofNullable(row.getItem()));
        row.setOnDragDetected(event -> begin(row, event));
        row.setOnMouseDragOver(event -> mark(row, event));
        row.setOnMouseDragExited(event -> unmark(row));
        row.setOnMouseDragReleased(event -> {
            int place = row.isEmpty() ? table.getItems().size() : row.getIndex() + (isLower(row, event) ? 1 : 0);
            unmark(row);
            drop(place);
            event.consume();
        });
        row.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> stop());
    }

    /** Lets go without moving anything. */
    void stop() {
        dragged = List.of();
        pressed = Optional.empty();
        scroll.stop();
        table.setCursor(Cursor.DEFAULT);
        table.pseudoClassStateChanged(DRAGGED, false);
    }

    private void begin(TableRow<QueueLine> row, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        // A quick hand is over another line by the time it counts as dragging.
        List<QueueLine> chosen = table.selected();
        List<QueueLine> one = pressed.stream().toList();
        dragged = QueueCommands.inLine(chosen.containsAll(one) ? chosen : one);
        if (!dragged.isEmpty()) {
            topmost = row.getIndex();
            row.startFullDrag();
            table.setCursor(Cursor.MOVE);
            table.pseudoClassStateChanged(DRAGGED, true);
        }
        event.consume();
    }

    private void mark(TableRow<QueueLine> row, MouseDragEvent event) {
        boolean lower = isLower(row, event);
        row.pseudoClassStateChanged(DROP_ABOVE, !dragged.isEmpty() && !row.isEmpty() && !lower);
        row.pseudoClassStateChanged(DROP_BELOW, !dragged.isEmpty() && !row.isEmpty() && lower);
    }

    private static void unmark(TableRow<QueueLine> row) {
        row.pseudoClassStateChanged(DROP_ABOVE, false);
        row.pseudoClassStateChanged(DROP_BELOW, false);
    }

    private static boolean isLower(TableRow<QueueLine> row, MouseDragEvent event) {
        return row.sceneToLocal(event.getSceneX(), event.getSceneY()).getY() > row.getHeight() / 2;
    }

    private void drop(int place) {
        List<QueueLine> moving = dragged;
        stop();
        if (!moving.isEmpty()) {
            commands.drop(moving, place);
        }
    }

    private void scrollAtEdge(MouseDragEvent event) {
        Bounds area = table.localToScene(table.getLayoutBounds());
        boolean up = event.getSceneY() < area.getMinY() + HEAD_PX + EDGE_PX;
        boolean down = event.getSceneY() > area.getMaxY() - EDGE_PX;
        if (dragged.isEmpty() || (!up && !down)) {
            scroll.stop();
            return;
        }
        if (scroll.getStatus() != Animation.Status.RUNNING) {
            topmost = Math.max(0, topmostShown(area));
            scroll.play();
        }
        scrollBy = up ? -1 : 1;
    }

    /** The line at the top of what is shown. */
    private int topmostShown(Bounds area) {
        return table.lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof TableRow<?> row
                        && row.isVisible()
                        && !row.isEmpty()
                        && row.localToScene(row.getLayoutBounds()).getMaxY() > area.getMinY() + HEAD_PX)
                .mapToInt(node -> ((TableRow<?>) node).getIndex())
                .min()
                .orElse(0);
    }
}
