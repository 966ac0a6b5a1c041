package tendril.corpus.sqlite;

import java.io.IOException;
import java.util.BitSet;
import tendril.corpus.segment.Entry;
import tendril.corpus.segment.MergedWalk;

/** Goes through rows: what several batches state of one comes as one, what removed batches state not at all. */
final class RowWalk {
    private final MergedWalk entries;
    private final BitSet removed;
    private Entry ahead;

    RowWalk(MergedWalk entries, BitSet removed) throws IOException {
        this.entries = entries;
        this.removed = removed;
        this.ahead = standing();
    }

    /** The next row, passed; {@link Entry#END} when there is none. */
    Entry next() throws IOException {
        Entry row = ahead;
        if (row.isEnd()) {
            return row;
        }
        ahead = standing();
        while (!ahead.isEnd() && ahead.isSameRow(row)) {
            row = row.join(ahead);
            ahead = standing();
        }
        return row;
    }

    private Entry standing() throws IOException {
        Entry entry = entries.next();
        while (!entry.isEnd() && removed.get(entry.batch())) {
            entry = entries.next();
        }
        return entry;
    }
}
