package tendril.corpus.segment;

import java.util.Set;

/**
 * A lot of entries that was written at once, sorted, and never changes. Immutable.
 *
 * @param id      its number in the corpus; none is used twice
 * @param rows    how many rows it holds; each has two entries
 * @param filter  for how many rows its filter was made
 * @param batches which batches state them
 * @param fences  what stands between its blocks
 */
public record Segment(long id, long rows, long filter, Set<Integer> batches, Fences fences) {}
