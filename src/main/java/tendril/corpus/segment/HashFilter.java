package tendril.corpus.segment;

import java.nio.ByteBuffer;

/**
 * Says of a row or of a key that a segment does not hold it, or that it may: a Bloom filter in which a hash has all its
 * bits in one word. About one in thirty that is not there may be. Whoever fills it is alone; then it does not change.
 */
public final class HashFilter {
    private static final int HASHES_PER_WORD = 8;
    private static final int BITS = 4;
    private static final int WORDS_PER_PART = 1 << 13;

    private final long[] words;

    /**
     * @param hashes how many there will be at most
     */
    public HashFilter(long hashes) {
        words = new long[(int) Math.min(Integer.MAX_VALUE - 8, hashes / HASHES_PER_WORD + 1)];
    }

    void add(long hash) {
        words[word(hash)] |= bits(hash);
    }

    /** Whether this hash may be there. */
    public boolean mayHold(long hash) {
        long bits = bits(hash);
        return (words[word(hash)] & bits) == bits;
    }

    private int word(long hash) {
        return (int) ((hash >>> 32) * words.length >>> 32);
    }

    private static long bits(long hash) {
        long bits = 0;
        for (int i = 0; i < BITS; i++) {
            bits |= 1L << (hash >>> 6 * i);
        }
        return bits;
    }

    /** How many parts it is written in. */
    int parts() {
        return (words.length + WORDS_PER_PART - 1) / WORDS_PER_PART;
    }

    byte[] part(int number) {
        int from = number * WORDS_PER_PART;
        int length = Math.min(WORDS_PER_PART, words.length - from);
        ByteBuffer bytes = ByteBuffer.allocate(length * Long.BYTES);
        bytes.asLongBuffer().put(words, from, length);
        return bytes.array();
    }

    /** Takes a part as it was written. */
    public void setPart(int number, byte[] written) {
        ByteBuffer.wrap(written).asLongBuffer().get(words, number * WORDS_PER_PART, written.length / Long.BYTES);
    }
}
