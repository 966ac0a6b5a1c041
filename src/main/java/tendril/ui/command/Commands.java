package tendril.ui.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import tendril.graph.Flag;
import tendril.ui.workbench.LayoutRunner;
import tendril.ui.workbench.WorkbenchViewModel;

/** Every command of the window, by menu, in the order the menus show them; keys and buttons use the same ones. */
public final class Commands {
    private final Map<String, List<List<Command>>> menus = new LinkedHashMap<>();

    final Command newCase;
    final Command open;
    final Command export;
    final Command undo;
    final Command redo;
    final Command paste;
    final Command delete;
    final Command find;
    final Command expand;
    final Command keys;
    final Command findPivot;
    final Command copy;
    final Command copyDefanged;
    final Command evidence;
    final Command dryRun;
    final Command handling;
    final Command pin;
    final Command hide;
    final Command collapse;
    final Command askAgain;
    final Command link;
    final Command note;
    final Command tag;
    final ViewCommands view;
    final LayoutCommands arrange;
    final SelectCommands select;

    public Commands(WorkbenchViewModel model, WindowActions window, LayoutRunner layouts) {
        BooleanBinding some = model.hasSelection();
        BooleanBinding entities = model.hasEntities();
        BooleanBinding filled = model.isEmptyCase().not();
        newCase = Command.of(
                "New case", "mdi2f-file-plus-outline", Command.ALWAYS, window.filing()::newCase, "Shortcut+N");
        open = Command.of("Open …", "mdi2f-folder-open-outline", Command.ALWAYS, window.filing()::open, "Shortcut+O");
        export = Command.of("Export …", "mdi2e-export-variant", filled, window.filing()::export, "Shortcut+Shift+E");
        undo = Command.of(model.undoName(), "mdi2u-undo", model.canUndo(), model::undo, "Shortcut+Z");
        redo = Command.of(
                model.redoName(), "mdi2r-redo", model.canRedo(), model::redo, "Shortcut+Shift+Z", "Shortcut+Y");
        copy = Command.of("Copy", "mdi2c-content-copy", entities, window::copy, "Shortcut+C");
        copyDefanged = Command.of(
                "Copy defanged",
                "mdi2s-shield-link-variant-outline",
                entities,
                window::copyDefanged,
                "Shortcut+Shift+C");
        paste = Command.of("Paste", "mdi2c-content-paste", Command.ALWAYS, window::paste, "Shortcut+V");
        delete = Command.of("Delete", "mdi2d-delete-outline", some, model.selected()::remove, "Delete", "Backspace");
        find = Command.of("Find in graph …", "mdi2m-magnify", filled, window::find, "Shortcut+F");
        view = new ViewCommands(model, window);
        arrange = new LayoutCommands(model, window, layouts);
        select = new SelectCommands(model, window);
        expand = Command.of("Expand", "mdi2a-arrow-expand-all", entities, model::expandSelection, "Shortcut+E");
        findPivot =
                Command.of("Find a pivot …", "mdi2s-source-branch", Command.ALWAYS, window::findPivot, "Shortcut+R");
        keys = Command.of("Keys", "mdi2k-keyboard-outline", Command.ALWAYS, window::showKeys, "F1");
        evidence = Command.of(
                "Evidence", "mdi2f-file-certificate-outline", some, window::showEvidence, "Shortcut+Shift+I");
        dryRun = Command.of(
                "What would leave this machine …",
                "mdi2e-eye-check-outline",
                entities,
                window::showDryRun,
                "Shortcut+Shift+R");
        handling =
                Command.of("Handling (TLP, PAP) …", "mdi2s-shield-lock-outline", Command.ALWAYS, window::showHandling);
        pin = Command.of("Pin or unpin", "mdi2p-pin-outline", entities, model.selected()::togglePin, "Shortcut+P");
        hide = Command.of("Hide", "mdi2e-eye-off-outline", entities, model.selected()::hide, "Shortcut+H");
        collapse = Command.of(
                "Collapse what its pivots brought",
                "mdi2a-arrow-collapse-all",
                entities,
                model.selected()::collapsePivots,
                "Shortcut+Shift+K");
        askAgain = Command.of("Ask again", "mdi2r-refresh", entities, model::askAgain, "Shortcut+Shift+A");
        BooleanBinding two = Bindings.createBooleanBinding(
                () -> model.canvas().selection().get().entities().size() == 2,
                model.canvas().selection());
        link = Command.of("Link the two …", "mdi2v-vector-line", two, window.writing()::linkTwo, "Shortcut+K");
        note = Command.of("Edit note", "mdi2n-note-edit-outline", entities, window.writing()::note, "F2");
        tag = Command.of("Add a tag", "mdi2t-tag-plus-outline", entities, window.writing()::tag, "Shortcut+T");
        fillMenus(model, window);
    }

