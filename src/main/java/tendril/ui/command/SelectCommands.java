package tendril.ui.command;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import tendril.ui.canvas.CanvasViewModel;
import tendril.ui.canvas.LinkedSelection;
import tendril.ui.workbench.WorkbenchViewModel;

/** The Select menu. */
final class SelectCommands {
    private static final int SLOTS = 9;

    private final List<List<Command>> groups;
    private final List<Command> slots = new ArrayList<>();

    SelectCommands(WorkbenchViewModel model, WindowActions window) {
        BooleanBinding entities = model.hasEntities();
        BooleanBinding filled = model.isEmptyCase().not();
        CanvasViewModel canvas = model.canvas();
        var linked = new LinkedSelection(canvas);
        groups = List.of(
                List.of(
                        Command.of("All", "mdi2s-select-all", filled, canvas::selectAll, "Shortcut+A"),
                        Command.of("None", "", model.hasSelection(), canvas::selectNone, "Esc"),
                        Command.of("Invert", "", filled, canvas::invertSelection, "Shortcut+I"),
                        Command.of("With a lasso", "mdi2l-lasso", filled, window::lasso, "Alt+L")),
                List.of(
                        Command.of("Children", "", entities, linked::children, "Shortcut+Right"),
                        Command.of("Parents", "", entities, linked::parents, "Shortcut+Left"),
                        Command.of("Add neighbours", "", entities, linked::addNeighbours, "Shortcut+Up"),
                        Command.of("Same type", "", entities, linked::sameType, "Shortcut+Shift+T"),
                        Command.of("Leaves", "", filled, linked::leaves)),
                List.of(Command.of(
                        "Saved selections …",
                        "mdi2b-bookmark-outline",
                        filled,
                        () -> window.popovers().showSavedSelections(),
                        "Alt+0",
                        "Shortcut+Shift+0")));
        for (int slot = 1; slot <= SLOTS; slot++) {
            String name = Integer.toString(slot);
            slots.add(Command.of(
                    "Save selection " + name,
                    "",
                    model.hasSelection(),
                    () -> window.popovers().selections().save(name),
                    "Shortcut+Shift+" + name));
            slots.add(Command.of(
                    "Recall selection " + name,
                    "",
                    filled,
                    () -> window.popovers().selections().recall(name),
                    "Alt+" + name));
        }
    }

    /** Commands that have keys and no place in a menu: nine numbered selections. */
    List<Command> slots() {
        return slots;
    }

    List<List<Command>> groups() {
        return groups;
    }
}
