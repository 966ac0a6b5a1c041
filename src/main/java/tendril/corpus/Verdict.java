package tendril.corpus;

/** What one voter says about one value. The {@link #code} stands in corpus files and must never change. */
public enum Verdict {
    MALICIOUS(0),
    HARMLESS(1),
    /** The voter takes back what they said before. */
    WITHDRAWN(2);

    private final int code;

    Verdict(int code) {
        this.code = code;
    }

    /** The number in corpus files; 0 and 1 are what voters send. */
    public int code() {
        return code;
    }
}
