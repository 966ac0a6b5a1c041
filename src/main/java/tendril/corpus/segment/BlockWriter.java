package tendril.corpus.segment;

import java.util.Arrays;

/**
 * Packs sorted entries into a block. What an entry shares with the one before is not written again:
 *
 * <pre>
 * block   key-record*
 * record  number of bytes shared with the key before, number of others, these; number of bytes of all groups; group*
 * group   code (1 byte); number of bytes of all rows; row*
 * row     number of bytes shared with the value before in the group, number of others, these; flags (1 byte);
 *         spelling if flagged (number of bytes, these); nth if flagged; batch; seq; first; last unless flagged
 * </pre>
 *
 * A key with too many rows for one block goes on in the next. Confined to one thread.
 */
final class BlockWriter {
    static final int HAS_SPELLING = 1;
    static final int HAS_NTH = 2;
    static final int IS_ONE_DAY = 4;

    /** A block of more is begun anew, so that it fits into one page of the database with what the page needs itself. */
    private static final int BLOCK_BYTES = 8_080;

    /** More than the numbers of a row and the heads around it take. */
    private static final int AROUND_BYTES = 48;

    private final ByteSink block = new ByteSink();
    private final ByteSink groups = new ByteSink();
    private final ByteSink rows = new ByteSink();
    private byte[] blockKey = {};
    private Entry before = Entry.END;

    /** Whether the entry has to go into the next block. */
    boolean isFullFor(Entry entry) {
        int more = entry.value().length + entry.spelling().length + AROUND_BYTES;
        boolean isNewKey = before.isEnd() || !Arrays.equals(before.key(), entry.key());
        int size = block.size() + groups.size() + rows.size() + before.key().length + AROUND_BYTES;
        return !before.isEnd() && size + more + (isNewKey ? entry.key().length : 0) > BLOCK_BYTES;
    }

    void add(Entry entry) {
        boolean isNewGroup = before.isEnd() || !before.isSameGroup(entry);
        if (isNewGroup) {
            endGroup();
            if (before.isEnd() || !Arrays.equals(before.key(), entry.key())) {
                endKey();
            }
        }
        byte[] value = entry.value();
        int shared = isNewGroup ? 0 : shared(before.value(), value);
        rows.number(shared);
        rows.number(value.length - shared);
        rows.put(value, shared, value.length - shared);
        boolean hasSpelling = entry.spelling().length > 0;
        boolean isOneDay = entry.first() == entry.last();
        rows.put((hasSpelling ? HAS_SPELLING : 0) | (entry.nth() > 0 ? HAS_NTH : 0) | (isOneDay ? IS_ONE_DAY : 0));
        if (hasSpelling) {
            rows.number(entry.spelling().length);
            rows.put(entry.spelling(), 0, entry.spelling().length);
        }
        if (entry.nth() > 0) {
            rows.number(entry.nth());
        }
        rows.number(entry.batch());
        rows.number(entry.seq());
        rows.number(entry.first());
        if (!isOneDay) {
            rows.number(entry.last());
        }
        before = entry;
    }

    private void endGroup() {
        if (rows.size() > 0) {
            groups.put(before.code());
            groups.number(rows.size());
            groups.put(rows);
            rows.clear();
        }
    }

    private void endKey() {
        if (groups.size() > 0) {
            byte[] key = before.key();
            int shared = shared(blockKey, key);
            block.number(shared);
            block.number(key.length - shared);
            block.put(key, shared, key.length - shared);
            block.number(groups.size());
            block.put(groups);
            groups.clear();
            blockKey = key;
        }
    }

    /** The block as it is; the next entry begins a new one. */
    byte[] end() {
        endGroup();
        endKey();
        byte[] bytes = block.copy();
        block.clear();
        blockKey = new byte[0];
        before = Entry.END;
        return bytes;
    }

    static int shared(byte[] one, byte[] other) {
        int mismatch = Arrays.mismatch(one, other);
        return mismatch < 0 ? one.length : mismatch;
    }
}
