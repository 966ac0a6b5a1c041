package tendril.corpus.segment;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Writes a segment from entries that come in their order. Confined to one thread. */
public final class SegmentWriter {
    private static final int FENCES_BYTES = 8_000;

    private final SegmentSink sink;
    private final long rowsMax;
    private final long keysMax;
    private final FilterWriter rowFilter;
    private final FilterWriter keyFilter;
    private final BlockWriter block = new BlockWriter();
    private final ByteSink fences = new ByteSink();
    private final Fences written = new Fences();
    private final Set<Integer> batches = new TreeSet<>();
    private int blocks;
    private int fenceParts;
    private long rows;
    private long keys;
    private int lastBatch = -1;
    private Entry before = Entry.END;

    /**
     * @param rowsMax at least as many rows as there will be
     * @param keysMax at least as many keys
     */
    public SegmentWriter(SegmentSink sink, long rowsMax, long keysMax) {
        this.sink = sink;
        this.rowsMax = rowsMax;
        this.keysMax = keysMax;
        this.rowFilter = new FilterWriter(SegmentSink.Filter.ROWS, rowsMax);
        this.keyFilter = new FilterWriter(SegmentSink.Filter.KEYS, keysMax);
    }

    public void add(Entry entry) throws IOException {
        if (before.isEnd()) {
            fence(new byte[0]);
        } else if (block.isFullFor(entry)) {
            sink.block(blocks++, block.end());
            fence(Fences.between(before, entry));
        }
        if (before.isEnd() || !Arrays.equals(before.key(), entry.key())) {
            keys++;
            keyFilter.add(Entry.keyHash(entry.key()), sink);
        }
        block.add(entry);
        before = entry;
        if (entry.isSubject()) {
            rows++;
            rowFilter.add(entry.rowHash(), sink);
            if (entry.batch() != lastBatch) {
                lastBatch = entry.batch();
                batches.add(lastBatch);
            }
        }
    }

    private void fence(byte[] text) throws IOException {
        fences.put(text.length >>> 8);
        fences.put(text.length);
        fences.put(text, 0, text.length);
        if (fences.size() >= FENCES_BYTES) {
            endFences();
        }
    }

    private void endFences() throws IOException {
        byte[] part = fences.copy();
        sink.fences(fenceParts++, part);
        written.add(part);
        fences.clear();
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return before.isEnd();
    }

    /** How many blocks are written so far. */
    public int blocks() {
        return blocks;
    }

    /** Writes a piece of the filters, after everything was added; false when they are complete. */
    public boolean writeFilters() throws IOException {
        return rowFilter.writeLot(sink) || keyFilter.writeLot(sink);
    }

    /** Writes all that is left. */
    public Segment end(long id) throws IOException {
        sink.block(blocks++, block.end());
        endFences();
        boolean more = writeFilters();
        while (more) {
            more = writeFilters();
        }
        return new Segment(id, rows, rowsMax, keys, keysMax, Set.copyOf(batches), written);
    }
}
