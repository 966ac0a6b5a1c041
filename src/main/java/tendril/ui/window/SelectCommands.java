package tendril.ui.window;

import java.util.List;
import javafx.beans.binding.BooleanBinding;
import tendril.ui.canvas.CanvasViewModel;

/** The Select menu. */
final class SelectCommands {
    private final List<List<Command>> groups;

    SelectCommands(WorkbenchViewModel model, WindowActions window) {
        BooleanBinding entities = model.hasEntities();
        BooleanBinding filled = model.isEmptyCase().not();
        CanvasViewModel canvas = model.canvas();
        groups = List.of(
                List.of(
                        Command.of("All", "mdi2s-select-all", filled, canvas::selectAll, "Shortcut+A"),
                        Command.of("None", "", model.hasSelection(), canvas::selectNone, "Esc"),
                        Command.of("Invert", "", filled, canvas::invertSelection, "Shortcut+I"),
                        Command.of("With a lasso", "mdi2l-lasso", filled, window::lasso, "Alt+L")),
                List.of(
                        Command.of("Children", "", entities, canvas::selectChildren, "Shortcut+Right"),
                        Command.of("Parents", "", entities, canvas::selectParents, "Shortcut+Left"),
                        Command.of("Add neighbours", "", entities, canvas::selectNeighbours, "Shortcut+Up"),
                        Command.of("Same type", "", entities, canvas::selectSameType, "Shortcut+Shift+T"),
                        Command.of("Leaves", "", filled, canvas::selectLeaves)));
    }

    List<List<Command>> groups() {
        return groups;
    }
}
