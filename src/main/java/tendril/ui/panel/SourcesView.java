package tendril.ui.panel;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.ui.panel.SourcesViewModel.Source;
import tendril.ui.panel.SourcesViewModel.Standing;

/** The health of each provider, with its pause button. Confined to the FX thread. */
final class SourcesView extends FlowPane {
    private final SourcesViewModel model;
    private final QueueCommands commands;

    SourcesView(SourcesViewModel model, QueueCommands commands) {
        this.model = model;
        this.commands = commands;
        getStyleClass().add("sources");
        model.sources().addListener((ListChangeListener<Source>) change -> fill());
        fill();
    }

    private void fill() {
        getChildren().setAll(model.sources().stream().map(this::line).toList());
    }

    private HBox line(Source source) {
        var words = new Label(source.name() + ": " + source.words(), new FontIcon(icon(source.standing())));
        words.getStyleClass().addAll("source", source.standing().name().toLowerCase(Locale.ROOT));
        words.setTooltip(new Tooltip(source.detail()));
        words.setMinWidth(0);
        words.maxWidthProperty().bind(widthProperty().subtract(110));
        boolean go = source.waitOver();
        var button = new Button(go ? "Resume" : "Pause", new FontIcon(go ? "mdi2p-play" : "mdi2p-pause"));
        button.getStyleClass().addAll("flat", "small");
        button.setId((go ? "resume-" : "pause-") + source.provider());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText((go ? "Resume " : "Pause ") + source.name());
        button.setTooltip(new Tooltip(tip(source)));
        button.setOnAction(event -> {
            if (go) {
                commands.resume(source.provider());
            } else {
                commands.pause(source.provider());
            }
        });
        var line = new HBox(words, button);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("source-line");
        return line;
    }

    private static String tip(Source source) {
        return switch (source.standing()) {
            case UNASKED, ALIVE, SLOW -> "Send nothing to " + source.name() + " until you resume it";
            case PAUSED -> "Go on asking " + source.name();
            case LIMITED -> "Ask " + source.name() + " now, although it asked for time";
            case GONE -> "Try " + source.name() + " now";
        };
    }

    /** Told apart by shape as well as by colour. */
    private static String icon(Standing standing) {
        return switch (standing) {
            case UNASKED -> "mdi2c-circle-outline";
            case ALIVE -> "mdi2c-check-circle";
            case SLOW -> "mdi2c-clock-alert-outline";
            case LIMITED -> "mdi2t-timer-sand";
            case GONE -> "mdi2c-close-circle";
            case PAUSED -> "mdi2p-pause-circle";
        };
    }
}
