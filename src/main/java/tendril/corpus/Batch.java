package tendril.corpus;

/**
 * Where a lot of observations came from, so that it can be named, credited, and removed again. Immutable.
 *
 * @param name    what this batch is called; the same name again adds to the same batch
 * @param source  who made it: a file name, a feed, a sensor
 * @param licence under what terms it may be passed on, as the source words it; empty when it says nothing
 */
public record Batch(String name, String source, String licence) {
    /** Who votes in the name of a batch, where its source holds votes; they leave with the batch. */
    public static String voter(String batchName) {
        return "batch " + batchName;
    }
}
