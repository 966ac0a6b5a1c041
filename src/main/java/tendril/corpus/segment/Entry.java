package tendril.corpus.segment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What one batch states about a row, filed under the key of one of the row's two values. Every row has two entries, one
 * under each. Texts are UTF-8. Entries are ordered by key, {@code code}, value, spelling, occurrence, batch: the order of
 * Unicode code points where it is about text. Immutable; the arrays are shared and must not be written to.
 */
public final class Entry implements Comparable<Entry> {
    /** Stands for a spelling that is the key itself. */
    public static final byte[] AS_KEY = {};

    /** Behind every entry there is. */
    public static final Entry END = new Entry(new byte[0], Integer.MAX_VALUE, new byte[0], AS_KEY, 0, 0, 0, 0, 0);

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final byte[] key;
    private final int code;
    private final byte[] value;
    private final byte[] spelling;
    private final int nth;
    private final int batch;
    private final long seq;
    private final int first;
    private final int last;

    /**
     * @param key      what it is found by
     * @param code     which side of which relation the key stands on, 1 to 127; a subject has an even one
     * @param value    the value on the other side, as written
     * @param spelling the value on the side of the key, as written; {@link #AS_KEY} when that is the key
     * @param nth      which repeat of the same row this is, from 0
     * @param batch    which batch states it
     * @param seq      its place in the order of arrival
     * @param first    the first day, as eight digits; 0 when unknown
     * @param last     the last day
     */
    public Entry(
            byte[] key, int code, byte[] value, byte[] spelling, int nth, int batch, long seq, int first, int last) {
        this.key = key;
        this.code = code;
        this.value = value;
        this.spelling = spelling;
        this.nth = nth;
        this.batch = batch;
        this.seq = seq;
        this.first = first;
        this.last = last;
    }

    public byte[] key() {
        return key;
    }

    public int code() {
        return code;
    }

    public byte[] value() {
        return value;
    }

    public byte[] spelling() {
        return spelling;
    }

    /** The value on the side of the key, as written. */
    public byte[] written() {
        return spelling.length == 0 ? key : spelling;
    }

    public int nth() {
        return nth;
    }

    public int batch() {
        return batch;
    }

    public long seq() {
        return seq;
    }

    public int first() {
        return first;
    }

    public int last() {
        return last;
    }

    public boolean isSubject() {
        return (code & 1) == 0;
    }

    public boolean isEnd() {
        return code == Integer.MAX_VALUE;
    }

    /** Whether both are about the same row, whichever batch states them. */
    public boolean isSameRow(Entry other) {
        return code == other.code && nth == other.nth && isSameValue(other) && Arrays.equals(spelling, other.spelling);
    }

    /** Whether both have the same key, relation, and value. */
    public boolean isSameValue(Entry other) {
        return isSameGroup(other) && Arrays.equals(value, other.value);
    }

    /** Whether both have the same key and relation. */
    public boolean isSameGroup(Entry other) {
        return code == other.code && (key == other.key || Arrays.equals(key, other.key));
    }

    /**
     * Both as one: the days span both, and the place is that of the first arrival that knew of the last day. It does not
     * matter in which order entries are joined, or whether one is joined twice.
     */
    public Entry join(Entry other) {
        long place = last == other.last ? Math.min(seq, other.seq) : last > other.last ? seq : other.seq;
        return with(place, earlier(first, other.first), Math.max(last, other.last));
    }

    /** The same with another place and other days. */
    public Entry with(long newSeq, int newFirst, int newLast) {
        return new Entry(key, code, value, spelling, nth, batch, newSeq, newFirst, newLast);
    }

    /** Whether the days of another lie within the days of this one. */
    public boolean spans(Entry other) {
        return earlier(first, other.first) == first && Math.max(last, other.last) == last;
    }

    /** The earlier of two days; a known one wins over an unknown one. */
    public static int earlier(int one, int other) {
        return one == 0 ? other : other == 0 ? one : Math.min(one, other);
    }

    @Override
    public int compareTo(Entry other) {
        if (key != other.key || code != other.code) {
            int byPlace = isEnd() || other.isEnd()
                    ? Boolean.compare(isEnd(), other.isEnd())
                    : Arrays.compareUnsigned(key, other.key);
            if (byPlace != 0) {
                return byPlace;
            }
            if (code != other.code) {
                return Integer.compare(code, other.code);
            }
        }
        return compareInGroup(other);
    }

    private int compareInGroup(Entry other) {
        int byValue = Arrays.compareUnsigned(value, other.value);
        if (byValue != 0) {
            return byValue;
        }
        int bySpelling = Arrays.compareUnsigned(spelling, other.spelling);
        if (bySpelling != 0) {
            return bySpelling;
        }
        return nth != other.nth ? Integer.compare(nth, other.nth) : Integer.compare(batch, other.batch);
    }

    /** The first eight bytes of the key as one number: unsigned, it is ordered as entries are, as far as it tells. */
    public long head() {
        if (key.length >= Long.BYTES) {
            return (long) EIGHT_BYTES.get(key, 0);
        }
        long head = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            head = head << 8 | (i < key.length ? key[i] & 0xFF : 0);
        }
        return head;
    }

    /** A hash of the row, whichever batch states it; kept in files, so it must never change. */
    public long rowHash() {
        return mix(mix(mix(mix(MIX * code + nth, key), value), spelling), AS_KEY);
    }

    /** A hash of a key; kept in files, so it must never change. */
    public static long keyHash(byte[] key) {
        return mix(mix(MIX, key), AS_KEY);
    }

    private static long mix(long hash, byte[] bytes) {
        long mixed = hash ^ bytes.length;
        int at = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            mixed = (mixed ^ (long) EIGHT_BYTES.get(bytes, at)) * MIX;
            mixed ^= mixed >>> 29;
        }
        long rest = 0;
        for (; at < bytes.length; at++) {
            rest = rest << 8 | bytes[at] & 0xFF;
        }
        mixed = (mixed ^ rest) * MIX;
        return mixed ^ mixed >>> 32;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry && compareTo(entry) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(rowHash());
    }
}
