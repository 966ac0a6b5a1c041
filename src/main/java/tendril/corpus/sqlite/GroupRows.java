package tendril.corpus.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import tendril.corpus.Day;
import tendril.corpus.Lookup;
import tendril.corpus.RowSink;
import tendril.corpus.segment.Entry;
import tendril.corpus.segment.MergedWalk;
import tendril.corpus.segment.SegmentWalk;

/**
 * The rows of one key in one relation, in the order an answer wants them. They lie in the order of their values. A few
 * are sorted; of many, no more than {@link #ROWS_AT_ONCE} are ever held: their places are sorted as plain numbers, and
 * the rows are gone through again for each lot that comes next. Confined to one thread.
 */
final class GroupRows {
    /** So many rows are held at most. */
    static final int ROWS_AT_ONCE = 8_192;

    private static final Comparator<Entry> AS_SEEN = (one, other) -> Long.compare(one.seq(), other.seq());

    private final List<SegmentWalk> walks;
    private final BitSet removed;
    private final byte[] key;
    private final int code;

    GroupRows(List<SegmentWalk> walks, BitSet removed, byte[] key, int code) {
        this.walks = walks;
        this.removed = removed;
        this.key = key;
        this.code = code;
    }

    void pass(Lookup.Order order, RowSink sink) throws IOException {
        if (!seek()) {
            return;
        }
        var some = new ArrayList<Entry>();
        RowWalk rows = new RowWalk(new MergedWalk(walks), removed);
        Entry row = next(rows);
        while (!row.isEnd() && some.size() < ROWS_AT_ONCE) {
            some.add(row);
            row = next(rows);
        }
        if (row.isEnd()) {
            some.sort(order == Lookup.Order.AS_SEEN ? AS_SEEN : GroupRows::compareValues);
            pass(some, sink);
            return;
        }
        // A sink may ask for other rows meanwhile, which moves the walks.
        var many = new GroupRows(walks.stream().map(SegmentWalk::anew).toList(), removed, key, code);
        switch (order) {
            case AS_SEEN -> many.passAsSeen(sink);
            case BY_VALUE -> many.passByValue(sink);
        }
    }

    private static int compareValues(Entry one, Entry other) {
        int byValue = Arrays.compareUnsigned(one.value(), other.value());
        return byValue != 0 ? byValue : Long.compare(one.seq(), other.seq());
    }

    private void passAsSeen(RowSink sink) throws IOException {
        LongStream.Builder places = LongStream.builder();
        RowWalk rows = begin();
        for (Entry row = next(rows); !row.isEnd(); row = next(rows)) {
            places.add(row.seq());
        }
        long[] sorted = places.build().sorted().toArray();
        for (int from = 0; from < sorted.length; from += ROWS_AT_ONCE) {
            int to = Math.min(sorted.length, from + ROWS_AT_ONCE);
            passLot(sorted[from], sorted[to - 1], sink);
        }
    }

    private void passLot(long from, long to, RowSink sink) throws IOException {
        var lot = new ArrayList<Entry>();
        RowWalk rows = begin();
        for (Entry row = next(rows); !row.isEnd(); row = next(rows)) {
            if (row.seq() >= from && row.seq() <= to) {
                lot.add(row);
            }
        }
        lot.sort(AS_SEEN);
        pass(lot, sink);
    }

    private void passByValue(RowSink sink) throws IOException {
        var sameValue = new ArrayList<Entry>();
        RowWalk rows = begin();
        for (Entry row = next(rows); !row.isEnd(); row = next(rows)) {
            if (!sameValue.isEmpty() && !sameValue.getFirst().isSameValue(row)) {
                sameValue.sort(AS_SEEN);
                pass(sameValue, sink);
                sameValue.clear();
            }
            sameValue.add(row);
        }
        sameValue.sort(AS_SEEN);
        pass(sameValue, sink);
    }

    /** Every row, in the order of the values. */
    void passEntries(EntrySink sink) throws IOException {
        RowWalk rows = begin();
        for (Entry row = next(rows); !row.isEnd(); row = next(rows)) {
            sink.entry(row);
        }
    }

    private RowWalk begin() throws IOException {
        seek();
        return new RowWalk(new MergedWalk(walks), removed);
    }

    /** Whether there is anything, of standing batches or removed ones. */
    private boolean seek() throws IOException {
        boolean found = false;
        for (SegmentWalk walk : walks) {
            walk.seek(key, code, Entry.AS_KEY);
            found |= isOfGroup(walk.entry());
        }
        return found;
    }

    private Entry next(RowWalk rows) throws IOException {
        Entry row = rows.next();
        return isOfGroup(row) ? row : Entry.END;
    }

    private boolean isOfGroup(Entry row) {
        return row.code() == code && (row.key() == key || Arrays.equals(row.key(), key));
    }

    private static void pass(List<Entry> rows, RowSink sink) throws IOException {
        for (Entry row : rows) {
            sink.row(new String(row.value(), StandardCharsets.UTF_8), new Day(row.last()));
        }
    }

    /** Takes rows as entries. */
    @FunctionalInterface
    interface EntrySink {
        void entry(Entry entry) throws IOException;
    }
}
