package tendril.ui.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import tendril.graph.Flag;
import tendril.layout.LayoutKind;
import tendril.settings.MouseMode;
import tendril.ui.canvas.CanvasViewModel;

/** Every command of the window, by menu, in the order the menus show them; keys and buttons use the same ones. */
final class Commands {
    private final Map<String, List<List<Command>>> menus = new LinkedHashMap<>();

    final Command newCase;
    final Command open;
    final Command export;
    final Command undo;
    final Command redo;
    final Command paste;
    final Command delete;
    final Command find;
    final Command fit;
    final Command zoomIn;
    final Command zoomOut;
    final Command expand;
    final Command organic;
    final Command stopLayout;
    final Command theme;
    final Command inspector;
    final Command queueDock;
    final Command keys;
    final Command findPivot;
    final Command copy;
    final Command copyDefanged;
    final Command evidence;
    final Command dryRun;
    final Command handling;
    final Command pin;
    final Command hide;

    Commands(WorkbenchViewModel model, WindowActions window, LayoutRunner layouts) {
        BooleanBinding some = model.hasSelection();
        BooleanBinding entities = model.hasEntities();
        BooleanBinding filled = model.isEmptyCase().not();
        newCase = Command.of("New case", "mdi2f-file-plus-outline", Command.ALWAYS, window::newCase, "Shortcut+N");
        open = Command.of("Open …", "mdi2f-folder-open-outline", Command.ALWAYS, window::open, "Shortcut+O");
        export = Command.of("Export …", "mdi2e-export-variant", filled, window::export, "Shortcut+Shift+E");
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
        fit = Command.of("Fit graph", "mdi2f-fit-to-page-outline", filled, window::fit, "Shortcut+0");
        zoomIn = Command.of(
                "Zoom in",
                "mdi2m-magnify-plus-outline",
                filled,
                window::zoomIn,
                "Shortcut+Plus",
                "Shortcut+Equals",
                "Shortcut+Add");
        zoomOut = Command.of(
                "Zoom out",
                "mdi2m-magnify-minus-outline",
                filled,
                window::zoomOut,
                "Shortcut+Minus",
                "Shortcut+Subtract");
        expand = Command.of("Expand", "mdi2a-arrow-expand-all", entities, model::expandSelection, "Shortcut+E");
        findPivot =
                Command.of("Find a pivot …", "mdi2s-source-branch", Command.ALWAYS, window::findPivot, "Shortcut+R");
        organic = layout(LayoutKind.ORGANIC, model, window, layouts, "Shortcut+1", "Shortcut+L");
        stopLayout = Command.of("Stop layout", "mdi2s-stop-circle-outline", layouts.running(), layouts::stop);
        theme = Command.of(
                Bindings.createStringBinding(() -> "Use " + word(model) + " theme", model.settings()),
                "mdi2t-theme-light-dark",
                Command.ALWAYS,
                () -> model.settings()
                        .set(model.settings()
                                .get()
                                .withTheme(model.settings().get().theme().other())),
                "Shortcut+Shift+L");
        inspector = Command.of(
                "Inspector", "mdi2d-dock-right", Command.ALWAYS, window::toggleInspector, "Shortcut+Shift+D");
        queueDock = Command.of("Queue", "mdi2d-dock-bottom", Command.ALWAYS, window::toggleQueue, "Shortcut+Shift+Q");
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
        fillMenus(model, window, layouts);
    }

