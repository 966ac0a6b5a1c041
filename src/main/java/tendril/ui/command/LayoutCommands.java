package tendril.ui.command;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import tendril.layout.LayoutKind;
import tendril.ui.workbench.Alignment;
import tendril.ui.workbench.LayoutRunner;
import tendril.ui.workbench.WorkbenchViewModel;

/** The Layout menu: layouts, what is done after growth, putting nodes in line. */
final class LayoutCommands {
    private final WindowActions window;
    private final BooleanBinding idle;
    private final BooleanBinding entities;

    final Command organic;
    final Command radial;
    final Command stop;
    final Command tidyNew;
    final Command makeRoom;
    final CollectionCommands collections;
    private final List<Command> kinds = new ArrayList<>();
    private final List<Command> alignments;

    LayoutCommands(WorkbenchViewModel model, WindowActions window, LayoutRunner layouts) {
        this.window = window;
        collections = new CollectionCommands(model, window);
        idle = Bindings.and(layouts.running().not(), model.isEmptyCase().not());
        entities = Bindings.and(layouts.running().not(), model.hasEntities());
        organic = layout(LayoutKind.ORGANIC, "Shortcut+1", "Shortcut+L");
        radial = layout(LayoutKind.RADIAL, "Shortcut+3");
        kinds.add(organic);
        int key = 2;
        for (LayoutKind kind : LayoutKind.values()) {
            if (kind != LayoutKind.ORGANIC) {
                kinds.add(kind == LayoutKind.RADIAL ? radial : layout(kind, "Shortcut+" + key));
                key++;
            }
        }
        stop = Command.of(
                "Stop layout", "mdi2s-stop-circle-outline", layouts.running(), layouts::stop, "Shortcut+Period");
        tidyNew = Command.of(
                "Tidy new only", "mdi2b-broom", idle, () -> window.arranging().tidyNew(), "Shortcut+J");
        makeRoom = Command.of(
                "Make room",
                "mdi2a-arrow-expand",
                entities,
                () -> window.arranging().makeRoom(),
                "Shortcut+M");
        alignments = List.of(
                align(Alignment.LEFT, "mdi2a-align-horizontal-left", "Alt+Shift+Left"),
                align(Alignment.CENTRE, "mdi2a-align-horizontal-center", "Alt+Shift+C"),
                align(Alignment.RIGHT, "mdi2a-align-horizontal-right", "Alt+Shift+Right"),
                align(Alignment.TOP, "mdi2a-align-vertical-top", "Alt+Shift+Up"),
                align(Alignment.MIDDLE, "mdi2a-align-vertical-center", "Alt+Shift+M"),
                align(Alignment.BOTTOM, "mdi2a-align-vertical-bottom", "Alt+Shift+Down"),
                align(Alignment.ACROSS, "mdi2d-distribute-horizontal-center", "Alt+Shift+H"),
                align(Alignment.DOWN, "mdi2d-distribute-vertical-center", "Alt+Shift+V"));
    }

    List<List<Command>> groups() {
        return List.of(kinds, List.of(stop, tidyNew, makeRoom), collections.all(), alignments);
    }

    private Command layout(LayoutKind kind, String... keys) {
        return Command.of(
                kind.label(), icon(kind), idle, () -> window.arranging().run(kind), keys);
    }

    private static String icon(LayoutKind kind) {
        return switch (kind) {
            case ORGANIC -> "mdi2g-graph-outline";
            case HIERARCHICAL -> "mdi2f-file-tree-outline";
            case RADIAL -> "mdi2b-bullseye";
            case CIRCULAR -> "mdi2c-circle-outline";
            case GRID -> "mdi2v-view-grid-outline";
            case SPRING_BOX -> "mdi2v-vector-polyline";
        };
    }

    private Command align(Alignment how, String icon, String key) {
        return Command.of(how.label(), icon, entities, () -> window.arranging().align(how), key);
    }
}
