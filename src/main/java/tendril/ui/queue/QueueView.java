package tendril.ui.queue;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.ui.panel.PanelActions;
import tendril.ui.queue.QueueViewModel.Show;

/** The queue: how it stands, what to show of it, how its sources are doing, one line a request. Confined to the FX thread. */
public final class QueueView extends VBox {
    private final QueueViewModel model;
    private final QueueCommands commands;
    private final QueueTable table;
    private final Map<Show, ToggleButton> chips = new EnumMap<>(Show.class);
    private final Button retry;
    private final Button clear;

    public QueueView(QueueViewModel model, SourcesViewModel sources, PanelActions actions) {
        this.model = model;
        commands = new QueueCommands(model);
        table = new QueueTable(model, commands, actions);
        retry = button("Retry failed", "mdi2r-refresh", commands::retryFailed);
        clear = button("Clear done", "mdi2b-broom", commands::clearDone);
        getStyleClass().add("queue");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(header(), new SourcesView(choice(), sources, commands), table);
        model.stamp().addListener((property, before, now) -> count());
        count();
    }

    private HBox header() {
        var words = new Label();
        words.textProperty().bind(model.header());
        words.getStyleClass().add("queue-header");
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var pause = button("Pause all", "mdi2p-pause", commands::togglePause);
        pause.setId("queue-pause");
        switching(pause, model.paused(), "Pause all", "mdi2p-pause", "Resume all", "mdi2p-play");
        var offline = button("Go offline", "mdi2w-wifi-off", commands::toggleOffline);
        offline.setId("queue-offline");
        offline.setTooltip(new Tooltip("Offline, recorded answers are still read; everything else waits for network"));
        switching(offline, model.offline(), "Go offline", "mdi2w-wifi-off", "Go online", "mdi2w-wifi");
        var bar = new HBox(words, filter(), pause, offline, retry, clear);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("queue-bar");
        return bar;
    }

    private static void switching(
            Button button, ObservableValue<Boolean> on, String off, String offIcon, String back, String backIcon) {
        var icon = new FontIcon(offIcon);
        button.setGraphic(icon);
        Runnable set = () -> {
            button.setText(on.getValue() ? back : off);
            icon.setIconLiteral(on.getValue() ? backIcon : offIcon);
        };
        on.addListener((property, before, now) -> set.run());
        set.run();
    }

    private HBox choice() {
        var group = new ToggleGroup();
        var box = new HBox();
        box.getStyleClass().add("queue-choice");
        box.setAlignment(Pos.CENTER_LEFT);
        for (Show show : Show.values()) {
            var chip = new ToggleButton(show.label());
            chip.setToggleGroup(group);
            chip.getStyleClass().addAll("small", "tray-chip");
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.setSelected(show == model.show().get());
            chip.setOnAction(event -> {
                chip.setSelected(true);
                model.show().set(show);
            });
            chips.put(show, chip);
            box.getChildren().add(chip);
        }
        return box;
    }

    private TextField filter() {
        var filter = new TextField();
        filter.setId("queue-filter");
        filter.setPromptText("Filter");
        filter.setAccessibleText("Show only requests that hold this text");
        filter.setPrefColumnCount(11);
        filter.setMinWidth(Region.USE_PREF_SIZE);
        filter.textProperty().bindBidirectional(model.filter());
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                filter.clear();
                event.consume();
            }
        });
        return filter;
    }

    /** Chips say how many there are; those without any are not there, unless one is chosen. */
    private void count() {
        chips.forEach((show, chip) -> {
            int count = model.count(show);
            chip.setText(String.format(Locale.ROOT, "%s %,d", show.label(), count));
            boolean there = show == Show.ALL || count > 0 || model.show().get() == show;
            chip.setVisible(there);
            chip.setManaged(there);
        });
        retry.setDisable(model.failed() == 0);
        clear.setDisable(model.count(Show.OVER) == 0);
    }

    private static Button button(String name, String icon, Runnable action) {
        var button = new Button(name, new FontIcon(icon));
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
