package tendril.corpus.segment;

import java.util.Arrays;

/**
 * What stands between the blocks of a segment: for each block a text that its entries are not before, and those of the
 * block before are. One array holds them all, since a large corpus has a million. Immutable once read.
 */
public final class Fences {
    private byte[] texts = new byte[1 << 10];
    private int[] ends = new int[1 << 6];
    private int count;

    /** The place of an entry as a text; places compare as these texts do. No text of a corpus holds a zero. */
    static byte[] place(byte[] key, int code, byte[] value) {
        byte[] place = Arrays.copyOf(key, key.length + 2 + value.length);
        place[key.length + 1] = (byte) code;
        System.arraycopy(value, 0, place, key.length + 2, value.length);
        return place;
    }

    /** The shortest text that is behind one place and not behind the next. */
    static byte[] between(Entry before, Entry next) {
        byte[] one = place(before.key(), before.code(), before.value());
        byte[] other = place(next.key(), next.code(), next.value());
        int shared = BlockWriter.shared(one, other);
        return Arrays.copyOf(other, Math.min(other.length, shared + 1));
    }

    /** Adds fences as {@link SegmentWriter} wrote them. */
    public void add(byte[] written) {
        int at = 0;
        while (at < written.length) {
            int length = (written[at] & 0xFF) << 8 | written[at + 1] & 0xFF;
            add(written, at + 2, length);
            at += 2 + length;
        }
    }

    private void add(byte[] from, int start, int length) {
        int begin = count == 0 ? 0 : ends[count - 1];
        if (begin + length > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(begin + length, texts.length + texts.length / 2));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count + count / 2);
        }
        System.arraycopy(from, start, texts, begin, length);
        ends[count++] = begin + length;
    }

    public int count() {
        return count;
    }

    /** Whether {@link #blockOf} a place is this block; quicker than searching when it is. */
    boolean isBlockOf(byte[] place, int block) {
        return block >= 0
                && block < count
                && (block == 0 || isBefore(block, place))
                && (block + 1 == count || !isBefore(block + 1, place));
    }

    private boolean isBefore(int block, byte[] place) {
        return Arrays.compareUnsigned(texts, ends[block - 1], ends[block], place, 0, place.length) < 0;
    }

    /** The last block whose fence is before a place: no earlier one holds an entry that is not before it. */
    int blockOf(byte[] place) {
        int from = 1;
        int to = count;
        while (from < to) {
            int middle = from + to >>> 1;
            boolean isBefore = isBefore(middle, place);
            from = isBefore ? middle + 1 : from;
            to = isBefore ? to : middle;
        }
        return from - 1;
    }
}
