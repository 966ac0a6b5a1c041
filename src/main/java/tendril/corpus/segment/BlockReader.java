package tendril.corpus.segment;

import java.util.Arrays;

/** Reads the entries of one block in their order, from any place in it. Confined to one thread. */
final class BlockReader {
    private final byte[] block;
    private int at;
    private int keyFrom;
    private int keyEnd;
    private int groupEnd;

    /** The key as far as it has been read; it becomes an array of its own when an entry needs it. */
    private byte[] keyBytes = new byte[64];

    private int keyLength;
    private boolean isKeyCopied;
    private byte[] key = {};
    private byte[] value = {};
    private int code;

    /** The key sought last, and where what belongs to it lies: an answer seeks several relations of the same one. */
    private byte[] lastSought = {};

    private int lastFrom;
    private int lastEnd;

    BlockReader(byte[] block) {
        this.block = block;
    }

    /** The first entry of the block, wherever this stood. */
    Entry first() {
        at = 0;
        keyEnd = 0;
        groupEnd = 0;
        keyLength = 0;
        return next();
    }

    /** The next entry; {@link Entry#END} behind the last. */
    Entry next() {
        while (at == groupEnd) {
            if (at == keyEnd && !nextKey()) {
                return Entry.END;
            }
            nextGroup();
        }
        return row();
    }

    /** Goes to the first entry that is not before a place, wherever this stood, and passes it. */
    Entry seek(byte[] soughtKey, int soughtCode, byte[] soughtValue) {
        int byKey = seekKey(soughtKey);
        if (byKey < 0) {
            return Entry.END;
        }
        if (byKey > 0) {
            return next();
        }
        while (at < keyEnd) {
            nextGroup();
            if (code >= soughtCode) {
                break;
            }
            at = groupEnd;
        }
        boolean isInGroup = at < keyEnd && code == soughtCode;
        int end = groupEnd;
        Entry entry = next();
        while (isInGroup && Arrays.compareUnsigned(entry.value(), soughtValue) < 0) {
            isInGroup = at < end;
            entry = next();
        }
        return entry;
    }

    /** Goes to the first key that is not before the one sought; tells how it compares, or -1 when there is none. */
    private int seekKey(byte[] sought) {
        if (sought == lastSought && lastEnd > 0) {
            takeKey(sought);
            return 0;
        }
        if (findKey(sought)) {
            takeKey(sought);
            return 0;
        }
        int byKey = at == 0 ? -1 : Arrays.compareUnsigned(keyBytes, 0, keyLength, sought, 0, sought.length);
        if (byKey > 0) {
            keyEnd = 0;
            keyLength = 0;
            byKey = -1;
        }
        while (byKey < 0) {
            at = keyEnd;
            if (!nextKey()) {
                return -1;
            }
            byKey = Arrays.compareUnsigned(keyBytes, 0, keyLength, sought, 0, sought.length);
        }
        at = keyFrom;
        groupEnd = keyFrom;
        return byKey;
    }

    /**
     * Looks for a key from the beginning of the block without putting the others together, and notes where what belongs
     * to it lies. A key that shares more with the one before than that shares with the one sought is before it as well; one
     * that shares less is behind it.
     */
    private boolean findKey(byte[] sought) {
        int before = at;
        int matched = 0;
        boolean isBefore = true;
        at = 0;
        while (isBefore && at < block.length) {
            int shared = number();
            int others = number();
            int from = at;
            at += others;
            int length = number();
            if (shared < matched) {
                break;
            }
            if (shared == matched) {
                int same = Arrays.mismatch(block, from, from + others, sought, matched, sought.length);
                if (same < 0) {
                    lastSought = sought;
                    lastFrom = at;
                    lastEnd = at + length;
                    return true;
                }
                matched += same;
                isBefore = same == others
                        || matched < sought.length && (block[from + same] & 0xFF) < (sought[matched] & 0xFF);
            }
            at += length;
        }
        at = before;
        return false;
    }

    private void takeKey(byte[] sought) {
        if (sought.length > keyBytes.length) {
            keyBytes = new byte[2 * sought.length];
        }
        System.arraycopy(sought, 0, keyBytes, 0, sought.length);
        keyLength = sought.length;
        key = sought;
        isKeyCopied = true;
        keyFrom = lastFrom;
        keyEnd = lastEnd;
        at = keyFrom;
        groupEnd = keyFrom;
    }

    private boolean nextKey() {
        if (at == block.length) {
            groupEnd = at;
            return false;
        }
        int shared = number();
        int others = number();
        if (shared + others > keyBytes.length) {
            keyBytes = Arrays.copyOf(keyBytes, 2 * (shared + others));
        }
        System.arraycopy(block, at, keyBytes, shared, others);
        keyLength = shared + others;
        isKeyCopied = false;
        at += others;
        int length = number();
        keyFrom = at;
        keyEnd = at + length;
        groupEnd = at;
        return true;
    }

    private void nextGroup() {
        code = block[at++];
        int length = number();
        groupEnd = at + length;
        value = Entry.AS_KEY;
    }

    private Entry row() {
        int shared = number();
        int others = number();
        byte[] next = new byte[shared + others];
        System.arraycopy(value, 0, next, 0, shared);
        System.arraycopy(block, at, next, shared, others);
        at += others;
        value = next;
        int flags = block[at++];
        byte[] spelling = Entry.AS_KEY;
        if ((flags & BlockWriter.HAS_SPELLING) != 0) {
            int length = number();
            spelling = Arrays.copyOfRange(block, at, at + length);
            at += length;
        }
        int nth = (flags & BlockWriter.HAS_NTH) != 0 ? number() : 0;
        int batch = number();
        long seq = longNumber();
        int first = number();
        int last = (flags & BlockWriter.IS_ONE_DAY) != 0 ? first : number();
        if (!isKeyCopied) {
            key = Arrays.copyOf(keyBytes, keyLength);
            isKeyCopied = true;
        }
        return new Entry(key, code, next, spelling, nth, batch, seq, first, last);
    }

    private int number() {
        int read = block[at++];
        if (read >= 0) {
            return read;
        }
        at--;
        return (int) longNumber();
    }

    private long longNumber() {
        long read = 0;
        int shift = 0;
        byte next = block[at++];
        while (next < 0) {
            read |= (long) (next & 0x7F) << shift;
            shift += 7;
            next = block[at++];
        }
        return read | (long) next << shift;
    }
}
