package tendril.analysis;

/** Whether a path may go against the arrows. */
public enum Direction {
    /** Links are walked both ways: who is connected to whom. */
    EITHER_WAY,
    /** Links are walked from their start to their end only. */
    ALONG_LINKS
}