    /** In the order the menu bar shows them. */
    private void fillMenus(WorkbenchViewModel model, WindowActions window) {
        fillFile(window);
        fillEdit(model);
        menus.put("View", view.groups());
        menus.put("Select", select.groups());
        menus.put("Layout", arrange.groups());
        fillPivot(model);
        fillQueue(model);
        fillHelp(window);
    }

    private void fillFile(WindowActions window) {
        menu(
                "File",
                List.of(newCase, open),
                List.of(
                        Command.of(
                                "Save",
                                "mdi2c-content-save-outline",
                                Command.ALWAYS,
                                window.filing()::save,
                                "Shortcut+S"),
                        Command.of(
                                "Save as …",
                                "mdi2c-content-save-edit-outline",
                                Command.ALWAYS,
                                window.filing()::saveAs,
                                "Shortcut+Shift+S"),
                        Command.of(
                                "Save a copy …",
                                "mdi2c-content-save-all-outline",
                                Command.ALWAYS,
                                window.filing()::saveCopy)),
                List.of(
                        Command.of(
                                "Import …",
                                "mdi2i-import",
                                Command.ALWAYS,
                                window.filing()::importFile,
                                "Shortcut+Shift+O"),
                        export),
                List.of(Command.of(
                        "Settings …", "mdi2c-cog-outline", Command.ALWAYS, window::showSettings, "Shortcut+Comma")),
                List.of(Command.of("Quit", "mdi2e-exit-to-app", Command.ALWAYS, window::quit, "Shortcut+Q")));
    }

    private void fillEdit(WorkbenchViewModel model) {
        BooleanBinding entities = model.hasEntities();
        menu(
                "Edit",
                List.of(undo, redo),
                List.of(copy, copyDefanged, paste, delete),
                flags(model),
                List.of(note, tag, link),
                List.of(handling),
                List.of(
                        pin,
                        hide,
                        Command.of("Hide others", "", entities, model.selected()::hideOthers, "Shortcut+Shift+H"),
                        Command.of(
                                "Show all hidden", "mdi2e-eye-outline", Command.ALWAYS, model.selected()::showHidden)),
                List.of(find));
    }

    private void fillPivot(WorkbenchViewModel model) {
        BooleanBinding entities = model.hasEntities();
        menu("Pivot", List.of(findPivot, expand, askAgain, collapse), List.of(dryRun, evidence));
    }

    private void fillQueue(WorkbenchViewModel model) {
        BooleanBinding offline = Bindings.createBooleanBinding(
                () -> model.session().queue().isOffline(), model.queueChanges(), model.openings());
        menu(
                "Queue",
                List.of(
                        Command.of(
                                "Pause all",
                                "mdi2p-pause",
                                Command.ALWAYS,
                                () -> model.session().pauseAll()),
                        Command.of(
                                "Resume all",
                                "mdi2p-play",
                                Command.ALWAYS,
                                () -> model.session().resumeAll())),
                List.of(Command.choice(
                        "Offline",
                        offline,
                        () -> model.session().offline(!model.session().queue().isOffline()))),
                List.of(Command.of(
                        "Clear what is done",
                        "mdi2b-broom",
                        Command.ALWAYS,
                        () -> model.session().clearDone())));
    }

    private void fillHelp(WindowActions window) {
        menu(
                "Help",
                List.of(keys),
                List.of(Command.of("About Tendril", "mdi2i-information-outline", Command.ALWAYS, window::showAbout)));
    }

    /** By menu, groups of commands; menus draw a line between groups. */
    Map<String, List<List<Command>>> menus() {
        return menus;
    }

    public Stream<Command> all() {
        return Stream.concat(
                menus.values().stream().flatMap(List::stream).flatMap(List::stream), select.slots().stream());
    }

    @SafeVarargs
    private void menu(String name, List<Command>... groups) {
        menus.put(name, List.of(groups));
    }

    private static List<Command> flags(WorkbenchViewModel model) {
        return Stream.of(Flag.RED, Flag.YELLOW, Flag.GREEN, Flag.BLUE, Flag.PURPLE, Flag.NONE)
                .map(flag -> Command.of(
                        flag == Flag.NONE
                                ? "Remove flag"
                                : "Flag " + flag.name().toLowerCase(java.util.Locale.ROOT),
                        flag == Flag.NONE ? "mdi2f-flag-off-outline" : "mdi2f-flag",
                        model.hasEntities(),
                        () -> model.selected().flag(flag)))
                .toList();
    }
}
