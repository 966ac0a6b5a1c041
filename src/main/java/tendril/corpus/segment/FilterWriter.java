package tendril.corpus.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Makes a {@link HashFilter} from hashes that come in any order, and holds no more than {@link #LOT_WORDS} words of it at
 * once. A small filter is made where it is. Of a large one the hashes wait elsewhere, sorted into lots by their range;
 * at the end one lot after the other becomes parts of the filter. Confined to one thread.
 */
final class FilterWriter {
    /** So many words are held: 4 MiB. */
    private static final int LOT_WORDS = 1 << 19;

    /** Hashes of one lot that are put away together. */
    private static final int HASHES_AT_ONCE = 1 << 12;

    private final SegmentSink.Filter filter;
    private final int words;
    private final int lots;
    private final long[] lot;
    private final long[][] waiting;
    private final int[] counts;
    private int written;

    /**
     * @param hashesMax at least as many as there will be
     */
    FilterWriter(SegmentSink.Filter filter, long hashesMax) {
        this.filter = filter;
        words = HashFilter.words(hashesMax);
        lots = (words + LOT_WORDS - 1) / LOT_WORDS;
        lot = new long[Math.min(words, LOT_WORDS)];
        waiting = new long[lots > 1 ? lots : 0][HASHES_AT_ONCE];
        counts = new int[waiting.length];
    }

    void add(long hash, SegmentSink sink) throws IOException {
        int word = HashFilter.word(hash, words);
        if (lots == 1) {
            lot[word] |= HashFilter.bits(hash);
            return;
        }
        int number = word / LOT_WORDS;
        waiting[number][counts[number]++] = hash;
        if (counts[number] == HASHES_AT_ONCE) {
            putAway(number, sink);
        }
    }

    private void putAway(int number, SegmentSink sink) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(counts[number] * Long.BYTES);
        bytes.asLongBuffer().put(waiting[number], 0, counts[number]);
        sink.putAway(filter, number, bytes.array());
        counts[number] = 0;
    }

    /** Writes the parts of one lot; whether there was one left. Nothing is added from here on. */
    boolean writeLot(SegmentSink sink) throws IOException {
        if (written == lots) {
            return false;
        }
        if (lots > 1) {
            Arrays.fill(lot, 0);
            putAway(written, sink);
            sink.fetch(filter, written, this::take);
        }
        int from = written * LOT_WORDS;
        int to = Math.min(words, from + LOT_WORDS);
        for (int at = from; at < to; at += HashFilter.WORDS_PER_PART) {
            int length = Math.min(HashFilter.WORDS_PER_PART, to - at);
            ByteBuffer bytes = ByteBuffer.allocate(length * Long.BYTES);
            bytes.asLongBuffer().put(lot, at - from, length);
            sink.filter(filter, at / HashFilter.WORDS_PER_PART, bytes.array());
        }
        written++;
        return true;
    }

    private void take(byte[] hashes) {
        int from = written * LOT_WORDS;
        ByteBuffer bytes = ByteBuffer.wrap(hashes);
        while (bytes.hasRemaining()) {
            long hash = bytes.getLong();
            lot[HashFilter.word(hash, words) - from] |= HashFilter.bits(hash);
        }
    }
}
