package tendril.ui.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tendril.ui.canvas.Selection;
import tendril.ui.popover.PivotMenuViewModel.MenuRow;

/** What the context menu offers besides pivots, in the order people look for it. */
public final class MenuRows {
    private final Commands commands;

    public MenuRows(Commands commands) {
        this.commands = commands;
    }

    public List<MenuRow> of(Selection selection) {
        List<MenuRow> rows = new ArrayList<>();
        if (selection.isEmpty()) {
            group(rows, "Graph", Stream.of(commands.paste, commands.find, commands.view.fit, commands.arrange.organic));
            group(rows, "Select", inMenu("Select"));
            return rows;
        }
        group(rows, "Copy", Stream.of(commands.copy, commands.copyDefanged));
        group(
                rows,
                "Who says so, who would see it",
                Stream.of(commands.evidence, commands.askAgain, commands.dryRun, commands.handling));
        group(
                rows,
                "Mark",
                Stream.concat(
                        Stream.of(commands.note, commands.tag, commands.link, commands.pin),
                        inMenu("Edit").filter(command -> command.icon().startsWith("mdi2f-flag"))));
        group(rows, "Take away", Stream.of(commands.hide, commands.collapse, commands.delete));
        group(rows, "Select", inMenu("Select"));
        group(
                rows,
                "Arrange",
                Stream.of(
                        commands.arrange.organic,
                        commands.arrange.radial,
                        commands.arrange.tidyNew,
                        commands.arrange.makeRoom));
        group(rows, "Collections", commands.arrange.collections.all().stream());
        return rows;
    }

    private Stream<Command> inMenu(String name) {
        return commands.menus().getOrDefault(name, List.of()).stream().flatMap(List::stream);
    }

    private static void group(List<MenuRow> rows, String heading, Stream<Command> commands) {
        List<MenuRow> made = commands.filter(command -> command.enabled().get())
                .<MenuRow>map(command -> new MenuRow.OfAction(
                        command.name().get(),
                        command.icon().isEmpty() ? "mdi2c-circle-small" : command.icon(),
                        command.keyText().orElse(""),
                        command::run))
                .toList();
        if (!made.isEmpty()) {
            rows.add(new MenuRow.Heading(heading));
            rows.addAll(made);
        }
    }
}
