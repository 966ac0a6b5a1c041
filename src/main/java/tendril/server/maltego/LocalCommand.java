package tendril.server.maltego;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How Maltego starts a transform on its own machine: a program and the words before the entity's value. Immutable.
 *
 * @param program the program, by its path or found on the search path
 * @param corpus  the corpus to ask; without one the program asks the demo corpus
 */
public record LocalCommand(String program, Optional<Path> corpus) {
    /** The words for one transform. Maltego adds the value and the fields behind them; neither can be taken for an option. */
    String parameters(Transform transform) {
        String before = corpus.map(file -> "transform --corpus \"" + file.toAbsolutePath() + "\" ")
                .orElse("transform ");
        return before + transform.id() + " --";
    }
}
