package tendril.corpus.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import tendril.corpus.Key;
import tendril.corpus.Lookup;
import tendril.corpus.Merged;
import tendril.corpus.Observation;
import tendril.corpus.segment.Entries;
import tendril.corpus.segment.Entry;
import tendril.corpus.segment.SegmentWalk;
import tendril.corpus.segment.SegmentWriter;
import tendril.corpus.segment.SoughtHashes;
import tendril.corpus.sqlite.table.Codes;

/**
 * Turns what arrives together into sorted entries: what says the same row several times is folded, and what the corpus
 * knows already is left out. Days only ever widen, so the order of arrival does not matter to them, and a repeat changes
 * nothing. Confined to one thread.
 */
final class StepWriter {
    /** A segment that may know a row; its filter says so without the segment being read, in most cases. */
    record Known(SegmentWalk walk, SoughtHashes.Parts filter) {}

    private final List<Known> known;
    private final BitSet removed;
    private final int batch;
    private final List<Entry> subjects = new ArrayList<>();
    private Entry[] objects = {};
    private long added;
    private long widened;
    private long unchanged;
    private long fresh;

    /**
     * @param known   the segments of the corpus
     * @param removed batches that count no more
     */
    StepWriter(List<Known> known, BitSet removed, int batch) {
        this.known = known;
        this.removed = removed;
        this.batch = batch;
    }

    /**
     * Takes what the batch states.
     *
     * @param seq the place of the first in the order of arrival
     */
    Merged take(List<Observation> observations, long seq) throws IOException {
        var unsorted = new ArrayList<Entry>(observations.size());
        for (int i = 0; i < observations.size(); i++) {
            unsorted.add(subject(observations.get(i), seq + i));
        }
        Entry[] arrivals = Entries.sorted(unsorted);
        int[] ends = ends(arrivals);
        List<BitSet> found = find(arrivals, ends);
        for (int row = 0; row < ends.length; row++) {
            row(row, arrivals, row == 0 ? 0 : ends[row - 1], ends[row], found);
        }
        objects = Entries.sorted(subjects.stream().map(StepWriter::object).toList());
        return new Merged(added, widened, unchanged);
    }

    /** Where what is said of each row ends. */
    private static int[] ends(Entry[] arrivals) {
        int[] ends = new int[arrivals.length];
        int rows = 0;
        for (int to = 1; to <= arrivals.length; to++) {
            if (to == arrivals.length || arrivals[to - 1].compareTo(arrivals[to]) != 0) {
                ends[rows++] = to;
            }
        }
        return Arrays.copyOf(ends, rows);
    }

    /** Which of the rows each segment may know. */
    private List<BitSet> find(Entry[] arrivals, int[] ends) throws IOException {
        long[] hashes = new long[ends.length];
        for (int row = 0; row < ends.length; row++) {
            hashes[row] = arrivals[ends[row] - 1].rowHash();
        }
        var sought = new SoughtHashes(hashes);
        var found = new ArrayList<BitSet>(known.size());
        for (Known segment : known) {
            found.add(sought.in(segment.walk().segment().rowsMax(), segment.filter()));
        }
        return found;
    }

    private Entry subject(Observation seen, long seq) {
        byte[] written = bytes(seen.subject());
        byte[] key = key(written);
        return new Entry(
                key,
                Codes.of(seen.relation(), Lookup.Side.SUBJECT),
                bytes(seen.object()),
                key == written ? Entry.AS_KEY : written,
                seen.occurrence(),
                batch,
                seq,
                seen.first().number(),
                seen.last().number());
    }

    /** The entry of the same row under its other value. */
    private static Entry object(Entry subject) {
        byte[] written = subject.value();
        byte[] key = key(written);
        return new Entry(
                key,
                subject.code() + 1,
                subject.written(),
                key == written ? Entry.AS_KEY : written,
                subject.nth(),
                subject.batch(),
                subject.seq(),
                subject.first(),
                subject.last());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The key of a value as it was written: the same array when it is its own key, as most are. */
    private static byte[] key(byte[] written) {
        boolean isOwn = written.length == 0 || written[written.length - 1] != '.';
        for (int i = 0; i < written.length && isOwn; i++) {
            isOwn = written[i] > ' ' && (written[i] < 'A' || written[i] > 'Z');
        }
        if (isOwn) {
            return written;
        }
        byte[] key = bytes(Key.of(new String(written, StandardCharsets.UTF_8)));
        return Arrays.equals(key, written) ? written : key;
    }

    /** Folds what arrived of one row. */
    private void row(int number, Entry[] arrivals, int from, int to, List<BitSet> found) throws IOException {
        Entry row = arrivals[from];
        Entry all = Entry.END;
        Entry own = Entry.END;
        for (int i = 0; i < known.size(); i++) {
            if (found.get(i).get(number)) {
                SegmentWalk walk = known.get(i).walk();
                walk.seek(row.key(), row.code(), row.value());
                for (; !walk.entry().isEnd() && walk.entry().isSameValue(row); walk.next()) {
                    Entry entry = walk.entry();
                    if (entry.isSameRow(row) && !removed.get(entry.batch())) {
                        all = all.isEnd() ? entry : all.join(entry);
                        own = entry.batch() != batch ? own : own.isEnd() ? entry : own.join(entry);
                    }
                }
            }
        }
        boolean isNew = all.isEnd();
        Entry now = isNew ? row : all;
        added += isNew ? 1 : 0;
        for (int i = isNew ? from + 1 : from; i < to; i++) {
            boolean isKnown = now.spans(arrivals[i]);
            widened += isKnown ? 0 : 1;
            unchanged += isKnown ? 1 : 0;
            now = now.join(arrivals[i]);
        }
        Entry stated = row;
        for (int i = from + 1; i < to; i++) {
            stated = stated.join(arrivals[i]);
        }
        fresh += own.isEnd() ? 1 : 0;
        if (own.isEnd() || !own.spans(stated)) {
            subjects.add(stated);
        }
    }

    /** How many rows the batch had not stated before. */
    long fresh() {
        return fresh;
    }

    /** How many rows go into the file. */
    int rows() {
        return subjects.size();
    }

    /** Writes all entries in their order. */
    void writeTo(SegmentWriter writer) throws IOException {
        int nextObject = 0;
        for (Entry subject : subjects) {
            while (nextObject < objects.length && objects[nextObject].compareTo(subject) < 0) {
                writer.add(objects[nextObject++]);
            }
            writer.add(subject);
        }
        while (nextObject < objects.length) {
            writer.add(objects[nextObject++]);
        }
    }
}
