package tendril.ui.command;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import tendril.ui.workbench.WorkbenchViewModel;

/** What folds and unfolds, in the Layout menu. */
final class CollectionCommands {
    final Command fold;
    final Command foldLeaves;
    final Command open;
    final Command list;

    CollectionCommands(WorkbenchViewModel model, WindowActions window) {
        BooleanBinding collections = Bindings.createBooleanBinding(
                () -> !model.canvas().selection().get().collections().isEmpty(),
                model.canvas().selection());
        BooleanBinding several = Bindings.createBooleanBinding(
                () -> model.canvas().selection().get().nodeCount() > 1,
                model.canvas().selection());
        fold = Command.of(
                "Fold into a collection",
                "mdi2p-package-variant-closed",
                several,
                () -> window.folding().foldSelection(),
                "Shortcut+G");
        foldLeaves = Command.of(
                "Fold leaves by type",
                "mdi2p-package-down",
                model.isEmptyCase().not(),
                () -> window.folding().foldLeaves(),
                "Shortcut+Alt+G");
        open = Command.of(
                "Open collection in place",
                "mdi2p-package-up",
                collections,
                () -> window.folding().openSelected(),
                "Shortcut+Shift+G");
        list = Command.of(
                "Open collection as a list …",
                "mdi2f-format-list-bulleted",
                collections,
                () -> window.popovers().listCollection(),
                "Shift+Enter");
    }

    List<Command> all() {
        return List.of(fold, foldLeaves, open, list);
    }
}