    /** In the order the menu bar shows them. */
    private void fillMenus(WorkbenchViewModel model, WindowActions window, LayoutRunner layouts) {
        fillFile(window);
        fillEdit(model);
        fillView(model, window);
        fillSelect(model);
        fillLayout(model, window, layouts);
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
                                "Save as …",
                                "mdi2c-content-save-outline",
                                Command.ALWAYS,
                                window::saveAs,
                                "Shortcut+Shift+S",
                                "Shortcut+S"),
                        Command.of(
                                "Save a copy …", "mdi2c-content-save-all-outline", Command.ALWAYS, window::saveCopy)),
                List.of(
                        Command.of("Import …", "mdi2i-import", Command.ALWAYS, window::importFile, "Shortcut+Shift+O"),
                        export),
                List.of(Command.of("Quit", "mdi2e-exit-to-app", Command.ALWAYS, window::quit, "Shortcut+Q")));
    }

    private void fillEdit(WorkbenchViewModel model) {
        BooleanBinding entities = model.hasEntities();
        menu(
                "Edit",
                List.of(undo, redo),
                List.of(copy, copyDefanged, paste, delete),
                flags(model),
                List.of(handling),
                List.of(
                        pin,
                        hide,
                        Command.of("Hide others", "", entities, model.selected()::hideOthers, "Shortcut+Shift+H"),
                        Command.of(
                                "Show all hidden", "mdi2e-eye-outline", Command.ALWAYS, model.selected()::showHidden)),
                List.of(find));
    }

    private void fillView(WorkbenchViewModel model, WindowActions window) {
        BooleanBinding filled = model.isEmptyCase().not();
        menu(
                "View",
                List.of(
                        fit,
                        Command.of(
                                "Fit selection",
                                "mdi2s-selection-search",
                                model.hasSelection(),
                                window::fitSelection,
                                "Shortcut+9"),
                        Command.of("Actual size", "", filled, window::zoomToWhole, "Shortcut+8"),
                        zoomIn,
                        zoomOut),
                List.of(inspector, queueDock),
                List.of(
                        theme,
                        setting(model, "Reduced motion", s -> s.reducedMotion(), (s, on) -> s.withReducedMotion(on)),
                        setting(
                                model,
                                "Drag pans",
                                s -> s.mouse() == MouseMode.PAN,
                                (s, on) -> s.withMouse(on ? MouseMode.PAN : MouseMode.SELECT)),
                        setting(
                                model,
                                "Copy defanged by default",
                                s -> s.copyDefanged(),
                                (s, on) -> s.withCopyDefanged(on))),
                List.of(Command.of(
                        "Full screen", "mdi2f-fullscreen", Command.ALWAYS, window::fullScreen, "F11", "Alt+Enter")));
    }

    private void fillSelect(WorkbenchViewModel model) {
        BooleanBinding entities = model.hasEntities();
        BooleanBinding filled = model.isEmptyCase().not();
        CanvasViewModel canvas = model.canvas();
        menu(
                "Select",
                List.of(
                        Command.of("All", "mdi2s-select-all", filled, canvas::selectAll, "Shortcut+A"),
                        Command.of("None", "", model.hasSelection(), canvas::selectNone, "Esc"),
                        Command.of("Invert", "", filled, canvas::invertSelection, "Shortcut+I")),
                List.of(
                        Command.of("Children", "", entities, canvas::selectChildren, "Shortcut+Right"),
                        Command.of("Parents", "", entities, canvas::selectParents, "Shortcut+Left"),
                        Command.of("Add neighbours", "", entities, canvas::selectNeighbours, "Shortcut+Up"),
                        Command.of("Same type", "", entities, canvas::selectSameType, "Shortcut+Shift+T"),
                        Command.of("Leaves", "", filled, canvas::selectLeaves)));
    }

    private void fillLayout(WorkbenchViewModel model, WindowActions window, LayoutRunner layouts) {
        List<Command> kinds = new ArrayList<>(List.of(organic));
        int key = 2;
        for (LayoutKind kind : LayoutKind.values()) {
            if (kind != LayoutKind.ORGANIC) {
                kinds.add(layout(kind, model, window, layouts, "Shortcut+" + key++));
            }
        }
        menu("Layout", kinds, List.of(stopLayout));
    }

    private void fillPivot(WorkbenchViewModel model) {
        BooleanBinding entities = model.hasEntities();
        menu(
                "Pivot",
                List.of(findPivot, expand, Command.of("Ask again", "mdi2r-refresh", entities, model::askAgain)),
                List.of(dryRun, evidence));
    }

    private void fillQueue(WorkbenchViewModel model) {
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
                List.of(
                        Command.of(
                                "Go offline",
                                "mdi2w-wifi-off",
                                Command.ALWAYS,
                                () -> model.session().offline(true)),
                        Command.of(
                                "Go online",
                                "mdi2w-wifi",
                                Command.ALWAYS,
                                () -> model.session().offline(false))),
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

    Stream<Command> all() {
        return menus.values().stream().flatMap(List::stream).flatMap(List::stream);
    }

    @SafeVarargs
    private void menu(String name, List<Command>... groups) {
        menus.put(name, List.of(groups));
    }

    private static Command layout(
            LayoutKind kind, WorkbenchViewModel model, WindowActions window, LayoutRunner layouts, String... keys) {
        BooleanBinding idle =
                Bindings.and(layouts.running().not(), model.isEmptyCase().not());
        return Command.of(kind.label(), "mdi2g-graph-outline", idle, () -> window.layout(kind), keys);
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

    /** A setting that is on or off; its name says which. */
    private static Command setting(
            WorkbenchViewModel model,
            String name,
            java.util.function.Predicate<tendril.settings.Settings> isOn,
            java.util.function.BiFunction<tendril.settings.Settings, Boolean, tendril.settings.Settings> with) {
        var words = Bindings.createStringBinding(
                () -> name + (isOn.test(model.settings().get()) ? ": on" : ": off"), model.settings());
        ObservableBooleanValue always = Command.ALWAYS;
        return Command.of(words, "", always, () -> {
            var now = model.settings().get();
            model.settings().set(with.apply(now, !isOn.test(now)));
        });
    }

    private static String word(WorkbenchViewModel model) {
        return switch (model.settings().get().theme()) {
            case DARK -> "light";
            case LIGHT -> "dark";
        };
    }
}
