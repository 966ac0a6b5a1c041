package tendril.corpus.segment;

import java.util.Set;

/**
 * A lot of entries that was written at once, sorted, and never changes. Immutable.
 *
 * @param id      its number in the corpus; none is used twice
 * @param rows    how many rows it holds; each has two entries
 * @param rowsMax for how many rows its filter of rows was made
 * @param keys    how many keys it has, repeats in several relations not counted
 * @param keysMax for how many keys its filter of keys was made
 * @param batches which batches state them
 * @param fences  what stands between its blocks
 */
public record Segment(long id, long rows, long rowsMax, long keys, long keysMax, Set<Integer> batches, Fences fences) {}
