package tendril.ui.queue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.ui.queue.SourcesViewModel.Source;
import tendril.ui.queue.SourcesViewModel.Standing;

/** The health of each provider, with its pause button. Confined to the FX thread. */
final class SourcesView extends FlowPane {
    private static final String PAUSE = "mdi2p-pause";
    private static final String RESUME = "mdi2p-play";
    private static final double BUTTON_PX = 110;

    private final QueueCommands commands;
    // A line stays as long as its provider does, so that a button is there while it is pressed.
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** @param before stands in the same row while there is room */
    SourcesView(Node before, SourcesViewModel model, QueueCommands commands) {
        this.commands = commands;
        getStyleClass().add("sources");
        getChildren().add(before);
        getChildren().add(trouble(model));
        model.sources().addListener((ListChangeListener<Source>) change -> show(model.sources()));
        show(model.sources());
    }

    private Label trouble(SourcesViewModel model) {
        var words = new Label();
        words.setGraphic(new FontIcon("mdi2a-alert-outline"));
        words.getStyleClass().addAll("source", "paused");
        words.textProperty().bind(model.trouble());
        words.setWrapText(true);
        words.maxWidthProperty().bind(widthProperty().subtract(BUTTON_PX / 2));
        words.visibleProperty().bind(model.trouble().isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private void show(List<Source> sources) {
        List<String> providers = sources.stream().map(Source::provider).toList();
        if (!List.copyOf(lines.keySet()).equals(providers)) {
            getChildren().removeAll(lines.values());
            lines.clear();
            providers.forEach(provider -> lines.put(provider, new Line(provider)));
            getChildren().addAll(lines.values());
        }
        sources.forEach(
                source -> Objects.requireNonNull(lines.get(source.provider())).show(source));
    }

    private final class Line extends HBox {
        private final Label words = new Label();
        private final FontIcon icon = new FontIcon(icon(Standing.UNASKED));
        private final Tooltip detail = new Tooltip();
        private final Button button = new Button();
        private final FontIcon buttonIcon = new FontIcon(PAUSE);
        private final Tooltip buttonTip = new Tooltip();
        private boolean resumes;

        Line(String provider) {
            super();
            words.setGraphic(icon);
            words.setTooltip(detail);
            words.setMinWidth(0);
            words.maxWidthProperty().bind(SourcesView.this.widthProperty().subtract(BUTTON_PX));
            button.getStyleClass().addAll("flat", "small");
            button.setGraphic(buttonIcon);
            button.setTooltip(buttonTip);
            button.setId("pause-" + provider);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> {
                if (resumes) {
                    commands.resume(provider);
                } else {
                    commands.pause(provider);
                }
            });
            getChildren().addAll(words, button);
            setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("source-line");
        }

        void show(Source source) {
            resumes = source.waitOver();
            words.setText(source.name() + ": " + source.words());
            words.getStyleClass()
                    .setAll("label", "source", source.standing().name().toLowerCase(Locale.ROOT));
            icon.setIconLiteral(icon(source.standing()));
            detail.setText(source.detail());
            button.setText(verb(source.standing()));
            button.setAccessibleText(button.getText() + " " + source.name());
            buttonIcon.setIconLiteral(resumes ? RESUME : PAUSE);
            buttonTip.setText(tip(source));
        }
    }

    private static String verb(Standing standing) {
        return switch (standing) {
            case UNASKED, ALIVE, SLOW -> "Pause";
            case PAUSED -> "Resume";
            case LIMITED, GONE -> "Try now";
        };
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
