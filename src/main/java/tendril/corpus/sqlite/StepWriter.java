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
import tendril.corpus.segment.HashFilter;
import tendril.corpus.segment.SegmentWalk;
import tendril.corpus.segment.SegmentWriter;

/**
 * Turns what arrives together into sorted entries: what says the same row several times is folded, and what the corpus
 * knows already is left out. Days only ever widen, so the order of arrival does not matter to them, and a repeat changes
 * nothing. Confined to one thread.
 */
final class StepWriter {
    /** A segment that may know a row, and says so without being read in most cases. */
    record Known(SegmentWalk walk, HashFilter filter) {}

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
        int from = 0;
        while (from < arrivals.length) {
            int to = from + 1;
            while (to < arrivals.length && arrivals[from].compareTo(arrivals[to]) == 0) {
                to++;
            }
            row(arrivals, from, to);
            from = to;
        }
        objects = Entries.sorted(subjects.stream().map(StepWriter::object).toList());
        return new Merged(added, widened, unchanged);
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
    private void row(Entry[] arrivals, int from, int to) throws IOException {
        Entry row = arrivals[from];
        Entry all = Entry.END;
        Entry own = Entry.END;
        long hash = row.rowHash();
        for (Known segment : known) {
            if (segment.filter().mayHold(hash)) {
                SegmentWalk walk = segment.walk();
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
