package tendril.ui.window;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * The letter that was a command a moment ago: followed by another one it was the beginning of a word, and belongs to it.
 * Confined to the FX thread.
 */
final class TypedLetter {
    /** Letters closer together than this are a word. */
    static final Duration TOGETHER = Duration.seconds(1);

    private final PauseTransition forgetting = new PauseTransition(TOGETHER);
    private String letter = "";

    TypedLetter() {
        forgetting.setOnFinished(event -> letter = "");
    }

    /** This letter was a command just now. */
    void remember(String typed) {
        letter = typed;
        forgetting.playFromStart();
    }

    /** The letter, if it was typed a moment ago; it is given out once. */
    String take() {
        String before = letter;
        letter = "";
        forgetting.stop();
        return before;
    }
}
