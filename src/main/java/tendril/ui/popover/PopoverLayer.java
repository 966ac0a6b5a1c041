package tendril.ui.popover;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The layer above everything else in the window, for one pop-over at a time. A click beside it or Escape closes it, and
 * the focus goes back to where it was. Confined to the FX thread.
 */
public final class PopoverLayer extends Pane {
    private static final double EDGE_PX = 8;

    private Optional<Region> open = Optional.empty();
    private Optional<Node> focusBefore = Optional.empty();
    private Point2D anchor = Point2D.ZERO;
    private boolean firm;

    public PopoverLayer() {
        getStyleClass().add("popover-layer");
        setPickOnBounds(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                if (!firm) {
                    close();
                }
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && open.isPresent()) {
                close();
                event.consume();
            }
        });
    }

    /** Shows a pop-over with its top left corner there, or as near as fits. */
    public void show(Region content, double sceneX, double sceneY) {
        focusBefore = focusBefore.or(() -> Optional.ofNullable(getScene().getFocusOwner()));
        anchor = sceneToLocal(sceneX, sceneY);
        open = Optional.of(content);
        firm = false;
        getChildren().setAll(content);
        setPickOnBounds(true);
        applyCss();
        requestLayout();
        layout();
    }

    /** Shows a pop-over in the middle of the window that a click beside it does not close: it may hold typed text. */
    public void showFirmly(Region content) {
        showCentered(content);
        firm = true;
    }

    /** Shows a pop-over in the middle of the window. */
    public void showCentered(Region content) {
        show(content, 0, 0);
        anchor = new Point2D(
                (getWidth() - content.prefWidth(-1)) / 2,
                Math.max(EDGE_PX, (getHeight() - content.prefHeight(-1)) / 3));
        requestLayout();
    }

    public void close() {
        if (open.isEmpty()) {
            return;
        }
        open = Optional.empty();
        getChildren().clear();
        setPickOnBounds(false);
        focusBefore.ifPresent(Node::requestFocus);
        focusBefore = Optional.empty();
    }

    public boolean isOpen() {
        return open.isPresent();
    }

    @Override
    protected void layoutChildren() {
        open.ifPresent(content -> {
            double width = Math.min(content.prefWidth(-1), getWidth() - 2 * EDGE_PX);
            double height = Math.min(content.prefHeight(width), getHeight() - 2 * EDGE_PX);
            double x = Math.clamp(anchor.getX(), EDGE_PX, Math.max(EDGE_PX, getWidth() - width - EDGE_PX));
            double y = Math.clamp(anchor.getY(), EDGE_PX, Math.max(EDGE_PX, getHeight() - height - EDGE_PX));
            content.resizeRelocate(Math.round(x), Math.round(y), Math.round(width), Math.round(height));
        });
    }

    /** Where a node is, in the scene. */
    public static Bounds inScene(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }
}
