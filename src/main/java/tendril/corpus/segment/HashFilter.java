package tendril.corpus.segment;

import java.nio.ByteBuffer;

/**
 * Says of a row or of a key that a segment does not hold it, or that it may: a Bloom filter in which a hash has all its
 * bits in one word. About one in thirty that is not there may be. It is kept in parts, each for hashes of one range, so
 * that nobody needs to hold all of it: see {@link FilterWriter} and {@link SoughtHashes}. Whoever fills it is alone; then
 * it does not change.
 */
public final class HashFilter {
    /** Words of one part as it is kept. */
    static final int WORDS_PER_PART = 1 << 13;

    private static final int HASHES_PER_WORD = 8;
    private static final int BITS = 4;

    private final long[] words;

    /**
     * @param hashes how many there will be at most
     */
    public HashFilter(long hashes) {
        words = new long[words(hashes)];
    }

    /** How many bytes a filter for so many hashes takes. */
    public static long bytes(long hashes) {
        return (long) words(hashes) * Long.BYTES;
    }

    static int words(long hashes) {
        return (int) Math.min(Integer.MAX_VALUE - 8, hashes / HASHES_PER_WORD + 1);
    }

    /** Which of so many words a hash has its bits in; it grows with the hash as an unsigned number. */
    static int word(long hash, int words) {
        return (int) ((hash >>> 32) * words >>> 32);
    }

    static long bits(long hash) {
        long bits = 0;
        for (int i = 0; i < BITS; i++) {
            bits |= 1L << (hash >>> 6 * i);
        }
        return bits;
    }

    /** Whether this hash may be there. */
    public boolean mayHold(long hash) {
        long bits = bits(hash);
        return (words[word(hash, words.length)] & bits) == bits;
    }

    /** Takes a part as it was written. */
    public void setPart(int number, byte[] written) {
        ByteBuffer.wrap(written).asLongBuffer().get(words, number * WORDS_PER_PART, written.length / Long.BYTES);
    }
}
