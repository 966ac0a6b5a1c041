package tendril.ui.queue;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import tendril.pivot.lane.RowState;
import tendril.ui.panel.PanelActions;

/** What can be done to the selected lines of the queue; made anew each time it opens. Confined to the FX thread. */
final class QueueMenu extends ContextMenu {
    private static final int TITLE_CHARS_MAX = 40;

    private final QueueCommands commands;
    private final PanelActions actions;

    QueueMenu(QueueTable table, QueueCommands commands, PanelActions actions) {
        this.commands = commands;
        this.actions = actions;
        // Without an item a menu is never shown, and is not asked what it holds.
        getItems().add(new MenuItem("Do this next"));
        setOnShowing(event -> fill(table.selected()));
    }

    private void fill(List<QueueLine> chosen) {
        boolean waits = any(chosen, line -> line.state().isInLine());
        getItems()
                .setAll(
                        item("Do this next", "N", waits, () -> commands.doNext(chosen)),
                        item("Move up", "Alt+Up", waits, () -> commands.moveUp(chosen)),
                        item("Move down", "Alt+Down", waits, () -> commands.moveDown(chosen)),
                        item("Move to the end", "Alt+End", waits, () -> commands.moveToEnd(chosen)),
                        new SeparatorMenuItem(),
                        item("Cancel", "Delete", any(chosen, QueueLine::mayBeCancelled), () -> commands.cancel(chosen)),
                        cancelAction(chosen),
                        item(
                                "Try again",
                                "R",
                                any(chosen, line -> line.state().mayBeRetried()),
                                () -> commands.retry(chosen)),
                        item(
                                "Ask again and keep both answers",
                                "",
                                any(
                                        chosen,
                                        line -> line.state() == RowState.DONE
                                                || line.state() == RowState.NOTHING_FOUND),
                                () -> commands.askAgain(chosen)),
                        item(
                                "Send held request all the same",
                                "",
                                any(chosen, line -> line.state() == RowState.HELD),
                                () -> commands.release(chosen)),
                        new SeparatorMenuItem(),
                        item(
                                "Show on the canvas",
                                "Enter",
                                !chosen.isEmpty(),
                                () -> actions.reveal(QueueTable.entities(chosen))));
        commands.sourceOf(chosen).ifPresent(source -> {
            String name = chosen.getFirst().provider();
            getItems()
                    .addAll(
                            item("Pause " + name, "", true, () -> commands.pause(source)),
                            item("Resume " + name, "", true, () -> commands.resume(source)));
        });
    }

    private MenuItem cancelAction(List<QueueLine> chosen) {
        Optional<QueueLine> first = chosen.stream().findFirst();
        String title = first.map(commands::actionOf).orElse("one action");
        String named = title.length() > TITLE_CHARS_MAX ? title.substring(0, TITLE_CHARS_MAX) + "…" : title;
        return item(
                "Cancel everything of \"" + named + "\"",
                "",
                first.isPresent(),
                () -> first.ifPresent(commands::cancelAction));
    }

    private static boolean any(List<QueueLine> chosen, Predicate<QueueLine> test) {
        return chosen.stream().anyMatch(test);
    }

    private static MenuItem item(String name, String key, boolean possible, Runnable action) {
        var item = new MenuItem(name);
        item.setMnemonicParsing(false);
        if (!key.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(key));
        }
        item.setDisable(!possible);
        item.setOnAction(event -> action.run());
        return item;
    }
}
