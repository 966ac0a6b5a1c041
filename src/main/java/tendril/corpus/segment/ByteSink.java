package tendril.corpus.segment;

import java.util.Arrays;

/** Bytes put one behind the other. Confined to one thread. */
final class ByteSink {
    private byte[] bytes = new byte[1 << 14];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void put(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
    void number(long value) {
        room(10);
        long rest = value;
        while (rest >>> 7 != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void put(byte[] from, int start, int length) {
        room(length);
        System.arraycopy(from, start, bytes, size, length);
        size += length;
    }

    void put(ByteSink other) {
        put(other.bytes, 0, other.size);
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
