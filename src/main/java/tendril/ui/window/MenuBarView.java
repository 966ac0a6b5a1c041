package tendril.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu bar, made from the commands. Keys are handled by the window, so that typing in a field is left alone. */
final class MenuBarView extends MenuBar {
    private final Menu recent = new Menu("Open recent");

    MenuBarView(Commands commands) {
        getStyleClass().add("main-menu");
        commands.menus().forEach((name, groups) -> getMenus().add(menu(name, groups)));
        getMenus().getFirst().getItems().add(2, recent);
        recent.setGraphic(new FontIcon("mdi2h-history"));
    }

    /** Offers these cases. */
    void showRecent(List<Path> cases, Consumer<Path> open) {
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
        var menu = new Menu(name);
        for (List<Command> group : groups) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            group.forEach(command -> menu.getItems().add(item(command)));
        }
        return menu;
    }

    private static MenuItem item(Command command) {
        var item = new MenuItem();
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
}
