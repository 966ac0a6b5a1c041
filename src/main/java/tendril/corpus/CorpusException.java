package tendril.corpus;

import java.io.IOException;

/** The corpus could not be read or written. */
public final class CorpusException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public CorpusException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public CorpusException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** What happened, why, and what to do, for people. */
    public String sentence() {
        return sentence;
    }
}
