package tendril.corpus.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Hashes that are sought all at once in filters as they are kept: of each filter only the parts that matter are fetched,
 * one after the other, each once. Immutable.
 */
public final class SoughtHashes {
    private static final int INDEX_BITS = 18;

    private final long[] hashes;

    /** The numbers of the hashes, behind the beginnings of the hashes, which order them. */
    private final long[] ordered;

    /**
     * @param hashes at most {@link Entries#COUNT_MAX}; not changed from here on
     */
    public SoughtHashes(long[] hashes) {
        this.hashes = hashes;
        ordered = new long[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            ordered[i] = (hashes[i] & -1L << INDEX_BITS | i) ^ Long.MIN_VALUE;
        }
        Arrays.sort(ordered);
    }

    /**
     * The numbers of those that a filter may hold.
     *
     * @param hashesMax for how many hashes the filter was made
     */
    public BitSet in(long hashesMax, Parts parts) throws IOException {
        var found = new BitSet(hashes.length);
        int words = HashFilter.words(hashesMax);
        int fetched = -1;
        LongBuffer part = LongBuffer.allocate(0);
        for (long next : ordered) {
            int index = (int) (next & Entries.COUNT_MAX - 1);
            int word = HashFilter.word(hashes[index], words);
            if (word / HashFilter.WORDS_PER_PART != fetched) {
                fetched = word / HashFilter.WORDS_PER_PART;
                part = ByteBuffer.wrap(parts.part(fetched)).asLongBuffer();
            }
            long bits = HashFilter.bits(hashes[index]);
            found.set(index, (part.get(word % HashFilter.WORDS_PER_PART) & bits) == bits);
        }
        return found;
    }

    /** Where the parts of a filter are fetched from. */
    @FunctionalInterface
    public interface Parts {
        byte[] part(int number) throws IOException;
    }
}
