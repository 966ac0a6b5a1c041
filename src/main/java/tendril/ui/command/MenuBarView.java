package tendril.ui.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu bar, made from the commands. Keys are handled by the window, so that typing in a field is left alone. */
public final class MenuBarView extends MenuBar {
    /** Where the letter that Alt opens a menu with is not the first one of its name, or is needed elsewhere. */
    private static final Map<String, String> MNEMONICS = Map.of(
            "File", "_File",
            "Edit", "_Edit",
            "View", "_View",
            "Select", "_Select",
            "Layout", "La_yout",
            "Pivot", "_Pivot",
            "Queue", "_Queue",
            "Help", "_Help");

    private final Menu recent = new Menu("Open recent");

    public MenuBarView(Commands commands) {
        getStyleClass().add("main-menu");
        commands.menus().forEach((name, groups) -> getMenus().add(menu(name, groups)));
        getMenus().getFirst().getItems().add(2, recent);
        recent.setGraphic(new FontIcon("mdi2h-history"));
    }

    /** Offers these cases. */
    public void showRecent(List<Path> cases, Consumer<Path> open) {
        recent.getItems()
                .setAll(cases.stream()
                        .map(path -> {
                            var item = new MenuItem(path.toString());
                            item.setMnemonicParsing(false);
                            item.setOnAction(event -> open.accept(path));
                            return item;
                        })
                        .toList());
        recent.setDisable(cases.isEmpty());
    }

    private static Menu menu(String name, List<List<Command>> groups) {
        var menu = new Menu(MNEMONICS.getOrDefault(name, name));
        menu.setId("menu-" + name);
        for (List<Command> group : groups) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            group.forEach(command -> menu.getItems().add(item(command)));
        }
        return menu;
    }

    private static MenuItem item(Command command) {
        MenuItem item = command.chosen().isPresent() ? choice(command) : new MenuItem();
        item.setMnemonicParsing(false);
        item.textProperty().bind(command.name());
        item.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !command.enabled().get(), command.enabled()));
        command.keys().stream().findFirst().ifPresent(item::setAccelerator);
        if (!command.icon().isEmpty()) {
            item.setGraphic(new FontIcon(command.icon()));
        }
        item.setOnAction(event -> command.run());
        return item;
    }

    /** The tick follows what is so, not the click. */
    private static CheckMenuItem choice(Command command) {
        var item = new CheckMenuItem();
        command.chosen().ifPresent(chosen -> {
            Runnable tick = () -> item.setSelected(chosen.get());
            chosen.addListener((property, before, now) -> tick.run());
            item.selectedProperty().addListener((property, before, now) -> tick.run());
            tick.run();
        });
        return item;
    }
}
