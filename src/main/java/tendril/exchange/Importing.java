package tendril.exchange;

/** What came of reading a file. */
public sealed interface Importing {
    /** It was read. */
    record Read(ImportedGraph graph) implements Importing {}

    /** It was not, and nothing of it was taken; one sentence says where and why. */
    record Refused(String sentence) implements Importing {}
}
