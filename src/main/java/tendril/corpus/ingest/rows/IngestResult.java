package tendril.corpus.ingest.rows;

import tendril.corpus.Merged;

/**
 * What a run of an ingest did.
 *
 * @param rows    rows of the source that were read, good or bad
 * @param resumed how many of them an earlier run had kept, so that this one went on behind them
 * @param merged  what they changed
 * @param skipped rows that say nothing a corpus could answer from, such as other DNS record types
 * @param bad     rows that could not be understood; each stands in the bad-row file
 */
public record IngestResult(long rows, long resumed, Merged merged, long skipped, long bad) {
    public IngestResult plus(IngestResult other) {
        return new IngestResult(
                rows + other.rows,
                resumed + other.resumed,
                merged.plus(other.merged),
                skipped + other.skipped,
                bad + other.bad);
    }
}
