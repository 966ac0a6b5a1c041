package tendril.ui.window;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import tendril.ui.Waiting;

/**
 * What covers the window while a file is read: its name, how far it is, and a way to call it off. What takes no time does
 * not flash by. Confined to the FX thread.
 */
final class WaitingView extends StackPane implements Waiting {
    private static final double WIDTH_PX = 420;
    private static final Duration UNSEEN = Duration.millis(180);

    private final Label title = new Label();
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button("Cancel");
    private final PauseTransition unseen = new PauseTransition(UNSEEN);
    private Runnable callOff = () -> {};

    WaitingView() {
        getStyleClass().add("waiting");
        setVisible(false);
        title.getStyleClass().add("card-title");
        words.getStyleClass().add("waiting-words");
        words.setId("waiting-words");
        bar.setMaxWidth(Double.MAX_VALUE);
        cancel.setId("waiting-cancel");
        cancel.setOnAction(event -> askToEnd());
        var foot = new HBox(words, cancel);
        foot.setAlignment(Pos.CENTER_LEFT);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var card = new VBox(title, bar, foot);
        card.getStyleClass().addAll("card", "waiting-card");
        card.setMaxSize(WIDTH_PX, USE_PREF_SIZE);
        getChildren().add(card);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                askToEnd();
                event.consume();
            }
        });
        unseen.setOnFinished(event -> {
            setVisible(true);
            cancel.requestFocus();
        });
    }

    private void askToEnd() {
        cancel.setDisable(true);
        words.setText("Calling it off …");
        callOff.run();
    }

    @Override
    public void begin(String what, Runnable onCallOff) {
        callOff = onCallOff;
        title.setText(what);
        words.setText("Checking the file …");
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        cancel.setDisable(false);
        unseen.playFromStart();
    }

    @Override
    public void progress(String text, double part) {
        if (!cancel.isDisabled()) {
            words.setText(text);
        }
        bar.setProgress(part < 0 ? ProgressBar.INDETERMINATE_PROGRESS : part);
    }

    @Override
    public void end() {
        unseen.stop();
        setVisible(false);
    }
}
