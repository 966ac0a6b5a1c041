package tendril.exchange;

/** What came of writing a file. */
public sealed interface Exporting {
    /**
     * It stands on disk, whole.
     *
     * @param nodes    how many
     * @param links    how many
     * @param replaced how many characters the format has no form for and were written as U+FFFD
     */
    record Written(long nodes, long links, long replaced) implements Exporting {}

    /** It could not be written; a file that was there before is still there. */
    record Failed(String sentence) implements Exporting {}
}
