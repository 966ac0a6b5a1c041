package tendril.ui.command;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The tool bar: the dozen commands used most. Confined to the FX thread. */
public final class ToolBarView extends ToolBar {
    public ToolBarView(Commands commands) {
        getStyleClass().add("main-tools");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getItems()
                .addAll(
                        button(commands.newCase),
                        button(commands.open),
                        new Separator(Orientation.VERTICAL),
                        button(commands.undo),
                        button(commands.redo),
                        new Separator(Orientation.VERTICAL),
                        button(commands.expand),
                        button(commands.findPivot),
                        new Separator(Orientation.VERTICAL),
                        button(commands.arrange.organic),
                        button(commands.view.fit),
                        button(commands.view.zoomOut),
                        button(commands.view.zoomIn),
                        new Separator(Orientation.VERTICAL),
                        button(commands.find),
                        button(commands.export),
                        space,
                        button(commands.view.theme),
                        button(commands.view.queueDock),
                        button(commands.view.inspector));
    }

    static Button button(Command command) {
        var button = new Button("", new FontIcon(command.icon()));
        button.getStyleClass().addAll("button-icon", "flat", "tool");
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !command.enabled().get(), command.enabled()));
        button.setOnAction(event -> command.run());
        var tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(Bindings.concat(
                        command.name(),
                        command.keyText().map(key -> "   " + key).orElse("")));
        button.setTooltip(tooltip);
        button.accessibleTextProperty().bind(command.name());
        button.setFocusTraversable(true);
        return button;
    }
}
