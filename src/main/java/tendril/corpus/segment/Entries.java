package tendril.corpus.segment;

import java.util.Arrays;
import java.util.List;

/** Sorts many entries at once: first by the beginnings of their keys, as plain numbers, then only where those are equal. */
public final class Entries {
    /** So many can be sorted at once. */
    public static final int COUNT_MAX = 1 << 18;

    private static final int INDEX_BITS = 18;

    private Entries() {}

    /** The entries in their order; equal ones in the order they had. */
    public static Entry[] sorted(List<Entry> entries) {
        if (entries.size() > COUNT_MAX) {
            throw new IllegalArgumentException(entries.size() + " entries at once; " + COUNT_MAX + " are the most");
        }
        long[] heads = new long[entries.size()];
        for (int i = 0; i < heads.length; i++) {
            // The highest bit of a byte of UTF-8 counts as unsigned; of a signed number it has to be turned.
            heads[i] = (entries.get(i).head() & -1L << INDEX_BITS | i) ^ Long.MIN_VALUE;
        }
        Arrays.sort(heads);
        Entry[] sorted = new Entry[heads.length];
        for (int i = 0; i < heads.length; i++) {
            sorted[i] = entries.get((int) (heads[i] & COUNT_MAX - 1));
        }
        for (int from = 0; from < heads.length; ) {
            int to = from + 1;
            while (to < heads.length && heads[to] >> INDEX_BITS == heads[from] >> INDEX_BITS) {
                to++;
            }
            if (to - from > 1) {
                Arrays.sort(sorted, from, to);
            }
            from = to;
        }
        return sorted;
    }
}
