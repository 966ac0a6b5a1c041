package tendril.corpus.segment;

import java.io.IOException;

/** Goes through the entries of a segment in their order, from any place in it. Confined to one thread. */
public final class SegmentWalk {
    private static final int NO_BLOCK = -1;

    private final Segment segment;
    private final BlockSource source;
    private int number = NO_BLOCK;
    private BlockReader reader = new BlockReader(new byte[0]);

    /** The block before: what belongs to a key may begin in one and go on in the next. */
    private int otherNumber = NO_BLOCK;

    private BlockReader otherReader = reader;
    private Entry entry = Entry.END;

    public SegmentWalk(Segment segment, BlockSource source) {
        this.segment = segment;
        this.source = source;
    }

    /** Where it stands; {@link Entry#END} behind the last entry, and before the first {@link #seek}. */
    public Entry entry() {
        return entry;
    }

    public void next() throws IOException {
        entry = reader.next();
        skipEnds();
    }

    /** Goes to the first entry that is not before a place. */
    public void seek(byte[] key, int code, byte[] value) throws IOException {
        byte[] place = Fences.place(key, code, value);
        if (!segment.fences().isBlockOf(place, number)) {
            open(segment.fences().blockOf(place));
        }
        entry = reader.seek(key, code, value);
        while (entry.isEnd() && number + 1 < segment.fences().count()) {
            open(number + 1);
            entry = reader.seek(key, code, value);
        }
    }

    private void skipEnds() throws IOException {
        while (entry.isEnd() && number + 1 < segment.fences().count()) {
            open(number + 1);
            entry = reader.first();
        }
    }

    private void open(int wanted) throws IOException {
        if (wanted == number) {
            return;
        }
        BlockReader wantedReader =
                wanted == otherNumber ? otherReader : new BlockReader(source.block(segment.id(), wanted));
        otherReader = reader;
        otherNumber = number;
        reader = wantedReader;
        number = wanted;
    }

    /** Another walk through the same segment, which stands nowhere yet. */
    public SegmentWalk anew() {
        return new SegmentWalk(segment, source);
    }

    public Segment segment() {
        return segment;
    }
}
