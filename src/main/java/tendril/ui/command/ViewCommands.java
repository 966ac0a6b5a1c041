package tendril.ui.command;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import tendril.settings.CanvasSettings;
import tendril.settings.MouseMode;
import tendril.settings.Settings;
import tendril.settings.SizeBy;
import tendril.ui.workbench.WorkbenchViewModel;

/** The View menu: what is seen of the graph, and how the window looks. */
final class ViewCommands {
    private final WorkbenchViewModel model;

    final Command fit;
    final Command zoomIn;
    final Command zoomOut;
    final Command theme;
    final Command inspector;
    final Command queueDock;
    private final List<List<Command>> groups;

    ViewCommands(WorkbenchViewModel model, WindowActions window) {
        this.model = model;
        BooleanBinding filled = model.isEmptyCase().not();
        fit = Command.of("Fit graph", "mdi2f-fit-to-page-outline", filled, window::fit, "Shortcut+0");
        zoomIn = Command.of(
                "Zoom in",
                "mdi2m-magnify-plus-outline",
                filled,
                window::zoomIn,
                "Shortcut+Plus",
                "Shortcut+Equals",
                "Shortcut+Shift+Equals",
                "Shortcut+Shift+Plus",
                "Shortcut+Add");
        zoomOut = Command.of(
                "Zoom out",
                "mdi2m-magnify-minus-outline",
                filled,
                window::zoomOut,
                "Shortcut+Minus",
                "Shortcut+Subtract");
        theme = Command.of(
                Bindings.createStringBinding(() -> "Use " + otherTheme() + " theme", model.settings()),
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
        groups = List.of(
                seeing(window, filled),
                List.of(inspector, queueDock, nextPane(window)),
                extras(window),
                Arrays.stream(SizeBy.values()).map(this::sizeBy).toList(),
                choices(),
                List.of(fullScreen(window)));
    }

    List<List<Command>> groups() {
        return groups;
    }

    private List<Command> seeing(WindowActions window, BooleanBinding filled) {
        return List.of(
                fit,
                Command.of(
                        "Fit selection",
                        "mdi2s-selection-search",
                        model.hasSelection(),
                        window::fitSelection,
                        "Shortcut+9"),
                Command.of("Actual size", "", filled, window::zoomToWhole, "Shortcut+8"),
                zoomIn,
                zoomOut);
    }

    private List<Command> extras(WindowActions window) {
        return List.of(
                canvas("Overview map", CanvasSettings::overview, CanvasSettings::withOverview, "Shortcut+Shift+M"),
                canvas("Legend", CanvasSettings::legend, CanvasSettings::withLegend),
                canvas("Grid", CanvasSettings::grid, CanvasSettings::withGrid, "Alt+G", "Shortcut+Quote"),
                canvas("Guides while dragging", CanvasSettings::guides, CanvasSettings::withGuides),
                canvas("Fade old links", CanvasSettings::fadeByDate, CanvasSettings::withFadeByDate),
                Command.of(
                        "Fan out parallel links",
                        "mdi2s-source-fork",
                        model.isEmptyCase().not(),
                        model.canvas()::toggleFans,
                        "Shortcut+Shift+F"),
                Command.of(
                        "Links by source …",
                        "mdi2f-filter-outline",
                        model.isEmptyCase().not(),
                        () -> window.popovers().showSources()));
    }

    private List<Command> choices() {
        return List.of(
                theme,
                setting("Reduced motion", Settings::reducedMotion, Settings::withReducedMotion),
                setting(
                        "Drag pans",
                        settings -> settings.mouse() == MouseMode.PAN,
                        (settings, on) -> settings.withMouse(on ? MouseMode.PAN : MouseMode.SELECT)),
                canvas("Scrolling pans", CanvasSettings::scrollPans, CanvasSettings::withScrollPans),
                setting("Copy defanged by default", Settings::copyDefanged, Settings::withCopyDefanged));
    }

    private Command sizeBy(SizeBy by) {
        return canvas(
                "Size by " + by.label(),
                canvas -> canvas.sizeBy() == by,
                (canvas, on) -> canvas.withSizeBy(on ? by : SizeBy.LINKS));
    }

    private static Command nextPane(WindowActions window) {
        return Command.of("Go to the next pane", "mdi2t-tab", Command.ALWAYS, window::nextPane, "F6");
    }

    private static Command fullScreen(WindowActions window) {
        return Command.of("Full screen", "mdi2f-fullscreen", Command.ALWAYS, window::fullScreen, "F11", "Alt+Enter");
    }

    private Command canvas(
            String name,
            Predicate<CanvasSettings> isOn,
            BiFunction<CanvasSettings, Boolean, CanvasSettings> with,
            String... keys) {
        return setting(
                name,
                settings -> isOn.test(settings.canvas()),
                (settings, on) -> settings.withCanvas(with.apply(settings.canvas(), on)),
                keys);
    }

    /** A setting that is on or off. */
    private Command setting(
            String name, Predicate<Settings> isOn, BiFunction<Settings, Boolean, Settings> with, String... keys) {
        return Command.choice(
                name,
                Bindings.createBooleanBinding(() -> isOn.test(model.settings().get()), model.settings()),
                () -> {
                    Settings now = model.settings().get();
                    model.settings().set(with.apply(now, !isOn.test(now)));
                },
                keys);
    }

    private String otherTheme() {
        return switch (model.settings().get().theme()) {
            case DARK -> "light";
            case LIGHT -> "dark";
        };
    }
}
