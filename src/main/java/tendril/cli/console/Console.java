package tendril.cli.console;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes: data to {@code out}, words for people to {@code err}.
 *
 * @param in  standard input
 * @param out data, and nothing but data
 * @param err progress and sentences
 */
public record Console(InputStream in, PrintStream out, PrintStream err) {
    /** Everything went well. */
    public static final int OK = 0;

    /** There was a problem, and a sentence on {@code err} says which. */
    public static final int PROBLEM = 1;

    /** One sentence about a problem; returns the exit code for it. */
    public int problem(String sentence) {
        err.println(sentence);
        return PROBLEM;
    }
}
