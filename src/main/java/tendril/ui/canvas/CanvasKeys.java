package tendril.ui.canvas;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import tendril.indicator.Indicator;
import tendril.ui.canvas.LinkWalk.Direction;

/** Keys that mean something only on the canvas: walking along links, expanding, typing. Confined to the FX thread. */
final class CanvasKeys {
    private final GraphCanvas canvas;
    private final CanvasViewModel model;
    private final CanvasActions actions;
    private final LinkWalk walk;

    CanvasKeys(GraphCanvas canvas, CanvasViewModel model, CanvasActions actions) {
        this.canvas = canvas;
        this.model = model;
        this.actions = actions;
        walk = new LinkWalk(model);
    }

    void install() {
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        canvas.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean used = switch (event.getCode()) {
            case LEFT -> walk(Direction.LEFT);
            case RIGHT -> walk(Direction.RIGHT);
            case UP -> walk(Direction.UP);
            case DOWN -> walk(Direction.DOWN);
            case ENTER -> open();
            case CONTEXT_MENU -> menu();
            case F10 -> event.isShiftDown() && menu();
            default -> false;
        };
        if (used) {
            event.consume();
        }
    }

    private boolean walk(Direction direction) {
        walk.step(direction).ifPresent(next -> {
            model.nodes().slotOf(next).ifPresent(slot -> {
                model.select(model.nodes().selectionOf(new int[] {slot}));
                model.bringIntoView(slot).ifPresent(canvas::show);
            });
        });
        return true;
    }

    private boolean open() {
        Selection selection = model.selection().get();
        if (!selection.links().isEmpty()) {
            actions.showEvidence();
        }
        selection.collections().forEach(actions::openCollection);
        if (!selection.entities().isEmpty()) {
            actions.expand(List.copyOf(selection.entities()));
        }
        return !selection.isEmpty();
    }

    private boolean menu() {
        Optional<Indicator> first = model.selection().get().entities().stream().findFirst();
        double x = first.flatMap(model.nodes()::slotOf)
                .map(slot -> model.camera().get().toViewX(model.scene().get().x(slot)))
                .orElse(canvas.getWidth() / 2);
        double y = first.flatMap(model.nodes()::slotOf)
                .map(slot -> model.camera().get().toViewY(model.scene().get().y(slot)))
                .orElse(canvas.getHeight() / 2);
        actions.showMenu(x, y);
        return true;
    }

    private void typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean printable = !text.isEmpty() && text.codePoints().allMatch(c -> c > ' ' && c != 0x7F);
        boolean command = event.isShortcutDown() || event.isControlDown() || event.isMetaDown() || event.isAltDown();
        if (printable && !command) {
            var at = canvas.pointer();
            actions.typed(text, at.getX(), at.getY());
            event.consume();
        }
    }
}
