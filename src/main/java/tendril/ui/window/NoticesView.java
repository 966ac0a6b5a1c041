package tendril.ui.window;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.ui.Notices;

/** Notices in the lower middle of the canvas: one sentence each, problems stay until closed. Confined to the FX thread. */
final class NoticesView extends VBox implements Notices {
    /** More than this and the oldest goes. */
    private static final int NOTICES_MAX = 4;

    private static final Duration SHOWN = Duration.seconds(6);
    private static final double WIDTH_PX_MAX = 560;
    private static final double WIDTH_PX_MIN = 300;

    NoticesView() {
        getStyleClass().add("notices");
        setAlignment(Pos.BOTTOM_CENTER);
        setPickOnBounds(false);
    }

    @Override
    public void show(Weight weight, String sentence) {
        add(card(weight, sentence), weight);
    }

    @Override
    public void show(Weight weight, String sentence, String actionName, Runnable action) {
        HBox card = card(weight, sentence);
        var button = new Button(actionName);
        button.getStyleClass().addAll("accent", "small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            getChildren().remove(card);
            action.run();
        });
        card.getChildren().add(card.getChildren().size() - 1, button);
        add(card, weight);
    }

    private void add(HBox card, Weight weight) {
        getChildren().add(card);
        if (getChildren().size() > NOTICES_MAX) {
            getChildren().removeFirst();
        }
        if (weight != Weight.PROBLEM) {
            var pause = new PauseTransition(SHOWN);
            pause.setOnFinished(event -> getChildren().remove(card));
            pause.play();
        }
    }

    private HBox card(Weight weight, String sentence) {
        var icon = new FontIcon(
                switch (weight) {
                    case DONE -> "mdi2c-check-circle-outline";
                    case NOTE -> "mdi2i-information-outline";
                    case PROBLEM -> "mdi2a-alert-circle-outline";
                });
        var text = new Label(sentence);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var close = new Button("", new FontIcon("mdi2c-close"));
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setAccessibleText("Close this notice");
        var card = new HBox(icon, text, close);
        card.setAlignment(Pos.CENTER_LEFT);
        card.setMaxWidth(WIDTH_PX_MAX);
        card.setMinWidth(WIDTH_PX_MIN);
        card.getStyleClass()
                .addAll(
                        "notice",
                        switch (weight) {
                            case DONE -> "done";
                            case NOTE -> "note";
                            case PROBLEM -> "problem";
                        });
        close.setOnAction(event -> getChildren().remove(card));
        return card;
    }
}
